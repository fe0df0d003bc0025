/* write/table.h: tables. */
#ifndef ODT_WRITE_TABLE_H
#define ODT_WRITE_TABLE_H

#include <letterpress/walk.h>

#include "flow.h"
#include "grid.h"

struct OdtWriter;

/* An open table. */
typedef struct Table {
  struct Table *outer;
  const LpNode *node;
  Flow outer_flow;
  Grid grid;
  const int32_t *widths; /* of its columns, in EMU */
  size_t columns;
  size_t row, rows; /* rows before this one; all rows */
  size_t head_rows; /* rows of the head */
  size_t covered;   /* columns after this cell that it covers */
  bool in_head;
} Table;

LpWalkInto table_enter(void *state, const LpNode *node);
void table_leave(void *state, const LpNode *node);
LpWalkInto row_group_enter(void *state, const LpNode *node);
void row_group_leave(void *state, const LpNode *node);
LpWalkInto row_enter(void *state, const LpNode *node);
void row_leave(void *state, const LpNode *node);
LpWalkInto cell_enter(void *state, const LpNode *node);
void cell_leave(void *state, const LpNode *node);

#endif
