/* Roles by style, kind and place. */
#include "config.h"

#include "roles.h"

const LpNode *role_parent(const LpNode *node) {
  const LpNode *parent = lp_node_parent(node);
  while (parent && lp_node_kind(parent) == LP_KIND_BLOCK_REVISION)
    parent = lp_node_parent(parent);
  return parent;
}

LpKind role_parent_kind(const LpNode *node) {
  const LpNode *parent = role_parent(node);
  return parent ? lp_node_kind(parent) : LP_KIND_NONE;
}

bool role_cell_is_header(const LpNode *cell) {
  const LpNode *row = role_parent(cell);
  const LpNode *group = row ? role_parent(row) : NULL;
  bool in_head =
      group && lp_node_kind(group) == LP_KIND_ROW_GROUP && lp_node_integer(group, LP_ATTRIBUTE_HEADER);
  return in_head || lp_node_integer(cell, LP_ATTRIBUTE_HEADER);
}

static LpRole role_by_place(const LpNode *block) {
  switch (role_parent_kind(block)) {
  case LP_KIND_LIST_ITEM: return LP_ROLE_LIST;
  case LP_KIND_QUOTE: return LP_ROLE_QUOTE;
  case LP_KIND_NOTE: return LP_ROLE_NOTE;
  case LP_KIND_CONTENTS: return LP_ROLE_CONTENTS;
  case LP_KIND_CELL: return role_cell_is_header(role_parent(block)) ? LP_ROLE_TABLE_HEAD : LP_ROLE_TABLE_CELL;
  default: return LP_ROLE_BODY;
  }
}

static LpRole role_of_heading(int32_t level) {
  switch (level) {
  case 0:
  case 1: return LP_ROLE_TITLE;
  case 2: return LP_ROLE_HEADING_1;
  case 3: return LP_ROLE_HEADING_2;
  default: return LP_ROLE_HEADING_3;
  }
}

LpRole role_of(const LpNode *block) {
  const LpStyle *style = lp_node_style(block);
  if (lp_style_has(style, LP_PROPERTY_ROLE))
    return (LpRole)lp_style_integer(style, LP_PROPERTY_ROLE);
  switch (lp_node_kind(block)) {
  case LP_KIND_HEADING: return role_of_heading(lp_node_integer(block, LP_ATTRIBUTE_LEVEL));
  case LP_KIND_CAPTION: return LP_ROLE_CAPTION;
  case LP_KIND_PREFORMATTED: return LP_ROLE_PREFORMATTED;
  default: return role_by_place(block);
  }
}
