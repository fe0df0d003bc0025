/* From styled text to runs of one face, script and direction. */
#ifndef PDF_PARAGRAPH_ITEMISE_H
#define PDF_PARAGRAPH_ITEMISE_H

#include "paragraph/setting.h"

/* Decodes the text, finds the base direction, levels and scripts, chooses faces: fills characters, offsets,
 * levels, items and missing of the setting. */
void itemise(Setting *setting);

/* The span of a character's item, and the language that holds there (may be NULL). */
const ParagraphSpan *item_span(const Setting *setting, const Item *item);

#endif
