/* Sections (ECMA-376-1, 17.6): where a new page begins, and which headers and footers are shown. */
#ifndef DOCX_READ_SECTIONS_H
#define DOCX_READ_SECTIONS_H

#include "read/state.h"

LpXmlInto docx_enter_section(void *state, const LpXmlElement *element);
void docx_leave_section(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_section_type(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_header_reference(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_title_page(void *state, const LpXmlElement *element);

/* Opens the node of a header or footer, before its part is read. */
void docx_open_header(DocxReader *reader, const DocxHeader *header);

#endif
