/* write/revisions.h: tracked changes, where they are shown. */
#ifndef HTML_WRITE_REVISIONS_H
#define HTML_WRITE_REVISIONS_H

#include <letterpress/walk.h>

struct HtmlWriter;

LpWalkInto revision_enter(void *state, const LpNode *node);
void revision_leave(void *state, const LpNode *node);
LpWalkInto block_revision_enter(void *state, const LpNode *node);
void block_revision_leave(void *state, const LpNode *node);

/* Within the element of a list item or cell just opened: ins or del, if it is a revision itself or stands in
   one whose own element HTML does not allow there. Closed with the element. */
void revision_of_element(struct HtmlWriter *writer, const LpNode *node);

/* Begins a paragraph whose mark is a revision: a sign of it. */
void revision_of_mark(struct HtmlWriter *writer, const LpNode *paragraph);

#endif
