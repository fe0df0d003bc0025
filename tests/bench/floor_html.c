/* What any HTML of a statement must cost: its text, escaped, between tags. */
#include "config.h"

#include "statement_text.h"

#include <stdio.h>
#include <string.h>

static void put_escaped(FILE *out, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    switch (text[i]) {
    case '&': fputs("&amp;", out); break;
    case '<': fputs("&lt;", out); break;
    case '>': fputs("&gt;", out); break;
    default: putc_unlocked(text[i], out);
    }
  }
}

static void put_paragraph(FILE *out, const Paragraph *paragraph, bool faces) {
  const char *tag = paragraph->heading ? "h2" : "p";
  size_t at = 0;
  fprintf(out, "<%s>", tag);
  for (size_t i = 0; faces && i < paragraph->emphasis_count; i++) {
    const Emphasis *emphasis = &paragraph->emphases[i];
    if (emphasis->start < at) /* one inside another, written already */
      continue;
    put_escaped(out, paragraph->text + at, emphasis->start - at);
    fputs(emphasis->bold ? "<b>" : "<i>", out);
    put_escaped(out, paragraph->text + emphasis->start, emphasis->end - emphasis->start);
    fputs(emphasis->bold ? "</b>" : "</i>", out);
    at = emphasis->end;
  }
  put_escaped(out, paragraph->text + at, strlen(paragraph->text + at));
  fprintf(out, "</%s>\n", tag);
}

int main(int argc, char **argv) {
  const FloorArguments arguments = floor_arguments(argc, argv);
  for (long i = 0; i < arguments.times; i++) {
    StatementText statement = statement_text_read(arguments.in);
    FILE *out = fopen(arguments.out, "wb");
    if (out == NULL) {
      perror(arguments.out);
      return 1;
    }
    fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta "
          "charset=\"utf-8\"><title>Statement</title></head><body>\n",
          out);
    for (size_t k = 0; k < statement.count; k++)
      put_paragraph(out, &statement.paragraphs[k], arguments.faces);
    fputs("</body></html>\n", out);
    statement_text_free(&statement);
    if (fclose(out) != 0) {
      perror(arguments.out);
      return 1;
    }
  }
  return 0;
}
