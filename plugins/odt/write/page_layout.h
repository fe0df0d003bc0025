/* write/page_layout.h: page layouts and the styles of headers and footers. */
#ifndef ODT_WRITE_PAGE_LAYOUT_H
#define ODT_WRITE_PAGE_LAYOUT_H

#include <letterpress/sink.h>

struct OdtWriter;

/* Writes office:automatic-styles of styles.xml. */
void page_layouts_write(struct OdtWriter *writer, LpSink *sink);

#endif
