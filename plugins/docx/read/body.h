/* Where blocks stand (ECMA-376-1, 17.2), sections (17.6), and content controls, which are unwrapped (17.5).
 */
#ifndef DOCX_READ_BODY_H
#define DOCX_READ_BODY_H

#include "read/state.h"

/* Begins a container; its node is the caller's. The run around it, if there is one, goes on behind it. */
void docx_open_container(DocxReader *reader, LpKind kind, int32_t ground);

/* Ends it: its lists, quotations, contents and fields. */
void docx_close_container(DocxReader *reader);

#endif
