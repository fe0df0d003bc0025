/* Words with a hyphen, so that one that is cut at its hyphen is spelt as elsewhere. */
#include "config.h"

#include "statement/compounds.h"
#include "statement/script.h"

#include <glib.h>
#include <letterpress/walk.h>

static bool is_of_word(const char *at) {
  gunichar c = g_utf8_get_char(at);
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Adds what stands on both sides of a hyphen between letters. */
static void add_around(GHashTable *words, const char *text, const char *hyphen) {
  const char *from = hyphen, *to = hyphen + 1;
  while (from > text && is_of_word(g_utf8_prev_char(from)))
    from = g_utf8_prev_char(from);
  while (*to && is_of_word(to))
    to = lp_next_character(to);
  if (from < hyphen && to > hyphen + 1 && to - from < 100)
    g_hash_table_add(words, g_utf8_strdown(from, to - from));
}

bool lp_compounds_have(void *state, const char *word) {
  LpCompounds *compounds = state;
  if (!compounds->words) {
    compounds->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const LpNode *root = lp_document_root(compounds->document);
    for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
      size_t n;
      const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
      for (const char *at = text; at && *at; at++)
        if (*at == '-')
          add_around(compounds->words, text, at);
    }
  }
  return g_hash_table_contains(compounds->words, word);
}

void lp_compounds_free(LpCompounds *compounds) {
  if (compounds->words)
    g_hash_table_destroy(compounds->words);
}
