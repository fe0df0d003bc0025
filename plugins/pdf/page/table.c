#include "config.h"

#include "page/galley.h"

/* Tables: rows and cells as they come, a grid when the table is complete. */

/* Around a table; its style is that of its cells. */
enum { SPACE_BEFORE = 4 * LP_EMU_PER_POINT, SPACE_AFTER = 12 * LP_EMU_PER_POINT };

enum { GUTTER = 12 * LP_EMU_PER_POINT };

struct TableFrame {
  Grid *grid;           /* owned until the frame is closed */
  PdfElement *element;  /* Table; NULL: no table, a grid */
  PdfElement *group;    /* THead or TBody, NULL: none open */
  PdfElement *row;      /* TR */
  GArray *occupied;     /* uint32_t a column: rows that a cell from above still covers */
  GArray *row_elements; /* PdfElement *: TR of each row */
  uint32_t next_column;
  uint32_t most_columns;
  bool has_head; /* a row group said that it is the head */
  bool in_head;
  bool heads_columns;     /* the row is one of the head */
  int32_t ground;         /* of the table: 0xRRGGBB, -1: none */
  uint32_t leading_heads; /* first rows of nothing but header cells */
};

static TableFrame *innermost(const Galley *galley) {
  return galley->tables->len == 0 ? NULL : g_ptr_array_index(galley->tables, galley->tables->len - 1);
}

void table_frame_free(gpointer data) {
  TableFrame *frame = data;
  if (frame->grid != NULL)
    box_free(&frame->grid->box);
  g_array_unref(frame->occupied);
  g_array_unref(frame->row_elements);
  g_free(frame);
}

static TableFrame *open_frame(Galley *galley, Grid *grid) {
  TableFrame *frame = g_new0(TableFrame, 1);
  frame->grid = grid;
  frame->ground = -1;
  frame->occupied = g_array_new(FALSE, TRUE, sizeof(uint32_t));
  frame->row_elements = g_array_new(FALSE, TRUE, sizeof(PdfElement *));
  frame->most_columns =
      (uint32_t)CLAMP(lp_account_limit(galley->layout->account, LP_LIMIT_TABLE_COLUMNS), 1, 100000);
  g_ptr_array_add(galley->tables, frame);
  return frame;
}

void table_open_grid(Galley *galley, Grid *grid) {
  open_frame(galley, grid);
}

Grid *table_open_one(const Galley *galley) {
  return innermost(galley)->grid;
}

Grid *table_close_grid(Galley *galley) {
  TableFrame *frame = innermost(galley);
  Grid *grid = frame->grid;
  frame->grid = NULL;
  g_ptr_array_remove_index(galley->tables, galley->tables->len - 1);
  return grid;
}

static GridLook look_of_tables(const Layout *layout) {
  const LpLetterhead *letterhead = layout->letterhead;
  return (GridLook){.keeps_edges = true,
                    .gutter_emu = GUTTER,
                    .rule_outer_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_OUTER),
                    .rule_head_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_HEAD),
                    .rule_row_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_ROW),
                    .rule_colour = (uint32_t)lp_letterhead_colour(letterhead, LP_COLOUR_RULE, false),
                    .rule_row_colour = (uint32_t)lp_letterhead_colour(letterhead, LP_COLOUR_HAIRLINE, false)};
}

LpWalkInto table_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  lists_flush_label(galley);
  const GridLook look = look_of_tables(galley->layout);
  TableFrame *frame =
      open_frame(galley, grid_new(galley->layout, &look, galley_container(galley)->right_to_left, 0));
  frame->element = galley_element(galley, PDF_TABLE);
  const LpStyle *style = lp_node_style(node);
  if (lp_style_has(style, LP_PROPERTY_GROUND))
    frame->ground = lp_style_integer(style, LP_PROPERTY_GROUND) & 0xFFFFFF;
  frame->grid->total_emu = lp_style_integer(style, LP_PROPERTY_TABLE_WIDTH_EMU);
  galley_open(galley, node, frame->element, 0, 0);
  return LP_WALK_INTO;
}

/* Whether rows follow behind a group: a head needs a body (ISO 14289-1, 7.5). */
static bool has_rows_behind(const LpNode *group) {
  for (const LpNode *next = lp_node_next(group); next != NULL; next = lp_node_next(next))
    if (lp_node_kind(next) == LP_KIND_ROW || lp_node_first_child(next) != NULL)
      return true;
  return false;
}

