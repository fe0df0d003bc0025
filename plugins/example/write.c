/* write.c: rows out of a tree. A writer is a table of what to do on entering and leaving a kind of node; a
   kind without a row takes its fallback's. Text is told to the ledger as it is written, so that nothing is
   lost in silence. */
#include "csv.h"

#include <string.h>

typedef struct Writer {
  LpSink *sink;
  LpAccount *account;
  char separator;
  bool cell_open;    /* a quotation is open */
  bool row_has_cell; /* a separator comes before the next */
} Writer;

static void open_cell(Writer *writer) {
  if (writer->row_has_cell)
    lp_sink_write(writer->sink, &writer->separator, 1);
  lp_sink_write(writer->sink, "\"", 1);
  writer->cell_open = true;
  writer->row_has_cell = true;
}

static void close_cell(Writer *writer) {
  lp_sink_write(writer->sink, "\"", 1);
  writer->cell_open = false;
}

static void end_row(Writer *writer) {
  lp_sink_write(writer->sink, "\r\n", 2);
  writer->row_has_cell = false;
}

/* A paragraph, in a cell or by itself: then it is a row of one cell. */
static LpWalkInto enter_paragraph(void *state, const LpNode *node) {
  Writer *writer = state;
  if (!writer->cell_open)
    open_cell(writer);
  else if (lp_node_previous(node))
    lp_sink_write(writer->sink, "\n", 1);
  return LP_WALK_INTO;
}

static void leave_paragraph(void *state, const LpNode *node) {
  Writer *writer = state;
  if (lp_node_kind(lp_node_parent(node)) == LP_KIND_CELL)
    return;
  close_cell(writer);
  end_row(writer);
}

static LpWalkInto enter_cell(void *state, const LpNode *node) {
  (void)node;
  open_cell(state);
  return LP_WALK_INTO;
}

static void leave_cell(void *state, const LpNode *node) {
  (void)node;
  close_cell(state);
}

static void leave_row(void *state, const LpNode *node) {
  (void)node;
  end_row(state);
}

static LpWalkInto enter_break(void *state, const LpNode *node) {
  lp_sink_text(((Writer *)state)->sink, lp_node_kind(node) == LP_KIND_TAB ? "\t" : "\n");
  return LP_WALK_INTO;
}

static LpWalkInto enter_text(void *state, const LpNode *node) {
  Writer *writer = state;
  size_t n;
  const char *text = lp_node_text(node, &n);
  lp_ledger_write(writer->account, text, n);
  for (size_t i = 0; i < n; i++)
    lp_sink_write(writer->sink, text[i] == '"' ? "\"\"" : &text[i], text[i] == '"' ? 2 : 1);
  return LP_WALK_INTO;
}

static const LpRow rows[] = {
    {LP_KIND_PARAGRAPH, enter_paragraph, leave_paragraph},
    {LP_KIND_CELL, enter_cell, leave_cell},
    {LP_KIND_ROW, NULL, leave_row},
    {LP_KIND_TABLE, NULL, NULL},
    {LP_KIND_TEXT, enter_text, NULL},
    {LP_KIND_LINE_BREAK, enter_break, NULL},
    {LP_KIND_TAB, enter_break, NULL},
};

LpVerdict write_csv(LpWriting *writing) {
  const char *separator = lp_writing_option(writing, "separator");
  Writer writer = {.sink = lp_writing_sink(writing),
                   .account = lp_writing_account(writing),
                   .separator = *separator ? *separator : ','};
  const LpDocument *document = lp_writing_document(writing);
  lp_walk_rows(document, lp_document_root(document), rows, sizeof rows / sizeof rows[0], &writer);
  return lp_sink_broken(writer.sink) ? LP_FAILED : LP_DONE;
}
