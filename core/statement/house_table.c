/* Tables: rules are the house's; a grid around every cell is a word processor's habit and means nothing. */
#include "config.h"

#include "statement/house_table.h"

#include "statement/flow.h"
#include "statement/script.h"

#include <glib.h>
#include <letterpress/walk.h>
#include <string.h>

enum { COLUMNS_MOST = 64, NUMBER_BYTES_MOST = 40 };

static bool is_grid(const LpStyle *style) {
  return lp_style_integer(style, LP_PROPERTY_BORDER_TOP_EMU) &&
         lp_style_integer(style, LP_PROPERTY_BORDER_BOTTOM_EMU) &&
         lp_style_integer(style, LP_PROPERTY_BORDER_START_EMU) &&
         lp_style_integer(style, LP_PROPERTY_BORDER_END_EMU);
}

const LpStyle *lp_house_cell_style(const LpPassing *passing, const LpStyle *draft) {
  static const LpProperty always[] = {LP_PROPERTY_GROUND, LP_PROPERTY_VERTICAL_ALIGN,
                                      LP_PROPERTY_TABLE_WIDTH_EMU, LP_PROPERTY_WRITING_MODE,
                                      LP_PROPERTY_DIRECTION};
  static const LpProperty borders[] = {LP_PROPERTY_BORDER_TOP_EMU, LP_PROPERTY_BORDER_BOTTOM_EMU,
                                       LP_PROPERTY_BORDER_START_EMU, LP_PROPERTY_BORDER_END_EMU,
                                       LP_PROPERTY_BORDER_COLOUR};
  LpDocument *document = passing->document;
  const LpStyle *style = lp_letterhead_style(passing->letterhead, LP_ROLE_TABLE_CELL);
  if (passing->settings->keeps_style)
    return lp_style_over(document, style, draft);
  for (size_t i = 0; i < G_N_ELEMENTS(always); i++)
    if (lp_style_has(draft, always[i]))
      style = lp_style_with_integer(document, style, always[i], lp_style_integer(draft, always[i]));
  for (size_t i = 0; i < G_N_ELEMENTS(borders) && !is_grid(draft); i++)
    if (lp_style_has(draft, borders[i]))
      style = lp_style_with_integer(document, style, borders[i], lp_style_integer(draft, borders[i]));
  return style;
}

/* ---- columns of numbers ---- */

typedef struct Column {
  uint32_t numbers, texts;
} Column;

/* Digits, with signs, separators and units of money or per cent; or a dash for none. */
static bool is_number(const char *text) {
  static const char signs[] = "+-–—−.,' %‰$€£()/:";
  bool has_digit = false;
  size_t letters = 0;
  for (; *text; text = lp_next_character(text)) {
    gunichar c = g_utf8_get_char(text);
    bool digit = g_unichar_isdigit(c);
    has_digit |= digit;
    if (!digit && !g_unichar_isspace(c) && !g_utf8_strchr(signs, -1, c))
      letters++;
  }
  return has_digit && letters == 0;
}

static bool is_head(const LpNode *cell) {
  const LpNode *group = lp_node_parent(lp_node_parent(cell));
  return lp_node_integer(cell, LP_ATTRIBUTE_HEADER) || (group && lp_node_integer(group, LP_ATTRIBUTE_HEADER));
}

static int32_t span_of(const LpNode *cell) {
  return MAX(lp_node_integer(cell, LP_ATTRIBUTE_COLUMN_SPAN), 1);
}

static void count_cell(const LpNode *cell, int32_t column, Column *columns) {
  if (is_head(cell) || column >= COLUMNS_MOST || span_of(cell) > 1 || lp_block_is_empty(cell))
    return;
  bool is_short = lp_block_length(cell, NUMBER_BYTES_MOST) < NUMBER_BYTES_MOST;
  char *text = is_short ? lp_node_text_below(cell) : NULL;
  if (text && is_number(text))
    columns[column].numbers++;
  else
    columns[column].texts++;
  g_free(text);
}

static void align_cell(LpPassing *passing, const LpNode *cell, int32_t column, const Column *columns) {
  if (column >= COLUMNS_MOST || span_of(cell) > 1 || columns[column].numbers == 0 || columns[column].texts)
    return;
  for (const LpNode *block = lp_node_first_child(cell); block; block = lp_node_next(block)) {
    const LpStyle *style = lp_node_style(block);
    if (lp_kind_takes_inlines(lp_node_kind(block)) && !lp_style_integer(style, LP_PROPERTY_ALIGN))
      lp_edit_set_style(lp_edit_node(passing->document, block),
                        lp_style_with_integer(passing->document, style, LP_PROPERTY_ALIGN, LP_ALIGN_END));
  }
}

/* Visits the cells of a table, not those of tables in it. Row spans shift columns: such a table is left
 * alone. */
static void visit(LpPassing *passing, const LpNode *table, Column *columns, bool align) {
  int32_t column = 0;
  for (LpStep step = lp_walk_first(table); step.node;) {
    LpKind kind = lp_node_kind(step.node);
    if (kind == LP_KIND_ROW)
      column = 0;
    if (kind != LP_KIND_CELL || step.leaving) {
      step = lp_walk_next(table, step);
      continue;
    }
    if (align)
      align_cell(passing, step.node, column, columns);
    else
      count_cell(step.node, column, columns);
    column = MIN(column + span_of(step.node), COLUMNS_MOST);
    step = lp_walk_past(table, step);
  }
}

static bool has_row_spans(const LpNode *table) {
  for (LpStep step = lp_walk_first(table); step.node; step = lp_walk_next(table, step))
    if (lp_node_integer(step.node, LP_ATTRIBUTE_ROW_SPAN) > 1)
      return true;
  return false;
}

void lp_house_align_numbers(LpPassing *passing) {
  const LpNode *root = lp_document_root(passing->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    if (step.leaving || lp_node_kind(step.node) != LP_KIND_TABLE || has_row_spans(step.node))
      continue;
    Column columns[COLUMNS_MOST] = {{0, 0}};
    visit(passing, step.node, columns, false);
    visit(passing, step.node, columns, true);
  }
}
