/* The notation of drafting.h. */
#include "config.h"

#include "drafting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <letterpress/walk.h>
#include <stdlib.h>
#include <string.h>

int drafting_set_up(void **state) {
  Drafting *drafting = g_new0(Drafting, 1);
  drafting->account = lp_account_new();
  drafting->document = lp_document_new(drafting->account);
  drafting->builder = lp_builder_new(drafting->document);
  drafting->definition = lp_definition_built_in(drafting->account);
  drafting->passing = (LpPassing){.document = drafting->document,
                                  .account = drafting->account,
                                  .definition = drafting->definition,
                                  .settings = &drafting->settings,
                                  .language = "en"};
  *state = drafting;
  return 0;
}

int drafting_tear_down(void **state) {
  Drafting *drafting = *state;
  if (drafting->builder)
    lp_builder_finish(drafting->builder);
  lp_definition_free(drafting->definition);
  lp_document_free(drafting->document);
  lp_account_free(drafting->account);
  g_free(drafting);
  return 0;
}

/* ---- reading ---- */

typedef struct Marks {
  const LpStyle *style;
  bool bold, italic, hidden;
} Marks;

static void set_style(Drafting *drafting, Marks *marks) {
  LpDocument *document = drafting->document;
  const LpStyle *style = NULL;
  if (marks->bold)
    style = lp_style_with_integer(document, style, LP_PROPERTY_WEIGHT, 700);
  if (marks->italic)
    style = lp_style_with_integer(document, style, LP_PROPERTY_ITALIC, 1);
  if (marks->hidden)
    style = lp_style_with_integer(document, style, LP_PROPERTY_HIDDEN, 1);
  lp_builder_text_style(drafting->builder, style);
}

/* A mark at the start of text; its length, 0 if it is none. */
static size_t take_mark(Drafting *drafting, Marks *marks, const char *text, const LpPlace *place) {
  LpBuilder *builder = drafting->builder;
  if (g_str_has_prefix(text, "**"))
    return marks->bold = !marks->bold, set_style(drafting, marks), 2;
  if (*text == '*')
    return marks->italic = !marks->italic, set_style(drafting, marks), 1;
  if (*text == '~')
    return marks->hidden = !marks->hidden, set_style(drafting, marks), 1;
  if (g_str_has_prefix(text, " / "))
    return lp_builder_leaf(builder, LP_KIND_LINE_BREAK, place), 3;
  if (g_str_has_prefix(text, "{+") || g_str_has_prefix(text, "{-")) {
    lp_builder_open(builder, LP_KIND_REVISION, place);
    lp_builder_integer(builder, LP_ATTRIBUTE_REVISION,
                       text[1] == '+' ? LP_REVISION_INSERTED : LP_REVISION_DELETED);
    return 2;
  }
  if (g_str_has_prefix(text, "+}") || g_str_has_prefix(text, "-}"))
    return lp_builder_close(builder, LP_KIND_REVISION), 2;
  if (g_str_has_prefix(text, "{^") && strchr(text, '}')) {
    size_t n = strcspn(text, "}") + 1;
    char *name = g_strndup(text + 2, n - 3);
    lp_builder_leaf(builder, LP_KIND_NOTE_REFERENCE, place);
    lp_builder_string(builder, LP_ATTRIBUTE_TARGET, name);
    g_free(name);
    return n;
  }
  return 0;
}

static void read_inlines(Drafting *drafting, const char *text, const LpPlace *place) {
  Marks marks = {0};
  const char *from = text;
  while (*text) {
    const char *at = text;
    /* a mark is taken once the text before it has gone in */
    bool may_be = strchr("*~{+- ", *text) != NULL;
    if (may_be && text > from)
      lp_builder_text(drafting->builder, from, (size_t)(text - from), place), from = text;
    size_t n = may_be ? take_mark(drafting, &marks, at, place) : 0;
    text += n ? n : 1;
    if (n)
      from = text;
  }
  if (text > from)
    lp_builder_text(drafting->builder, from, (size_t)(text - from), place);
  lp_builder_text_style(drafting->builder, NULL);
}

static void read_block(Drafting *drafting, LpKind kind, const char *text, const LpPlace *place) {
  lp_builder_open(drafting->builder, kind, place);
  read_inlines(drafting, text, place);
  lp_builder_close(drafting->builder, kind);
}

