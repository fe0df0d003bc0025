/* Runs and their content (ECMA-376-1, 17.3.2, 17.3.3). */
#ifndef DOCX_READ_RUN_H
#define DOCX_READ_RUN_H

#include "read/state.h"

LpXmlInto docx_enter_run(void *state, const LpXmlElement *element);
void docx_leave_run(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_text(void *state, const LpXmlElement *element);
void docx_leave_text(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_tab(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_break(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_no_break_hyphen(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_soft_hyphen(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_symbol(void *state, const LpXmlElement *element);

/* All text of the parts that hold text of the draft. */
void docx_text(void *state, const LpXmlElement *element, const char *text, size_t n);

/* Makes ready for an inline: its paragraph, the run's own revision, its look. false: it stands in a field's
 * code. */
bool docx_ready(DocxReader *reader);

#endif
