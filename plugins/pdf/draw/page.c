#include "config.h"

#include "draw/page.h"

#include "draw/blocks.h"
#include "draw/letterhead.h"

/* Stacks the slices from the top of the text: what a page begins with has no gap, but what is repeated. */
static void draw_column(Pen *pen, const Page *page, int32_t top) {
  int64_t y = top;
  for (size_t i = 0; i < page->count; i++) {
    const ColumnSlice *placed = &page->slices[i];
    unsigned where = i + 1 == page->count ? SLICE_LAST_ON_PAGE : 0;
    const int64_t x = page->format->left_emu + placed->left_emu;
    if (i == 0) {
      where |= SLICE_FIRST_ON_PAGE;
      if (placed->slice.repeat_emu > 0) {
        draw_repeated(pen, placed->box, x, y);
        where |= SLICE_BELOW_REPEAT;
        y += placed->slice.repeat_emu;
      }
      y += placed->slice.lead_emu;
    } else {
      y += placed->gap_emu;
    }
    draw_slice(pen, placed->box, placed->index, x, y, where);
    y += placed->slice.height_emu;
  }
}

void draw_page(Pen *pen, const Page *page, const Furniture *furniture) {
  const char *mark = lp_letterhead_string(pen->layout->letterhead, LP_LETTERHEAD_MARK);
  if (mark != NULL && *mark != 0)
    draw_mark(pen, page->format, mark);
  if (page->number == 1) {
    draw_masthead(pen, furniture->masthead);
    draw_classification(pen, furniture->masthead, furniture->footer);
  } else {
    draw_running_head(pen, furniture->running_head);
  }
  draw_column(pen, page, page->number == 1 ? page->format->first_top_emu : page->format->top_emu);
  draw_footer(pen, page->format, furniture->footer, page->number, page->total);
}
