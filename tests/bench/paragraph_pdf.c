/* Sets a plain text as a PDF of simple pages, to measure the paragraphs of plugins/pdf and nothing else.
 *
 *   paragraph_pdf [option]... TEXT OUT.pdf
 *     -f FAMILY   font family (Gentium Book Plus)     -s PT   size (11.25)        -l PT   leading (15.5)
 *     -m PT       measure (436.54)                    -L TAG  language (en)       -n N    set it so many
 * times -r          ragged, not justified               -H      without hyphens     -p      by PangoLayout
 * instead -q          set, but draw nothing Each line of TEXT is a paragraph; empty lines are skipped.
 */
#include "config.h"

#include "paragraph/paragraph.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EMU = 12700 };

typedef struct Options {
  const char *family, *language;
  double size, leading, measure;
  int times;
  bool ragged, no_hyphens, pango, quiet;
} Options;

typedef struct Page {
  cairo_t *cairo;
  double y, top, bottom, left;
} Page;

static void advance(Page *page, double height) {
  if (page->y + height > page->bottom) {
    cairo_show_page(page->cairo);
    page->y = page->top;
  }
}

/* ---- Our own ---- */

static void draw_paragraph(const Options *options, Page *page, const Paragraph *paragraph) {
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    double height = line->height_emu / (double)EMU;
    if (i == 0 && paragraph->line_count > 1)
      advance(page, 2 * height);
    else if (i + 2 == paragraph->line_count)
      advance(page, 2 * height);
    else
      advance(page, height);
    for (size_t k = 0; k < line->piece_count && !options->quiet; k++)
      paragraph_piece_draw(&line->pieces[k], page->cairo, page->left,
                           page->y + line->baseline_emu / (double)EMU);
    page->y += height;
  }
  page->y += options->leading / 2;
}

static void set_text(const Options *options, Typesetter *typesetter, Page *page, const char *text,
                     size_t length) {
  ParagraphSpan span = {.end = length, .size_emu = (int32_t)(options->size * EMU), .weight = 400};
  ParagraphText styled = {.utf8 = text, .length = length, .spans = &span, .span_count = 1};
  ParagraphShape shape = {.align = options->ragged ? PARAGRAPH_ALIGN_START : PARAGRAPH_ALIGN_JUSTIFY,
                          .measure_emu = (int32_t)(options->measure * EMU),
                          .size_emu = span.size_emu,
                          .leading_emu = (int32_t)(options->leading * EMU),
                          .language = options->language,
                          .hyphenate = !options->no_hyphens};
  Paragraph *paragraph = paragraph_set(typesetter, &styled, &shape);
  draw_paragraph(options, page, paragraph);
  paragraph_free(paragraph);
}

/* ---- Pango's, to compare with ---- */

static void set_text_by_pango(const Options *options, Page *page, const char *text, size_t length) {
  PangoLayout *layout = pango_cairo_create_layout(page->cairo);
  PangoFontDescription *font = pango_font_description_new();
  pango_font_description_set_family(font, options->family);
  pango_font_description_set_absolute_size(font, options->size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, (int)(options->measure * PANGO_SCALE));
  pango_layout_set_justify(layout, !options->ragged);
  pango_layout_set_text(layout, text, (int)length);
  for (int i = 0; i < pango_layout_get_line_count(layout); i++) {
    advance(page, options->leading);
    cairo_move_to(page->cairo, page->left, page->y + options->leading / 2 + options->size / 3);
    if (!options->quiet)
      pango_cairo_show_layout_line(page->cairo, pango_layout_get_line_readonly(layout, i));
    page->y += options->leading;
  }
  page->y += options->leading / 2;
  pango_font_description_free(font);
  g_object_unref(layout);
}

/* ---- The whole text ---- */

static void set_all(const Options *options, Typesetter *typesetter, Page *page, const char *text,
                    size_t length) {
  const char *end = text + length;
  while (text < end) {
    const char *stop = memchr(text, '\n', (size_t)(end - text));
    stop = stop ? stop : end;
    if (stop > text && typesetter)
      set_text(options, typesetter, page, text, (size_t)(stop - text));
    else if (stop > text)
      set_text_by_pango(options, page, text, (size_t)(stop - text));
    text = stop + 1;
  }
}

static Options read_options(int count, char **arguments) {
  Options options = {"Gentium Book Plus", "en", 11.25, 15.5, 436.54, 1, false, false, false, false};
  for (int c; (c = getopt(count, arguments, "f:s:l:m:L:n:rHpq")) != -1;) {
    switch (c) {
    case 'f': options.family = optarg; break;
    case 's': options.size = strtod(optarg, NULL); break;
    case 'l': options.leading = strtod(optarg, NULL); break;
    case 'm': options.measure = strtod(optarg, NULL); break;
    case 'L': options.language = optarg; break;
    case 'n': options.times = (int)strtol(optarg, NULL, 10); break;
    case 'r': options.ragged = true; break;
    case 'H': options.no_hyphens = true; break;
    case 'p': options.pango = true; break;
    case 'q': options.quiet = true; break;
    default: exit(2);
    }
  }
  if (count - optind != 2) {
    fputs("usage: paragraph_pdf [-f FAMILY] [-s PT] [-l PT] [-m PT] [-L TAG] [-n N] [-rHpq] TEXT OUT.pdf\n",
          stderr);
    exit(2);
  }
  return options;
}

int main(int count, char **arguments) {
  Options options = read_options(count, arguments);
  char *text = NULL;
  gsize length = 0;
  if (!g_file_get_contents(arguments[optind], &text, &length, NULL))
    return 1;
  const char *families[] = {options.family, NULL};
  FontGroup groups[] = {{.script = "Latn", .families = families, .hyphenate = true}};
  FontConfiguration *fonts = options.pango ? NULL : font_configuration_new(groups, 1);
  Typesetter *typesetter = options.pango ? NULL : typesetter_new(fonts);
  cairo_surface_t *surface = cairo_pdf_surface_create(arguments[optind + 1], 595.28, 841.89);
  Page page = {cairo_create(surface), 72, 72, 780, (595.28 - options.measure) / 2};
  for (int i = 0; i < options.times; i++)
    set_all(&options, typesetter, &page, text, length);
  cairo_show_page(page.cairo);
  cairo_destroy(page.cairo);
  cairo_surface_finish(surface);
  int failed = cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  typesetter_free(typesetter);
  font_configuration_free(fonts);
  g_free(text);
  return failed;
}
