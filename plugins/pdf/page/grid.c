#include "config.h"

#include "page/grid.h"
#include "page/table_widths.h"

enum { EDGE_INSET = 4 * LP_EMU_PER_POINT };

static Grid *grid_of(Box *box) {
  return (Grid *)(void *)box;
}

static void grid_free(Box *box) {
  Grid *grid = grid_of(box);
  for (guint i = 0; i < grid->cells->len; i++)
    column_free(grid_cell(grid, i)->content);
  g_array_unref(grid->cells);
  g_array_unref(grid->rows);
  if (grid->slices != NULL)
    g_array_unref(grid->slices);
  g_free(grid->wanted_emu);
  g_free(grid);
}

int32_t cell_inset(const Grid *grid, const Cell *cell) {
  const bool has_edges = cell->ground >= 0 || cell->border_emu[2] > 0 || cell->border_emu[3] > 0;
  return grid->look.inset_emu + (has_edges ? EDGE_INSET : 0);
}

/* The gutter at a cell's end, narrower where columns are many. */
static int32_t gutter_of(const Grid *grid, const Cell *cell, int32_t measure) {
  if (cell->column + cell->column_span >= grid->columns)
    return 0;
  return MIN(grid->look.gutter_emu, measure / (int32_t)grid->columns / 4);
}

static ColumnWidths *ask_cells(const Grid *grid, int32_t measure) {
  ColumnWidths *widths = column_widths_new(grid->columns);
  for (guint i = 0; i < grid->cells->len; i++) {
    const Cell *cell = grid_cell(grid, i);
    int32_t least, natural;
    column_widths(cell->content, &least, &natural);
    const int64_t white = 2 * (int64_t)cell_inset(grid, cell) + gutter_of(grid, cell, measure);
    column_widths_ask(widths, cell->column, cell->column_span, least + white, natural + white);
  }
  return widths;
}

static void grid_widths(Box *box, int32_t *least, int32_t *natural) {
  Grid *grid = grid_of(box);
  ColumnWidths *widths = ask_cells(grid, G_MAXINT32);
  column_widths_sum(widths, least, natural);
  column_widths_free(widths);
}

/* Gives each cell its edges, from the left for either direction. */
static void place_cells(Grid *grid, const int32_t *widths, int32_t total, int32_t measure) {
  int32_t *starts = g_new(int32_t, grid->columns + 1);
  starts[0] = 0;
  for (uint32_t c = 0; c < grid->columns; c++)
    starts[c + 1] = starts[c] + widths[c];
  for (guint i = 0; i < grid->cells->len; i++) {
    Cell *cell = grid_cell(grid, i);
    const int32_t start = starts[cell->column], end = starts[cell->column + cell->column_span];
    const int32_t inset = cell_inset(grid, cell), gutter = gutter_of(grid, cell, total);
    cell->width_emu = end - start;
    cell->left_emu = grid->right_to_left ? measure - end : start;
    cell->content_left_emu = cell->left_emu + inset + (grid->right_to_left ? gutter : 0);
    cell->content_width_emu = MAX(cell->width_emu - 2 * inset - gutter, 1);
    column_set(cell->content, cell->content_width_emu);
  }
  g_free(starts);
}

static void grid_set(Box *box, int32_t measure) {
  Grid *grid = grid_of(box);
  if (grid->rows->len == 0 || grid->columns == 0)
    return;
  const int32_t total = grid->total_emu > 0 ? MIN(grid->total_emu, measure) : measure;
  ColumnWidths *asked = ask_cells(grid, total);
  int32_t *widths = column_widths_share(asked, grid->wanted_emu, total);
  grid->width_emu = total;
  place_cells(grid, widths, total, measure);
  g_free(widths);
  column_widths_free(asked);
  grid_set_rows(grid);
}

static const BoxKind grid_kind = {grid_widths, grid_set, grid_free};

Grid *grid_new(Layout *layout, const GridLook *look, bool right_to_left, uint32_t columns) {
  Grid *grid = g_new0(Grid, 1);
  grid->box.kind = &grid_kind;
  grid->layout = layout;
  grid->look = *look;
  grid->right_to_left = right_to_left;
  grid->columns = columns;
  grid->rows = g_array_new(FALSE, TRUE, sizeof(GridRow));
  grid->cells = g_array_new(FALSE, TRUE, sizeof(Cell));
  return grid;
}

bool box_is_grid(const Box *box) {
  return box->kind == &grid_kind;
}

GridRow *grid_add_row(Grid *grid) {
  const GridRow row = {.first_cell = grid->cells->len, .ground = -1};
  g_array_append_val(grid->rows, row);
  return grid_row(grid, grid->rows->len - 1);
}

Cell *grid_add_cell(Grid *grid, uint32_t column, uint32_t column_span, uint32_t row_span) {
  const Cell cell = {.content = column_new(grid->right_to_left, grid->look.keeps_edges),
                     .row = grid->rows->len - 1,
                     .column = column,
                     .row_span = row_span,
                     .column_span = column_span,
                     .ground = -1};
  g_array_append_val(grid->cells, cell);
  grid_row(grid, cell.row)->cell_count++;
  return grid_cell(grid, grid->cells->len - 1);
}
