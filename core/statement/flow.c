/* The flow of blocks. */
#include "config.h"

#include "statement/flow.h"

#include <letterpress/walk.h>

/* A block that is looked into: what it holds belongs to the flow. */
static bool is_transparent(LpKind kind) {
  switch (kind) {
  case LP_KIND_DOCUMENT:
  case LP_KIND_SECTION:
  case LP_KIND_LIST:
  case LP_KIND_LIST_ITEM:
  case LP_KIND_QUOTE:
  case LP_KIND_GENERIC_BLOCK:
  case LP_KIND_BLOCK_REVISION: return true;
  default: return false;
  }
}

GPtrArray *lp_flow_of(LpDocument *document, const LpNode *root) {
  GPtrArray *flow = g_ptr_array_new();
  LpStep step = lp_walk_first(root);
  while (step.node) {
    LpKind kind = lp_node_kind(step.node);
    bool into = step.node == root || is_transparent(kind);
    if (!step.leaving && !into && kind != LP_KIND_NOTES)
      g_ptr_array_add(flow, lp_edit_node(document, step.node));
    step = into || step.leaving ? lp_walk_next(root, step) : lp_walk_past(root, step);
  }
  return flow;
}

LpNode *lp_flow_at(const GPtrArray *flow, size_t index) {
  return index < flow->len ? flow->pdata[index] : NULL;
}

/* Most texts show something in their first letters. */
static bool is_white(const char *text, size_t n) {
  enum { FIRST = 16 };
  for (size_t i = 0; i < n && i < FIRST; i++)
    if ((unsigned char)text[i] > 0x20 && (unsigned char)text[i] < 0x7F)
      return false;
  return lp_characters(text, n) == 0;
}

static bool shows(const LpNode *node) {
  size_t n;
  switch (lp_node_kind(node)) {
  case LP_KIND_TEXT: {
    const char *text = lp_node_text(node, &n);
    return !is_white(text, n);
  }
  case LP_KIND_IMAGE:
  case LP_KIND_NOTE_REFERENCE:
  case LP_KIND_FIELD:
  case LP_KIND_MATH:
  case LP_KIND_TABLE:
  case LP_KIND_THEMATIC_BREAK:
  case LP_KIND_PAGE_BREAK: return true;
  default: return false;
  }
}

bool lp_block_is_empty(const LpNode *block) {
  for (LpStep step = lp_walk_first(block); step.node; step = lp_walk_next(block, step))
    if (!step.leaving && shows(step.node))
      return false;
  return true;
}

int32_t lp_flow_blanks_before(const GPtrArray *flow, size_t index) {
  int32_t blanks = lp_node_integer(lp_flow_at(flow, index), LP_ATTRIBUTE_BLANK_LINES);
  while (index-- > 0 && lp_block_is_empty(lp_flow_at(flow, index)))
    blanks += 1 + lp_node_integer(lp_flow_at(flow, index), LP_ATTRIBUTE_BLANK_LINES);
  return blanks;
}

size_t lp_flow_next_full(const GPtrArray *flow, size_t index) {
  while (index < flow->len && lp_block_is_empty(lp_flow_at(flow, index)))
    index++;
  return index;
}

size_t lp_flow_previous_full(const GPtrArray *flow, size_t index) {
  while (index-- > 0)
    if (!lp_block_is_empty(lp_flow_at(flow, index)))
      return index;
  return SIZE_MAX;
}

size_t lp_block_length(const LpNode *block, size_t most) {
  size_t length = 0;
  for (LpStep step = lp_walk_first(block); step.node && length < most; step = lp_walk_next(block, step)) {
    size_t n;
    if (!step.leaving && lp_node_text(step.node, &n))
      length += n;
  }
  return length;
}

bool lp_node_is_in_tree(const LpDocument *document, const LpNode *node) {
  while (lp_node_parent(node))
    node = lp_node_parent(node);
  return node == lp_document_root(document);
}

void lp_flow_prune(LpNode *node) {
  while (node && !lp_edit_first_child(node) && is_transparent(lp_node_kind(node)) &&
         lp_node_kind(node) != LP_KIND_DOCUMENT) {
    LpNode *parent = lp_edit_parent(node);
    lp_edit_unlink(node);
    node = parent;
  }
}

void lp_flow_remove(LpDocument *document, LpNode *block, LpReason reason) {
  LpNode *parent = lp_edit_parent(block);
  lp_edit_remove(document, block, reason);
  lp_flow_prune(parent);
}

LpNode *lp_block_split(LpDocument *document, LpNode *line_break) {
  LpNode *block = lp_edit_parent(line_break);
  if (!lp_kind_takes_inlines(lp_node_kind(block)) || !lp_kind_is_block(lp_node_kind(block)))
    return NULL;
  LpNode *rest = lp_edit_new(document, lp_node_kind(block), lp_node_place(line_break));
  lp_edit_set_style(rest, lp_node_style(block));
  if (lp_node_has(block, LP_ATTRIBUTE_LEVEL))
    lp_edit_set_integer(document, rest, LP_ATTRIBUTE_LEVEL, lp_node_integer(block, LP_ATTRIBUTE_LEVEL));
  while (lp_edit_next(line_break)) {
    LpNode *inline_node = lp_edit_next(line_break);
    lp_edit_unlink(inline_node);
    lp_edit_append(rest, inline_node);
  }
  lp_edit_unlink(line_break);
  lp_edit_insert_after(block, rest);
  return rest;
}
