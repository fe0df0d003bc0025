/* Rows of w:pPr (ECMA-376-1, 17.3.1), wherever it stands: in a paragraph, a style, a level of a list. */
#ifndef DOCX_READ_PARAGRAPH_PROPERTIES_H
#define DOCX_READ_PARAGRAPH_PROPERTIES_H

#include <letterpress/xml.h>

LpXmlInto docx_enter_paragraph_properties(void *state, const LpXmlElement *element);
void docx_leave_paragraph_properties(void *state, const LpXmlElement *element);

LpXmlInto docx_enter_paragraph_flag(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_paragraph_style(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_alignment(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_indents(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_spacing(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_outline(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_number_id(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_number_level(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_tabs(void *state, const LpXmlElement *element);

/* A side of a border, of paragraphs, cells, tables and styles alike. */
LpXmlInto docx_enter_border(void *state, const LpXmlElement *element);

#endif
