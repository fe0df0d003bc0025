/* The one place for what the reader does not know: its text is kept, and its name reported. */
#ifndef DOCX_READ_GENERIC_H
#define DOCX_READ_GENERIC_H

#include "read/state.h"

LpXmlInto docx_enter_other(void *state, const LpXmlElement *element);

/* A document within the document, which is not read. */
LpXmlInto docx_enter_other_document(void *state, const LpXmlElement *element);

/* Text that no row expects. */
void docx_generic_text(DocxReader *reader, const LpXmlElement *element, const char *text, size_t n,
                       const LpPlace *place);

/* Reports once for each name that something is shown by its text alone, or not at all. */
void docx_report_once(DocxReader *reader, const char *code, const char *name, const LpPlace *place,
                      const char *sentence);

/* For elements whose text says how something looks, or where it stands. */
LpXmlInto docx_leave_out_values(void *state, const LpXmlElement *element);

#endif
