/* A document built by hand, given to a writer. */
#include "config.h"

#include "writing.h"

#include "call/call.h"
#include "document/edit.h"

#include <string.h>

void writing_begin(Writing *writing) {
  *writing = (Writing){.account = lp_account_new()};
  writing->document = lp_document_new(writing->account);
  writing->builder = lp_builder_new(writing->document);
}

const char *writing_run(Writing *writing, LpVerdict (*write)(LpWriting *), const LpOccasion *occasion,
                        size_t *n) {
  static const LpFormat format = {.size = sizeof format, .name = "test"};
  if (writing->builder)
    lp_builder_finish(writing->builder);
  writing->builder = NULL;
  if (!writing->definition)
    writing->definition = lp_definition_built_in(writing->account);
  lp_sink_free(writing->sink);
  writing->sink = lp_sink_new_memory();
  struct LpWriting call = {.format = &format,
                           .document = writing->document,
                           .letterhead =
                               lp_letterhead_resolve(writing->definition, writing->document, occasion),
                           .sink = writing->sink,
                           .account = writing->account,
                           .time = 315532800};
  lp_ledger_begin(writing->account, LP_PHASE_WRITING,
                  lp_node_characters(lp_document_root(writing->document)));
  writing->verdict = write(&call);
  lp_writing_end(&call);
  writing->balanced = lp_ledger_balance(writing->account, LP_PHASE_WRITING);
  if (n)
    *n = (size_t)lp_sink_position(writing->sink);
  lp_sink_write(writing->sink, "", 1);
  size_t all;
  return (const char *)lp_sink_bytes(writing->sink, &all);
}

void writing_end(Writing *writing) {
  if (writing->builder)
    lp_builder_finish(writing->builder);
  lp_sink_free(writing->sink);
  lp_definition_free(writing->definition);
  lp_document_free(writing->document);
  lp_account_free(writing->account);
}

const LpStyle *writing_with(const Writing *writing, const LpStyle *style, LpProperty property,
                            int32_t value) {
  return lp_style_with_integer(writing->document, style, property, value);
}

const LpStyle *writing_role(const Writing *writing, LpRole role) {
  return writing_with(writing, NULL, LP_PROPERTY_ROLE, (int32_t)role);
}

void writing_text(const Writing *writing, const LpStyle *style, const char *text) {
  lp_builder_text_style(writing->builder, style);
  lp_builder_text(writing->builder, text, strlen(text), NULL);
  lp_builder_text_style(writing->builder, NULL);
}

void writing_paragraph(const Writing *writing, LpRole role, const char *text) {
  lp_builder_open(writing->builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_style(writing->builder, writing_role(writing, role));
  writing_text(writing, NULL, text);
  lp_builder_close(writing->builder, LP_KIND_PARAGRAPH);
}

void writing_heading(const Writing *writing, int32_t level, LpRole role, const char *text) {
  lp_builder_open(writing->builder, LP_KIND_HEADING, NULL);
  lp_builder_integer(writing->builder, LP_ATTRIBUTE_LEVEL, level);
  lp_builder_style(writing->builder, writing_role(writing, role));
  writing_text(writing, NULL, text);
  lp_builder_close(writing->builder, LP_KIND_HEADING);
}
