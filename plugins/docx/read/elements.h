/* The rows of all parts in WordprocessingML: one element, one row. */
#ifndef DOCX_READ_ELEMENTS_H
#define DOCX_READ_ELEMENTS_H

#include "read/state.h"

/* A part with text of the draft: the body (kind DOCUMENT), notes (NOTE), comments (COMMENT), a header, whose
 * node is open. */
LpVerdict docx_read_story(DocxReader *reader, const char *part, LpKind kind);

/* A part without: styles, numbering. */
LpVerdict docx_read_definitions(DocxReader *reader, const char *part);

#endif
