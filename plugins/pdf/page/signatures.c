#include "config.h"

#include "page/galley.h"

/* Boxes that are grids without being tables: signatures side by side, and text boxes. */

enum { BELOW_RULE = 2 * LP_EMU_PER_POINT, NARROW_MEASURE = 300 * LP_EMU_PER_POINT };
enum { BOX_INSET = 8 * LP_EMU_PER_POINT, BOX_SPACE = 8 * LP_EMU_PER_POINT };

static bool is_signature(const LpNode *node) {
  return node != NULL && lp_node_kind(node) == LP_KIND_SIGNATURE_BLOCK;
}

static Grid *new_signatures(Galley *galley) {
  const LpLetterhead *letterhead = galley->layout->letterhead;
  const GridLook look = {
      .gutter_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_SIGNATURE_GAP),
      .above_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_SIGNATURE_SPACE_TO_SIGN) + BELOW_RULE,
      .rule_gap_emu = BELOW_RULE,
      .rule_row_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_SIGNATURE_RULE_THICKNESS),
      .rule_row_colour = (uint32_t)lp_letterhead_colour(letterhead, LP_COLOUR_INK, false),
      .rules_each_cell = true,
      .keeps_rows = true};
  int32_t columns = lp_letterhead_integer(letterhead, LP_LETTERHEAD_SIGNATURE_COLUMNS);
  if (galley->layout->measure_emu < NARROW_MEASURE)
    columns = 1;
  columns = CLAMP(columns, 1, 8);
  Grid *grid = grid_new(galley->layout, &look, galley_container(galley)->right_to_left, (uint32_t)columns);
  /* Equal room to sign: the gutter lies in all columns but the last. */
  const Container *container = galley_container(galley);
  const int32_t gutter = look.gutter_emu;
  const int32_t measure = galley->layout->measure_emu - container->start_emu - container->end_emu;
  const int32_t room = MAX((measure - (columns - 1) * gutter) / columns, 1);
  grid->wanted_emu = g_new(int32_t, grid->columns);
  for (uint32_t c = 0; c < grid->columns; c++)
    grid->wanted_emu[c] = c + 1 < grid->columns ? room + gutter : room;
  return grid;
}

/* Signature blocks that follow each other stand side by side; within one, others mean nothing more. */
LpWalkInto signatures_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  if (galley->signature_depth++ > 0)
    return LP_WALK_INTO;
  lists_flush_label(galley);
  if (!is_signature(lp_node_previous(node)))
    table_open_grid(galley, new_signatures(galley));
  Grid *grid = table_open_one(galley);
  PdfElement *element = galley_element(galley, PDF_DIV);
  const uint32_t column = grid->cells->len % grid->columns;
  if (column == 0)
    grid_add_row(grid);
  table_open_cell(galley, node, element, column, 1, 1);
  return LP_WALK_INTO;
}

void signatures_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  if (--galley->signature_depth > 0)
    return;
  table_leave_cell(galley, node);
  if (is_signature(lp_node_next(node)))
    return;
  Grid *grid = table_close_grid(galley);
  grid->box.after_emu = BOX_SPACE;
  galley_add(galley, &grid->box);
}

LpWalkInto text_boxes_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  lists_flush_label(galley);
  const LpLetterhead *letterhead = galley->layout->letterhead;
  const GridLook look = {.inset_emu = BOX_INSET,
                         .rule_outer_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_HEAD),
                         .rule_colour = (uint32_t)lp_letterhead_colour(letterhead, LP_COLOUR_RULE, false),
                         .has_sides = true};
  Grid *grid = grid_new(galley->layout, &look, galley_container(galley)->right_to_left, 1);
  table_open_grid(galley, grid);
  PdfElement *element = galley_element(galley, PDF_DIV);
  grid_add_row(grid);
  table_open_cell(galley, node, element, 0, 1, 1);
  return LP_WALK_INTO;
}

void text_boxes_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  table_leave_cell(galley, node);
  Grid *grid = table_close_grid(galley);
  grid->box.before_emu = grid->box.after_emu = BOX_SPACE;
  galley_add(galley, &grid->box);
}
