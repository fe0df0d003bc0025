#include "config.h"

#include "page/breaks.h"

/* The height of the slice on a page: gaps and repeated heads count by where it stands. */
static int64_t height_on_page(const ColumnSlice *placed, bool is_first) {
  const int64_t above =
      is_first ? (int64_t)placed->slice.repeat_emu + placed->slice.lead_emu : placed->gap_emu;
  return above + placed->slice.height_emu;
}

/* The number of slices that fit on the page, at least one; *stops: a page begins behind them by force. */
static size_t fit(const ColumnSlice *slices, size_t count, int32_t height, bool *stops) {
  int64_t used = 0;
  for (size_t i = 0; i < count; i++) {
    *stops = i > 0 && slices[i].begins_page;
    used += height_on_page(&slices[i], i == 0);
    if (*stops || (i > 0 && used > height))
      return i;
  }
  *stops = false;
  return count;
}

/* The break of least cost among the first `most`, when no page is to hold less than `least` slices. */
static size_t cheapest(const ColumnSlice *slices, size_t most, int32_t height, int64_t *cost) {
  size_t best = most;
  *cost = G_MAXINT64;
  int64_t used = 0;
  for (size_t i = 0; i < most; i++) {
    used += height_on_page(&slices[i], i == 0);
    const int64_t white = height > used ? (height - used) * 1000 / height : 0;
    if (white + slices[i].slice.cost <= *cost) {
      *cost = white + slices[i].slice.cost;
      best = i + 1;
    }
  }
  return best;
}

/* The height of what follows up to the next forced page, as far as it matters: up to `enough`. */
static int64_t height_behind(const ColumnSlice *slices, size_t from, size_t count, int64_t enough,
                             bool *is_last) {
  int64_t height = 0;
  *is_last = false;
  for (size_t i = from; i < count && height < enough; i++) {
    if (i > from && slices[i].begins_page) {
      *is_last = true;
      return height;
    }
    height += height_on_page(&slices[i], i == from);
  }
  return height;
}

/* A last page would be nearly empty: an earlier break that gives it more, if one costs little. */
static size_t spare_for_last(const ColumnSlice *slices, size_t count, size_t end, int32_t height) {
  for (size_t earlier = end; earlier > 1; earlier--) {
    bool is_last;
    const int64_t behind = height_behind(slices, earlier, count, height, &is_last);
    if (behind >= height)
      return end;
    if (behind >= LAST_PAGE_LEAST_EMU && slices[earlier - 1].slice.cost < BREAK_KEEP)
      return earlier;
    if (behind >= 2 * (int64_t)LAST_PAGE_LEAST_EMU)
      return end;
  }
  return end;
}

size_t page_end(const ColumnSlice *slices, size_t count, bool is_all, int32_t height_emu) {
  if (count == 0)
    return 0;
  bool stops;
  const size_t most = fit(slices, count, height_emu, &stops);
  if (stops)
    return most;
  if (most == count)
    return is_all ? count : 0;
  int64_t cost;
  const size_t end = cheapest(slices, most, height_emu, &cost);
  bool is_last;
  const int64_t behind = height_behind(slices, end, count, LAST_PAGE_LEAST_EMU, &is_last);
  if (behind >= LAST_PAGE_LEAST_EMU)
    return end;
  if (!is_last && !is_all)
    return 0;
  return spare_for_last(slices, count, end, height_emu);
}
