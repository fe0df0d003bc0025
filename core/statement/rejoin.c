/* Sentences that the draft's pages cut in two are joined again. Every page's end that the pass before has
   left in the tree is judged, told of and taken out. */
#include "config.h"

#include "statement/passing.h"

#include "statement/compounds.h"
#include "statement/flow.h"
#include "statement/items.h"
#include "statement/joint.h"
#include "statement/stitch.h"

#include <letterpress/walk.h>
#include <string.h>

enum { WINDOW = 4000, LONG_TEXT = 120, WORDS_TOLD = 3 };

typedef struct Rejoining {
  LpPassing *passing;
  LpCompounds compounds;
  bool is_running; /* running text has begun */
} Rejoining;

static bool is_page_end(const LpNode *block) {
  return lp_node_kind(block) == LP_KIND_PAGE_BREAK && lp_node_integer(block, LP_ATTRIBUTE_ORIGIN) == 1;
}

/* ---- the question ---- */

static bool is_note_mark(const LpNode *text) {
  return lp_style_integer(lp_node_style(text), LP_PROPERTY_POSITION) == LP_POSITION_SUPERSCRIPT;
}

/* The text of a block, note marks left out, no longer than the window; to be freed. */
static char *start_text(const LpNode *block) {
  GString *text = g_string_new(NULL);
  for (LpStep step = lp_walk_first(block); step.node && text->len < WINDOW;
       step = lp_walk_next(block, step)) {
    size_t n;
    const char *part = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (part && !is_note_mark(step.node))
      g_string_append_len(text, part, (gssize)n);
    else if (lp_node_kind(step.node) == LP_KIND_LINE_BREAK || lp_node_kind(step.node) == LP_KIND_TAB)
      g_string_append_c(text, ' ');
  }
  return g_string_free(text, FALSE);
}

/* The same for the end of a block, from its last pieces of text backwards. */
static char *end_text(const LpNode *block) {
  GString *text = g_string_new(NULL);
  for (const LpNode *node = lp_node_last_child(block); node && text->len < WINDOW;
       node = lp_node_previous(node)) {
    if (lp_node_kind(node) == LP_KIND_TEXT && is_note_mark(node))
      continue;
    char *part = lp_node_kind(node) == LP_KIND_LINE_BREAK ? g_strdup(" ") : start_text(node);
    g_string_prepend(text, part);
    g_free(part);
  }
  return g_string_free(text, FALSE);
}

static const LpNode *outer_text(const LpNode *block, bool last) {
  const LpNode *node = block;
  while (node && lp_node_kind(node) != LP_KIND_TEXT)
    node = last ? lp_node_last_child(node) : lp_node_first_child(node);
  return node;
}

static bool is_bold(const LpNode *text) {
  return text && lp_style_integer(lp_node_style(text), LP_PROPERTY_WEIGHT) >= 600;
}

static bool is_in_list(const LpNode *block) {
  return lp_node_kind(lp_node_parent(block)) == LP_KIND_LIST_ITEM;
}

/* Both are paragraphs at one level, or the second stands behind the list that the first ends, unmarked. */
static bool may_join(const LpNode *before, const LpNode *after) {
  if (lp_node_kind(before) != LP_KIND_PARAGRAPH)
    return false;
  bool indented = lp_node_kind(after) == LP_KIND_PREFORMATTED && is_in_list(before);
  if (lp_node_kind(after) != LP_KIND_PARAGRAPH && !indented)
    return false;
  const LpNode *level = lp_node_parent(after), *node = lp_node_parent(before);
  if (lp_node_kind(level) == LP_KIND_QUOTE && lp_node_kind(node) == LP_KIND_QUOTE)
    return true;
  while (node != level && (lp_node_kind(node) == LP_KIND_LIST || lp_node_kind(node) == LP_KIND_LIST_ITEM))
    node = lp_node_parent(node);
  return node == level;
}

static bool looks_headed(const LpNode *after) {
  LpKind kind = lp_node_kind(after);
  if (is_in_list(after) && !lp_node_previous(after))
    return true;
  return kind != LP_KIND_PARAGRAPH && kind != LP_KIND_PREFORMATTED;
}

