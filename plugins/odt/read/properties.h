/* read/properties.h: formatting properties (ODF 1.3, 20) become properties of a style. */
#ifndef ODT_READ_PROPERTIES_H
#define ODT_READ_PROPERTIES_H

#include "read/state.h"

/* base with what a style:text-properties sets; a size in per cent goes to *size_percent. */
const LpStyle *odt_text_properties(Reader *reader, const LpStyle *base, const LpXmlElement *element,
                                   int *size_percent);

/* base with what paragraph, table, row or cell properties set. */
const LpStyle *odt_block_properties(Reader *reader, const LpStyle *base, const LpXmlElement *element);

#endif
