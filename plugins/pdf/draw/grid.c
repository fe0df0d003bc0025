#include "config.h"

#include "draw/grid.h"

#include "draw/blocks.h"

/* A slice of a grid being drawn: heights of the grid in it, and where the grid's own corner would be. */
typedef struct Window {
  int64_t x, y;        /* of the grid's top left corner, on the page or far above it */
  int64_t top, bottom; /* of the slice, in the grid */
  int64_t ground_top;  /* of what is seen of it: above its top at the head of a page */
  unsigned where;
} Window;

static bool is_seen(const Window *window, int64_t top, int64_t bottom) {
  return top < window->bottom && bottom > window->top;
}

static void fill_part(Pen *pen, const Window *window, PdfArtifact artifact, uint32_t colour, int64_t left,
                      int64_t width, int64_t top, int64_t bottom) {
  top = MAX(top, window->ground_top);
  bottom = MIN(bottom, window->bottom);
  pen_fill_artifact(pen, artifact, colour, points(window->x + left), points(window->y + top), points(width),
                    points(bottom - top));
}

static int64_t bottom_of(const Cell *cell, const ColumnSlice *line) {
  return cell->content_top_emu + line->top_emu + line->slice.height_emu;
}

/* Draws the lines of the cell that end in the slice. */
static void draw_content(Pen *pen, const Window *window, const Cell *cell) {
  size_t count;
  const ColumnSlice *slices = column_slices(cell->content, &count);
  size_t low = 0, high = count;
  while (low < high) { /* the first that ends in the slice */
    const size_t middle = low + (high - low) / 2;
    if (bottom_of(cell, &slices[middle]) <= window->top)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < count && bottom_of(cell, &slices[low]) <= window->bottom; low++)
    draw_slice(pen, slices[low].box, slices[low].index,
               window->x + cell->content_left_emu + slices[low].left_emu,
               window->y + cell->content_top_emu + slices[low].top_emu, 0);
}

static void draw_borders(Pen *pen, const Window *window, const Grid *grid, const Cell *cell) {
  const int32_t left = cell->border_emu[grid->right_to_left ? 3 : 2];
  const int32_t right = cell->border_emu[grid->right_to_left ? 2 : 3];
  const int64_t bottom = cell->top_emu + cell->height_emu;
  if (left > 0)
    fill_part(pen, window, PDF_ARTIFACT_LAYOUT, cell->border_colour, cell->left_emu - left / 2, left,
              cell->top_emu, bottom);
  if (right > 0)
    fill_part(pen, window, PDF_ARTIFACT_LAYOUT, cell->border_colour,
              cell->left_emu + cell->width_emu - right / 2, right, cell->top_emu, bottom);
  if (cell->border_emu[0] > 0 && cell->top_emu >= window->top)
    fill_part(pen, window, PDF_ARTIFACT_LAYOUT, cell->border_colour, cell->left_emu, cell->width_emu,
              cell->top_emu, cell->top_emu + cell->border_emu[0]);
  if (cell->border_emu[1] > 0 && bottom <= window->bottom)
    fill_part(pen, window, PDF_ARTIFACT_LAYOUT, cell->border_colour, cell->left_emu, cell->width_emu,
              bottom - cell->border_emu[1], bottom);
}

/* A rule whose middle lies at a height of the grid. */
static void draw_rule_at(Pen *pen, const Window *window, int64_t y, int64_t left, int64_t width,
                         int32_t thickness, uint32_t colour) {
  if (thickness <= 0)
    return;
  pen_fill_artifact(pen, PDF_ARTIFACT_LAYOUT, colour, points(window->x + left),
                    points(window->y + y) - points(thickness) / 2, points(width), points(thickness));
}

/* The rule above a cell: outermost, below the head, or between rows. */
static void draw_rule_above(Pen *pen, const Window *window, const Grid *grid, const Cell *cell) {
  const GridLook *look = &grid->look;
  if (cell->top_emu < window->top || cell->top_emu >= window->bottom)
    return;
  if (look->rules_each_cell) {
    const int64_t y = cell->top_emu + look->above_emu - look->rule_gap_emu;
    size_t count;
    if (column_slices(cell->content, &count) == NULL)
      return;
    draw_rule_at(pen, window, y, cell->content_left_emu, cell->content_width_emu, look->rule_row_emu,
                 look->rule_row_colour);
    return;
  }
  if (cell->top_emu == window->top && (window->where & SLICE_BELOW_REPEAT))
    return;
  if (cell->row == 0)
    draw_rule_at(pen, window, cell->top_emu, cell->left_emu, cell->width_emu, look->rule_outer_emu,
                 look->rule_colour);
  else if (cell->row == grid->head_rows)
    draw_rule_at(pen, window, cell->top_emu, cell->left_emu, cell->width_emu, look->rule_head_emu,
                 look->rule_colour);
  else
    draw_rule_at(pen, window, cell->top_emu, cell->left_emu, cell->width_emu, look->rule_row_emu,
                 look->rule_row_colour);
}

