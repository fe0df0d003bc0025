/* From items to glyphs. */
#ifndef PDF_PARAGRAPH_SHAPE_H
#define PDF_PARAGRAPH_SHAPE_H

#include "paragraph/setting.h"

/* Shapes every item once, in the context of the paragraph, and gives each character its share of width.
 * Positions are not rounded to anything but EMU. Tabs get no width here. */
void shape_items(Setting *setting);

/* Shapes the part of an item that a line cut out anew; glyphs in visual order, taken from the setting's
 * store. */
Glyph *shape_part(Setting *setting, const Item *item, uint32_t start, uint32_t end, uint32_t *count);

/* A length of the face in EMU. */
int32_t item_length(const Item *item, int32_t font_units);

#endif
