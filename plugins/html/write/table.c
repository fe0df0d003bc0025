/* Tables: caption, columns, head, cells with what they head and span. */
#include "config.h"

#include "table.h"

#include "blocks.h"
#include "differences.h"
#include "revisions.h"
#include "roles.h"
#include "rows.h"
#include "state.h"

/* A table this wide scrolls by itself on a narrow screen. */
enum { SCROLLING_COLUMNS = 4 };

/* The sum of all widths; 0: they are by content. */
static int64_t sum_of(const int32_t *widths, size_t count) {
  int64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    if (widths[i] <= 0)
      return 0;
    sum += widths[i];
  }
  return sum;
}

/* A width as a share of another, in tenths of a percent. */
static void declare_share(int64_t width, int64_t whole, Declarations *declarations) {
  css_declare_length(&declarations->always, "width", width * 1000 / whole * 100, "%");
}

static const char *column_class(HtmlWriter *writer, int64_t width, int64_t sum) {
  Declarations declarations;
  declarations_clear(&declarations);
  declare_share(width, sum, &declarations);
  return class_name(&writer->classes, &declarations);
}

/* Beside ground and borders: the width, where it is less than the measure. */
static void declare_table(const HtmlWriter *writer, const LpNode *table, Declarations *declarations) {
  differences_of_box(table, declarations);
  const LpLetterhead *letterhead = writer->letterhead;
  int64_t measure = (int64_t)lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_WIDTH) -
                    lp_letterhead_integer(letterhead, LP_LETTERHEAD_MARGIN_INNER) -
                    lp_letterhead_integer(letterhead, LP_LETTERHEAD_MARGIN_OUTER);
  int64_t width = lp_style_integer(lp_node_style(table), LP_PROPERTY_TABLE_WIDTH_EMU);
  if (width > 0 && measure > 0 && width < measure - measure / 50)
    declare_share(width, measure, declarations);
}

void table_survey(HtmlWriter *writer, const LpNode *table) {
  Declarations declarations;
  declare_table(writer, table, &declarations);
  (void)class_name(&writer->classes, &declarations);
  size_t count;
  const int32_t *widths = lp_node_lengths(table, LP_ATTRIBUTE_COLUMN_WIDTHS, &count);
  int64_t sum = sum_of(widths, count);
  for (size_t i = 0; sum && i < count; i++)
    (void)column_class(writer, widths[i], sum);
}

static const LpNode *caption_of(const LpNode *table) {
  const LpNode *child = lp_node_first_child(table);
  while (child && lp_node_kind(child) != LP_KIND_CAPTION)
    child = lp_node_next(child);
  return child;
}

static void write_columns(HtmlWriter *writer, const int32_t *widths, size_t count) {
  int64_t sum = sum_of(widths, count);
  if (!sum)
    return;
  lp_markup_open(writer->markup, "colgroup");
  for (size_t i = 0; i < count; i++) {
    lp_markup_open(writer->markup, "col");
    lp_markup_attribute(writer->markup, "class", column_class(writer, widths[i], sum));
    lp_markup_close(writer->markup);
  }
  lp_markup_close(writer->markup);
}

/* HTML wants the caption first, wherever it stands among the rows. */
static void write_caption(HtmlWriter *writer, const LpNode *caption, uint32_t number) {
  element_open(writer, "caption", caption);
  element_numbered(writer, "id", "table", number);
  block_class(writer, caption, NULL);
  formatting_begin(writer, caption);
  for (const LpNode *child = lp_node_first_child(caption); child; child = lp_node_next(child))
    rows_write(writer, child);
  element_close(writer);
}

LpWalkInto table_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  size_t count;
  const int32_t *widths = lp_node_lengths(node, LP_ATTRIBUTE_COLUMN_WIDTHS, &count);
  const LpNode *caption = caption_of(node);
  uint32_t number = caption ? ++writer->tables : 0;
  bool scrolls = count >= SCROLLING_COLUMNS;
  element_open_line(writer, scrolls && caption ? "section" : "div", NULL);
  element_class(writer, "table", NULL, NULL);
  if (scrolls && caption)
    element_numbered(writer, "aria-labelledby", "table", number);
  if (scrolls)
    lp_markup_attribute(writer->markup, "tabindex", "0");
  element_open_line(writer, "table", node);
  Declarations declarations;
  declare_table(writer, node, &declarations);
  element_class(writer, class_name(&writer->classes, &declarations), NULL, NULL);
  if (caption)
    write_caption(writer, caption, number);
  write_columns(writer, widths, count);
  return LP_WALK_INTO;
}

void table_leave(void *state, const LpNode *node) {
  (void)node;
  element_close(state);
  element_close(state);
}

/* Closes the tbody that rows without a group were given. */
static void end_body(HtmlWriter *writer) {
  Element *table = element_current(writer);
  if (table->body_open)
    lp_markup_close_to(writer->markup, table->depth + 1);
  table->body_open = false;
}

/* A head is one only before all other rows. */
LpWalkInto row_group_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpNode *before = lp_node_previous(node);
  end_body(writer);
  bool first = !before || lp_node_kind(before) == LP_KIND_CAPTION;
  element_open_line(writer, first && lp_node_integer(node, LP_ATTRIBUTE_HEADER) ? "thead" : "tbody", node);
  element_class(writer, box_class(writer, node), NULL, NULL);
  return LP_WALK_INTO;
}

LpWalkInto row_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpNode *parent = role_parent(node);
  Element *outer = element_current(writer);
  if (parent && lp_node_kind(parent) == LP_KIND_TABLE && !outer->body_open) {
    lp_markup_generated(writer->markup, "\n");
    lp_markup_open(writer->markup, "tbody");
    outer->body_open = true;
  }
  element_open_line(writer, "tr", node);
  element_class(writer, box_class(writer, node), NULL, NULL);
  return LP_WALK_INTO;
}

static void write_span(HtmlWriter *writer, const LpNode *cell, LpAttribute attribute, const char *name) {
  int32_t span = lp_node_integer(cell, attribute);
  if (span > 1)
    lp_markup_attribute_format(writer->markup, name, "%d", span);
}

/* An empty cell heads nothing, and HTML allows no heading in a th. */
static bool may_head(const LpNode *cell, const LpNode *bare) {
  for (LpStep step = lp_walk_first(cell); step.node; step = lp_walk_next(cell, step))
    if (lp_node_kind(step.node) == LP_KIND_HEADING)
      return false;
  return lp_node_first_child(bare ? bare : cell) != NULL;
}

LpWalkInto cell_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  bool in_head;
  const LpNode *bare = role_only_paragraph(node);
  bool header = role_cell_is_header(node, &in_head) && may_head(node, bare);
  element_open_line(writer, header ? "th" : "td", bare ? bare : node);
  if (header)
    lp_markup_attribute(writer->markup, "scope", in_head ? "col" : "row");
  write_span(writer, node, LP_ATTRIBUTE_COLUMN_SPAN, "colspan");
  write_span(writer, node, LP_ATTRIBUTE_ROW_SPAN, "rowspan");
  block_class(writer, bare, box_class(writer, node));
  revision_of_element(writer, node);
  return LP_WALK_INTO;
}
