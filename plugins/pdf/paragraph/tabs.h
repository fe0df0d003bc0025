/* Tab stops: how wide a tab is, and what fills it. */
#ifndef PDF_PARAGRAPH_TABS_H
#define PDF_PARAGRAPH_TABS_H

#include "paragraph/setting.h"

/* A tab on a line. */
typedef struct TabGap {
  int64_t width_emu;
  ParagraphTabLeader leader;
} TabGap;

/* The gap of a tab whose line has come to `position_emu` from the column's start edge; `after_emu` is the
 * width of what follows up to the next tab or the line's end, `before_point_emu` that of its part before a
 * decimal point. */
TabGap tab_gap(const ParagraphShape *shape, int64_t position_emu, int64_t after_emu,
               int64_t before_point_emu);

/* Gives the tabs widths for breaking, as though no line ended before them since the last forced break. */
void resolve_tabs(Setting *setting);

/* Width of the characters from `start` up to the next tab or break, at most to `end`; and of those before the
 * first decimal point (full stop or comma after a digit), or all. */
int64_t width_to_tab(const Setting *setting, uint32_t start, uint32_t end, int64_t *before_point_emu);

#endif
