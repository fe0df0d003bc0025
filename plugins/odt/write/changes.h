/* write/changes.h: tracked changes, where they are shown. */
#ifndef ODT_WRITE_CHANGES_H
#define ODT_WRITE_CHANGES_H

#include <letterpress/walk.h>

struct OdtWriter;

LpWalkInto revision_enter(void *state, const LpNode *node);
void revision_leave(void *state, const LpNode *node);

/* dc:creator and dc:date of a revision or comment, as far as the draft has them. */
void change_write_info(struct OdtWriter *writer, const LpNode *node);

#endif
