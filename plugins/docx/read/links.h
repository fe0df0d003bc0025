/* Hyperlinks (ECMA-376-1, 17.16.22; the field: 17.16.5.25) and bookmarks (17.13.6). */
#ifndef DOCX_READ_LINKS_H
#define DOCX_READ_LINKS_H

#include "read/state.h"

LpXmlInto docx_enter_hyperlink(void *state, const LpXmlElement *element);
void docx_leave_wrapper(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_bookmark(void *state, const LpXmlElement *element);

/* Opens the link that a HYPERLINK field's code tells of; 0: it tells of none. */
uint32_t docx_open_hyperlink_field(DocxReader *reader, const char *code, const LpPlace *place);

#endif
