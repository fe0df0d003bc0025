/* What paragraphs that follow each other make up: lists from their numbering (ECMA-376-1, 17.9), quotations.
 */
#ifndef DOCX_READ_GROUPING_H
#define DOCX_READ_GROUPING_H

#include "read/effective.h"

/* Makes the place for a paragraph about to be opened: closes the lists that it does not go on with, opens
   those that it needs, and its item. true: it is numbered but no item (a heading), and *label is its own. */
bool docx_group(DocxReader *reader, const DocxParagraph *paragraph, const DocxBlock *block, DocxLabel *label);

/* Closes all lists and quotations of the innermost container. */
void docx_close_groups(DocxReader *reader);

/* Puts the page break that waits, if one does. */
void docx_place_page_break(DocxReader *reader);

#endif
