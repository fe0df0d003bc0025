#include "config.h"

#include "page/grid.h"

/* Row by row, rows that a spanning cell ties together as one: the heights, then where lines end at one height
 * in all cells. */

/* A height at which a page may end, and what that costs. */
typedef struct Cut {
  int64_t y;
  int32_t cost;
  bool ends_row;
} Cut;

/* More cells than this are not looked at together: their spans are given up. */
enum { MOST_TIED = 2000 };

static uint32_t end_of_cells(const Grid *grid, uint32_t row) {
  return grid_row(grid, row)->first_cell + grid_row(grid, row)->cell_count;
}

/* The row behind those that are tied to `first` by spanning cells. */
static uint32_t tied_end(const Grid *grid, uint32_t first) {
  uint32_t end = first + 1;
  for (uint32_t r = first; r < end; r++)
    for (uint32_t i = grid_row(grid, r)->first_cell; i < end_of_cells(grid, r); i++)
      end = MAX(end, cell_end(grid, grid_cell(grid, i)));
  return end;
}

static int64_t height_of_cell(const Grid *grid, const Cell *cell) {
  return column_height(cell->content) + 2 * (int64_t)grid->look.inset_emu + grid->look.above_emu;
}

/* Gives the rows their tops and heights from y on: a row is as high as its own cells need, and the rest of
 * those that end in it. Returns the height below them. */
static int64_t place_rows(Grid *grid, uint32_t first, uint32_t end, int64_t y) {
  const uint32_t first_cell = grid_row(grid, first)->first_cell;
  /* Chains of the cells that end in each row: the cell's number in the chain, 0 at its end. */
  uint32_t *ending = g_new0(uint32_t, end - first),
           *next = g_new0(uint32_t, end_of_cells(grid, end - 1) - first_cell + 1);
  for (uint32_t i = first_cell; i < end_of_cells(grid, end - 1); i++) {
    uint32_t *head = &ending[cell_end(grid, grid_cell(grid, i)) - 1 - first];
    next[i - first_cell] = *head;
    *head = i - first_cell + 1;
  }
  for (uint32_t r = first; r < end; r++) {
    GridRow *row = grid_row(grid, r);
    row->top_emu = y;
    row->height_emu = 0;
    for (uint32_t chained = ending[r - first]; chained != 0; chained = next[chained - 1]) {
      const Cell *cell = grid_cell(grid, first_cell + chained - 1);
      const int64_t above = y - grid_row(grid, cell->row)->top_emu;
      row->height_emu = MAX(row->height_emu, height_of_cell(grid, cell) - above);
    }
    y += row->height_emu;
  }
  g_free(ending);
  g_free(next);
  return y;
}

static void place_cells(Grid *grid, uint32_t first, uint32_t end) {
  for (uint32_t i = grid_row(grid, first)->first_cell; i < end_of_cells(grid, end - 1); i++) {
    Cell *cell = grid_cell(grid, i);
    const GridRow *bottom = grid_row(grid, cell_end(grid, cell) - 1);
    cell->top_emu = grid_row(grid, cell->row)->top_emu;
    cell->height_emu = bottom->top_emu + bottom->height_emu - cell->top_emu;
    const int64_t spare = cell->height_emu - height_of_cell(grid, cell);
    const int64_t down = cell->align == CELL_BOTTOM ? spare : cell->align == CELL_MIDDLE ? spare / 2 : 0;
    cell->content_top_emu = cell->top_emu + grid->look.above_emu + grid->look.inset_emu + down;
  }
}

/* Whether the cell can be cut at y, and what that costs; *next is where the last cut was found and moves on.
 */
static bool cell_bears_cut(const Cell *cell, int64_t y, size_t *next, int32_t *cost) {
  size_t count;
  const ColumnSlice *slices = column_slices(cell->content, &count);
  const int64_t within = y - cell->content_top_emu;
  while (*next < count && slices[*next].top_emu + slices[*next].slice.height_emu <= within)
    (*next)++;
  if (*next == count)
    return true;
  if (slices[*next].top_emu < within)
    return false;
  if (*next > 0)
    *cost = MAX(*cost, slices[*next - 1].slice.cost);
  return true;
}

