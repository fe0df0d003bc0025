/* read.c: a table out of lines. A reader opens nodes, adds text, closes nodes; the builder keeps the tree in
   order and counts for the ledger what it takes. What the reader took from the file it tells by
   lp_ledger_give, what became structure by lp_ledger_leave: in the end the two sides must be equal. */
#include "csv.h"

#include <string.h>

typedef struct Reader {
  LpAccount *account;
  LpBuilder *builder;
  const char *text;
  size_t n, at;
  char separator;
  LpPlace place;
} Reader;

static void leave(Reader *reader, size_t n) {
  lp_ledger_leave(reader->account, LP_REASON_MARKUP, reader->text + reader->at, n, &reader->place);
  for (size_t i = 0; i < n; i++, reader->at++) {
    bool line_end = reader->text[reader->at] == '\n';
    reader->place.line += line_end;
    reader->place.column = line_end ? 1 : reader->place.column + 1;
  }
}

static void add(Reader *reader, size_t n) {
  lp_builder_text(reader->builder, reader->text + reader->at, n, &reader->place);
  for (size_t i = 0; i < n; i++, reader->at++) {
    bool line_end = reader->text[reader->at] == '\n';
    reader->place.line += line_end;
    reader->place.column = line_end ? 1 : reader->place.column + 1;
  }
}

/* RFC 4180, 2.5 to 2.7: "a ""b"" c" is a "b" c; separators and line ends may stand in it. false: it never
 * ends. */
static bool read_quoted(Reader *reader) {
  LpPlace opened = reader->place;
  leave(reader, 1);
  while (reader->at < reader->n) {
    const char *end = memchr(reader->text + reader->at, '"', reader->n - reader->at);
    if (!end)
      break;
    add(reader, (size_t)(end - reader->text) - reader->at);
    leave(reader, 1);
    if (reader->at == reader->n || reader->text[reader->at] != '"')
      return true;
    add(reader, 1);
  }
  lp_fail(reader->account, LP_CLASS_FORMAT, "csv.open-quotation", &opened,
          "A quotation mark opened here is never closed.");
  return false;
}

static bool read_cell(Reader *reader) {
  lp_builder_open(reader->builder, LP_KIND_CELL, &reader->place);
  bool good = true;
  if (reader->at < reader->n && reader->text[reader->at] == '"')
    good = read_quoted(reader);
  size_t n = 0;
  while (reader->at + n < reader->n && reader->text[reader->at + n] != reader->separator &&
         reader->text[reader->at + n] != '\n')
    n++;
  add(reader,
      n); /* a CR at the end of a line becomes a space, which the builder drops at the end of a cell's text */
  lp_builder_close(reader->builder, LP_KIND_CELL);
  return good;
}

static bool read_row(Reader *reader) {
  lp_builder_open(reader->builder, LP_KIND_ROW, &reader->place);
  bool good = read_cell(reader);
  while (good && reader->at < reader->n && reader->text[reader->at] == reader->separator) {
    leave(reader, 1);
    good = read_cell(reader);
  }
  if (reader->at < reader->n)
    leave(reader, 1); /* the line's end */
  lp_builder_close(reader->builder, LP_KIND_ROW);
  return good;
}

LpVerdict read_csv(LpReading *reading) {
  Reader reader = {.account = lp_reading_account(reading),
                   .builder = lp_reading_builder(reading),
                   .place = {.line = 1, .column = 1}};
  const char *separator = lp_reading_option(reading, "separator");
  reader.separator = *separator ? *separator : ',';
  reader.text = (const char *)lp_source_bytes(lp_reading_source(reading), &reader.n);
  if (!reader.text)
    return LP_FAILED; /* the host reports why */
  lp_ledger_give(reader.account, reader.text, reader.n);
  bool good = true;
  lp_builder_open(reader.builder, LP_KIND_TABLE, &reader.place);
  while (good && reader.at < reader.n && !lp_should_stop(reader.account))
    good = read_row(&reader);
  lp_builder_close(reader.builder, LP_KIND_TABLE);
  return good ? LP_DONE : LP_FAILED;
}
