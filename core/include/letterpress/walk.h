/* letterpress/walk.h: a walk over the tree, and writers as tables of rows by kind. */
#ifndef LETTERPRESS_WALK_H
#define LETTERPRESS_WALK_H

#include <letterpress/document.h>

LP_BEGIN_DECLS

/* A step of a walk: at node, entering or leaving it. node is NULL when the walk is over. A leaf is entered
   and not left. A value: copy it, keep it, walk on from it. */
typedef struct LpStep {
  const LpNode *node;
  bool leaving;
} LpStep;

/* The first step of a walk over root and all below it. */
LpStep lp_walk_first(const LpNode *root);

/* The step after; in document order, without recursion. */
LpStep lp_walk_next(const LpNode *root, LpStep step);

/* As lp_walk_next, but past all below the node just entered (its leave is passed over too). */
LpStep lp_walk_past(const LpNode *root, LpStep step);

/* What a row wants after entering: its children walked, or passed over. A row that passes over children
   accounts for their text itself (it has written it, or lp_ledger_leave). */
typedef enum LpWalkInto { LP_WALK_INTO = 0, LP_WALK_PAST = 1 } LpWalkInto;

/* A row of a writer's table. leave may be NULL, and so may enter (the children are walked). */
typedef struct LpRow {
  LpKind kind;
  LpWalkInto (*enter)(void *state, const LpNode *node);
  void (*leave)(void *state, const LpNode *node);
} LpRow;

/* Walks root by a table of count rows. A kind without a row takes the row of its fallback, and so on along
   the chain; that is reported once a kind ("writer.fallback") and its text is the fallback's business. At the
   end of the chain the children are walked without a row; a leaf there is left out and named in the ledger.
   Ends early when lp_should_stop. The document's account is used. */
void lp_walk_rows(const LpDocument *document, const LpNode *root, const LpRow *rows, size_t count,
                  void *state);

LP_END_DECLS
#endif
