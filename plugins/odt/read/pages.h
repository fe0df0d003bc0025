/* read/pages.h: headers and footers of master pages (ODF 1.3, 16.10 and 16.11). */
#ifndef ODT_READ_PAGES_H
#define ODT_READ_PAGES_H

#include "read/state.h"

LpXmlInto odt_enter_page_part(void *state, const LpXmlElement *element);
void odt_leave_page_part(void *state, const LpXmlElement *element);

#endif
