/* write/styles.h: the named styles, one a role. */
#ifndef ODT_WRITE_STYLES_H
#define ODT_WRITE_STYLES_H

#include <letterpress/plugin.h>

struct OdtWriter;

/* The name of the paragraph style of a role. level: of a heading, from 1 below the title. */
const char *style_name_of_role(LpRole role, int32_t level);

/* Writes office:styles: defaults, named styles, outline, notes. */
void styles_write(struct OdtWriter *writer, LpSink *sink);

#endif
