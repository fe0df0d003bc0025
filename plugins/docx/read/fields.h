/* Fields (ECMA-376-1, 17.16): the code is left out by name, the result is text. */
#ifndef DOCX_READ_FIELDS_H
#define DOCX_READ_FIELDS_H

#include "read/state.h"

LpXmlInto docx_enter_field_mark(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_simple_field(void *state, const LpXmlElement *element);
void docx_leave_simple_field(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_field_code(void *state, const LpXmlElement *element);

/* Text of a field's code. */
void docx_field_code(DocxReader *reader, const char *text, size_t n, const LpPlace *place);

/* Whether what is met now stands in a field's code, and so is not to be seen. */
bool docx_in_field_code(const DocxReader *reader);

/* Text that is not to be seen since it stands in a field's code. */
void docx_field_hides(DocxReader *reader, const char *text, size_t n);

/* A paragraph has ended: a table of contents whose field has ended may be closed. */
void docx_fields_end_paragraph(DocxReader *reader);

/* A container ends: fields that were begun in it end too. */
void docx_fields_end_container(DocxReader *reader);

#endif
