/* Inlines that are kept with all their text: ruby (ECMA-376-1, 17.3.3.25) and mathematics (22.1). */
#ifndef DOCX_READ_SPANS_H
#define DOCX_READ_SPANS_H

#include "read/state.h"

LpXmlInto docx_enter_ruby(void *state, const LpXmlElement *element);
void docx_leave_ruby(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_ruby_text(void *state, const LpXmlElement *element);
void docx_leave_ruby_text(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_math(void *state, const LpXmlElement *element);

#endif
