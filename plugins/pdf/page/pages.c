#include "config.h"

#include "page/pages.h"

#include "page/breaks.h"

static const PageFormat *format_of(const Pages *pages, const ColumnSlice *slices, size_t count,
                                   size_t *index) {
  *index = count == 0 ? 0 : MIN(slices[0].section, pages->formats->len - 1);
  return &g_array_index(pages->formats, PageFormat, *index);
}

/* The height of the text on a page of that number, from 0. */
static int32_t text_height(const PageFormat *format, unsigned number) {
  return MAX(format->bottom_emu - (number == 0 ? format->first_top_emu : format->top_emu), 1);
}

/* Enough for the end of the page and of what is looked at behind it; until then nothing needs to be asked. */
static bool may_be_full(const ColumnSlice *slices, size_t count, int32_t height) {
  return count > 1 && (slices[count - 1].top_emu - slices[0].top_emu > height ||
                       slices[count - 1].section != slices[0].section || slices[count - 1].begins_page);
}

static void hand_on(Pages *pages, size_t index, const ColumnSlice *slices, size_t count) {
  const PageFormat *format = &g_array_index(pages->formats, PageFormat, index);
  const Page page = {format, index, ++pages->count, pages->total, slices, count};
  pages->is_over = !lp_account_within(pages->layout->account, LP_LIMIT_PAGES, pages->count, NULL);
  if (!pages->is_over)
    pages->draw(pages->state, &page);
}

/* How many pages all slices fill. */
static unsigned count_pages(const Pages *pages) {
  size_t count, index;
  const ColumnSlice *slices = column_slices(pages->column, &count);
  unsigned number = 0;
  for (size_t done = 0; done < count; number++) {
    const PageFormat *format = format_of(pages, slices + done, count - done, &index);
    done += page_end(slices + done, count - done, true, text_height(format, number));
  }
  return MAX(number, 1);
}

static void hand_on_decided(Pages *pages, bool is_all) {
  for (;;) {
    size_t count, index;
    const ColumnSlice *slices = column_slices(pages->column, &count);
    const PageFormat *format = format_of(pages, slices, count, &index);
    const int32_t height = text_height(format, pages->count);
    if (!is_all && !may_be_full(slices, count, height))
      return;
    const size_t end = page_end(slices, count, is_all, height);
    if (end == 0 && !(is_all && pages->count == 0))
      return;
    hand_on(pages, index, slices, end);
    column_drop(pages->column, end);
    if (pages->is_over || lp_should_stop(pages->layout->account))
      return;
  }
}

void pages_hand_on(Pages *pages, bool is_all) {
  if (pages->is_over) {
    size_t count;
    column_slices(pages->column, &count);
    column_drop(pages->column, count);
    return;
  }
  if (!is_all && !pages->is_streaming) {
    size_t count;
    const ColumnSlice *slices = column_slices(pages->column, &count);
    if (count == 0)
      return;
    const int64_t held = slices[count - 1].top_emu - slices[0].top_emu;
    pages->is_streaming = held > (int64_t)PAGES_HELD * pages->layout->column_height_emu;
  }
  if (is_all && !pages->is_streaming)
    pages->total = count_pages(pages);
  if (is_all || pages->is_streaming)
    hand_on_decided(pages, is_all);
}
