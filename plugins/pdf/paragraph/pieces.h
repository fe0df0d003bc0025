/* What a set line hands out: pieces of one tag in logical order, each a few calls of glyphs with their text;
 * ornaments beside them. */
#ifndef PDF_PARAGRAPH_PIECES_H
#define PDF_PARAGRAPH_PIECES_H

#include "paragraph/line.h"

#include <cairo.h>

typedef struct RunGlyph {
  uint32_t id;
  int32_t x_emu, y_emu; /* from the column's left edge; downwards from the baseline */
} RunGlyph;

typedef struct RunCluster {
  uint16_t bytes, glyphs;
} RunCluster;

/* One call of glyphs: a face, a size, a colour; clusters and glyphs in logical order. */
struct ParagraphRun {
  cairo_font_face_t *drawer;
  double size_pt, scale;
  uint32_t colour;
  uint32_t glyph_count, cluster_count, text_length;
  RunGlyph *glyphs;
  RunCluster *clusters;
  char *text;
};

/* Fills the line's pieces; `store` is the paragraph's own. */
void make_pieces(const Setting *setting, const Line *line, Store *store, ParagraphLine *result);

/* Fills the line's ornaments. */
void make_ornaments(const Setting *setting, const Line *line, Store *store, ParagraphLine *result);

#endif