LpWalkInto table_enter_group(void *state, const LpNode *node) {
  Galley *galley = state;
  TableFrame *frame = innermost(galley);
  if (frame == NULL || frame->element == NULL)
    return LP_WALK_INTO;
  frame->in_head = lp_node_integer(node, LP_ATTRIBUTE_HEADER) &&
                   frame->grid->head_rows == frame->grid->rows->len && has_rows_behind(node);
  frame->has_head = frame->has_head || frame->in_head;
  frame->group =
      pdf_element_new(galley->layout->tags, frame->element, frame->in_head ? PDF_THEAD : PDF_TBODY);
  return LP_WALK_INTO;
}

void table_leave_group(void *state, const LpNode *node) {
  TableFrame *frame = innermost(state);
  (void)node;
  if (frame == NULL)
    return;
  frame->in_head = false;
  frame->group = NULL;
}

static bool is_all_header(const LpNode *row) {
  const LpNode *cell = lp_node_first_child(row);
  for (; cell != NULL; cell = lp_node_next(cell))
    if (lp_node_kind(cell) != LP_KIND_CELL || !lp_node_integer(cell, LP_ATTRIBUTE_HEADER))
      return false;
  return true;
}

LpWalkInto table_enter_row(void *state, const LpNode *node) {
  Galley *galley = state;
  TableFrame *frame = innermost(galley);
  if (frame == NULL || frame->element == NULL)
    return LP_WALK_INTO;
  const bool leads = frame->leading_heads == frame->grid->rows->len && is_all_header(node);
  frame->leading_heads += leads;
  frame->heads_columns = frame->in_head || leads;
  GridRow *row = grid_add_row(frame->grid);
  row->ground = frame->ground;
  if (lp_style_has(lp_node_style(node), LP_PROPERTY_GROUND))
    row->ground = lp_style_integer(lp_node_style(node), LP_PROPERTY_GROUND) & 0xFFFFFF;
  if (frame->in_head)
    frame->grid->head_rows++;
  /* Rows outside a group behind a head stand in a TBody (ISO 14289-1, 7.5). */
  if (frame->group == NULL && frame->has_head)
    frame->group = pdf_element_new(galley->layout->tags, frame->element, PDF_TBODY);
  frame->row =
      pdf_element_new(galley->layout->tags, frame->group == NULL ? frame->element : frame->group, PDF_TR);
  g_array_append_val(frame->row_elements, frame->row);
  for (guint c = 0; c < frame->occupied->len; c++) {
    uint32_t *rows_left = &g_array_index(frame->occupied, uint32_t, c);
    if (*rows_left > 0)
      --*rows_left;
  }
  frame->next_column = 0;
  return LP_WALK_INTO;
}

/* The first column that no cell from above covers, and how many columns of `span` are free from there on. */
static uint32_t free_column(const TableFrame *frame, uint32_t *span) {
  uint32_t column = frame->next_column;
  while (column < frame->occupied->len && g_array_index(frame->occupied, uint32_t, column) > 0)
    column++;
  uint32_t free = 0;
  while (
      free < *span && column + free < frame->most_columns &&
      (column + free >= frame->occupied->len || g_array_index(frame->occupied, uint32_t, column + free) == 0))
    free++;
  *span = free;
  return column;
}

void table_open_cell(Galley *galley, const LpNode *node, PdfElement *element, uint32_t column,
                     uint32_t column_span, uint32_t row_span) {
  TableFrame *frame = innermost(galley);
  Grid *grid = frame->grid;
  Cell *cell = grid_add_cell(grid, column, column_span, row_span);
  grid->columns = MAX(grid->columns, column + column_span);
  cell->element = element;
  Container *container = galley_open(galley, node, element, 0, 0);
  container->column = cell->content;
  container->start_emu = container->end_emu = 0;
  container->levels = 0;
}

static PdfElement *element_of_cell(Galley *galley, const TableFrame *frame, const LpNode *node) {
  PdfTags *tags = galley->layout->tags;
  const bool is_header = frame->in_head || lp_node_integer(node, LP_ATTRIBUTE_HEADER);
  PdfElement *element = pdf_element_new(tags, frame->row, is_header ? PDF_TH : PDF_TD);
  if (is_header)
    pdf_element_set_scope(tags, element, frame->heads_columns ? PDF_SCOPE_COLUMN : PDF_SCOPE_ROW);
  return element;
}

static void dress_cell(Cell *cell, const LpStyle *style) {
  if (lp_style_has(style, LP_PROPERTY_GROUND))
    cell->ground = lp_style_integer(style, LP_PROPERTY_GROUND) & 0xFFFFFF;
  for (int side = 0; side < 4; side++)
    cell->border_emu[side] = lp_style_integer(style, (LpProperty)(LP_PROPERTY_BORDER_TOP_EMU + side));
  cell->border_colour = (uint32_t)lp_style_integer(style, LP_PROPERTY_BORDER_COLOUR);
  cell->align = (CellAlign)CLAMP(lp_style_integer(style, LP_PROPERTY_VERTICAL_ALIGN), 0, 2);
}

