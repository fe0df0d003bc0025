/* Footnotes and endnotes (ECMA-376-1, 17.11). */
#ifndef DOCX_READ_NOTES_H
#define DOCX_READ_NOTES_H

#include "read/state.h"

LpXmlInto docx_enter_note_reference(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_note(void *state, const LpXmlElement *element);
void docx_leave_note(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_note_mark(void *state, const LpXmlElement *element);

#endif
