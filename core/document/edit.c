/* The checked editor: the tree keeps to the table of kinds, and the ledger of the passes balances. */
#include "config.h"

#include "document/tree.h"

#include <letterpress/walk.h>

#include <string.h>

LpNode *lp_edit_root(LpDocument *document) {
  return document->root;
}

LpNode *lp_edit_parent(LpNode *node) {
  return node->parent;
}

LpNode *lp_edit_first_child(LpNode *node) {
  return node->first;
}

LpNode *lp_edit_last_child(LpNode *node) {
  return node->last;
}

LpNode *lp_edit_next(LpNode *node) {
  return node->next;
}

LpNode *lp_edit_previous(LpNode *node) {
  return node->previous;
}

LpNode *lp_edit_node(LpDocument *document, const LpNode *node) {
  (void)document; /* the one who holds the document may change its nodes */
  return (LpNode *)(uintptr_t)node;
}

LpNode *lp_edit_new(LpDocument *document, LpKind kind, LpPlace place) {
  LpNode *node = tree_new_node(document, kind, &place);
  if (!node) /* the limit is reported and the passes stop soon; until then they work on */
    node = lp_arena_allocate(document->arena, sizeof *node), node->kind = kind;
  return node;
}

LpNode *lp_edit_new_text(LpDocument *document, const char *text, size_t n, const LpStyle *style,
                         LpPlace place) {
  LpNode *node = lp_edit_new(document, LP_KIND_TEXT, place);
  node->text = lp_arena_copy(document->arena, text, n);
  node->text_length = (uint32_t)n;
  node->style = style;
  lp_ledger_count_added(document->account, LP_PHASE_PASSES, text, n);
  return node;
}

/* A block revision brings its children with it: they too must be at home in the new parent. */
static bool may_stand(const LpNode *parent, const LpNode *node) {
  if (!tree_may_contain(parent, (LpKind)node->kind))
    return false;
  if (node->kind != LP_KIND_BLOCK_REVISION)
    return true;
  LpStep step = lp_walk_next(node, lp_walk_first(node));
  while (step.node && step.node != node) {
    if (!step.leaving && !tree_may_contain(parent, (LpKind)step.node->kind))
      return false;
    step = step.node->kind == LP_KIND_BLOCK_REVISION && !step.leaving ? lp_walk_next(node, step)
                                                                      : lp_walk_past(node, step);
  }
  return true;
}

bool lp_edit_append(LpNode *parent, LpNode *child) {
  g_return_val_if_fail(!child->parent, false);
  if (!may_stand(parent, child))
    return false;
  tree_append(parent, child);
  return true;
}

bool lp_edit_insert_before(LpNode *sibling, LpNode *node) {
  g_return_val_if_fail(!node->parent && sibling->parent, false);
  if (!may_stand(sibling->parent, node))
    return false;
  tree_insert_before(sibling, node);
  return true;
}

bool lp_edit_insert_after(LpNode *sibling, LpNode *node) {
  g_return_val_if_fail(!node->parent && sibling->parent, false);
  if (!may_stand(sibling->parent, node))
    return false;
  if (sibling->next)
    tree_insert_before(sibling->next, node);
  else
    tree_append(sibling->parent, node);
  return true;
}

void lp_edit_unlink(LpNode *node) {
  tree_unlink(node);
}

void lp_edit_remove(LpDocument *document, LpNode *node, LpReason reason) {
  for (LpStep step = lp_walk_first(node); step.node; step = lp_walk_next(node, step)) {
    if (step.leaving || step.node->kind != LP_KIND_TEXT)
      continue;
    LpPlace place = lp_node_place(step.node);
    lp_ledger_leave(document->account, reason, step.node->text, step.node->text_length, &place);
  }
  tree_unlink(node);
}

bool lp_edit_unwrap(LpNode *node) {
  g_return_val_if_fail(node->parent, false);
  for (const LpNode *child = node->first; child; child = child->next)
    if (!may_stand(node->parent, child))
      return false;
  while (node->first) {
    LpNode *child = node->first;
    tree_unlink(child);
    tree_insert_before(node, child);
  }
  tree_unlink(node);
  return true;
}

bool lp_edit_move_children(LpNode *from, LpNode *to) {
  for (const LpNode *child = from->first; child; child = child->next)
    if (!may_stand(to, child))
      return false;
  while (from->first) {
    LpNode *child = from->first;
    tree_unlink(child);
    tree_append(to, child);
  }
  return true;
}

