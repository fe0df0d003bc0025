#include "config.h"

#include "page/table_widths.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

typedef struct SpanRequest {
  uint32_t column, span;
  int64_t least, natural;
} SpanRequest;

struct ColumnWidths {
  uint32_t columns;
  int64_t *least, *natural;
  GArray *spans; /* SpanRequest: met when the single columns are known; NULL: none, or met */
};

ColumnWidths *column_widths_new(uint32_t columns) {
  ColumnWidths *widths = g_new0(ColumnWidths, 1);
  widths->columns = columns;
  widths->least = g_new0(int64_t, MAX(columns, 1));
  widths->natural = g_new0(int64_t, MAX(columns, 1));
  return widths;
}

void column_widths_free(ColumnWidths *widths) {
  if (widths->spans != NULL)
    g_array_unref(widths->spans);
  g_free(widths->least);
  g_free(widths->natural);
  g_free(widths);
}

void column_widths_ask(ColumnWidths *widths, uint32_t column, uint32_t span, int64_t least_emu,
                       int64_t natural_emu) {
  if (span == 1) {
    widths->least[column] = MAX(widths->least[column], least_emu);
    widths->natural[column] = MAX(widths->natural[column], natural_emu);
    return;
  }
  if (widths->spans == NULL)
    widths->spans = g_array_new(FALSE, FALSE, sizeof(SpanRequest));
  const SpanRequest request = {column, span, least_emu, natural_emu};
  g_array_append_val(widths->spans, request);
}

static int64_t sum_of(const int64_t *values, uint32_t count) {
  int64_t sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += values[i];
  return sum;
}

/* Widens columns in proportion to what they have, evenly where they have nothing, to come to a sum. */
static void widen(int64_t *values, uint32_t count, int64_t wanted) {
  const int64_t has = sum_of(values, count);
  if (has >= wanted)
    return;
  int64_t left = wanted - has;
  for (uint32_t i = 0; i < count; i++) {
    const int64_t share = has > 0 ? (int64_t)((double)(wanted - has) * (double)values[i] / (double)has)
                                  : (wanted - has) / count;
    values[i] += share;
    left -= share;
  }
  values[count - 1] += left;
}

static void meet_spans(ColumnWidths *widths) {
  for (guint i = 0; widths->spans != NULL && i < widths->spans->len; i++) {
    const SpanRequest *request = &g_array_index(widths->spans, SpanRequest, i);
    widen(widths->least + request->column, request->span, request->least);
    widen(widths->natural + request->column, request->span, request->natural);
  }
  if (widths->spans != NULL)
    g_array_unref(widths->spans);
  widths->spans = NULL;
  for (uint32_t c = 0; c < widths->columns; c++)
    widths->natural[c] = MAX(widths->natural[c], widths->least[c]);
}

void column_widths_sum(ColumnWidths *widths, int32_t *least_emu, int32_t *natural_emu) {
  meet_spans(widths);
  *least_emu = (int32_t)MIN(sum_of(widths->least, widths->columns), G_MAXINT32);
  *natural_emu = (int32_t)MIN(sum_of(widths->natural, widths->columns), G_MAXINT32);
}

/* A wanted width takes the place of the natural one, scaled so that all wanted ones keep their proportion
 * within what the columns without one leave. */
static void take_wanted(ColumnWidths *widths, const int32_t *wanted, int32_t total) {
  int64_t sum = 0, others = 0;
  for (uint32_t c = 0; c < widths->columns; c++) {
    sum += MAX(wanted[c], 0);
    if (wanted[c] <= 0)
      others += widths->natural[c];
  }
  const int64_t room = MAX(total - others, total / 2);
  for (uint32_t c = 0; c < widths->columns && sum > 0; c++) {
    if (wanted[c] <= 0)
      continue;
    widths->natural[c] = (int64_t)((double)room * wanted[c] / (double)sum);
    widths->natural[c] = MAX(widths->natural[c], widths->least[c]);
  }
}

/* Columns that need less than an even share get what they need: short entries stay on one line. The others
 * share the rest, each between its least and its natural width. Too little room for all: false. */
static bool share_fairly(const ColumnWidths *widths, int64_t total, int64_t *shared) {
  bool *is_met = g_new0(bool, widths->columns);
  int64_t rest = total, left = widths->columns;
  for (bool more = true; more && left > 0;) {
    const int64_t even = rest / left;
    more = false;
    for (uint32_t c = 0; c < widths->columns; c++) {
      if (is_met[c] || widths->natural[c] > even)
        continue;
      shared[c] = widths->natural[c];
      rest -= shared[c];
      left--;
      is_met[c] = more = true;
    }
  }
  int64_t least = 0, natural = 0;
  for (uint32_t c = 0; c < widths->columns; c++) {
    least += is_met[c] ? 0 : widths->least[c];
    natural += is_met[c] ? 0 : widths->natural[c];
  }
  for (uint32_t c = 0; c < widths->columns && least <= rest; c++) {
    if (is_met[c])
      continue;
    const double play = (double)(widths->natural[c] - widths->least[c]);
    shared[c] = widths->least[c] + (int64_t)((double)(rest - least) * play / (double)MAX(natural - least, 1));
  }
  g_free(is_met);
  return least <= rest;
}

/* Where even that is too little: between least and natural (CSS 2.2, 17.5.2.2), or less than the least. */
static void share_between(const ColumnWidths *widths, int64_t least, int64_t natural, int32_t total,
                          int64_t *shared) {
  for (uint32_t c = 0; c < widths->columns; c++) {
    const double play = (double)(widths->natural[c] - widths->least[c]);
    if (least >= total)
      shared[c] = (int64_t)((double)total * (double)widths->least[c] / (double)MAX(least, 1));
    else
      shared[c] = widths->least[c] + (int64_t)((double)(total - least) * play / (double)(natural - least));
  }
}

int32_t *column_widths_share(ColumnWidths *widths, const int32_t *wanted_emu, int32_t total_emu) {
  meet_spans(widths);
  if (wanted_emu != NULL)
    take_wanted(widths, wanted_emu, total_emu);
  int64_t *shared = g_new0(int64_t, MAX(widths->columns, 1));
  const int64_t least = sum_of(widths->least, widths->columns),
                natural = sum_of(widths->natural, widths->columns);
  if (natural <= total_emu)
    memcpy(shared, widths->natural, widths->columns * sizeof *shared);
  else if (!share_fairly(widths, total_emu, shared))
    share_between(widths, least, natural, total_emu, shared);
  widen(shared, widths->columns, total_emu);
  int32_t *result = g_new(int32_t, MAX(widths->columns, 1));
  for (uint32_t c = 0; c < widths->columns; c++)
    result[c] = (int32_t)CLAMP(shared[c], 0, G_MAXINT32);
  g_free(shared);
  return result;
}
