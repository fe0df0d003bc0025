/* Signature blocks: "(signed)", or a line to sign on, with the lone short lines around it. */
#include "config.h"

#include "statement/passing.h"

#include "statement/flow.h"
#include "statement/fold.h"
#include "statement/joint.h"
#include "statement/words.h"

#include <string.h>

enum { LINE_MOST = 140, LINES_MOST = 4, RULE_LEAST = 5 };

typedef enum LineKind { LINE_OTHER, LINE_SHORT, LINE_SIGNED } LineKind;

/* "(signed)", "/s/", "________": nothing else in the line. */
static bool says_signed(const char *text) {
  size_t n = strlen(text);
  if (n >= RULE_LEAST && strspn(text, "_.… ") == n && strchr("_.", text[0]))
    return true;
  if (!strpbrk(text, "(/["))
    return false;
  char *folded = lp_fold(text);
  bool says = lp_words_say_signed(folded);
  g_free(folded);
  return says;
}

static LineKind kind_of(const LpNode *block) {
  if (lp_node_kind(block) != LP_KIND_PARAGRAPH || lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE) ||
      lp_block_length(block, LINE_MOST + 1) > LINE_MOST)
    return LINE_OTHER;
  char *text = g_strstrip(lp_node_text_below(block));
  LineKind kind = LINE_SHORT;
  if (says_signed(text))
    kind = LINE_SIGNED;
  else if (!*text || lp_text_ends_sentence(text))
    kind = LINE_OTHER;
  g_free(text);
  return kind;
}

typedef struct Signing {
  LpPassing *passing;
  GPtrArray *flow;
  GArray *kinds; /* of LineKind, as flow */
} Signing;

static LineKind kind_at(const Signing *signing, size_t index) {
  return index < signing->kinds->len ? g_array_index(signing->kinds, LineKind, index) : LINE_OTHER;
}

static bool are_together(const Signing *signing, size_t one, size_t other) {
  return lp_node_parent(lp_flow_at(signing->flow, one)) == lp_node_parent(lp_flow_at(signing->flow, other));
}

/* How many lone short lines stand directly before or behind a line, at most as many as belong to a signature.
 */
static size_t short_lines(const Signing *signing, size_t index, int step) {
  size_t count = 0, at = index;
  while (count < LINES_MOST && kind_at(signing, at + (size_t)step) == LINE_SHORT &&
         are_together(signing, index, at + (size_t)step)) {
    at += (size_t)step;
    count++;
  }
  return count;
}

static void set_role(const Signing *signing, LpNode *line, LpRole role) {
  LpDocument *document = signing->passing->document;
  lp_edit_set_style(line, lp_style_with_integer(document, lp_node_style(line), LP_PROPERTY_ROLE, role));
}

/* Lines [from, to] become a block; the name is the line before the signature, or the first behind it. */
static void make_block(const Signing *signing, size_t from, size_t at, size_t to) {
  LpDocument *document = signing->passing->document;
  LpNode *first = lp_flow_at(signing->flow, from);
  LpNode *block = lp_edit_new(document, LP_KIND_SIGNATURE_BLOCK, lp_node_place(first));
  if (!lp_edit_insert_before(first, block))
    return;
  size_t name = from < at ? from : at + 1;
  for (size_t i = from; i <= to; i++) {
    LpNode *line = lp_flow_at(signing->flow, i);
    lp_edit_unlink(line);
    lp_edit_append(block, line);
    set_role(signing, line, i == name ? LP_ROLE_SIGNATURE_NAME : LP_ROLE_SIGNATURE_ROLE);
  }
}

/* Between two signatures, as many lines belong to the second as stood before the first. */
static void make_blocks(const Signing *signing) {
  size_t before_first = SIZE_MAX, end = 0;
  for (size_t i = 0; i < signing->flow->len; i++) {
    if (kind_at(signing, i) != LINE_SIGNED)
      continue;
    size_t before = MIN(short_lines(signing, i, -1), i - end);
    if (before_first == SIZE_MAX)
      before_first = before;
    before = MIN(before, before_first);
    size_t behind = short_lines(signing, i, 1);
    bool another = kind_at(signing, i + behind + 1) == LINE_SIGNED;
    if (another)
      behind -= MIN(behind, before_first);
    make_block(signing, i - before, i, i + behind);
    end = i + behind + 1;
    i += behind;
  }
}

void lp_pass_signatures(LpPassing *passing) {
  Signing signing = {.passing = passing,
                     .flow = lp_flow_of(passing->document, lp_document_root(passing->document)),
                     .kinds = g_array_new(FALSE, FALSE, sizeof(LineKind))};
  bool any = false;
  for (size_t i = 0; i < signing.flow->len; i++) {
    LineKind kind = kind_of(lp_flow_at(signing.flow, i));
    g_array_append_val(signing.kinds, kind);
    any |= kind == LINE_SIGNED;
  }
  if (any)
    make_blocks(&signing);
  g_array_free(signing.kinds, TRUE);
  g_ptr_array_free(signing.flow, TRUE);
}
