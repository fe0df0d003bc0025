#include "config.h"

#include "docx_draft.h"

#include "call/call.h"
#include "read.h"

#include <letterpress/package.h>

static const LpFormat format = {.size = sizeof format, .name = "docx"};

Draft read_source(LpSource *source, LpAccount *account) {
  Draft draft = {.account = account, .source = source, .document = lp_document_new(account)};
  LpBuilder *builder = lp_builder_new(draft.document);
  LpReading reading = {.format = &format, .source = source, .builder = builder, .account = account};
  draft.verdict = docx_read(&reading);
  lp_builder_finish(builder);
  return draft;
}

Draft read_parts(const Part *parts, size_t count) {
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  for (size_t i = 0; i < count; i++)
    lp_package_writer_add(writer, parts[i].name, parts[i].content, strlen(parts[i].content),
                          LP_PACKING_STORED);
  assert_true(lp_package_writer_finish(writer));
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  Draft draft = read_source(lp_source_new_bytes("draft.docx", bytes, n), account);
  draft.package = sink;
  return draft;
}

Draft read_draft(const char *document, const Part *others, size_t count) {
  Part parts[12] = {{"_rels/.rels", RELATIONSHIPS(RELATIONSHIP("r", "officeDocument", "word/document.xml"))},
                    {"word/document.xml", document}};
  for (size_t i = 0; i < count; i++)
    parts[2 + i] = others[i];
  return read_parts(parts, 2 + count);
}

void free_draft(Draft *draft) {
  lp_document_free(draft->document);
  lp_source_free(draft->source);
  lp_sink_free(draft->package);
  lp_account_free(draft->account);
}

/* ---- a tree in one line ---- */

static void draw_attributes(GString *out, const LpNode *node) {
  static const LpAttribute shown[] = {
      LP_ATTRIBUTE_LEVEL,    LP_ATTRIBUTE_NAME,       LP_ATTRIBUTE_TARGET,      LP_ATTRIBUTE_HREF,
      LP_ATTRIBUTE_MARKER,   LP_ATTRIBUTE_VALUE,      LP_ATTRIBUTE_CONTINUES,   LP_ATTRIBUTE_COLUMN_SPAN,
      LP_ATTRIBUTE_ROW_SPAN, LP_ATTRIBUTE_HEADER,     LP_ATTRIBUTE_REVISION,    LP_ATTRIBUTE_AUTHOR,
      LP_ATTRIBUTE_FIELD,    LP_ATTRIBUTE_ELEMENT,    LP_ATTRIBUTE_BLANK_LINES, LP_ATTRIBUTE_MARK,
      LP_ATTRIBUTE_EDGE,     LP_ATTRIBUTE_NOTE_CLASS, LP_ATTRIBUTE_ALTERNATIVE, LP_ATTRIBUTE_WIDTH_EMU};
  for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
    if (!lp_node_has(node, shown[i]))
      continue;
    g_string_append_printf(out, " %s=", lp_attribute_name(shown[i]));
    if (lp_attribute_type(shown[i]) == LP_TYPE_STRING)
      g_string_append(out, lp_node_string(node, shown[i]));
    else
      g_string_append_printf(out, "%d", lp_node_integer(node, shown[i]));
  }
}

static void draw_text(GString *out, const LpNode *node) {
  static const struct {
    LpProperty property;
    int32_t value;
    const char *sign;
  } signs[] = {{LP_PROPERTY_WEIGHT, 700, "b"},  {LP_PROPERTY_ITALIC, 1, "i"},
               {LP_PROPERTY_UNDERLINE, 1, "u"}, {LP_PROPERTY_STRIKE, 1, "s"},
               {LP_PROPERTY_POSITION, 1, "^"},  {LP_PROPERTY_CASE, 1, "c"},
               {LP_PROPERTY_HIDDEN, 1, "h"}};
  g_string_append_printf(out, "'%s'", lp_node_text(node, &(size_t){0}));
  for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
    if (lp_style_has(lp_node_style(node), signs[i].property) &&
        lp_style_integer(lp_node_style(node), signs[i].property) == signs[i].value)
      g_string_append(out, signs[i].sign);
}

char *drawn(const LpDocument *document) {
  GString *out = g_string_new(NULL);
  const LpNode *root = lp_document_root(document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (kind == LP_KIND_DOCUMENT)
      continue;
    if (step.leaving) {
      g_string_append_c(out, ')');
    } else if (kind == LP_KIND_TEXT) {
      draw_text(out, step.node);
    } else {
      g_string_append(out, kind == LP_KIND_PARAGRAPH ? "p" : lp_kind_name(kind));
      draw_attributes(out, step.node);
      g_string_append(out, lp_kind_is_leaf(kind) ? ";" : "(");
    }
  }
  return g_string_free(out, FALSE);
}

void assert_tree_of(const char *document, const Part *others, size_t count, const char *expected) {
  Draft draft = read_draft(document, others, count);
  char *line = drawn(draft.document);
  assert_string_equal(line, expected);
  g_free(line);
  assert_int_equal(draft.verdict, LP_DONE);
  assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
  free_draft(&draft);
}