static gint by_height(gconstpointer a, gconstpointer b) {
  const Cut *left = a, *right = b;
  if (left->y != right->y)
    return left->y < right->y ? -1 : 1;
  return left->cost - right->cost;
}

/* Heights at which a line of some cell ends, or a row, from top to bottom. */
static GArray *candidates(const Grid *grid, uint32_t first, uint32_t end) {
  GArray *heights = g_array_new(FALSE, FALSE, sizeof(Cut));
  for (uint32_t r = first; r < end; r++) {
    const GridRow *row = grid_row(grid, r);
    const Cut at_row = {row->top_emu + row->height_emu, BREAK_FREE, true};
    g_array_append_val(heights, at_row);
    for (uint32_t i = row->first_cell; i < end_of_cells(grid, r) && !grid->look.keeps_rows; i++) {
      const Cell *cell = grid_cell(grid, i);
      size_t count;
      const ColumnSlice *slices = column_slices(cell->content, &count);
      for (size_t s = 0; s + 1 < count; s++) {
        const Cut at_line = {cell->content_top_emu + slices[s].top_emu + slices[s].slice.height_emu,
                             BREAK_IN_ROW, false};
        g_array_append_val(heights, at_line);
      }
    }
  }
  g_array_sort(heights, by_height);
  return heights;
}

/* The cuts that all cells of the tied rows bear; the last is the end of the last row. */
static GArray *find_cuts(const Grid *grid, uint32_t first, uint32_t end) {
  const uint32_t first_cell = grid_row(grid, first)->first_cell;
  const uint32_t cell_count = end_of_cells(grid, end - 1) - first_cell;
  const int64_t bottom = grid_row(grid, end - 1)->top_emu + grid_row(grid, end - 1)->height_emu;
  size_t *next = g_new0(size_t, MAX(cell_count, 1));
  GArray *heights = candidates(grid, first, end), *cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
  int64_t before = grid_row(grid, first)->top_emu;
  for (guint k = 0; k < heights->len; k++) {
    Cut cut = g_array_index(heights, Cut, k);
    if (cut.y <= before || cut.y >= bottom)
      continue;
    before = cut.y;
    bool is_borne = true;
    for (uint32_t i = 0; i < cell_count && is_borne; i++)
      is_borne = cell_bears_cut(grid_cell(grid, first_cell + i), cut.y, &next[i], &cut.cost);
    if (is_borne)
      g_array_append_val(cuts, cut);
  }
  const Cut at_end = {bottom, BREAK_FREE, true};
  g_array_append_val(cuts, at_end);
  g_array_unref(heights);
  g_free(next);
  return cuts;
}

static int64_t tallest(const Grid *grid, uint32_t first, const GArray *cuts) {
  int64_t top = grid_row(grid, first)->top_emu, most = 0;
  for (guint i = 0; i < cuts->len; i++) {
    most = MAX(most, g_array_index(cuts, Cut, i).y - top);
    top = g_array_index(cuts, Cut, i).y;
  }
  return most;
}

/* The last resort for a row taller than a page whose lines never end together: the n-th lines of all cells
 * are set at one height. */
static void align_lines(Grid *grid, uint32_t r) {
  const GridRow *row = grid_row(grid, r);
  int64_t y = 0;
  bool more = true;
  for (size_t n = 0; more; n++) {
    int64_t gap = 0, height = 0;
    more = false;
    for (int placing = 0; placing < 2; placing++)
      for (uint32_t i = row->first_cell; i < end_of_cells(grid, r); i++) {
        Cell *cell = grid_cell(grid, i);
        size_t count;
        column_slices(cell->content, &count);
        if (n >= count)
          continue;
        ColumnSlice *slice = column_slice(cell->content, n);
        if (placing)
          slice->top_emu = y + gap;
        gap = MAX(gap, n == 0 ? slice->top_emu : slice->gap_emu);
        height = MAX(height, slice->slice.height_emu);
        if (n + 1 < count)
          more = true;
      }
    y += gap + height;
  }
  for (uint32_t i = row->first_cell; i < end_of_cells(grid, r); i++) {
    Cell *cell = grid_cell(grid, i);
    cell->align = CELL_TOP;
    column_set_height(cell->content, MAX(y, column_height(cell->content)));
  }
}

