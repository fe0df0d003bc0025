/* read/sections.h: a draft in chunks: its own pages, and sections of one language. */
#ifndef TEXT_READ_SECTIONS_H
#define TEXT_READ_SECTIONS_H

#include "read/draft.h"

/* Reads a run of lines [first, end) of one page and one language. */
typedef void (*ReadChunk)(Draft *draft, size_t first_line, size_t end_line);

/* Walks the lines from an offset: a form feed ends a page, "::: {lang=xx}" to ":::" is a section of that
   language; what lies between is handed to read_chunk. */
void read_sections(Draft *draft, size_t from, ReadChunk read_chunk);

#endif
