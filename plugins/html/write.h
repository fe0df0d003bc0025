/* write.h: the format's one way in. */
#ifndef HTML_WRITE_H
#define HTML_WRITE_H

#include <letterpress/plugin.h>

/* Writes the document of the call as one HTML file (HTML Living Standard). */
LpVerdict html_write(LpWriting *writing);

#endif
