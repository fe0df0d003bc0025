/* Optimum fit: of all ways to break the paragraph into lines, the one whose lines are best as a whole. */
#ifndef PDF_PARAGRAPH_FIT_H
#define PDF_PARAGRAPH_FIT_H

#include "paragraph/setting.h"

/* Chooses the lines: fills choices of the setting. Breaks and widths must be there. */
void fit(Setting *setting);

#endif
