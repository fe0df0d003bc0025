/* read/fields.h: text fields (ODF 1.3, 7): the result that the draft holds is text. Sections and text that
 * are not to be seen. */
#ifndef ODT_READ_FIELDS_H
#define ODT_READ_FIELDS_H

#include "read/state.h"

LpXmlInto odt_enter_field(void *state, const LpXmlElement *element);
void odt_leave_field(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_hidden_field(void *state, const LpXmlElement *element);
void odt_leave_hidden_field(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_section(void *state, const LpXmlElement *element);
void odt_leave_section(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_index(void *state, const LpXmlElement *element);
void odt_leave_index(void *state, const LpXmlElement *element);

#endif
