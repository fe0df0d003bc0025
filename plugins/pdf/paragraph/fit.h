/* Optimum fit: of all ways to break the paragraph into lines, the one whose lines are best as a whole. */
#ifndef PDF_PARAGRAPH_FIT_H
#define PDF_PARAGRAPH_FIT_H

#include "paragraph/setting.h"

/* What a line has before it is justified. */
typedef struct LineRoom {
  double natural_emu; /* width of its content */
  double give_emu;    /* of its gaps: stretched by half of it or shrunk by a third, they have badness 100 */
  double track_emu;   /* the most that tracking can add or take */
} LineRoom;

/* How a line is set. */
typedef struct LineFit {
  double scale; /* of all glyphs, horizontally; in steps of half a per cent between .98 and 1.02 */
  double track; /* each letter is tracked by so much of its most: -1 to 1 */
  double ratio; /* each gap is widened by so much of its give; negative: narrowed */
} LineFit;

/* The setting of a justified line: glyphs are scaled first, then tracked, as far as nobody sees it; the gaps
 * take the rest. Used for choosing and again with the real widths for drawing. */
LineFit fit_line(LineRoom room, double measure_emu);

/* The width that a line has for its content. */
int64_t line_measure(const ParagraphShape *shape, bool first);

/* Chooses the lines: fills choices of the setting. Breaks and widths must be there. */
void fit(Setting *setting);

#endif
