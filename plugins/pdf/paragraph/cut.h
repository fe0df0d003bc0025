/* Parts of shaped items. */
#ifndef PDF_PARAGRAPH_CUT_H
#define PDF_PARAGRAPH_CUT_H

#include "paragraph/setting.h"

/* The glyphs of an item's characters from `start` to `end`, in visual order: a part of the item's own where a
 * cut is safe (at white space, or where the shaper says so); else what stands between the cut and the next
 * safe place is shaped anew. */
const Glyph *cut_glyphs(Setting *setting, const Item *item, uint32_t start, uint32_t end, uint32_t *count);

#endif
