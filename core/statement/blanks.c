/* Empty paragraphs are how a draft makes room; the house has its own spacing. Page breaks that would leave an
   empty page go with them. --style draft keeps the empty paragraphs. */
#include "config.h"

#include "statement/passing.h"

#include "statement/flow.h"

#include <letterpress/walk.h>

static bool is_blank(const LpNode *block) {
  const LpStyle *style = lp_node_style(block);
  return lp_kind_takes_inlines(lp_node_kind(block)) && lp_block_is_empty(block) &&
         !lp_style_integer(style, LP_PROPERTY_BORDER_TOP_EMU) &&
         !lp_style_integer(style, LP_PROPERTY_BORDER_BOTTOM_EMU);
}

static bool is_mark(const LpNode *node) {
  LpKind kind = lp_node_kind(node);
  return kind == LP_KIND_ANCHOR || kind == LP_KIND_COMMENT_RANGE;
}

/* What others aim at goes to the front of the next block with text, or to the end of the one before. */
static void move_marks(LpNode *block, LpNode *next, LpNode *previous) {
  for (LpNode *node = lp_edit_first_child(block), *after; node; node = after) {
    after = lp_edit_next(node);
    if (!is_mark(node) || (!next && !previous))
      continue;
    lp_edit_unlink(node);
    if (next && lp_edit_first_child(next))
      lp_edit_insert_before(lp_edit_first_child(next), node);
    else
      lp_edit_append(next ? next : previous, node);
  }
}

static bool takes_marks(const LpNode *block) {
  return block && lp_kind_takes_inlines(lp_node_kind(block)) && !lp_block_is_empty(block);
}

static void remove_blank(LpPassing *passing, LpNode *block, LpNode *next, LpNode *previous) {
  move_marks(block, takes_marks(next) ? next : NULL, previous);
  if (lp_style_integer(lp_node_style(block), LP_PROPERTY_PAGE_BREAK_BEFORE))
    lp_edit_insert_before(block, lp_edit_new(passing->document, LP_KIND_PAGE_BREAK, lp_node_place(block)));
  lp_flow_remove(passing->document, block, LP_REASON_FURNITURE); /* white space alone: no characters */
}

static void remove_blanks(LpPassing *passing) {
  GPtrArray *flow = lp_flow_of(passing->document, lp_document_root(passing->document));
  LpNode *previous = NULL;
  for (size_t i = 0; i < flow->len; i++) {
    LpNode *block = lp_flow_at(flow, i);
    if (is_blank(block))
      remove_blank(passing, block, lp_flow_at(flow, lp_flow_next_full(flow, i)), previous);
    else if (takes_marks(block))
      previous = block;
  }
  g_ptr_array_free(flow, TRUE);
}

/* Page breaks at the ends, and all but one of several together. */
static void remove_idle_breaks(LpPassing *passing) {
  GPtrArray *flow = lp_flow_of(passing->document, lp_document_root(passing->document));
  LpNode *pending = NULL;
  bool begun = false;
  for (size_t i = 0; i < flow->len; i++) {
    LpNode *block = lp_flow_at(flow, i);
    if (lp_node_kind(block) != LP_KIND_PAGE_BREAK) {
      begun = true;
      pending = NULL;
      continue;
    }
    if (!begun || pending)
      lp_flow_remove(passing->document, block, LP_REASON_FURNITURE);
    else
      pending = block;
  }
  if (pending)
    lp_flow_remove(passing->document, pending, LP_REASON_FURNITURE);
  g_ptr_array_free(flow, TRUE);
}

void lp_pass_blanks(LpPassing *passing) {
  if (passing->settings->keeps_style)
    return;
  remove_blanks(passing);
  remove_idle_breaks(passing);
}
