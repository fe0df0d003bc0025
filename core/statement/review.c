/* Tracked changes are accepted, rejected or shown; comments and hidden text are dropped or shown. */
#include "config.h"

#include "statement/passing.h"

#include "statement/flow.h"

#include <letterpress/walk.h>

typedef enum Fate { FATE_STAYS, FATE_GOES, FATE_SHOWN } Fate;

/* What becomes of something that carries a revision. */
static Fate fate_of(LpRevision revision, LpTreatment treatment) {
  if (treatment == LP_TREATMENT_SHOW)
    return FATE_SHOWN;
  bool is_new = revision == LP_REVISION_INSERTED || revision == LP_REVISION_MOVED_TO;
  bool is_old = revision == LP_REVISION_DELETED || revision == LP_REVISION_MOVED_FROM;
  bool accepts = treatment == LP_TREATMENT_ACCEPT;
  return (is_old && accepts) || (is_new && !accepts) ? FATE_GOES : FATE_STAYS;
}

/* Every node in and below root that a predicate takes, in order. */
static GPtrArray *gather(LpPassing *passing, bool (*takes)(const LpNode *node)) {
  GPtrArray *nodes = g_ptr_array_new();
  const LpNode *root = lp_document_root(passing->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step))
    if (!step.leaving && takes(step.node))
      g_ptr_array_add(nodes, lp_edit_node(passing->document, step.node));
  return nodes;
}

/* ---- tracked changes ---- */

static bool is_revision(const LpNode *node) {
  LpKind kind = lp_node_kind(node);
  return kind == LP_KIND_REVISION || kind == LP_KIND_BLOCK_REVISION;
}

static bool has_revised_mark(const LpNode *node) {
  return !is_revision(node) && lp_node_integer(node, LP_ATTRIBUTE_REVISION) != LP_REVISION_NONE;
}

static void settle_revision(LpPassing *passing, LpNode *node) {
  LpNode *parent = lp_edit_parent(node);
  Fate fate = fate_of((LpRevision)lp_node_integer(node, LP_ATTRIBUTE_REVISION), passing->settings->revisions);
  if (fate == FATE_GOES) {
    lp_edit_remove(passing->document, node, LP_REASON_DELETED);
    lp_flow_prune(parent);
  } else if (fate == FATE_STAYS && !lp_edit_unwrap(node)) {
    LpPlace place = lp_node_place(node);
    lp_warn(passing->account, "review.not-unwrapped", &place,
            "A tracked change stands where its content alone may not; it stays marked as a change.");
  }
}

/* Its mark goes: the paragraph runs on into the next, which gives both its style (ECMA-376-1, 17.13.5.15). */
static void run_on(LpPassing *passing, LpNode *block) {
  LpNode *next = lp_edit_next(block);
  lp_edit_clear(block, LP_ATTRIBUTE_REVISION);
  if (!next || !lp_kind_takes_inlines(lp_node_kind(next))) {
    if (lp_block_is_empty(block))
      lp_flow_remove(passing->document, block, LP_REASON_DELETED);
    return;
  }
  if (lp_edit_move_children(next, block)) {
    lp_edit_set_style(block, lp_node_style(next));
    LpRevision mark = (LpRevision)lp_node_integer(next, LP_ATTRIBUTE_REVISION);
    if (mark)
      lp_edit_set_integer(passing->document, block, LP_ATTRIBUTE_REVISION, (int32_t)mark);
    lp_edit_unlink(next);
  }
}

static void empty_cell(LpPassing *passing, LpNode *cell) {
  while (lp_edit_first_child(cell))
    lp_edit_remove(passing->document, lp_edit_first_child(cell), LP_REASON_DELETED);
  lp_edit_clear(cell, LP_ATTRIBUTE_REVISION);
}

/* A row goes, and what it leaves empty. */
static void remove_row(LpPassing *passing, LpNode *row) {
  LpNode *parent = lp_edit_parent(row);
  lp_edit_remove(passing->document, row, LP_REASON_DELETED);
  while (parent && !lp_edit_first_child(parent) &&
         (lp_node_kind(parent) == LP_KIND_ROW_GROUP || lp_node_kind(parent) == LP_KIND_TABLE)) {
    LpNode *above = lp_edit_parent(parent);
    lp_edit_unlink(parent);
    parent = above;
  }
}