/* An item joins the list before it if that is of its kind. */
static void read_item(Drafting *drafting, const char *marker, const char *text, const LpPlace *place) {
  LpBuilder *builder = drafting->builder;
  bool ordered = g_ascii_isdigit(*marker);
  if (!lp_builder_depth(builder, LP_KIND_LIST)) {
    lp_builder_open(builder, LP_KIND_LIST, place);
    lp_builder_integer(builder, LP_ATTRIBUTE_ORDERED, ordered);
    if (ordered)
      lp_builder_integer(builder, LP_ATTRIBUTE_START, atoi(marker));
  }
  lp_builder_open(builder, LP_KIND_LIST_ITEM, place);
  lp_builder_string(builder, LP_ATTRIBUTE_MARKER, marker);
  read_block(drafting, LP_KIND_PARAGRAPH, text, place);
  lp_builder_close(builder, LP_KIND_LIST_ITEM);
}

static void read_row(Drafting *drafting, const char *text, const LpPlace *place) {
  char **cells = g_strsplit(text + 2, " | ", -1);
  if (!lp_builder_depth(drafting->builder, LP_KIND_TABLE))
    lp_builder_open(drafting->builder, LP_KIND_TABLE, place);
  lp_builder_open(drafting->builder, LP_KIND_ROW, place);
  for (char **cell = cells; *cell; cell++) {
    lp_builder_open(drafting->builder, LP_KIND_CELL, place);
    read_block(drafting, LP_KIND_PARAGRAPH, *cell, place);
    lp_builder_close(drafting->builder, LP_KIND_CELL);
  }
  lp_builder_close(drafting->builder, LP_KIND_ROW);
  g_strfreev(cells);
}

static void read_within(Drafting *drafting, LpKind around, const char *name, const char *text,
                        const LpPlace *place) {
  lp_builder_open(drafting->builder, around, place);
  lp_builder_string(drafting->builder, LP_ATTRIBUTE_NAME, name);
  read_block(drafting, LP_KIND_PARAGRAPH, text, place);
  lp_builder_close(drafting->builder, around);
}

static void close_runs(Drafting *drafting, const char *line) {
  bool item = g_str_has_prefix(line, "- ") || (g_ascii_isdigit(*line) && strstr(line, ". "));
  if (!item && lp_builder_depth(drafting->builder, LP_KIND_LIST))
    lp_builder_close(drafting->builder, LP_KIND_LIST);
  if (*line != '|' && lp_builder_depth(drafting->builder, LP_KIND_TABLE))
    lp_builder_close(drafting->builder, LP_KIND_TABLE);
}

static void read_line(Drafting *drafting, const char *line, int32_t blanks, const LpPlace *place) {
  LpBuilder *builder = drafting->builder;
  size_t level = strspn(line, "#");
  size_t digits = strspn(line, "0123456789");
  close_runs(drafting, line);
  if (*line == '\f') {
    lp_builder_leaf(builder, LP_KIND_PAGE_BREAK, place);
    lp_builder_integer(builder, LP_ATTRIBUTE_ORIGIN, 1);
  } else if (level) {
    lp_builder_open(builder, LP_KIND_HEADING, place);
    lp_builder_integer(builder, LP_ATTRIBUTE_LEVEL, (int32_t)level);
    read_inlines(drafting, line + level + 1, place);
    lp_builder_close(builder, LP_KIND_HEADING);
  } else if (g_str_has_prefix(line, "- ")) {
    read_item(drafting, "•", line + 2, place);
  } else if (digits && g_str_has_prefix(line + digits, ". ")) {
    char *marker = g_strndup(line, digits + 1);
    read_item(drafting, marker, line + digits + 2, place);
    g_free(marker);
  } else if (g_str_has_prefix(line, "> ")) {
    read_within(drafting, LP_KIND_QUOTE, NULL, line + 2, place);
  } else if (g_str_has_prefix(line, "=. ")) {
    read_within(drafting, LP_KIND_PAGE_FOOTER, NULL, line + 3, place);
  } else if (g_str_has_prefix(line, "= ")) {
    read_within(drafting, LP_KIND_PAGE_HEADER, NULL, line + 2, place);
  } else if (g_str_has_prefix(line, "[^")) {
    char *name = g_strndup(line + 2, strcspn(line, "]") - 2);
    read_within(drafting, LP_KIND_NOTE, name, strchr(line, ']') + 2, place);
    g_free(name);
  } else if (*line == '|') {
    read_row(drafting, line, place);
  } else {
    bool full = g_str_has_prefix(line, "% ");
    lp_builder_open(builder, LP_KIND_PARAGRAPH, place);
    if (full)
      lp_builder_integer(builder, LP_ATTRIBUTE_LINE_FILL, 950);
    if (blanks >= 2)
      lp_builder_integer(builder, LP_ATTRIBUTE_BLANK_LINES, blanks);
    read_inlines(drafting, full ? line + 2 : line, place);
    lp_builder_close(builder, LP_KIND_PARAGRAPH);
  }
}

