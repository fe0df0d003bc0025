#include "config.h"

#include "write.h"

#include "draw/letterhead.h"
#include "draw/page.h"
#include "page/galley.h"
#include "prepare.h"
#include "surface.h"

/* A document on its way to pages. */
typedef struct Press {
  Layout layout;
  FontConfiguration *owned_fonts;
  Surface *surface;
  GArray *formats;       /* PageFormat, of sections */
  GArray *furniture;     /* Furniture, a format each */
  GArray *without_total; /* size_t: the format of each page whose footer waits for the total */
  Column *column;
  Pages pages;
} Press;

static int32_t key(const Press *press, LpLetterheadKey name) {
  return lp_letterhead_integer(press->layout.letterhead, name);
}

/* Adds the format of pages of a size, with the letterhead set for it. While no page is drawn yet, it may be
 * that of page 1; elements of a masthead that is not drawn are left out of the file. */
static void add_format(Press *press, int32_t width, int32_t height) {
  const int32_t start = key(press, LP_LETTERHEAD_MARGIN_INNER), end = key(press, LP_LETTERHEAD_MARGIN_OUTER);
  PageFormat format = {.width_emu = width,
                       .height_emu = height,
                       .left_emu = press->layout.right_to_left ? end : start,
                       .measure_emu = MAX(width - start - end, LP_EMU_PER_INCH),
                       .bottom_emu = height - key(press, LP_LETTERHEAD_TEXT_BOTTOM)};
  Furniture furniture = {.footer = footer_new(&press->layout, &format),
                         .running_head = running_head_new(&press->layout, &format)};
  format.top_emu = format.first_top_emu = furniture.running_head->text_top_emu;
  if (press->pages.count == 0) {
    furniture.masthead = masthead_new(&press->layout, &format);
    format.first_top_emu = furniture.masthead->text_top_emu;
  }
  const int32_t lowest = MAX(format.bottom_emu - MAX(format.top_emu, format.first_top_emu), LP_EMU_PER_INCH);
  if (press->formats->len == 0 || lowest < press->layout.column_height_emu)
    press->layout.column_height_emu = lowest;
  g_array_append_val(press->formats, format);
  g_array_append_val(press->furniture, furniture);
}

/* The galley's call: format 0 is the letterhead's, format 1 the same turned. */
static uint16_t format_of(void *state, bool is_turned, int32_t *measure_emu) {
  Press *press = state;
  const int32_t width = key(press, LP_LETTERHEAD_PAGE_WIDTH), height = key(press, LP_LETTERHEAD_PAGE_HEIGHT);
  if (press->formats->len == 0)
    add_format(press, width, height);
  if (is_turned && press->formats->len == 1)
    add_format(press, height, width);
  const uint16_t index = is_turned ? 1 : 0;
  *measure_emu = g_array_index(press->formats, PageFormat, index).measure_emu;
  return index;
}

static void draw_one(void *state, const Page *page) {
  Press *press = state;
  Pen *pen = surface_begin_page(press->surface, page->format->width_emu, page->format->height_emu);
  draw_page(pen, page, &g_array_index(press->furniture, Furniture, page->format_index));
  surface_end_page(press->surface);
  if (page->total == 0)
    g_array_append_val(press->without_total, page->format_index);
}

/* Draws what was left out of the footers while the number of pages was not known, over their pages. */
static void draw_totals(Press *press) {
  for (guint i = 0; i < press->without_total->len; i++) {
    const size_t index = g_array_index(press->without_total, size_t, i);
    const PageFormat *format = &g_array_index(press->formats, PageFormat, index);
    const Furniture *furniture = &g_array_index(press->furniture, Furniture, index);
    if (!footer_needs_total(furniture->footer))
      continue;
    Pen *pen = surface_begin_page(press->surface, format->width_emu, format->height_emu);
    pdf_marks_begin_overlay(pen->marks, i);
    draw_footer_total(pen, format, furniture->footer, i + 1, press->pages.count);
    surface_end_page(press->surface);
  }
}

