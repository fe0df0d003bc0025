#include "config.h"

#include "page/grid.h"

/* Row by row, rows that a spanning cell ties together as one: the heights, then where pages may end. */

/* A height at which a page may end, what that costs, and how far lines of the next page lie above it. */
typedef struct Cut {
  int64_t y;
  int32_t cost;
  int32_t lead;
  bool ends_row;
} Cut;

/* More cells than this are not looked at together: their spans are given up. */
enum { MOST_TIED = 2000 };

/* White above the lines of a row that goes on on a further page. */
enum { CONTINUATION_GAP = 4 * LP_EMU_PER_POINT };

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

/* What a cut means for a cell; *next is its first line below the last cut, and moves on. */
static void cut_cell(const Cell *cell, size_t *next, Cut *cut) {
  size_t count;
  const ColumnSlice *slices = column_slices(cell->content, &count);
  const int64_t within = cut->y - cell->content_top_emu;
  while (*next < count && slices[*next].top_emu + slices[*next].slice.height_emu <= within)
    (*next)++;
  if (*next == count)
    return;
  const int64_t lead = within - slices[*next].top_emu + slices[*next].slice.lead_emu;
  if (*next == 0 && lead <= 0)
    return;
  cut->lead = (int32_t)MAX(cut->lead, lead);
  if (*next > 0)
    cut->cost = MAX(cut->cost, slices[*next - 1].slice.cost);
}

static gint by_height(gconstpointer a, gconstpointer b) {
  const Cut *left = a, *right = b;
  if (left->y != right->y)
    return left->y < right->y ? -1 : 1;
  return left->cost - right->cost;
}

/* Heights at which a line of some cell ends, or a row, from top to bottom. */
static GArray *candidates(const Grid *grid, uint32_t first, uint32_t end, bool in_rows) {
  GArray *heights = g_array_new(FALSE, FALSE, sizeof(Cut));
  for (uint32_t r = first; r < end; r++) {
    const GridRow *row = grid_row(grid, r);
    const Cut at_row = {.y = row->top_emu + row->height_emu, .cost = BREAK_FREE, .ends_row = true};
    g_array_append_val(heights, at_row);
    for (uint32_t i = row->first_cell; in_rows && i < end_of_cells(grid, r); i++) {
      const Cell *cell = grid_cell(grid, i);
      size_t count;
      const ColumnSlice *slices = column_slices(cell->content, &count);
      for (size_t s = 0; s + 1 < count; s++) {
        const Cut at_line = {.y = cell->content_top_emu + slices[s].top_emu + slices[s].slice.height_emu,
                             .cost = BREAK_IN_ROW};
        g_array_append_val(heights, at_line);
      }
    }
  }
  g_array_sort(heights, by_height);
  return heights;
}

/* Where the tied rows may be cut, from top to bottom; the last is the end of the last row. */
static GArray *find_cuts(const Grid *grid, uint32_t first, uint32_t end) {
  const uint32_t first_cell = grid_row(grid, first)->first_cell;
  const uint32_t cell_count = end_of_cells(grid, end - 1) - first_cell;
  const int64_t top = grid_row(grid, first)->top_emu;
  const int64_t bottom = grid_row(grid, end - 1)->top_emu + grid_row(grid, end - 1)->height_emu;
  const int32_t page = grid->layout->column_height_emu;
  size_t *next = g_new0(size_t, MAX(cell_count, 1));
  GArray *heights = candidates(grid, first, end, !grid->look.keeps_rows || bottom - top > page);
  GArray *cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
  int64_t before = top;
  for (guint k = 0; k < heights->len; k++) {
    Cut cut = g_array_index(heights, Cut, k);
    if (cut.y <= before || cut.y >= bottom)
      continue;
    before = cut.y;
    for (uint32_t i = 0; i < cell_count; i++)
      cut_cell(grid_cell(grid, first_cell + i), &next[i], &cut);
    if (!cut.ends_row)
      cut.lead += CONTINUATION_GAP;
    cut.cost += (int32_t)((int64_t)cut.lead * 1000 / page); /* white on the next page */
    g_array_append_val(cuts, cut);
  }
  const Cut at_end = {.y = bottom, .ends_row = true};
  g_array_append_val(cuts, at_end);
  g_array_unref(heights);
  g_free(next);
  return cuts;
}

/* Gives up the spans of cells in rows of too many. */
static void untie(Grid *grid, uint32_t first, uint32_t end) {
  for (uint32_t r = first; r < end; r++)
    for (uint32_t i = grid_row(grid, r)->first_cell; i < end_of_cells(grid, r); i++)
      grid_cell(grid, i)->row_span = 1;
}

/* The cuts of the rows tied to `first`, placed from y on; *end gets the row behind them. */
static GArray *cut_tied(Grid *grid, uint32_t first, int64_t y, uint32_t *end) {
  *end = tied_end(grid, first);
  if (*end - first > 1 && end_of_cells(grid, *end - 1) - grid_row(grid, first)->first_cell > MOST_TIED) {
    untie(grid, first, *end);
    *end = first + 1;
  }
  place_rows(grid, first, *end, y);
  place_cells(grid, first, *end);
  return find_cuts(grid, first, *end);
}

static void add_slices(Grid *grid, uint32_t first, uint32_t end, const GArray *cuts, GArray *costs) {
  int64_t top = grid_row(grid, first)->top_emu;
  int32_t lead = 0;
  for (guint i = 0; i < cuts->len; i++) {
    const Cut *cut = &g_array_index(cuts, Cut, i);
    const GridSlice slice = {.top_emu = top,
                             .bottom_emu = cut->y,
                             .lead_emu = lead,
                             .first_row = first,
                             .last_row = end - 1,
                             .ends_row = cut->ends_row};
    g_array_append_val(grid->slices, slice);
    g_array_append_val(costs, cut->cost);
    top = cut->y;
    lead = cut->lead;
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
    grid->box.slices[i].lead_emu = slice->lead_emu;
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
