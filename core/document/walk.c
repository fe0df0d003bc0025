/* The walk, and writers as tables over it. */
#include "config.h"

#include "document/tree.h"

#include <letterpress/walk.h>

LpStep lp_walk_first(const LpNode *root) {
  return (LpStep){.node = root};
}

/* What comes when all below node is done: its leave, unless it is a leaf. */
static LpStep after(const LpNode *root, const LpNode *node) {
  if (node == root)
    return (LpStep){0};
  if (node->next)
    return (LpStep){.node = node->next};
  return (LpStep){.node = node->parent, .leaving = true};
}

LpStep lp_walk_next(const LpNode *root, LpStep step) {
  if (!step.node || step.leaving)
    return step.node ? after(root, step.node) : step;
  if (lp_kind_is_leaf((LpKind)step.node->kind))
    return after(root, step.node);
  if (step.node->first)
    return (LpStep){.node = step.node->first};
  return (LpStep){.node = step.node, .leaving = true};
}

LpStep lp_walk_past(const LpNode *root, LpStep step) {
  return step.node ? after(root, step.node) : step;
}

typedef struct Dispatch {
  const LpRow *rows[LP_KIND_COUNT]; /* the row each kind takes; NULL: none on its chain */
  bool resolved[LP_KIND_COUNT];
  LpKind shown_as[LP_KIND_COUNT];
} Dispatch;

static const LpRow *row_of_kind(LpKind kind, const LpRow *rows, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (rows[i].kind == kind)
      return &rows[i];
  return NULL;
}

/* Finds a kind's row along the chain of fallbacks, once a kind, and says what that loses. */
static const LpRow *resolve(Dispatch *dispatch, LpAccount *account, LpKind kind, const LpRow *rows,
                            size_t count) {
  if (dispatch->resolved[kind])
    return dispatch->rows[kind];
  dispatch->resolved[kind] = true;
  bool loses = false;
  LpKind shown = kind;
  const LpRow *row = row_of_kind(kind, rows, count);
  for (int steps = 0; !row && shown != LP_KIND_NONE && steps < LP_KIND_COUNT; steps++) {
    loses = loses || lp_kind_fallback_loses(shown);
    shown = lp_kind_fallback(shown);
    row = row_of_kind(shown, rows, count);
  }
  if (loses)
    lp_warn(account, "writer.fallback", NULL, "This output has no way to show a %s; it is shown as %s.",
            lp_kind_name(kind), shown != LP_KIND_NONE ? lp_kind_name(shown) : "its text alone");
  dispatch->rows[kind] = row;
  dispatch->shown_as[kind] = shown;
  return row;
}

void lp_walk_rows(const LpDocument *document, const LpNode *root, const LpRow *rows, size_t count,
                  void *state) {
  Dispatch dispatch = {0};
  LpAccount *account = document->account;
  for (LpStep step = lp_walk_first(root); step.node && !lp_should_stop(account);) {
    LpKind kind = (LpKind)step.node->kind;
    const LpRow *row = resolve(&dispatch, account, kind, rows, count);
    LpWalkInto into = LP_WALK_INTO;
    if (step.leaving) {
      if (row && row->leave)
        row->leave(state, step.node);
    } else if (row && row->enter) {
      into = row->enter(state, step.node);
    } else if (!row && kind == LP_KIND_TEXT) {
      LpPlace place = lp_node_place(step.node);
      lp_ledger_leave(account, LP_REASON_FALLBACK, step.node->text, step.node->text_length, &place);
    }
    step = into == LP_WALK_PAST && !step.leaving ? lp_walk_past(root, step) : lp_walk_next(root, step);
  }
}
