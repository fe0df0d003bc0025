/* A chosen line comes about: its parts are cut from the paragraph's glyphs, put into visual order and given
 * places. */
#ifndef PDF_PARAGRAPH_LINE_H
#define PDF_PARAGRAPH_LINE_H

#include "paragraph/justify.h"
#include "paragraph/setting.h"
#include "paragraph/tabs.h"

/* The part of an item that stands on the line. */
typedef struct Slice {
  const Item *item;
  uint32_t start, end; /* characters */
  const Glyph *glyphs; /* in visual order */
  uint32_t glyph_count;
  int32_t *xs;       /* of each glyph's origin, EMU from the column's left edge */
  int64_t width_emu; /* natural */
  int32_t left_emu, right_emu;
  ParagraphTabLeader leader;
} Slice;

typedef struct Line {
  Choice choice;
  Slice *slices; /* in logical order */
  uint32_t slice_count;
  double scale;                /* of the slices behind the last tab; those before keep their natural width */
  uint32_t first_scaled;       /* the first of these slices */
  int32_t left_emu, right_emu; /* of the content */
  int32_t end_x_emu;           /* where the content ends in the direction of the paragraph */
  int32_t hyphen_x_emu;
  bool overfull;
} Line;

/* Sets one line. Everything is taken from the setting's store. */
Line set_line(Setting *setting, const Choice *choice, bool first);

/* How far the line's content reaches above and below its baseline beyond what the leading has room for. */
void find_excess(const Setting *setting, const Line *line, int32_t *above_emu, int32_t *below_emu);

#endif
