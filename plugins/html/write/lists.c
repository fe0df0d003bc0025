/* Lists. A number is text of the page, exact in any numbering and kept when it is copied; the list element
   makes none. A bullet is drawn by the style sheet. */
#include "config.h"

#include "lists.h"

#include "blocks.h"
#include "differences.h"
#include "revisions.h"
#include "roles.h"
#include "state.h"

#include <letterpress/number.h>
#include <string.h>

static const LpNode *list_of(const LpNode *item) {
  const LpNode *list = role_parent(item);
  return list && lp_node_kind(list) == LP_KIND_LIST ? list : NULL;
}

static bool is_ordered(const LpNode *list) {
  return list && lp_node_integer(list, LP_ATTRIBUTE_ORDERED);
}

static LpNumberStyle number_style(const LpNode *item, const LpNode *list) {
  return (LpNumberStyle)lp_node_integer(lp_node_has(item, LP_ATTRIBUTE_NUMBER_STYLE) ? item : list,
                                        LP_ATTRIBUTE_NUMBER_STYLE);
}

LpWalkInto list_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  bool ordered = is_ordered(node);
  element_open_line(writer, ordered ? "ol" : "ul", node);
  if (!ordered)
    return LP_WALK_INTO;
  static const char *const types[] = {NULL, "i", "I", "a", "A"};
  int32_t style = lp_node_integer(node, LP_ATTRIBUTE_NUMBER_STYLE);
  int32_t start = lp_node_has(node, LP_ATTRIBUTE_START) ? lp_node_integer(node, LP_ATTRIBUTE_START) : 1;
  if (style >= LP_NUMBER_LOWER_ROMAN && style <= LP_NUMBER_UPPER_LETTER)
    lp_markup_attribute(writer->markup, "type", types[style]);
  if (start != 1)
    lp_markup_attribute_format(writer->markup, "start", "%d", start);
  element_current(writer)->number = start;
  return LP_WALK_INTO;
}

static void declare_bullet(const LpNode *item, Declarations *declarations) {
  declarations_clear(declarations);
  const char *bullet = lp_node_string(item, LP_ATTRIBUTE_MARKER);
  char quoted[64];
  if (bullet && strcmp(bullet, "•") != 0)
    css_declare(&declarations->always, "--bullet:%s", css_string(bullet, quoted, sizeof quoted));
}

void list_survey(HtmlWriter *writer, const LpNode *item) {
  Declarations declarations;
  if (is_ordered(list_of(item)))
    return;
  declare_bullet(item, &declarations);
  (void)class_name(&writer->classes, &declarations);
}

static void write_marker(HtmlWriter *writer, const LpNode *item, const LpNode *list, int64_t number) {
  const char *marker = lp_node_string(item, LP_ATTRIBUTE_MARKER);
  char buffer[80];
  if (!marker) {
    LpNumberStyle style = number_style(item, list);
    if (style == LP_NUMBER_NONE || style == LP_NUMBER_BULLET)
      return;
    size_t n = lp_number_format(number, style, buffer, sizeof buffer - 1);
    if (n + 2 > sizeof buffer)
      return;
    memcpy(buffer + n, ".", 2);
    marker = buffer;
  }
  lp_markup_open(writer->markup, "span");
  lp_markup_attribute(writer->markup, "class", "marker");
  lp_markup_generated(writer->markup, marker);
  lp_markup_close(writer->markup);
  /* Apart from the text also where no style sheet is; a block begins on a line of its own. */
  if (role_only_paragraph(item))
    lp_markup_generated(writer->markup, " ");
}

LpWalkInto list_item_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpNode *list = list_of(node);
  const LpNode *bare = role_only_paragraph(node);
  Element *outer = element_current(writer);
  int64_t number =
      lp_node_has(node, LP_ATTRIBUTE_VALUE) ? lp_node_integer(node, LP_ATTRIBUTE_VALUE) : outer->number;
  bool jumps = number != outer->number;
  outer->number = number + 1;
  element_open_line(writer, "li", bare ? bare : node);
  if (!is_ordered(list)) {
    Declarations declarations;
    declare_bullet(node, &declarations);
    block_class(writer, bare, class_name(&writer->classes, &declarations));
  } else {
    if (jumps)
      lp_markup_attribute_format(writer->markup, "value", "%lld", (long long)number);
    block_class(writer, bare, NULL);
    write_marker(writer, node, list, number);
  }
  revision_of_element(writer, node);
  return LP_WALK_INTO;
}
