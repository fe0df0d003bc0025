/* write/watermark.h: a mark below the text of every page. */
#ifndef ODT_WRITE_WATERMARK_H
#define ODT_WRITE_WATERMARK_H

#include <letterpress/markup.h>

struct OdtWriter;

/* Writes the mark into a header's paragraph, across the middle of the page; nothing where there is none. */
void watermark_write(const struct OdtWriter *writer, LpMarkup *markup);

/* Writes its styles. */
void watermark_write_styles(const struct OdtWriter *writer, LpSink *sink);

#endif
