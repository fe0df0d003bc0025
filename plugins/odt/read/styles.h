/* read/styles.h: styles with their parents (ODF 1.3, 16) become effective styles. */
#ifndef ODT_READ_STYLES_H
#define ODT_READ_STYLES_H

#include "read/state.h"

/* The style of that family and name with all that it inherits; NULL where there is none. */
const StyleDefinition *odt_style(Reader *reader, const char *family, const char *name);

/* Rows. */
LpXmlInto odt_enter_style(void *state, const LpXmlElement *element);
void odt_leave_style(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_default_style(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_text_properties(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_block_properties(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_column_properties(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_font_face(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_automatic(void *state, const LpXmlElement *element);
void odt_leave_automatic(void *state, const LpXmlElement *element);

#endif