static uint32_t span_of(const LpNode *node, LpAttribute attribute) {
  return lp_node_has(node, attribute) ? (uint32_t)MAX(lp_node_integer(node, attribute), 1) : 1;
}

/* Opens a cell where the row has room; where it has none left, its content goes on in the cell before. */
LpWalkInto table_enter_cell(void *state, const LpNode *node) {
  Galley *galley = state;
  TableFrame *frame = innermost(galley);
  if (frame == NULL || frame->element == NULL || frame->grid->rows->len == 0)
    return LP_WALK_INTO;
  uint32_t columns = span_of(node, LP_ATTRIBUTE_COLUMN_SPAN), rows = span_of(node, LP_ATTRIBUTE_ROW_SPAN);
  const uint32_t column = free_column(frame, &columns);
  if (columns == 0) {
    const Cell *before = grid_cell(frame->grid, frame->grid->cells->len - 1);
    Container *container = galley_open(galley, node, before->element, 0, 0);
    container->column = before->content;
    container->start_emu = container->end_emu = 0;
    container->levels = 0;
    return LP_WALK_INTO;
  }
  if (column + columns > frame->occupied->len)
    g_array_set_size(frame->occupied, column + columns);
  for (uint32_t c = column; c < column + columns; c++)
    g_array_index(frame->occupied, uint32_t, c) = rows;
  frame->next_column = column + columns;
  table_open_cell(galley, node, element_of_cell(galley, frame, node), column, columns, rows);
  dress_cell(grid_cell(frame->grid, frame->grid->cells->len - 1), lp_node_style(node));
  return LP_WALK_INTO;
}

void table_leave_cell(void *state, const LpNode *node) {
  Galley *galley = state;
  if (galley_container(galley)->node != node)
    return;
  lists_flush_label(galley);
  galley_close(galley);
}

/* Tells the spans, and makes all rows of one length (ISO 14289-1, 7.2): what a row lacks becomes empty cells.
 */
static void fill_rows(Galley *galley, const TableFrame *frame) {
  const Grid *grid = frame->grid;
  uint32_t *covered = g_new0(uint32_t, MAX(grid->rows->len, 1));
  for (guint i = 0; i < grid->cells->len; i++) {
    const Cell *cell = grid_cell(grid, i);
    const uint32_t end = cell_end(grid, cell); /* no cell spans rows that are not there */
    pdf_element_set_spans(galley->layout->tags, cell->element, cell->column_span, end - cell->row);
    for (uint32_t r = cell->row; r < end; r++)
      covered[r] += cell->column_span;
  }
  for (uint32_t r = 0; r < grid->rows->len; r++)
    for (; covered[r] < grid->columns; covered[r]++)
      pdf_element_new(galley->layout->tags, g_array_index(frame->row_elements, PdfElement *, r), PDF_TD);
  g_free(covered);
}

/* The head is what a group says it is, else the first rows of nothing but header cells; it ends where no cell
 * spans. */
static void settle_head(const TableFrame *frame, Grid *grid) {
  uint32_t rows = grid->head_rows > 0 ? grid->head_rows : frame->leading_heads;
  for (guint i = 0; i < grid->cells->len && grid_cell(grid, i)->row < rows; i++)
    rows = MAX(rows, cell_end(grid, grid_cell(grid, i)));
  grid->head_rows = rows < grid->rows->len ? rows : 0;
}

static void take_widths(Grid *grid, const LpNode *table) {
  size_t count;
  const int32_t *widths = lp_node_lengths(table, LP_ATTRIBUTE_COLUMN_WIDTHS, &count);
  if (widths == NULL || count == 0)
    return;
  grid->wanted_emu = g_new0(int32_t, grid->columns);
  for (size_t c = 0; c < count && c < grid->columns; c++)
    grid->wanted_emu[c] = MAX(widths[c], 0);
}

void table_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  TableFrame *frame = innermost(galley);
  fill_rows(galley, frame);
  settle_head(frame, frame->grid);
  galley_close(galley);
  Grid *grid = table_close_grid(galley);
  if (grid->columns == 0) {
    box_free(&grid->box);
    return;
  }
  take_widths(grid, node);
  const LpStyle *style = lp_node_style(node);
  grid->box.before_emu = SPACE_BEFORE;
  grid->box.after_emu = SPACE_AFTER;
  grid->box.keeps_next = lp_style_integer(style, LP_PROPERTY_KEEP_WITH_NEXT) != 0;
  galley_add(galley, &grid->box);
}
