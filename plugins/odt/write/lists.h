/* write/lists.h: lists whose markers are those of the draft. */
#ifndef ODT_WRITE_LISTS_H
#define ODT_WRITE_LISTS_H

#include <letterpress/walk.h>

struct OdtWriter;

LpWalkInto list_enter(void *state, const LpNode *node);
void list_leave(void *state, const LpNode *node);
LpWalkInto list_item_enter(void *state, const LpNode *node);
void list_item_leave(void *state, const LpNode *node);

/* Closes all open lists for something that ODF does not allow in them (a table), and opens them again,
   unnumbered, for what follows it. */
void lists_suspend(struct OdtWriter *writer);
void lists_resume(struct OdtWriter *writer);

#endif
