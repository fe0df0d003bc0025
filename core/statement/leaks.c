/* What a final must not carry: tracked changes, comments and hidden text that nobody has settled. */
#include "config.h"

#include "statement/passing.h"

#include <letterpress/walk.h>

typedef enum Leak { LEAK_REVISION, LEAK_COMMENT, LEAK_HIDDEN, LEAK_COUNT } Leak;

typedef struct Leaks {
  size_t count[LEAK_COUNT];
  LpPlace first[LEAK_COUNT];
} Leaks;

static const struct {
  const char *code;
  const char *one, *many;
  const char *cure;
} words[LEAK_COUNT] = {
    [LEAK_REVISION] = {"leaks.revisions", "tracked change", "tracked changes",
                       "settle them in the draft, or say --revisions accept or reject"},
    [LEAK_COMMENT] = {"leaks.comments", "comment", "comments",
                      "delete them in the draft, or say --comments drop"},
    [LEAK_HIDDEN] = {"leaks.hidden", "hidden text", "hidden texts",
                     "delete them in the draft, or say --hidden drop"},
};

static bool is_hidden(const LpNode *node) {
  return lp_node_kind(node) == LP_KIND_TEXT && lp_style_integer(lp_node_style(node), LP_PROPERTY_HIDDEN);
}

static void count(Leaks *leaks, Leak leak, const LpNode *node) {
  if (leaks->count[leak]++ == 0)
    leaks->first[leak] = lp_node_place(node);
}

static void find(const LpDocument *document, Leaks *leaks) {
  const LpNode *root = lp_document_root(document);
  bool in_hidden = false; /* a stretch of hidden text is one, however many pieces it is in */
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (step.leaving)
      continue;
    if (kind == LP_KIND_REVISION || kind == LP_KIND_BLOCK_REVISION ||
        lp_node_integer(step.node, LP_ATTRIBUTE_REVISION))
      count(leaks, LEAK_REVISION, step.node);
    if (kind == LP_KIND_COMMENT)
      count(leaks, LEAK_COMMENT, step.node);
    if (is_hidden(step.node) && !in_hidden)
      count(leaks, LEAK_HIDDEN, step.node);
    if (kind == LP_KIND_TEXT || lp_kind_is_block(kind))
      in_hidden = is_hidden(step.node);
  }
}

void lp_pass_leaks(LpPassing *passing) {
  const LpPassSettings *settings = passing->settings;
  const LpTreatment treatments[LEAK_COUNT] = {[LEAK_REVISION] = settings->revisions,
                                              [LEAK_COMMENT] = settings->comments,
                                              [LEAK_HIDDEN] = settings->hidden};
  Leaks leaks = {0};
  find(passing->document, &leaks);
  for (int i = 0; i < LEAK_COUNT; i++) {
    if (!leaks.count[i] || treatments[i] != LP_TREATMENT_REFUSE)
      continue;
    const char *noun = leaks.count[i] == 1 ? words[i].one : words[i].many;
    if (settings->is_draft)
      lp_warn(passing->account, words[i].code, &leaks.first[i],
              "The draft holds %zu %s, shown since the output is a draft; for a final %s.", leaks.count[i],
              noun, words[i].cure);
    else
      lp_report(passing->account, LP_LEVEL_ERROR, LP_CLASS_REFUSED, words[i].code, &leaks.first[i],
                "The draft holds %zu %s, the first here: %s.", leaks.count[i], noun, words[i].cure);
  }
}
