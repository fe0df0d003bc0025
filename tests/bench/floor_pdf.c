/* What any PDF of a statement by Pango and cairo must cost: the text justified on A4 pages, nothing else. */
#include "config.h"

#include "statement_text.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

/* The measure and the type of the built-in letterhead, in points. */
static const double PAGE_WIDTH = 595.28, PAGE_HEIGHT = 841.89, LEFT = 79.37, MEASURE = 436.54, TOP = 88,
                    BOTTOM = 74;
static const double LEADING = 15.5, AFTER = 8;
static const char FONT[] = "Gentium Book Plus 11.25";

static PangoAttrList *attributes(const Paragraph *paragraph, bool faces) {
  PangoAttrList *list = pango_attr_list_new();
  for (size_t i = 0; faces && i < paragraph->emphasis_count; i++) {
    const Emphasis *emphasis = &paragraph->emphases[i];
    PangoAttribute *attribute =
        emphasis->bold ? pango_attr_weight_new(PANGO_WEIGHT_BOLD) : pango_attr_style_new(PANGO_STYLE_ITALIC);
    attribute->start_index = (guint)emphasis->start;
    attribute->end_index = (guint)emphasis->end;
    pango_attr_list_insert(list, attribute);
  }
  if (faces && paragraph->heading)
    pango_attr_list_insert(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
  return list;
}

/* Draws the paragraph's lines from y on, over as many pages as they take; returns the y below them. */
static double draw_paragraph(cairo_t *cr, PangoLayout *layout, const Paragraph *paragraph, bool faces,
                             double y) {
  PangoAttrList *list = attributes(paragraph, faces);
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
  pango_layout_set_text(layout, paragraph->text, -1);
  PangoLayoutIter *lines = pango_layout_get_iter(layout);
  do {
    PangoRectangle line;
    pango_layout_iter_get_line_extents(lines, NULL, &line);
    if (y + LEADING > PAGE_HEIGHT - BOTTOM) {
      cairo_show_page(cr);
      y = TOP;
    }
    const double baseline = pango_units_to_double(pango_layout_iter_get_baseline(lines) - line.y);
    cairo_move_to(cr, LEFT + pango_units_to_double(line.x), y + baseline);
    pango_cairo_show_layout_line(cr, pango_layout_iter_get_line_readonly(lines));
    y += LEADING;
  } while (pango_layout_iter_next_line(lines));
  pango_layout_iter_free(lines);
  return y + AFTER;
}

static cairo_status_t draw(const StatementText *statement, const FloorArguments *arguments) {
  cairo_surface_t *surface = cairo_pdf_surface_create(arguments->out, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create(surface);
  PangoLayout *layout = pango_cairo_create_layout(cr);
  PangoFontDescription *font = pango_font_description_from_string(FONT);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, pango_units_from_double(MEASURE));
  pango_layout_set_justify(layout, TRUE);
  double y = TOP;
  for (size_t i = 0; i < statement->count; i++)
    y = draw_paragraph(cr, layout, &statement->paragraphs[i], arguments->faces, y);
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return status;
}

int main(int argc, char **argv) {
  const FloorArguments arguments = floor_arguments(argc, argv);
  for (long i = 0; i < arguments.times; i++) {
    StatementText statement = statement_text_read(arguments.in);
    const cairo_status_t status = draw(&statement, &arguments);
    statement_text_free(&statement);
    if (status != CAIRO_STATUS_SUCCESS) {
      fprintf(stderr, "%s: %s\n", arguments.out, cairo_status_to_string(status));
      return 1;
    }
  }
  return 0;
}
