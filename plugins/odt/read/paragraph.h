/* read/paragraph.h: paragraphs, headings and what stands in them (ODF 1.3, 5.1 and 6.1). */
#ifndef ODT_READ_PARAGRAPH_H
#define ODT_READ_PARAGRAPH_H

#include "read/state.h"

LpXmlInto odt_enter_paragraph(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_heading(void *state, const LpXmlElement *element);
void odt_leave_paragraph(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_span(void *state, const LpXmlElement *element);
void odt_leave_span(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_link(void *state, const LpXmlElement *element);
void odt_leave_link(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_spaces(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_tab(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_line_break(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_anchor(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_ruby(void *state, const LpXmlElement *element);
void odt_leave_ruby(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_ruby_text(void *state, const LpXmlElement *element);
void odt_leave_ruby_text(void *state, const LpXmlElement *element);

/* All text of the draft comes here. */
void odt_text(void *state, const LpXmlElement *element, const char *text, size_t n);

/* Text whose white space is not collapsed. */
void odt_add_text(Reader *reader, const char *text, size_t n, const LpPlace *place);

/* The builder's text style of the moment: innermost span, hidden or not. */
void odt_set_text_style(Reader *reader);

#endif
