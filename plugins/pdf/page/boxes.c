#include "config.h"

#include "page/boxes.h"

typedef struct Placement {
  Box *box;
  int32_t start_emu, end_emu;
} Placement;

struct Column {
  GArray *waiting; /* Placement, of a column without a measure yet */
  GArray *slices;  /* ColumnSlice */
  size_t dropped;  /* at the front of slices */
  int64_t height_emu;
  int32_t measure_emu; /* 0: not known yet */
  int32_t after_emu;   /* of the box added last */
  uint16_t section;
  uint8_t lines_held; /* slices that are still to stay with what stands above them */
  bool right_to_left, keeps_edges, is_first, breaks_page;
};

void box_free(Box *box) {
  if (box == NULL)
    return;
  g_free(box->slices);
  box->kind->free(box);
}

Column *column_new(bool right_to_left, bool keeps_edges) {
  Column *column = g_new0(Column, 1);
  column->right_to_left = right_to_left;
  column->keeps_edges = keeps_edges;
  column->is_first = true;
  return column;
}

void column_free(Column *column) {
  if (column == NULL)
    return;
  if (column->slices != NULL) {
    column_drop(column, column->slices->len - column->dropped);
    g_array_unref(column->slices);
  }
  for (guint i = 0; column->waiting != NULL && i < column->waiting->len; i++)
    box_free(g_array_index(column->waiting, Placement, i).box);
  if (column->waiting != NULL)
    g_array_unref(column->waiting);
  g_free(column);
}

void column_set_measure(Column *column, int32_t measure_emu, uint16_t section) {
  column->measure_emu = measure_emu;
  column->section = section;
}

bool column_is_right_to_left(const Column *column) {
  return column->right_to_left;
}

void column_break_page(Column *column) {
  column->breaks_page = true;
}

/* Puts one slice of a box below what stands there. */
static void append_slice(Column *column, Box *box, uint32_t index, int32_t left, int32_t gap, bool begins) {
  ColumnSlice placed = {.box = box,
                        .index = index,
                        .left_emu = left,
                        .gap_emu = gap,
                        .slice = box->slices[index],
                        .begins_page = begins,
                        .section = column->section};
  if (column->lines_held > 0 && --column->lines_held > 0)
    placed.slice.cost = BREAK_NEVER;
  const bool is_last = index + 1 == box->slice_count;
  if (is_last && (box->keeps_next || box->holds_lines > 0))
    placed.slice.cost = BREAK_NEVER;
  placed.top_emu = column->height_emu + gap;
  column->height_emu = placed.top_emu + placed.slice.height_emu;
  g_array_append_val(column->slices, placed);
}

static void append_set_box(Column *column, Box *box, int32_t start, int32_t end) {
  if (column->slices == NULL)
    column->slices = g_array_new(FALSE, FALSE, sizeof(ColumnSlice));
  int32_t measure = column->measure_emu - start - end;
  if (measure < 1)
    measure = 1;
  box->measure_emu = measure;
  box->kind->set(box, measure);
  if (box->slice_count == 0) {
    box_free(box);
    return;
  }
  const int32_t left = column->right_to_left ? end : start;
  int32_t gap = MAX(column->after_emu, box->before_emu);
  if (column->is_first && !column->keeps_edges)
    gap = 0;
  const bool begins = !column->is_first && (column->breaks_page || box->begins_page);
  for (size_t i = 0; i < box->slice_count; i++)
    append_slice(column, box, (uint32_t)i, left, i == 0 ? gap : 0, i == 0 && begins);
  if (box->holds_lines > 0)
    column->lines_held = box->holds_lines;
  column->after_emu = box->after_emu;
  column->is_first = column->breaks_page = false;
}

void column_add(Column *column, Box *box, int32_t start_emu, int32_t end_emu) {
  if (column->measure_emu > 0) {
    append_set_box(column, box, start_emu, end_emu);
    return;
  }
  if (column->waiting == NULL)
    column->waiting = g_array_new(FALSE, FALSE, sizeof(Placement));
  const Placement placement = {box, start_emu, end_emu};
  g_array_append_val(column->waiting, placement);
}

void column_widths(const Column *column, int32_t *least_emu, int32_t *natural_emu) {
  int64_t least = 0, natural = 0;
  for (guint i = 0; column->waiting != NULL && i < column->waiting->len; i++) {
    const Placement *placement = &g_array_index(column->waiting, Placement, i);
    int32_t box_least, box_natural;
    placement->box->kind->widths(placement->box, &box_least, &box_natural);
    const int64_t inset = (int64_t)placement->start_emu + placement->end_emu;
    least = MAX(least, box_least + inset);
    natural = MAX(natural, box_natural + inset);
  }
  *least_emu = (int32_t)MIN(least, G_MAXINT32);
  *natural_emu = (int32_t)MIN(natural, G_MAXINT32);
}

void column_set(Column *column, int32_t measure_emu) {
  column_set_measure(column, MAX(measure_emu, 1), 0);
  GArray *waiting = column->waiting;
  column->waiting = NULL;
  for (guint i = 0; waiting != NULL && i < waiting->len; i++) {
    const Placement *placement = &g_array_index(waiting, Placement, i);
    append_set_box(column, placement->box, placement->start_emu, placement->end_emu);
  }
  if (waiting != NULL)
    g_array_unref(waiting);
  if (column->keeps_edges)
    column->height_emu += column->after_emu;
}

bool column_is_empty(const Column *column) {
  return (column->waiting == NULL || column->waiting->len == 0) &&
         (column->slices == NULL || column->slices->len == column->dropped);
}

const ColumnSlice *column_slices(const Column *column, size_t *count) {
  *count = column->slices == NULL ? 0 : column->slices->len - column->dropped;
  return *count == 0 ? NULL : &g_array_index(column->slices, ColumnSlice, column->dropped);
}

int64_t column_height(const Column *column) {
  return column->height_emu;
}

void column_drop(Column *column, size_t count) {
  if (count == 0)
    return;
  for (size_t i = 0; i < count; i++) {
    const ColumnSlice *placed = &g_array_index(column->slices, ColumnSlice, column->dropped + i);
    if (placed->index + 1 == placed->box->slice_count)
      box_free(placed->box);
  }
  column->dropped += count;
  /* Moved together only when half is gone: each slice moves less than once in the mean. */
  if (column->dropped > 64 && column->dropped > column->slices->len / 2) {
    g_array_remove_range(column->slices, 0, (guint)column->dropped);
    column->dropped = 0;
  }
}
