/* Tracked changes (ECMA-376-1, 17.13.5): told apart, never decided. */
#ifndef DOCX_READ_REVISIONS_H
#define DOCX_READ_REVISIONS_H

#include "read/state.h"

/* w:ins, w:del, w:moveFrom, w:moveTo: around runs, and as marks on paragraphs and rows. */
LpXmlInto docx_enter_change(void *state, const LpXmlElement *element);
void docx_leave_change(void *state, const LpXmlElement *element);

/* w:cellIns, w:cellDel. */
LpXmlInto docx_enter_cell_change(void *state, const LpXmlElement *element);

/* w:rPrChange, w:pPrChange and the like: properties as they were. */
LpXmlInto docx_enter_format_change(void *state, const LpXmlElement *element);

LpXmlInto docx_enter_deleted_text(void *state, const LpXmlElement *element);
void docx_leave_deleted_text(void *state, const LpXmlElement *element);

#endif
