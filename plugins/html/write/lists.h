/* write/lists.h: lists whose markers are those of the draft. */
#ifndef HTML_WRITE_LISTS_H
#define HTML_WRITE_LISTS_H

#include <letterpress/walk.h>

struct HtmlWriter;

LpWalkInto list_enter(void *state, const LpNode *node);
LpWalkInto list_item_enter(void *state, const LpNode *node);

/* Finds the class of an item whose bullet is not the usual one. */
void list_survey(struct HtmlWriter *writer, const LpNode *item);

#endif
