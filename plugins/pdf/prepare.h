#ifndef LP_PDF_PREPARE_H
#define LP_PDF_PREPARE_H

#include "font/configuration.h"

#include <letterpress/plugin.h>

/* Before the fence: opens the fonts that the letterhead names and warms its first script. They are kept for
 * the life of the process; documents only read them. */
LpVerdict prepare_fonts(LpPreparation *preparation);

/* The fonts of a document's letterhead: those that were prepared when it names the same, else new ones, and
 * then *owned gets them too, to be freed. NULL: there is no font at all. */
FontConfiguration *fonts_for(const LpLetterhead *letterhead, FontConfiguration **owned);

#endif
