/* read/wrap.h: hard-wrapped lines: which breaks the wrapping made, and which the writer meant. */
#ifndef TEXT_READ_WRAP_H
#define TEXT_READ_WRAP_H

#include "read/draft.h"

/* A line without the white space at its ends. */
typedef struct Line {
  size_t from, to; /* offsets */
  size_t indent;   /* columns before its text; a tab goes to the next multiple of 8 */
  size_t width;    /* columns of its text */
} Line;

Line line_at(const Draft *draft, size_t line);

/* The columns that the draft was wrapped at, by the lengths of lines that others follow; 0: it was not
 * wrapped. */
size_t wrap_measure(const Draft *draft);

/* Whether the break between two lines was made by the wrapping: the next word had no room. */
bool is_wrapped(const Draft *draft, const Line *line, const Line *next);

/* Whether text that ends at one offset and text that begins at the other are parted by a space when they are
   joined: not between letters of scripts that write none, nor after the hyphen of a compound. */
bool joins_with_space(const Draft *draft, size_t end, size_t begin);

/* Hands [from, to) to the builder, runs of white space as one space, a tab as a tab. */
void wrap_text(Draft *draft, size_t from, size_t to);

#endif
