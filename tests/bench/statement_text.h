/* statement_text.h: a statement in light markup as the floor programs take it: paragraphs, headings, bold and
 * italic. */
#ifndef BENCH_STATEMENT_TEXT_H
#define BENCH_STATEMENT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* A stretch of a paragraph's text, in bytes. */
typedef struct Emphasis {
  size_t start, end;
  bool bold; /* else italic */
} Emphasis;

typedef struct Paragraph {
  char *text; /* marks taken out, lines joined */
  Emphasis *emphases;
  size_t emphasis_count;
  bool heading;
} Paragraph;

typedef struct StatementText {
  Paragraph *paragraphs;
  size_t count;
} StatementText;

/* Reads a file: blocks parted by blank lines; '#' before a heading; ** and * around bold and italic. Ends the
   program with a message when the file cannot be read or memory runs out. */
StatementText statement_text_read(const char *path);

void statement_text_free(StatementText *statement);

/* The arguments of every floor program: [-n N] [-f] IN OUT. -n: that many times in one process; -f: bold and
   italic in their own faces. Ends the program with the usage when they are wrong. */
typedef struct FloorArguments {
  long times;
  bool faces;
  const char *in, *out;
} FloorArguments;
FloorArguments floor_arguments(int argc, char **argv);

#endif