static LpJoint ask(Rejoining *rejoining, const LpNode *before, const LpNode *after, const char *end,
                   const char *start) {
  LpJointQuestion question = {
      .before = end,
      .after = start,
      .language = rejoining->passing->language,
      .may_join = may_join(before, after),
      .in_list = is_in_list(before),
      .looks_headed = looks_headed(after),
      .runs_in_bold = is_bold(outer_text(before, true)) && is_bold(outer_text(after, false)),
      .is_running = rejoining->is_running,
      .line_fill = lp_node_integer(before, LP_ATTRIBUTE_LINE_FILL),
      .is_spelt = lp_compounds_have,
      .state = &rejoining->compounds,
  };
  bool takes_text = lp_kind_takes_inlines(lp_node_kind(before));
  return takes_text ? lp_joint(&question) : LP_JOINT_APART;
}

/* ---- what is told ---- */

/* The last or first words of a text; to be freed. */
static char *some_words(const char *text, bool last) {
  char *words = g_strdup(text);
  g_strstrip(words);
  int count = 0;
  char *at = last ? words + strlen(words) : words;
  while (last ? at > words : *at) {
    at += last ? -1 : 1;
    if ((*at == ' ' && ++count == WORDS_TOLD) || (last ? at == words : *at == '\0'))
      break;
  }
  char *some = last ? g_strdup(*at == ' ' ? at + 1 : at) : g_strndup(words, (size_t)(at - words));
  g_free(words);
  return some;
}

static void tell(const Rejoining *rejoining, LpJoint joint, const LpNode *page_end, const char *end,
                 const char *start) {
  LpAccount *account = rejoining->passing->account;
  LpPlace place = lp_node_place(page_end);
  char *before = some_words(end, true), *after = some_words(start, false);
  if (joint == LP_JOINT_DOUBTFUL)
    lp_warn(account, "rejoin.possible-cut", &place,
            "A page of the draft ends here after “%s”, without a full stop, and goes on with “%s”: they are "
            "left as "
            "two paragraphs; if they are one sentence, join them in the draft.",
            before, after);
  else if (joint == LP_JOINT_APART)
    lp_report(account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "rejoin.apart", &place,
              "A page of the draft ends here and cuts no sentence: “%s” and “%s” stay apart.", before, after);
  else
    lp_report(account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "rejoin.joined", &place,
              "The sentence that the draft's page cuts here is joined: “%s” and “%s”%s.", before, after,
              joint == LP_JOINT_HYPHEN_GOES ? ", without the hyphen" : "");
  g_free(before);
  g_free(after);
}

/* ---- the pass ---- */

/* Returns whether they were joined, so that after is no more. */
static bool settle(Rejoining *rejoining, LpNode *before, LpNode *page_end, LpNode *after) {
  LpDocument *document = rejoining->passing->document;
  char *end = end_text(before), *start = start_text(after);
  LpJoint joint = ask(rejoining, before, after, end, start);
  tell(rejoining, joint, page_end, end, start);
  g_free(end);
  g_free(start);
  LpNode *around = lp_edit_parent(page_end);
  lp_edit_unlink(page_end);
  lp_flow_prune(around);
  bool joined = joint >= LP_JOINT_SPACE && lp_stitch(document, before, after, joint);
  if (joined)
    lp_items_part(document, before);
  lp_items_go_on(document, before);
  return joined;
}

static void note_running(Rejoining *rejoining, const LpNode *block) {
  if (rejoining->is_running || !lp_kind_takes_inlines(lp_node_kind(block)))
    return;
  char *text = lp_block_length(block, LONG_TEXT) < LONG_TEXT ? lp_node_text_below(block) : NULL;
  rejoining->is_running = !text || lp_text_ends_sentence(text);
  g_free(text);
}

static void drop(LpNode *page_end) {
  LpNode *around = lp_edit_parent(page_end);
  lp_edit_unlink(page_end);
  lp_flow_prune(around);
}

void lp_pass_rejoin(LpPassing *passing) {
  Rejoining rejoining = {.passing = passing, .compounds.document = passing->document};
  GPtrArray *flow = lp_flow_of(passing->document, lp_document_root(passing->document));
  LpNode *last = NULL, *page_end = NULL;
  for (size_t i = 0; i < flow->len && !lp_should_stop(passing->account); i++) {
    LpNode *block = lp_flow_at(flow, i);
    if (is_page_end(block)) {
      if (page_end || !last)
        drop(block); /* an empty page, or nothing before */
      else
        page_end = block;
      continue;
    }
    if (lp_block_is_empty(block))
      continue;
    bool joined = page_end && settle(&rejoining, last, page_end, block);
    page_end = NULL;
    if (joined)
      continue;
    last = block;
    note_running(&rejoining, block);
  }
  if (page_end)
    drop(page_end);
  g_ptr_array_free(flow, TRUE);
  lp_compounds_free(&rejoining.compounds);
}
