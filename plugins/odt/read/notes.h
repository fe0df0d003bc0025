/* read/notes.h: notes (ODF 1.3, 6.3) and annotations (14.1). */
#ifndef ODT_READ_NOTES_H
#define ODT_READ_NOTES_H

#include "read/state.h"

LpXmlInto odt_enter_note(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_citation(void *state, const LpXmlElement *element);
void odt_leave_citation(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_note_body(void *state, const LpXmlElement *element);
void odt_leave_note_body(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_annotation(void *state, const LpXmlElement *element);
void odt_leave_annotation(void *state, const LpXmlElement *element);
LpXmlInto odt_enter_annotation_end(void *state, const LpXmlElement *element);

/* dc:creator and dc:date, of an annotation or of a tracked change. */
LpXmlInto odt_enter_about(void *state, const LpXmlElement *element);
void odt_leave_about(void *state, const LpXmlElement *element);

#endif
