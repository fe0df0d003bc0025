/* Characters: what carries meaning in the draft's style, on the paragraph's own. Drafts have many runs and
   few styles: what a pair of them comes to is kept. */
#include "config.h"

#include "statement/house_text.h"

#include "statement/script.h"

#include <glib.h>
#include <letterpress/walk.h>
#include <string.h>

enum { LETTERS_SAMPLED = 200 };

typedef struct Pair {
  const LpStyle *base, *draft;
  const char *language; /* that the draft's language may stand for this text; NULL: it may not */
} Pair;

struct LpHouseText {
  LpPassing *passing;
  GHashTable *known; /* Pair -> LpStyle */
};

static guint pair_hash(gconstpointer key) {
  const Pair *pair = key;
  return g_direct_hash(pair->base) ^ (g_direct_hash(pair->draft) * 31) ^ (g_direct_hash(pair->language) * 17);
}

static gboolean pair_equal(gconstpointer a, gconstpointer b) {
  const Pair *x = a, *y = b;
  return x->base == y->base && x->draft == y->draft && x->language == y->language;
}

LpHouseText *lp_house_text_new(LpPassing *passing) {
  LpHouseText *text = g_new(LpHouseText, 1);
  text->passing = passing;
  text->known = g_hash_table_new_full(pair_hash, pair_equal, g_free, NULL);
  return text;
}

void lp_house_text_free(LpHouseText *text) {
  g_hash_table_destroy(text->known);
  g_free(text);
}

/* ---- language ---- */

/* The language that most of a block's first runs are marked as, if it fits a script. */
static const char *marked_language(const LpNode *block, const char *script) {
  for (LpStep step = lp_walk_first(block); step.node; step = lp_walk_next(block, step)) {
    const char *language = lp_style_string(lp_node_style(step.node), LP_PROPERTY_LANGUAGE);
    if (lp_node_kind(step.node) == LP_KIND_TEXT && language && lp_script_fits(script, language))
      return language;
  }
  return NULL;
}

static const char *block_script(const LpNode *block) {
  LpScriptCount count = {0};
  for (LpStep step = lp_walk_first(block); step.node && count.all < LETTERS_SAMPLED;
       step = lp_walk_next(block, step)) {
    size_t n;
    const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (text)
      lp_script_count(&count, text, n);
  }
  return count.all ? lp_script_most(&count) : NULL;
}

const char *lp_house_language(const LpNode *block, const char *around) {
  const char *script = block_script(block);
  if (!script || lp_script_fits(script, around))
    return around;
  const char *marked = marked_language(block, script);
  if (!marked)
    marked = lp_script_language(script);
  return marked ? marked : around;
}

/* A run marked as English by habit, in Thai letters, is not English. */
static const char *run_language(const LpNode *node, const LpStyle *base) {
  const char *language = lp_style_string(lp_node_style(node), LP_PROPERTY_LANGUAGE);
  size_t n;
  const char *text = lp_node_text(node, &n);
  if (!language || !text || g_strcmp0(language, lp_style_string(base, LP_PROPERTY_LANGUAGE)) == 0)
    return NULL;
  LpScriptCount count = {0};
  lp_script_count(&count, text, MIN(n, LETTERS_SAMPLED));
  return count.all && lp_script_fits(lp_script_most(&count), language) ? language : NULL;
}

/* ---- style ---- */

static const LpStyle *kept(LpDocument *document, const LpStyle *style, const LpStyle *draft,
                           LpProperty property) {
  int32_t value = lp_style_integer(draft, property);
  return value ? lp_style_with_integer(document, style, property, value) : style;
}

static const LpStyle *house_text(const LpHouseText *text, const Pair *pair) {
  LpDocument *document = text->passing->document;
  const LpStyle *draft = pair->draft, *style = pair->base;
  if (text->passing->settings->keeps_style) {
    style = lp_style_over(document, style, draft);
    style = lp_style_with_integer(document, style, LP_PROPERTY_ROLE,
                                  lp_style_integer(pair->base, LP_PROPERTY_ROLE));
    style = lp_style_without(document, style, LP_PROPERTY_LANGUAGE);
    style = lp_style_with_string(document, style, LP_PROPERTY_LANGUAGE,
                                 lp_style_string(pair->base, LP_PROPERTY_LANGUAGE));
  } else {
    if (lp_style_integer(draft, LP_PROPERTY_WEIGHT) >= 600)
      style = lp_style_with_integer(document, style, LP_PROPERTY_WEIGHT, 700);
    style = kept(document, style, draft, LP_PROPERTY_ITALIC);
    style = kept(document, style, draft, LP_PROPERTY_UNDERLINE);
    style = kept(document, style, draft, LP_PROPERTY_STRIKE);
    style = kept(document, style, draft, LP_PROPERTY_POSITION);
    style = kept(document, style, draft, LP_PROPERTY_CASE);
    style = kept(document, style, draft, LP_PROPERTY_DIRECTION);
  }
  return pair->language ? lp_style_with_string(document, style, LP_PROPERTY_LANGUAGE, pair->language) : style;
}

const LpStyle *lp_house_text_style(LpHouseText *text, const LpNode *node, const LpStyle *base) {
  Pair pair = {base, lp_node_style(node), run_language(node, base)};
  if (!pair.draft)
    return base;
  gpointer known = g_hash_table_lookup(text->known, &pair);
  if (known)
    return known;
  const LpStyle *style = house_text(text, &pair);
  g_hash_table_insert(text->known, g_memdup2(&pair, sizeof pair), (gpointer)(uintptr_t)style);
  return style;
}
