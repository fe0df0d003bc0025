#include "config.h"

#include "pdf/statement.h"

#include "write.h"

#include <string.h>

Statement *statement_new(const char *keyfile) {
  Statement *statement = g_new0(Statement, 1);
  statement->account = lp_account_new();
  statement->document = lp_document_new(statement->account);
  statement->builder = lp_builder_new(statement->document);
  statement->definition = keyfile == NULL ? lp_definition_built_in(statement->account)
                                          : lp_definition_read("test.letterhead", keyfile, strlen(keyfile),
                                                               NULL, NULL, statement->account);
  return statement;
}

void statement_free(Statement *statement) {
  if (statement->builder != NULL)
    lp_builder_finish(statement->builder);
  lp_definition_free(statement->definition);
  lp_document_free(statement->document);
  lp_account_free(statement->account);
  g_free(statement);
}

const LpStyle *statement_role(Statement *statement, LpRole role) {
  return lp_style_with_integer(statement->document, NULL, LP_PROPERTY_ROLE, role);
}

void statement_open(Statement *statement, LpKind kind, LpRole role) {
  lp_builder_open(statement->builder, kind, NULL);
  lp_builder_style(statement->builder, statement_role(statement, role));
}

void statement_close(Statement *statement, LpKind kind) {
  lp_builder_close(statement->builder, kind);
}

void statement_text(Statement *statement, const char *text, const LpStyle *style) {
  lp_builder_text_style(statement->builder, style);
  lp_builder_text(statement->builder, text, strlen(text), NULL);
  statement->characters += lp_characters(text, strlen(text));
}

/* Adds text with its light markup. */
static void marked_text(Statement *statement, const char *text) {
  const LpStyle *style = NULL;
  bool bold = false, italic = false;
  while (*text != 0) {
    const size_t n = strcspn(text, "*");
    if (n > 0) {
      char *run = g_strndup(text, n);
      statement_text(statement, run, style);
      g_free(run);
      text += n;
      continue;
    }
    const size_t stars = strspn(text, "*");
    if (stars >= 2)
      bold = !bold;
    if (stars != 2)
      italic = !italic;
    style = NULL;
    if (bold)
      style = lp_style_with_integer(statement->document, style, LP_PROPERTY_WEIGHT, 700);
    if (italic)
      style = lp_style_with_integer(statement->document, style, LP_PROPERTY_ITALIC, 1);
    text += stars;
  }
}

void statement_paragraph(Statement *statement, LpRole role, const char *text) {
  statement_open(statement, LP_KIND_PARAGRAPH, role);
  marked_text(statement, text);
  statement_close(statement, LP_KIND_PARAGRAPH);
}

void statement_heading(Statement *statement, int level, LpRole role, const char *text) {
  statement_open(statement, LP_KIND_HEADING, role);
  lp_builder_integer(statement->builder, LP_ATTRIBUTE_LEVEL, level);
  marked_text(statement, text);
  statement_close(statement, LP_KIND_HEADING);
}

void statement_cell(Statement *statement, const char *text, LpAlign align, bool is_header, int columns,
                    int rows) {
  lp_builder_open(statement->builder, LP_KIND_CELL, NULL);
  if (is_header)
    lp_builder_integer(statement->builder, LP_ATTRIBUTE_HEADER, 1);
  if (columns > 1)
    lp_builder_integer(statement->builder, LP_ATTRIBUTE_COLUMN_SPAN, columns);
  if (rows > 1)
    lp_builder_integer(statement->builder, LP_ATTRIBUTE_ROW_SPAN, rows);
  lp_builder_open(statement->builder, LP_KIND_PARAGRAPH, NULL);
  const LpStyle *style = statement_role(statement, is_header ? LP_ROLE_TABLE_HEAD : LP_ROLE_TABLE_CELL);
  lp_builder_style(statement->builder,
                   lp_style_with_integer(statement->document, style, LP_PROPERTY_ALIGN, align));
  marked_text(statement, text);
  lp_builder_close(statement->builder, LP_KIND_PARAGRAPH);
  lp_builder_close(statement->builder, LP_KIND_CELL);
}

GByteArray *statement_write(Statement *statement) {
  lp_builder_finish(statement->builder);
  statement->builder = NULL;
  LpSink *sink = lp_sink_new_memory();
  lp_ledger_begin(statement->account, LP_PHASE_WRITING, statement->characters);
  LpWriting writing = {
      .document = statement->document,
      .letterhead = lp_letterhead_resolve(statement->definition, statement->document, &statement->occasion),
      .sink = sink,
      .account = statement->account,
      .time = 1577836800};
  GByteArray *bytes = NULL;
  statement->verdict = write_pdf(&writing);
  if (statement->verdict == LP_DONE || statement->verdict == LP_DONE_WITH_LOSSES) {
    size_t n;
    const uint8_t *written = lp_sink_bytes(sink, &n);
    bytes = g_byte_array_new();
    g_byte_array_append(bytes, written, (guint)n);
  }
  lp_writing_end(&writing);
  lp_sink_free(sink);
  return bytes;
}
