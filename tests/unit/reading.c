/* Reading drafts in tests. */
#include "config.h"

#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <glib.h>
#include <string.h>

static const LpPlugin *plugin;

bool load_plugin(const char *name) {
  char *path = g_strdup_printf("./.libs/%s.so", name);
  void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  g_free(path);
  if (!handle)
    print_error("%s\n", dlerror());
  plugin = handle ? dlsym(handle, "letterpress_plugin") : NULL;
  return plugin != NULL;
}

/* Text with its style in short: *bold*, /italic/, -strike-, _underline_. */
static void draw_text(GString *out, const LpNode *node) {
  const LpStyle *style = lp_node_style(node);
  size_t n;
  GString *signs = g_string_new(NULL);
  if (lp_style_integer(style, LP_PROPERTY_WEIGHT) == 700)
    g_string_append_c(signs, '*');
  if (lp_style_integer(style, LP_PROPERTY_ITALIC))
    g_string_append_c(signs, '/');
  if (lp_style_integer(style, LP_PROPERTY_STRIKE))
    g_string_append_c(signs, '-');
  if (lp_style_integer(style, LP_PROPERTY_UNDERLINE))
    g_string_append_c(signs, '_');
  if (lp_style_integer(style, LP_PROPERTY_HIDDEN))
    g_string_append_c(signs, '?');
  g_string_append_printf(out, "%s%s%s", signs->str, lp_node_text(node, &n), signs->str);
  g_string_free(signs, TRUE);
}

static void draw_open(GString *out, const LpNode *node) {
  LpKind kind = lp_node_kind(node);
  const char *marker = lp_node_string(node, LP_ATTRIBUTE_MARKER);
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET),
             *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  const char *href = lp_node_string(node, LP_ATTRIBUTE_HREF);
  static const struct {
    LpKind kind;
    const char *sign;
  } short_names[] = {{LP_KIND_PARAGRAPH, "p"}, {LP_KIND_LIST, "l"},       {LP_KIND_LIST_ITEM, "i"},
                     {LP_KIND_ROW_GROUP, "g"}, {LP_KIND_ROW, "r"},        {LP_KIND_CELL, "c"},
                     {LP_KIND_TABLE, "t"},     {LP_KIND_LINE_BREAK, "/"}, {LP_KIND_PAGE_BREAK, "="},
                     {LP_KIND_TAB, "~"},       {LP_KIND_HEADING, "h"},    {LP_KIND_QUOTE, "q"}};
  const char *sign = lp_kind_name(kind);
  for (size_t i = 0; i < G_N_ELEMENTS(short_names); i++)
    if (short_names[i].kind == kind)
      sign = short_names[i].sign;
  g_string_append(out, sign);
  int32_t revision = lp_node_integer(node, LP_ATTRIBUTE_REVISION);
  if (revision)
    g_string_append_c(out, revision == LP_REVISION_INSERTED ? '+' : '!');
  if (kind == LP_KIND_HEADING)
    g_string_append_printf(out, "%d", lp_node_integer(node, LP_ATTRIBUTE_LEVEL));
  if (lp_node_integer(node, LP_ATTRIBUTE_HEADER))
    g_string_append_c(out, '!');
  if (marker)
    g_string_append_printf(out, "[%s]", marker);
  if (target || name || href)
    g_string_append_printf(out, "<%s>", target ? target : name ? name : href);
  if (!lp_kind_is_leaf(kind))
    g_string_append_c(out, '(');
}

char *draw(const LpDocument *document) {
  GString *out = g_string_new(NULL);
  const LpNode *root = lp_document_root(document);
  for (LpStep step = lp_walk_next(root, lp_walk_first(root)); step.node != root;
       step = lp_walk_next(root, step)) {
    if (step.leaving)
      g_string_append_c(out, ')');
    else if (lp_node_kind(step.node) == LP_KIND_TEXT)
      draw_text(out, step.node);
    else
      draw_open(out, step.node);
  }
  return g_string_free(out, FALSE);
}

Draft read_bytes(const char *format_name, const void *bytes, size_t n) {
  const LpFormat *format = NULL;
  for (size_t i = 0; plugin->formats[i]; i++)
    if (strcmp(plugin->formats[i]->name, format_name) == 0)
      format = plugin->formats[i];
  Draft draft = {.account = lp_account_new()};
  draft.document = lp_document_new(draft.account);
  draft.source = lp_source_new_bytes("draft", bytes, n);
  lp_ledger_begin(draft.account, LP_PHASE_READING, 0);
  LpReading reading = {.format = format,
                       .source = draft.source,
                       .builder = lp_builder_new(draft.document),
                       .account = draft.account};
  draft.verdict = format->read(&reading);
  lp_builder_finish(reading.builder);
  return draft;
}

void drop(Draft *draft) {
  lp_document_free(draft->document);
  lp_source_free(draft->source);
  lp_account_free(draft->account);
}

void assert_read(const char *format, const char *text, const char *expected) {
  Draft draft = read_bytes(format, text, strlen(text));
  char *tree = draw(draft.document);
  for (size_t i = 0; i < lp_account_diagnostic_count(draft.account); i++)
    if (lp_account_diagnostic(draft.account, i)->level == LP_LEVEL_ERROR)
      print_error("%s\n", lp_account_diagnostic(draft.account, i)->sentence);
  assert_string_equal(tree, expected);
  assert_int_equal(draft.verdict, LP_DONE);
  assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
  g_free(tree);
  drop(&draft);
}

void assert_code(const char *format, const void *bytes, size_t n, const char *code, int class_) {
  Draft draft = read_bytes(format, bytes, n);
  assert_int_equal(lp_account_code_count(draft.account, code), 1);
  assert_int_equal(lp_account_class(draft.account), class_);
  drop(&draft);
}
