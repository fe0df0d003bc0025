/* Parts beside the text: core properties (ECMA-376-2, 11), settings (ECMA-376-1, 17.15), theme (20.1.6.9). */
#ifndef DOCX_READ_PARTS_H
#define DOCX_READ_PARTS_H

#include "read/state.h"

/* Title, subject, keywords and language; nothing else of the properties is taken over. */
LpVerdict docx_read_metadata(DocxReader *reader, const char *part);

/* Whether even pages have headers of their own. */
LpVerdict docx_read_settings(DocxReader *reader, const char *part);

/* The font families of headings and of text. */
LpVerdict docx_read_theme(DocxReader *reader, const char *part);

#endif
