/* How a line of some width is set to the measure. */
#ifndef PDF_PARAGRAPH_JUSTIFY_H
#define PDF_PARAGRAPH_JUSTIFY_H

#include "paragraph/paragraph.h"

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

/* The badness of a ratio: 100 where gaps are stretched by half of their give or shrunk by a third. */
double badness(double ratio);

/* The least ratio: a gap is never narrower than .55 of a space. */
extern const double RATIO_LEAST;

#endif
