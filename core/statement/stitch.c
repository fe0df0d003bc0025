/* The seam between two blocks. */
#include "config.h"

#include "statement/stitch.h"

#include "statement/flow.h"
#include "statement/script.h"

#include <string.h>

/* Longer pieces stay two: a sentence of a thousand pages is not copied a thousand times. */
enum { PIECE_BYTES_MOST = 65536 };

static LpNode *outer_text(LpNode *block, bool last) {
  LpNode *node = block;
  while (node && lp_node_kind(node) != LP_KIND_TEXT)
    node = last ? lp_edit_last_child(node) : lp_edit_first_child(node);
  return node;
}

/* Line breaks at the seam are the draft's page. */
static void drop_line_breaks(LpNode *before, LpNode *after) {
  while (lp_edit_last_child(before) && lp_node_kind(lp_edit_last_child(before)) == LP_KIND_LINE_BREAK)
    lp_edit_unlink(lp_edit_last_child(before));
  while (lp_edit_first_child(after) && lp_node_kind(lp_edit_first_child(after)) == LP_KIND_LINE_BREAK)
    lp_edit_unlink(lp_edit_first_child(after));
}

/* White space at the seam goes, and the hyphen if it is a line's. A text that is nothing else stays. */
static void trim_end(LpDocument *document, LpNode *text, bool hyphen_too) {
  size_t n;
  const char *bytes = lp_node_text(text, &n), *end = bytes + n;
  while (end > bytes && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
    end = g_utf8_prev_char(end);
  const char *from = hyphen_too && end > bytes ? g_utf8_prev_char(end) : end;
  if (from > bytes && from < bytes + n)
    lp_edit_cut_text(document, text, (size_t)(from - bytes), n, LP_REASON_PAGE_HYPHEN);
}

static void trim_start(LpDocument *document, LpNode *text) {
  size_t n;
  const char *bytes = lp_node_text(text, &n), *from = bytes;
  while (from < bytes + n && g_unichar_isspace(g_utf8_get_char(from)))
    from = lp_next_character(from);
  if (from > bytes && from < bytes + n)
    lp_edit_cut_text(document, text, 0, (size_t)(from - bytes), LP_REASON_PAGE_HYPHEN);
}

static void add_space(LpDocument *document, LpNode *before, LpNode *last, const LpNode *first) {
  size_t n;
  if (last) {
    lp_node_text(last, &n);
    lp_edit_add_text(document, last, n, " ", 1);
    return;
  }
  const LpStyle *style = first ? lp_node_style(first) : NULL;
  lp_edit_append(before, lp_edit_new_text(document, " ", 1, style, lp_node_place(before)));
}

/* Two pieces of text of one style, side by side, become one. */
static void join_pieces(LpDocument *document, LpNode *left, LpNode *right) {
  if (!left || !right || lp_edit_next(left) != right || lp_node_style(left) != lp_node_style(right))
    return;
  size_t n, m;
  lp_node_text(left, &n);
  lp_node_text(right, &m);
  if (n + m <= PIECE_BYTES_MOST)
    lp_edit_join_text(document, left, right);
}

bool lp_stitch(LpDocument *document, LpNode *before, LpNode *after, LpJoint joint) {
  LpNode *around = lp_edit_parent(after), *into = lp_edit_parent(before);
  drop_line_breaks(before, after);
  LpNode *left = lp_edit_last_child(before), *last = outer_text(before, true),
         *first = outer_text(after, false);
  if (first)
    trim_start(document, first);
  if (last)
    trim_end(document, last, joint == LP_JOINT_HYPHEN_GOES);
  if (joint == LP_JOINT_SPACE)
    add_space(document, before, last, first);
  LpNode *right = lp_edit_first_child(after);
  if (!lp_edit_move_children(after, before))
    return false;
  if (left && right && lp_node_kind(left) == LP_KIND_TEXT && lp_node_kind(right) == LP_KIND_TEXT)
    join_pieces(document, left, right);
  if (lp_node_has(after, LP_ATTRIBUTE_LINE_FILL))
    lp_edit_set_integer(document, before, LP_ATTRIBUTE_LINE_FILL,
                        lp_node_integer(after, LP_ATTRIBUTE_LINE_FILL));
  lp_edit_unlink(after);
  if (around != into && lp_node_kind(around) == LP_KIND_QUOTE && lp_node_kind(into) == LP_KIND_QUOTE)
    lp_edit_move_children(around, into);
  lp_flow_prune(around);
  return true;
}
