#include "config.h"

#include "paragraph/pieces.h"

#include <glib.h>
#include <math.h>

static const double EMU_PER_POINT = 12700;

static void set_colour(cairo_t *cairo, uint32_t colour) {
  cairo_set_source_rgb(cairo, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                       (colour & 0xff) / 255.0);
}

static void set_font(cairo_t *cairo, const ParagraphRun *run) {
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, run->size_pt * run->scale, run->size_pt);
  cairo_set_font_face(cairo, run->drawer);
  cairo_set_font_matrix(cairo, &matrix);
}

static void draw_run(cairo_t *cairo, const ParagraphRun *run, double x, double y) {
  enum { ON_STACK = 256 };
  cairo_glyph_t few[ON_STACK], *glyphs = few;
  cairo_text_cluster_t few_clusters[ON_STACK], *clusters = few_clusters;
  if (run->glyph_count > ON_STACK)
    glyphs = g_new(cairo_glyph_t, run->glyph_count);
  if (run->cluster_count > ON_STACK)
    clusters = g_new(cairo_text_cluster_t, run->cluster_count);
  for (uint32_t i = 0; i < run->glyph_count; i++)
    glyphs[i] = (cairo_glyph_t){run->glyphs[i].id, x + run->glyphs[i].x_emu / EMU_PER_POINT,
                                y + run->glyphs[i].y_emu / EMU_PER_POINT};
  for (uint32_t i = 0; i < run->cluster_count; i++)
    clusters[i] = (cairo_text_cluster_t){run->clusters[i].bytes, run->clusters[i].glyphs};
  set_colour(cairo, run->colour);
  set_font(cairo, run);
  cairo_show_text_glyphs(cairo, run->text, (int)run->text_length, glyphs, (int)run->glyph_count, clusters,
                         (int)run->cluster_count, 0);
  if (glyphs != few)
    g_free(glyphs);
  if (clusters != few_clusters)
    g_free(clusters);
}

void paragraph_piece_draw(const ParagraphPiece *piece, cairo_t *cairo, double x, double y) {
  for (size_t i = 0; i < piece->run_count; i++)
    draw_run(cairo, &piece->runs[i], x, y);
}

/* Dots of all lines stand on one grid of the page, so that columns of them are even. */
static void draw_dotted(cairo_t *cairo, double left, double right, double middle, double thickness,
                        double length) {
  double step = thickness * 5 + length, first = ceil(left / step) * step;
  double dashes[2] = {length, step - length};
  if (first >= right || thickness <= 0) /* cairo refuses dashes of no length */
    return;
  cairo_save(cairo);
  cairo_set_line_width(cairo, thickness);
  cairo_set_line_cap(cairo, length > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash(cairo, dashes, 2, 0);
  cairo_move_to(cairo, first, middle);
  cairo_line_to(cairo, right, middle);
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

void paragraph_ornament_draw(const ParagraphOrnament *ornament, cairo_t *cairo, double x, double y) {
  double left = x + ornament->left_emu / EMU_PER_POINT, right = x + ornament->right_emu / EMU_PER_POINT;
  double top = y + ornament->top_emu / EMU_PER_POINT, thickness = ornament->thickness_emu / EMU_PER_POINT;
  set_colour(cairo, ornament->colour);
  switch (ornament->kind) {
  case PARAGRAPH_ORNAMENT_RULE:
    cairo_rectangle(cairo, left, top, right - left, thickness);
    cairo_fill(cairo);
    break;
  case PARAGRAPH_ORNAMENT_DOTS: draw_dotted(cairo, left, right, top + thickness / 2, thickness, 0); break;
  case PARAGRAPH_ORNAMENT_DASHES:
    draw_dotted(cairo, left, right, top + thickness / 2, thickness, thickness * 4);
    break;
  }
}
