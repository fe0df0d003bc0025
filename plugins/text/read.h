/* read.h: the two readers of this plugin. */
#ifndef TEXT_READ_H
#define TEXT_READ_H

#include <letterpress/plugin.h>

/* Plain text; light markup in it is recognised (option text.markup). */
LpVerdict read_text(LpReading *reading);

/* CommonMark 0.30 with tables, strike-through and notes. */
LpVerdict read_markdown(LpReading *reading);

#endif
