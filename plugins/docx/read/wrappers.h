/* Inlines that enclose others: links, revisions, fields. Elements nest, fields and page breaks do not: where
   one of them ends within another, the other is closed and opened again. */
#ifndef DOCX_READ_WRAPPERS_H
#define DOCX_READ_WRAPPERS_H

#include "read/state.h"

/* Opens one where the text stands; returns its serial. */
uint32_t docx_open_wrapper(DocxReader *reader, DocxWrapper wrapper);

/* Closes it. Those within stay open, around what follows. Nothing is done if it was closed already, with its
 * paragraph. */
void docx_close_wrapper(DocxReader *reader, uint32_t serial);

/* Opens those of a paragraph again, behind a page break. */
void docx_reopen_wrappers(DocxReader *reader, size_t from);

/* For the rows of elements: notes what leaving the element has to close; 0 for nothing. */
void docx_push_element(DocxReader *reader, uint32_t serial);
void docx_pop_element(DocxReader *reader);

/* Whether one of that kind is open in the paragraph. */
bool docx_in_wrapper(const DocxReader *reader, LpKind kind);

/* The tracked change that the text stands in; NULL: none. */
const DocxChange *docx_change_here(const DocxReader *reader);

/* Sets REVISION, AUTHOR and DATE of the node just opened. */
void docx_set_change(DocxReader *reader, const DocxChange *change);

#endif