bool lp_edit_set_kind(LpNode *node, LpKind kind) {
  if (node->parent && !tree_may_contain(node->parent, kind))
    return false;
  LpNode changed = *node;
  changed.kind = kind;
  for (const LpNode *child = node->first; child; child = child->next)
    if (!may_stand(&changed, child))
      return false;
  node->kind = kind;
  return true;
}

void lp_edit_set_style(LpNode *node, const LpStyle *style) {
  node->style = style;
}

void lp_edit_set_integer(LpDocument *document, LpNode *node, LpAttribute attribute, int32_t value) {
  tree_set_integer(document, node, attribute, value);
}

void lp_edit_set_string(LpDocument *document, LpNode *node, LpAttribute attribute, const char *value) {
  tree_set_string(document, node, attribute, value);
}

void lp_edit_set_lengths(LpDocument *document, LpNode *node, LpAttribute attribute, const int32_t *values,
                         size_t count) {
  tree_set_lengths(document, node, attribute, values, count);
}

void lp_edit_clear(LpNode *node, LpAttribute attribute) {
  for (Attribute **link = &node->attributes; *link; link = &(*link)->next)
    if ((*link)->attribute == attribute) {
      *link = (*link)->next;
      return;
    }
}

/* ---- text ---- */

static void set_text(LpDocument *document, LpNode *node, const char *a, size_t a_n, const char *b, size_t b_n,
                     const char *c, size_t c_n) {
  char *text = lp_arena_allocate(document->arena, a_n + b_n + c_n + 1);
  memcpy(text, a, a_n);
  memcpy(text + a_n, b, b_n);
  memcpy(text + a_n + b_n, c, c_n);
  node->text = text;
  node->text_length = (uint32_t)(a_n + b_n + c_n);
}

void lp_edit_cut_text(LpDocument *document, LpNode *node, size_t from, size_t to, LpReason reason) {
  g_return_if_fail(node->kind == LP_KIND_TEXT && from <= to && to <= node->text_length);
  LpPlace place = lp_node_place(node);
  lp_ledger_leave(document->account, reason, node->text + from, to - from, &place);
  if (from == 0 && to == node->text_length)
    tree_unlink(node);
  else
    set_text(document, node, node->text, from, "", 0, node->text + to, node->text_length - to);
}

void lp_edit_add_text(LpDocument *document, LpNode *node, size_t offset, const char *text, size_t n) {
  g_return_if_fail(node->kind == LP_KIND_TEXT && offset <= node->text_length);
  lp_ledger_count_added(document->account, LP_PHASE_PASSES, text, n);
  set_text(document, node, node->text, offset, text, n, node->text + offset, node->text_length - offset);
}

void lp_edit_join_text(LpDocument *document, LpNode *node, LpNode *behind) {
  g_return_if_fail(node->kind == LP_KIND_TEXT && behind->kind == LP_KIND_TEXT);
  set_text(document, node, node->text, node->text_length, behind->text, behind->text_length, "", 0);
  tree_unlink(behind);
}

LpNode *lp_edit_split_text(LpDocument *document, LpNode *node, size_t offset) {
  g_return_val_if_fail(node->kind == LP_KIND_TEXT && offset > 0 && offset < node->text_length && node->parent,
                       NULL);
  LpNode *rest = lp_edit_new(document, LP_KIND_TEXT, lp_node_place(node));
  rest->style = node->style;
  rest->text = node->text + offset;
  rest->text_length = node->text_length - (uint32_t)offset;
  set_text(document, node, node->text, offset, "", 0, "", 0);
  if (node->next)
    tree_insert_before(node->next, rest);
  else
    tree_append(node->parent, rest);
  return rest;
}

int64_t lp_node_characters(const LpNode *node) {
  int64_t count = 0;
  for (LpStep step = lp_walk_first(node); step.node; step = lp_walk_next(node, step))
    if (!step.leaving && step.node->kind == LP_KIND_TEXT)
      count += lp_characters(step.node->text, step.node->text_length);
  return count;
}

char *lp_node_text_below(const LpNode *node) {
  GString *text = g_string_new(NULL);
  for (LpStep step = lp_walk_first(node); step.node; step = lp_walk_next(node, step)) {
    if (step.leaving)
      continue;
    if (step.node->kind == LP_KIND_TEXT)
      g_string_append_len(text, step.node->text, step.node->text_length);
    else if (step.node->kind == LP_KIND_LINE_BREAK || step.node->kind == LP_KIND_TAB)
      g_string_append_c(text, ' ');
  }
  return g_string_free(text, FALSE);
}
