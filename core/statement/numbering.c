/* Levels of headings without a gap, under the title; numbers and marks of list items. */
#include "config.h"

#include "statement/passing.h"

#include <glib.h>
#include <letterpress/number.h>
#include <letterpress/walk.h>
#include <string.h>

enum { LEVELS_MOST = 6 };

/* ---- headings ---- */

static bool is_title(const LpNode *heading) {
  return lp_style_integer(lp_node_style(heading), LP_PROPERTY_ROLE) == LP_ROLE_TITLE;
}

static int32_t level_of(const LpNode *heading) {
  return CLAMP(lp_node_integer(heading, LP_ATTRIBUTE_LEVEL), 1, LEVELS_MOST);
}

/* Which levels the draft uses, apart from titles; whether it has a title. */
static bool find_levels(const LpNode *root, bool used[LEVELS_MOST + 1]) {
  bool titled = false;
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    if (step.leaving || lp_node_kind(step.node) != LP_KIND_HEADING)
      continue;
    titled |= is_title(step.node);
    if (!is_title(step.node))
      used[level_of(step.node)] = true;
  }
  return titled;
}

/* The draft's highest level becomes the first below the title, and so on; no heading is more than one below
   that before it. */
static void number_headings(LpPassing *passing) {
  static const LpRole roles[] = {LP_ROLE_HEADING_1, LP_ROLE_HEADING_2, LP_ROLE_HEADING_3};
  const LpNode *root = lp_document_root(passing->document);
  bool used[LEVELS_MOST + 1] = {false};
  bool titled = find_levels(root, used);
  int32_t rank[LEVELS_MOST + 1] = {0}, next = 0, before = titled;
  for (int level = 1; level <= LEVELS_MOST; level++)
    rank[level] = used[level] ? next++ : next;
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    if (step.leaving || lp_node_kind(step.node) != LP_KIND_HEADING)
      continue;
    if (is_title(step.node)) {
      before = 1;
      continue;
    }
    LpNode *heading = lp_edit_node(passing->document, step.node);
    int32_t depth = rank[level_of(heading)], level = MIN(depth + 1 + titled, before + 1);
    level = MIN(level, LEVELS_MOST);
    lp_edit_set_integer(passing->document, heading, LP_ATTRIBUTE_LEVEL, level);
    lp_edit_set_style(heading, lp_style_with_integer(passing->document, lp_node_style(heading),
                                                     LP_PROPERTY_ROLE, (int32_t)roles[MIN(depth, 2)]));
    before = level;
  }
}

/* ---- lists ---- */

static size_t list_depth(const LpNode *list) {
  size_t depth = 0;
  while ((list = lp_node_parent(list)))
    depth += lp_node_kind(list) == LP_KIND_LIST;
  return depth;
}

static const char *bullet(size_t depth) {
  static const char *const bullets[] = {"•", "–", "·"};
  return bullets[MIN(depth, G_N_ELEMENTS(bullets) - 1)];
}

static void mark_item(LpPassing *passing, LpNode *item, const LpNode *list, int32_t value) {
  bool ordered = lp_node_integer(list, LP_ATTRIBUTE_ORDERED);
  if (ordered)
    lp_edit_set_integer(passing->document, item, LP_ATTRIBUTE_VALUE, value);
  LpNumberStyle style = (LpNumberStyle)lp_node_integer(list, LP_ATTRIBUTE_NUMBER_STYLE);
  if (lp_node_has(item, LP_ATTRIBUTE_MARKER) || (ordered && style == LP_NUMBER_NONE))
    return;
  char number[64];
  if (ordered) {
    lp_number_format(value, style, number, sizeof number - 2);
    g_strlcat(number, ".", sizeof number);
  }
  lp_edit_set_string(passing->document, item, LP_ATTRIBUTE_MARKER,
                     ordered ? number : bullet(list_depth(list)));
}

/* Items that a list goes on with are numbered behind the one before it. */
static void number_list(LpPassing *passing, LpNode *list, int32_t *last_value) {
  int32_t value = lp_node_has(list, LP_ATTRIBUTE_START) ? lp_node_integer(list, LP_ATTRIBUTE_START) : 1;
  if (lp_node_integer(list, LP_ATTRIBUTE_CONTINUES) && !lp_node_has(list, LP_ATTRIBUTE_START))
    value = *last_value + 1;
  for (LpNode *item = lp_edit_first_child(list); item; item = lp_edit_next(item)) {
    if (lp_node_kind(item) != LP_KIND_LIST_ITEM)
      continue;
    if (lp_node_has(item, LP_ATTRIBUTE_VALUE))
      value = lp_node_integer(item, LP_ATTRIBUTE_VALUE);
    mark_item(passing, item, list, value);
    *last_value = value;
    value = value < INT32_MAX ? value + 1 : value;
  }
}

static void number_lists(LpPassing *passing) {
  int32_t last_values[16] = {0}; /* by depth */
  const LpNode *root = lp_document_root(passing->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step))
    if (!step.leaving && lp_node_kind(step.node) == LP_KIND_LIST)
      number_list(passing, lp_edit_node(passing->document, step.node),
                  &last_values[MIN(list_depth(step.node), G_N_ELEMENTS(last_values) - 1)]);
}

void lp_pass_numbering(LpPassing *passing) {
  number_headings(passing);
  number_lists(passing);
}
