/* Optimum fit: of all ways to break the paragraph into lines, the one whose lines are best as a whole. */
#ifndef PDF_PARAGRAPH_FIT_H
#define PDF_PARAGRAPH_FIT_H

#include "paragraph/setting.h"

/* How one line is set: what its glyphs and its gaps are stretched by. */
typedef struct LineFit {
  double scale; /* of all glyphs, horizontally; in steps of half a per cent between .98 and 1.02 */
  double ratio; /* each gap is widened by so much of its give; negative: narrowed */
} LineFit;

/* The setting of a justified line: glyphs are scaled first, as far as nobody sees it, the gaps take the rest.
 * Used for choosing and again with the real widths for drawing, where a line that is too long may be squeezed
 * further. */
LineFit fit_line(double natural_emu, double give_emu, double measure_emu);

/* The width that a line has for its content. */
int64_t line_measure(const ParagraphShape *shape, bool first);

/* Chooses the lines: fills choices of the setting. Breaks and widths must be there. */
void fit(Setting *setting);

#endif
