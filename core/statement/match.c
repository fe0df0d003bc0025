/* Lines against the known wordings. Those in another sort of script are passed over unfolded: folding all of
   them would cost more than reading a short draft. */
#include "config.h"

#include "statement/match.h"

#include "statement/fold.h"

#include <glib.h>
#include <string.h>

enum { TAGLINE_SIMILARITY = 750 };

typedef struct Wording {
  const char *text;
  const char *language;
  char *folded; /* made on need */
  long length;  /* of it, in characters */
  size_t words;
  bool is_latin;
} Wording;

struct LpMatcher {
  GArray *names, *taglines; /* of Wording */
  int similarity;
};

/* Whether most bytes are ASCII: Latin letters with marks here and there. */
static bool is_latin(const char *text) {
  size_t high = 0, n = 0;
  for (; text[n]; n++)
    high += (unsigned char)text[n] >= 0x80;
  return high * 2 < n;
}

static GArray *collect(const LpDefinition *definition,
                       const char *(*known)(const LpDefinition *, size_t, const char **)) {
  GArray *wordings = g_array_new(FALSE, FALSE, sizeof(Wording));
  Wording wording = {0};
  for (size_t i = 0; (wording.text = known(definition, i, &wording.language)); i++) {
    wording.is_latin = is_latin(wording.text);
    g_array_append_val(wordings, wording);
  }
  return wordings;
}

LpMatcher *lp_matcher_new(const LpDefinition *definition) {
  LpMatcher *matcher = g_new0(LpMatcher, 1);
  matcher->names = collect(definition, lp_definition_known_name);
  matcher->taglines = collect(definition, lp_definition_known_tagline);
  matcher->similarity = lp_definition_similarity(definition);
  return matcher;
}

static void free_wordings(GArray *wordings) {
  for (guint i = 0; i < wordings->len; i++)
    g_free(g_array_index(wordings, Wording, i).folded);
  g_array_free(wordings, TRUE);
}

void lp_matcher_free(LpMatcher *matcher) {
  free_wordings(matcher->names);
  free_wordings(matcher->taglines);
  g_free(matcher);
}

static size_t word_count(const char *folded) {
  size_t count = *folded != '\0';
  for (; *folded; folded++)
    count += *folded == ' ';
  return count;
}

static Wording *wording_at(GArray *wordings, guint index) {
  Wording *wording = &g_array_index(wordings, Wording, index);
  if (!wording->folded) {
    wording->folded = lp_fold(wording->text);
    wording->length = g_utf8_strlen(wording->folded, -1);
    wording->words = word_count(wording->folded);
  }
  return wording;
}

/* The wording most like a folded line; similarity 0 if none is alike enough. */
static LpMatch best_of(GArray *wordings, const char *folded, bool latin, int least, LpMatchKind kind) {
  LpMatch best = {LP_MATCH_NONE, 0, ""};
  long length = g_utf8_strlen(folded, -1);
  for (guint i = 0; i < wordings->len; i++) {
    if (g_array_index(wordings, Wording, i).is_latin != latin)
      continue;
    const Wording *wording = wording_at(wordings, i);
    if (!lp_may_be_alike(length, wording->length, MAX(least, best.similarity)))
      continue;
    int similarity = lp_similarity(folded, wording->folded, MAX(least, best.similarity));
    if (similarity >= least && similarity > best.similarity)
      best = (LpMatch){kind, similarity, wording->language};
  }
  return best;
}

/* A name of so many words at one end of the line, and a tagline as all the rest. */
static LpMatch both_at(const LpMatcher *matcher, char *folded, bool latin, char *cut, bool name_first) {
  *cut = '\0';
  const char *first = folded, *second = cut + 1;
  LpMatch name =
      best_of(matcher->names, name_first ? first : second, latin, matcher->similarity, LP_MATCH_BOTH);
  LpMatch match = {LP_MATCH_NONE, 0, ""};
  if (name.kind)
    match = best_of(matcher->taglines, name_first ? second : first, latin, TAGLINE_SIMILARITY, LP_MATCH_BOTH);
  *cut = ' ';
  if (match.kind && !*match.language)
    match.language = name.language;
  return match;
}

enum { WORDS_MOST = 40 }; /* no name with its tagline has more */

static LpMatch both(const LpMatcher *matcher, char *folded, bool latin) {
  char *spaces[WORDS_MOST];
  size_t count = 0;
  LpMatch best = {LP_MATCH_NONE, 0, ""};
  for (char *at = folded; *at; at++) {
    if (*at == ' ' && count == WORDS_MOST)
      return best;
    if (*at == ' ')
      spaces[count++] = at;
  }
  for (guint i = 0; i < matcher->names->len; i++) {
    if (g_array_index(matcher->names, Wording, i).is_latin != latin)
      continue;
    const Wording *name = wording_at(matcher->names, i);
    if (name->words == 0 || name->words > count)
      continue;
    char *cuts[] = {spaces[name->words - 1], spaces[count - name->words]};
    for (int k = 0; k < 2; k++) {
      const char *start = k == 0 ? folded : cuts[k] + 1;
      if (*start != *name->folded)
        continue; /* spares most lines the comparison */
      LpMatch match = both_at(matcher, folded, latin, cuts[k], k == 0);
      if (match.similarity > best.similarity)
        best = match;
    }
  }
  return best;
}

LpMatch lp_matcher_line(const LpMatcher *matcher, const char *text) {
  LpMatch none = {LP_MATCH_NONE, 0, ""};
  if (strlen(text) > LP_MATCH_BYTES_MOST)
    return none;
  bool latin = is_latin(text);
  char *folded = lp_fold(text);
  LpMatch match = none;
  if (*folded) {
    LpMatch name = best_of(matcher->names, folded, latin, matcher->similarity, LP_MATCH_NAME);
    LpMatch tagline = best_of(matcher->taglines, folded, latin, TAGLINE_SIMILARITY, LP_MATCH_TAGLINE);
    match = name.similarity > tagline.similarity ? name : tagline;
    LpMatch together = both(matcher, folded, latin);
    if (together.kind)
      match = together;
  }
  g_free(folded);
  return match;
}
