/* Markup compatibility (ECMA-376-3, 10.2): of an alternative, one branch. */
#ifndef DOCX_READ_ALTERNATE_H
#define DOCX_READ_ALTERNATE_H

#include "read/state.h"

LpXmlInto docx_enter_alternate(void *state, const LpXmlElement *element);
void docx_leave_alternate(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_choice(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_fallback(void *state, const LpXmlElement *element);

#endif
