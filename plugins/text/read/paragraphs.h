/* read/paragraphs.h: plain text: blocks of lines become paragraphs, headings and lists. */
#ifndef TEXT_READ_PARAGRAPHS_H
#define TEXT_READ_PARAGRAPHS_H

#include "read/draft.h"

/* Reads the lines [first, end) of a page; a ReadChunk. draft->measure must be set. */
void read_paragraphs(Draft *draft, size_t first, size_t end);

#endif