void drafting_read(Drafting *drafting, const char *text) {
  char **lines = g_strsplit(text, "\n", -1);
  int32_t blanks = 0;
  for (uint32_t i = 0; lines[i]; i++) {
    LpPlace place = {NULL, i + 1, 1};
    if (*lines[i])
      read_line(drafting, lines[i], blanks, &place);
    blanks = *lines[i] ? 0 : blanks + 1;
  }
  g_strfreev(lines);
  lp_builder_finish(drafting->builder);
  drafting->builder = NULL;
  lp_ledger_begin(drafting->account, LP_PHASE_PASSES,
                  lp_node_characters(lp_document_root(drafting->document)));
}

/* ---- telling ---- */

static void tell_inlines(GString *told, const LpNode *block) {
  for (LpStep step = lp_walk_first(block); step.node; step = lp_walk_next(block, step)) {
    size_t n;
    const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
    const LpStyle *style = lp_node_style(step.node);
    const char *bold = text && lp_style_integer(style, LP_PROPERTY_WEIGHT) == 700 ? "**" : "";
    const char *italic = text && lp_style_integer(style, LP_PROPERTY_ITALIC) ? "*" : "";
    if (text)
      g_string_append_printf(told, "%s%s%.*s%s%s", bold, italic, (int)n, text, italic, bold);
    else if (lp_node_kind(step.node) == LP_KIND_LINE_BREAK)
      g_string_append(told, " / ");
    else if (lp_node_kind(step.node) == LP_KIND_NOTE_REFERENCE)
      g_string_append_printf(told, "{^%d}", (int)lp_node_integer(step.node, LP_ATTRIBUTE_VALUE));
    else if (lp_node_kind(step.node) == LP_KIND_REVISION)
      g_string_append_c(told, step.leaving ? '}' : '{');
  }
}

/* What stands around a block, as far as the notation has a sign for it. */
static void tell_around(GString *told, const LpNode *block) {
  const LpNode *around = lp_node_parent(block);
  if (!around)
    return;
  size_t at = told->len;
  for (; around; block = around, around = lp_node_parent(around)) {
    LpKind kind = lp_node_kind(around);
    const char *marker = lp_node_string(around, LP_ATTRIBUTE_MARKER);
    if (kind == LP_KIND_LIST_ITEM && marker && !lp_node_previous(block))
      g_string_insert_c(told, (gssize)at, ' '), g_string_insert(told, (gssize)at, marker);
    else if (kind == LP_KIND_LIST_ITEM)
      g_string_insert(told, (gssize)at, "  ");
    else if (kind == LP_KIND_QUOTE)
      g_string_insert(told, (gssize)at, "> ");
    else if (kind == LP_KIND_CELL)
      g_string_insert(told, (gssize)at, "| ");
    else if (kind == LP_KIND_SIGNATURE_BLOCK)
      g_string_insert(told, (gssize)at, lp_node_previous(block) ? "s " : "S ");
    else if (kind == LP_KIND_NOTE)
      g_string_insert(told, (gssize)at, "^ ");
  }
}

static void tell_block(GString *told, const LpNode *block) {
  LpRole role = (LpRole)lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE);
  tell_around(told, block);
  if (lp_node_kind(block) == LP_KIND_HEADING)
    g_string_append_printf(told, "#%d ", (int)lp_node_integer(block, LP_ATTRIBUTE_LEVEL));
  if (lp_node_kind(block) == LP_KIND_PAGE_BREAK)
    g_string_append_c(told, '\f');
  if (lp_node_kind(block) == LP_KIND_CAPTION)
    g_string_append(told, "caption ");
  if (role)
    g_string_append_printf(told, "[%s] ", lp_role_name(role));
  tell_inlines(told, block);
  g_string_append_c(told, '\n');
}

char *drafting_told(const Drafting *drafting) {
  GString *told = g_string_new(NULL);
  const LpNode *root = lp_document_root(drafting->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (!step.leaving &&
        ((lp_kind_is_block(kind) && lp_kind_takes_inlines(kind)) || kind == LP_KIND_PAGE_BREAK))
      tell_block(told, step.node);
  }
  return g_string_free(told, FALSE);
}

void drafting_is(const Drafting *drafting, const char *told) {
  char *is = drafting_told(drafting);
  assert_string_equal(is, told);
  g_free(is);
}

void drafting_balances(Drafting *drafting) {
  const LpNode *root = lp_document_root(drafting->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    size_t n;
    const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (text)
      lp_ledger_count_out(drafting->account, LP_PHASE_PASSES, text, n);
  }
  assert_true(lp_ledger_balance(drafting->account, LP_PHASE_PASSES));
}
