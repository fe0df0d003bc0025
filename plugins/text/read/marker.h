/* read/marker.h: the label at the start of a list item, as people type it. */
#ifndef TEXT_READ_MARKER_H
#define TEXT_READ_MARKER_H

#include <letterpress/number.h>
#include <stdbool.h>
#include <stddef.h>

enum { MARKER_BYTES = 24 };

typedef struct Marker {
  char label[MARKER_BYTES]; /* as it is shown: "(iii)", "1.", "•" */
  size_t bytes;             /* of the label in the text */
  size_t length;            /* with the white space behind it */
  LpNumberStyle style;
  char before, after; /* the signs around the number, 0 where none */
  int value;          /* 0: a bullet */
  int other_value;    /* as a letter, where it reads as a Roman number too: (i), (v), (c); else 0 */
  int depth;          /* of 1.2.3: 3 */
} Marker;

/* Reads a marker at the start of n bytes of text: bullets (•, –, —, ·, ▪, ‣, o, *, -, +) and numbers, letters
   and Roman numbers with ')',
   '.', or in parentheses, and 1.1; white space must follow. false: there is none. */
bool read_marker(const char *text, size_t n, Marker *marker);

/* Whether it looks like a label by chance too ("A. Smith"): a lone letter with a stop needs a neighbour. */
bool marker_is_doubtful(const Marker *marker);

/* Whether one could follow the other as the next item of one list. */
bool marker_follows(const Marker *before, const Marker *marker);

/* Takes the letter for what it is by what went before it: (i) after (h) is a letter. */
void marker_settle(const Marker *before, Marker *marker);

#endif