static void settle_mark(LpPassing *passing, LpNode *node) {
  if (!lp_node_is_in_tree(passing->document, node) || !lp_node_integer(node, LP_ATTRIBUTE_REVISION))
    return; /* gone with another, or run into it */
  LpKind kind = lp_node_kind(node);
  Fate fate = fate_of((LpRevision)lp_node_integer(node, LP_ATTRIBUTE_REVISION), passing->settings->revisions);
  if (fate == FATE_STAYS)
    lp_edit_clear(node, LP_ATTRIBUTE_REVISION);
  if (fate != FATE_GOES)
    return;
  if (kind == LP_KIND_ROW)
    remove_row(passing, node);
  else if (kind == LP_KIND_CELL)
    empty_cell(passing, node); /* the grid of the table stays whole */
  else if (lp_kind_takes_inlines(kind))
    run_on(passing, node);
  else
    lp_flow_remove(passing->document, node, LP_REASON_DELETED);
}

static void settle_revisions(LpPassing *passing) {
  GPtrArray *revisions = gather(passing, is_revision);
  for (guint i = 0; i < revisions->len; i++) {
    LpNode *node = revisions->pdata[i];
    if (lp_node_is_in_tree(passing->document, node)) /* else it went with one around it */
      settle_revision(passing, node);
  }
  g_ptr_array_free(revisions, TRUE);
  /* From the end: a paragraph that runs on takes with it what has run into it. */
  GPtrArray *marks = gather(passing, has_revised_mark);
  for (guint i = marks->len; i-- > 0;)
    settle_mark(passing, marks->pdata[i]);
  g_ptr_array_free(marks, TRUE);
}

/* ---- comments and hidden text ---- */

static bool is_of_comment(const LpNode *node) {
  return lp_node_kind(node) == LP_KIND_COMMENT || lp_node_kind(node) == LP_KIND_COMMENT_RANGE;
}

static bool is_hidden(const LpNode *node) {
  return lp_node_kind(node) == LP_KIND_TEXT && lp_style_integer(lp_node_style(node), LP_PROPERTY_HIDDEN);
}

static void drop(LpPassing *passing, bool (*takes)(const LpNode *node), LpReason reason) {
  GPtrArray *nodes = gather(passing, takes);
  for (guint i = 0; i < nodes->len; i++) {
    LpNode *node = nodes->pdata[i], *parent = lp_edit_parent(node);
    if (!lp_node_is_in_tree(passing->document, node))
      continue;
    lp_edit_remove(passing->document, node, reason);
    if (reason == LP_REASON_HIDDEN && lp_kind_is_block(lp_node_kind(parent)) && !lp_edit_first_child(parent))
      lp_flow_remove(passing->document, parent, reason);
  }
  g_ptr_array_free(nodes, TRUE);
}

static void unhide(LpPassing *passing) {
  GPtrArray *nodes = gather(passing, is_hidden);
  for (guint i = 0; i < nodes->len; i++)
    lp_edit_set_style(nodes->pdata[i], lp_style_without(passing->document, lp_node_style(nodes->pdata[i]),
                                                        LP_PROPERTY_HIDDEN));
  g_ptr_array_free(nodes, TRUE);
}

/* Of a draft, what would have been refused is shown. */
static LpTreatment settled(const LpPassing *passing, LpTreatment treatment) {
  return treatment == LP_TREATMENT_REFUSE && passing->settings->is_draft ? LP_TREATMENT_SHOW : treatment;
}

void lp_pass_review(LpPassing *passing) {
  if (settled(passing, passing->settings->revisions) != LP_TREATMENT_SHOW)
    settle_revisions(passing);
  if (settled(passing, passing->settings->comments) == LP_TREATMENT_DROP)
    drop(passing, is_of_comment, LP_REASON_COMMENT);
  if (settled(passing, passing->settings->hidden) == LP_TREATMENT_DROP)
    drop(passing, is_hidden, LP_REASON_HIDDEN);
  else
    unhide(passing);
}