/* The width of the whole grid and its left edge. */
static void extent_of(const Grid *grid, int64_t *left, int64_t *width) {
  *left = grid->right_to_left ? grid->box.measure_emu - grid->width_emu : 0;
  *width = grid->width_emu;
}

static void draw_edges(Pen *pen, const Window *window, const Grid *grid, const GridSlice *slice,
                       bool is_last) {
  const GridLook *look = &grid->look;
  int64_t left, width;
  extent_of(grid, &left, &width);
  if (look->has_sides) {
    fill_part(pen, window, PDF_ARTIFACT_LAYOUT, look->rule_colour, left, look->rule_outer_emu, slice->top_emu,
              slice->bottom_emu);
    fill_part(pen, window, PDF_ARTIFACT_LAYOUT, look->rule_colour, left + width - look->rule_outer_emu,
              look->rule_outer_emu, slice->top_emu, slice->bottom_emu);
  }
  if (look->rules_each_cell)
    return;
  if (is_last)
    draw_rule_at(pen, window, slice->bottom_emu, left, width, look->rule_outer_emu, look->rule_colour);
  else if (slice->ends_row && (window->where & SLICE_LAST_ON_PAGE))
    draw_rule_at(pen, window, slice->bottom_emu, left, width, look->rule_row_emu, look->rule_row_colour);
}

static void draw_window(Pen *pen, const Window *window, const Grid *grid, uint32_t first_row,
                        uint32_t last_row) {
  for (uint32_t r = first_row; r <= last_row; r++) {
    const GridRow *row = grid_row(grid, r);
    int64_t left, width;
    extent_of(grid, &left, &width);
    if (row->ground >= 0 && is_seen(window, row->top_emu, row->top_emu + row->height_emu))
      fill_part(pen, window, PDF_ARTIFACT_BACKGROUND, (uint32_t)row->ground, left, width, row->top_emu,
                row->top_emu + row->height_emu);
  }
  const uint32_t first = grid_row(grid, first_row)->first_cell;
  const uint32_t end = grid_row(grid, last_row)->first_cell + grid_row(grid, last_row)->cell_count;
  for (uint32_t i = first; i < end; i++) {
    const Cell *cell = grid_cell(grid, i);
    if (!is_seen(window, cell->top_emu, cell->top_emu + cell->height_emu))
      continue;
    if (cell->ground >= 0)
      fill_part(pen, window, PDF_ARTIFACT_BACKGROUND, (uint32_t)cell->ground, cell->left_emu, cell->width_emu,
                cell->top_emu, cell->top_emu + cell->height_emu);
    draw_rule_above(pen, window, grid, cell);
    draw_content(pen, window, cell);
    draw_borders(pen, window, grid, cell);
  }
}

void draw_grid_slice(Pen *pen, const Grid *grid, size_t index, int64_t x_emu, int64_t y_emu, unsigned where) {
  const GridSlice *slice = &g_array_index(grid->slices, GridSlice, index);
  const int32_t lead = where & SLICE_FIRST_ON_PAGE ? slice->lead_emu : 0;
  const Window window = {
      x_emu, y_emu - slice->top_emu, slice->top_emu, slice->bottom_emu, slice->top_emu - lead, where};
  draw_window(pen, &window, grid, slice->first_row, slice->last_row);
  draw_edges(pen, &window, grid, slice, index + 1 == grid->slices->len);
}

void draw_grid_head(Pen *pen, const Grid *grid, int64_t x_emu, int64_t y_emu) {
  const int64_t bottom = g_array_index(grid->slices, GridSlice, grid->head_slices - 1).bottom_emu;
  const Window window = {x_emu, y_emu, 0, bottom, 0, 0};
  int64_t left, width;
  extent_of(grid, &left, &width);
  draw_window(pen, &window, grid, 0, grid->head_rows - 1);
  draw_rule_at(pen, &window, bottom, left, width, grid->look.rule_head_emu, grid->look.rule_colour);
}