/* Gives up the spans of rows that cannot be divided otherwise, and lines up what stands in each. */
static void untie(Grid *grid, uint32_t first, uint32_t end) {
  for (uint32_t r = first; r < end; r++) {
    for (uint32_t i = grid_row(grid, r)->first_cell; i < end_of_cells(grid, r); i++)
      grid_cell(grid, i)->row_span = 1;
    align_lines(grid, r);
  }
  grid->look.keeps_rows = false;
}

/* The cuts of the rows tied to `first`, placed from y on; *end gets the row behind them. */
static GArray *cut_tied(Grid *grid, uint32_t first, int64_t y, uint32_t *end) {
  for (bool is_untied = false;; is_untied = true) {
    *end = tied_end(grid, first);
    place_rows(grid, first, *end, y);
    place_cells(grid, first, *end);
    const uint32_t cells = end_of_cells(grid, *end - 1) - grid_row(grid, first)->first_cell;
    const bool is_large = *end - first > 1 && cells > MOST_TIED;
    GArray *cuts = is_large && !is_untied ? NULL : find_cuts(grid, first, *end);
    if (is_untied || (cuts != NULL && tallest(grid, first, cuts) <= grid->layout->column_height_emu))
      return cuts;
    if (cuts != NULL)
      g_array_unref(cuts);
    untie(grid, first, *end);
  }
}

static void add_slices(Grid *grid, uint32_t first, uint32_t end, const GArray *cuts, GArray *costs) {
  int64_t top = grid_row(grid, first)->top_emu;
  for (guint i = 0; i < cuts->len; i++) {
    const Cut *cut = &g_array_index(cuts, Cut, i);
    const GridSlice slice = {.top_emu = top,
                             .bottom_emu = cut->y,
                             .first_row = first,
                             .last_row = end - 1,
                             .ends_row = cut->ends_row};
    g_array_append_val(grid->slices, slice);
    g_array_append_val(costs, cut->cost);
    top = cut->y;
  }
}

/* What a break costs at the end of the tied rows: the head is kept with two rows, and no row goes alone. */
static int32_t cost_between(const Grid *grid, uint32_t end) {
  const uint32_t rows = grid->rows->len;
  if (end <= grid->head_rows)
    return BREAK_NEVER;
  if (grid->head_rows > 0 && end == grid->head_rows + 1 && end < rows)
    return BREAK_WIDOW;
  return end + 1 == rows && rows > 2 && !grid->look.keeps_rows ? BREAK_KEEP : BREAK_FREE;
}

static void fill_box(Grid *grid, const GArray *costs) {
  const size_t count = grid->slices->len;
  int64_t head = 0;
  if (grid->head_slices > 0 && grid->head_slices < count)
    head = g_array_index(grid->slices, GridSlice, grid->head_slices - 1).bottom_emu;
  if (head > grid->layout->column_height_emu / 3)
    head = 0;
  grid->box.slices = g_new0(Slice, count);
  grid->box.slice_count = count;
  for (size_t i = 0; i < count; i++) {
    const GridSlice *slice = &g_array_index(grid->slices, GridSlice, i);
    grid->box.slices[i].height_emu = (int32_t)MIN(slice->bottom_emu - slice->top_emu, G_MAXINT32);
    grid->box.slices[i].repeat_emu = i < grid->head_slices ? 0 : (int32_t)head;
    grid->box.slices[i].cost = i + 1 < count ? g_array_index(costs, int32_t, i) : BREAK_FREE;
  }
}

void grid_set_rows(Grid *grid) {
  GArray *costs = g_array_new(FALSE, FALSE, sizeof(int32_t));
  grid->slices = g_array_new(FALSE, FALSE, sizeof(GridSlice));
  int64_t y = 0;
  for (uint32_t first = 0, end; first < grid->rows->len; first = end) {
    GArray *cuts = cut_tied(grid, first, y, &end);
    add_slices(grid, first, end, cuts, costs);
    g_array_index(costs, int32_t, costs->len - 1) = cost_between(grid, end);
    if (end <= grid->head_rows)
      grid->head_slices = grid->slices->len;
    y = g_array_index(cuts, Cut, cuts->len - 1).y;
    g_array_unref(cuts);
  }
  fill_box(grid, costs);
  g_array_unref(costs);
}
