/* write/table.h: tables. */
#ifndef HTML_WRITE_TABLE_H
#define HTML_WRITE_TABLE_H

#include <letterpress/walk.h>

struct HtmlWriter;

LpWalkInto table_enter(void *state, const LpNode *node);
void table_leave(void *state, const LpNode *node);
LpWalkInto row_group_enter(void *state, const LpNode *node);
LpWalkInto row_enter(void *state, const LpNode *node);
LpWalkInto cell_enter(void *state, const LpNode *node);

/* Finds the classes of a table's width and of its columns. */
void table_survey(struct HtmlWriter *writer, const LpNode *table);

#endif