static void after_block(void *state) {
  Press *press = state;
  pages_hand_on(&press->pages, false);
}

static bool begin(Press *press, LpWriting *writing) {
  Layout *layout = &press->layout;
  layout->writing = writing;
  layout->document = lp_writing_document(writing);
  layout->letterhead = lp_writing_letterhead(writing);
  layout->account = lp_writing_account(writing);
  FontConfiguration *fonts = fonts_for(layout->letterhead, &press->owned_fonts);
  if (fonts == NULL)
    return false;
  layout->typesetter = typesetter_new(fonts);
  layout->tags = pdf_tags_new();
  layout->language = lp_letterhead_string(layout->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE);
  layout->right_to_left = key(press, LP_LETTERHEAD_RIGHT_TO_LEFT) != 0;
  layout->takes_picture = surface_takes_picture;
  layout->reported = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  layout->strings = g_string_chunk_new(1024);
  layout->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  press->formats = g_array_new(FALSE, TRUE, sizeof(PageFormat));
  press->furniture = g_array_new(FALSE, TRUE, sizeof(Furniture));
  press->without_total = g_array_new(FALSE, FALSE, sizeof(size_t));
  press->surface = surface_new(layout);
  press->column = column_new(layout->right_to_left, false);
  press->pages = (Pages){
      .layout = layout, .column = press->column, .formats = press->formats, .draw = draw_one, .state = press};
  return true;
}

static void end(Press *press) {
  Layout *layout = &press->layout;
  if (layout->typesetter == NULL)
    return;
  column_free(press->column);
  surface_free(press->surface);
  for (guint i = 0; i < press->furniture->len; i++) {
    const Furniture *furniture = &g_array_index(press->furniture, Furniture, i);
    head_free(furniture->masthead);
    head_free(furniture->running_head);
    footer_free(furniture->footer);
  }
  g_array_unref(press->furniture);
  g_array_unref(press->formats);
  g_array_unref(press->without_total);
  typesetter_free(layout->typesetter);
  pdf_tags_free(layout->tags);
  g_hash_table_unref(layout->reported);
  g_hash_table_unref(layout->families);
  g_string_chunk_free(layout->strings);
  font_configuration_free(press->owned_fonts);
}

/* A title is needed (ISO 14289-1, 7.1): the statement's, else its first heading, else the letterhead's name.
 */
static const char *title_of(const Press *press, const Galley *galley) {
  const char *title = lp_letterhead_string(press->layout.letterhead, LP_LETTERHEAD_TITLE);
  if (title != NULL && *title != 0)
    return title;
  lp_warn(press->layout.account, "pdf.no-title", NULL,
          "The statement has no title; %s is given as that of the file.",
          galley->title != NULL ? "its first heading" : "the letterhead's name");
  return galley->title != NULL ? galley->title
                               : lp_letterhead_string(press->layout.letterhead, LP_LETTERHEAD_NAME);
}

LpVerdict write_pdf(LpWriting *writing) {
  Press press = {0};
  if (!begin(&press, writing))
    return lp_fail(lp_writing_account(writing), LP_CLASS_RESOURCE, "pdf.no-fonts", NULL,
                   "No font is installed, so no PDF can be set.");
  const GalleyCalls calls = {.state = &press, .after_block = after_block, .format = format_of};
  Galley *galley = galley_new(&press.layout, press.column, &calls);
  galley_fill(galley);
  pages_hand_on(&press.pages, true);
  draw_totals(&press);
  LpVerdict verdict = LP_FAILED;
  if (!press.pages.is_over && !lp_should_stop(press.layout.account))
    verdict = surface_finish(press.surface, title_of(&press, galley));
  if (verdict == LP_DONE && press.layout.has_losses)
    verdict = LP_DONE_WITH_LOSSES;
  galley_free(galley);
  end(&press);
  return verdict;
}
