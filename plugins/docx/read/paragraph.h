/* Paragraphs (ECMA-376-1, 17.3.1.22). A node is opened when the first content comes: only then is it known
   that the paragraph is not empty, and what stands before it. */
#ifndef DOCX_READ_PARAGRAPH_H
#define DOCX_READ_PARAGRAPH_H

#include "read/state.h"

LpXmlInto docx_enter_paragraph(void *state, const LpXmlElement *element);
void docx_leave_paragraph(void *state, const LpXmlElement *element);

/* Makes sure that the paragraph that stands open has its node, ready for an inline. */
void docx_open_paragraph(DocxReader *reader);

/* A page ends here. */
void docx_break_page(DocxReader *reader);

/* An inline leaf that belongs to the next content. */
void docx_wait(DocxReader *reader, DocxWaiting waiting);

#endif
