/* The role and the depth of a paragraph, from what stands around it. */
#include "config.h"

#include "statement/house_place.h"

#include "statement/flow.h"

enum { OPERATIVE_BYTES_LEAST = 80, ITEMS_LOOKED_AT = 20 };

/* Operative paragraphs are a list by number and body text by length and spacing: an ordered list of the
   highest level, its items apart from each other, one of them longer than a line. */
static bool is_operative(const LpNode *list) {
  if (!lp_node_integer(list, LP_ATTRIBUTE_ORDERED) || lp_node_integer(list, LP_ATTRIBUTE_TIGHT))
    return false;
  for (const LpNode *node = lp_node_parent(list); node; node = lp_node_parent(node))
    if (lp_node_kind(node) == LP_KIND_LIST || lp_node_kind(node) == LP_KIND_CELL)
      return false;
  int count = 0;
  for (const LpNode *item = lp_node_first_child(list); item && count++ < ITEMS_LOOKED_AT;
       item = lp_node_next(item))
    if (lp_block_length(item, OPERATIVE_BYTES_LEAST) >= OPERATIVE_BYTES_LEAST)
      return true;
  return false;
}

/* What surrounds a paragraph. */
typedef struct Around {
  const LpNode *list, *cell;
  LpKind boundary; /* the cell, note, box or caption that it stands in; LP_KIND_NONE: the body */
  int32_t lists, quotes;
  const char *language;
} Around;

static bool is_boundary(LpKind kind) {
  return kind == LP_KIND_CELL || kind == LP_KIND_NOTE || kind == LP_KIND_COMMENT ||
         kind == LP_KIND_TEXT_BOX || kind == LP_KIND_SIGNATURE_BLOCK || kind == LP_KIND_CONTENTS;
}

static Around around_of(const LpNode *block) {
  Around around = {0};
  for (const LpNode *node = lp_node_parent(block); node; node = lp_node_parent(node)) {
    LpKind kind = lp_node_kind(node);
    if (!around.boundary) {
      if (kind == LP_KIND_LIST && !around.list)
        around.list = node;
      around.lists += kind == LP_KIND_LIST;
      around.quotes += kind == LP_KIND_QUOTE;
      if (kind == LP_KIND_CELL)
        around.cell = node;
      if (is_boundary(kind))
        around.boundary = kind;
    }
    if (kind == LP_KIND_SECTION && !around.language)
      around.language = lp_style_string(lp_node_style(node), LP_PROPERTY_LANGUAGE);
  }
  return around;
}

static bool is_head(const LpNode *cell) {
  const LpNode *row = lp_node_parent(cell), *group = row ? lp_node_parent(row) : NULL;
  return lp_node_integer(cell, LP_ATTRIBUTE_HEADER) ||
         (group && lp_node_kind(group) == LP_KIND_ROW_GROUP && lp_node_integer(group, LP_ATTRIBUTE_HEADER));
}

/* A role that a pass or the draft's own style has given; body is what all else is. */
static LpRole given_role(const LpNode *block) {
  LpRole role = (LpRole)lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE);
  return role < LP_ROLE_NAME ? role : LP_ROLE_BODY;
}

static LpRole role_of(const LpNode *block, const Around *around) {
  LpRole given = given_role(block);
  switch (lp_node_kind(block)) {
  case LP_KIND_HEADING: return given ? given : LP_ROLE_HEADING_1;
  case LP_KIND_PREFORMATTED: return LP_ROLE_PREFORMATTED;
  case LP_KIND_CAPTION: return LP_ROLE_CAPTION;
  default: break;
  }
  if (around->cell)
    return is_head(around->cell) ? LP_ROLE_TABLE_HEAD : LP_ROLE_TABLE_CELL;
  if (around->boundary == LP_KIND_NOTE || around->boundary == LP_KIND_COMMENT)
    return LP_ROLE_NOTE;
  if (around->boundary == LP_KIND_CONTENTS)
    return LP_ROLE_CONTENTS;
  if (given)
    return given;
  if (around->quotes)
    return LP_ROLE_QUOTE;
  if (around->list)
    return is_operative(around->list) ? LP_ROLE_BODY : LP_ROLE_LIST;
  return LP_ROLE_BODY;
}

/* The last paragraph of the last item, and what follows is no further item of a plain list. */
static bool ends_list(const LpNode *block) {
  const LpNode *node = block;
  while (!lp_node_next(node)) {
    const LpNode *parent = lp_node_parent(node);
    LpKind kind = parent ? lp_node_kind(parent) : LP_KIND_NONE;
    if (kind != LP_KIND_LIST && kind != LP_KIND_LIST_ITEM)
      return kind != LP_KIND_NONE;
    node = parent;
  }
  LpKind kind = lp_node_kind(node);
  return kind == LP_KIND_LIST || (kind == LP_KIND_LIST_ITEM && is_operative(lp_node_parent(node)));
}

LpHousePlace lp_house_place(const LpPassing *passing, const LpNode *block) {
  Around around = around_of(block);
  bool in_item = around.list && lp_node_kind(lp_node_parent(block)) == LP_KIND_LIST_ITEM;
  return (LpHousePlace){
      .role = role_of(block, &around),
      .list_depth = around.lists,
      .quote_depth = around.quotes,
      .is_item_start = in_item && !lp_node_previous(block),
      .ends_list = around.list && ends_list(block),
      .language = around.language ? around.language : passing->language,
  };
}
