/* Roles that elements have of themselves. */
#include "config.h"

#include "roles.h"

const LpNode *role_parent(const LpNode *node) {
  const LpNode *parent = lp_node_parent(node);
  while (parent && lp_node_kind(parent) == LP_KIND_BLOCK_REVISION)
    parent = lp_node_parent(parent);
  return parent;
}

bool role_cell_is_header(const LpNode *cell, bool *in_head) {
  const LpNode *row = role_parent(cell);
  const LpNode *group = row ? role_parent(row) : NULL;
  *in_head =
      group && lp_node_kind(group) == LP_KIND_ROW_GROUP && lp_node_integer(group, LP_ATTRIBUTE_HEADER) != 0;
  return *in_head || lp_node_integer(cell, LP_ATTRIBUTE_HEADER) != 0;
}

static LpRole role_in(const LpNode *parent) {
  bool in_head;
  switch (parent ? lp_node_kind(parent) : LP_KIND_NONE) {
  case LP_KIND_LIST_ITEM: return LP_ROLE_LIST;
  case LP_KIND_QUOTE: return LP_ROLE_QUOTE;
  case LP_KIND_NOTE: return LP_ROLE_NOTE;
  case LP_KIND_CONTENTS: return LP_ROLE_CONTENTS;
  case LP_KIND_CELL: return role_cell_is_header(parent, &in_head) ? LP_ROLE_TABLE_HEAD : LP_ROLE_TABLE_CELL;
  default: return LP_ROLE_BODY;
  }
}

LpRole role_implied(const LpNode *block) {
  switch (lp_node_kind(block)) {
  case LP_KIND_HEADING:
    switch (lp_node_integer(block, LP_ATTRIBUTE_LEVEL)) {
    case 0:
    case 1: return LP_ROLE_TITLE;
    case 2: return LP_ROLE_HEADING_1;
    case 3: return LP_ROLE_HEADING_2;
    default: return LP_ROLE_HEADING_3;
    }
  case LP_KIND_CAPTION: return LP_ROLE_CAPTION;
  case LP_KIND_PREFORMATTED: return LP_ROLE_PREFORMATTED;
  default: return role_in(role_parent(block));
  }
}

LpRole role_of(const LpNode *block) {
  const LpStyle *style = lp_node_style(block);
  return lp_style_has(style, LP_PROPERTY_ROLE) ? (LpRole)lp_style_integer(style, LP_PROPERTY_ROLE)
                                               : role_implied(block);
}

const LpNode *role_only_paragraph(const LpNode *block) {
  const LpNode *first = lp_node_first_child(block);
  if (!first || lp_node_kind(first) != LP_KIND_PARAGRAPH)
    return NULL;
  const LpNode *next = lp_node_next(first);
  if (!next)
    return first;
  /* A list within the item follows its text directly. */
  bool list_follows = lp_node_kind(block) == LP_KIND_LIST_ITEM && lp_node_kind(next) == LP_KIND_LIST;
  return list_follows && !lp_node_next(next) ? first : NULL;
}

bool role_is_bare(const LpNode *paragraph) {
  const LpNode *parent = lp_node_parent(paragraph);
  LpKind kind = parent ? lp_node_kind(parent) : LP_KIND_NONE;
  return (kind == LP_KIND_LIST_ITEM || kind == LP_KIND_CELL || kind == LP_KIND_NOTE) &&
         role_only_paragraph(parent) == paragraph;
}
