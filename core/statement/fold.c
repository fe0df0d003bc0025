/* Folding and likeness. */
#include "config.h"

#include "statement/fold.h"
#include "statement/script.h"

#include <glib.h>
#include <string.h>

enum { LIKENESS_CHARACTERS_MOST = 512 };

/* Signs that are written or left out at will: harakat, tatweel, joiners, soft hyphens. */
static bool is_optional(gunichar c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 || (c >= 0x200B && c <= 0x200F) ||
         c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

static gunichar folded(gunichar c) {
  if (c < 0x80) {
    if (g_ascii_isdigit((char)c))
      return '0';
    return g_ascii_isalpha((char)c) ? (gunichar)g_ascii_tolower((char)c) : ' ';
  }
  if (g_unichar_isdigit(c))
    return '0';
  if (g_unichar_isalpha(c) || g_unichar_ismark(c))
    return g_unichar_tolower(c);
  return g_unichar_isalnum(c) ? c : ' ';
}

static bool is_ascii(const char *text) {
  for (; *text; text++)
    if ((unsigned char)*text >= 0x80)
      return false;
  return true;
}

/* The last word goes if it is "the". */
static void drop_article(GString *text, size_t word) {
  if (strcmp(text->str + word, "the") == 0)
    g_string_truncate(text, word > 0 ? word - 1 : 0);
}

/* Most lines are ASCII: each character becomes one or none, in place. */
static char *fold_ascii(const char *text) {
  char *folded = g_malloc(strlen(text) + 2), *to = folded, *word = folded;
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (g_ascii_isalpha(c)) {
      *to++ = (char)(c | 0x20);
    } else if (g_ascii_isdigit(c)) {
      *to++ = '0';
    } else if (to > word) {
      to = to - word == 3 && memcmp(word, "the", 3) == 0 ? word : to;
      if (to > word)
        *to++ = ' ';
      word = to;
    }
  }
  if (to - word == 3 && memcmp(word, "the", 3) == 0)
    to = word;
  if (to > folded && to[-1] == ' ')
    to--;
  *to = '\0';
  return folded;
}

char *lp_fold(const char *text) {
  if (is_ascii(text))
    return fold_ascii(text);
  char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *result = g_string_sized_new(256);
  size_t word = 0; /* where the last word begins */
  bool pending = false;
  for (const char *at = composed; *at; at = lp_next_character(at)) {
    gunichar c = g_utf8_get_char(at);
    if (is_optional(c))
      continue;
    c = folded(c);
    if (c == ' ') {
      pending = true;
      continue;
    }
    if (pending) {
      drop_article(result, word);
      if (result->len > 0)
        g_string_append_c(result, ' ');
      word = result->len;
    }
    pending = false;
    g_string_append_unichar(result, c);
  }
  drop_article(result, word);
  g_free(composed);
  return g_string_free(result, FALSE);
}

/* Levenshtein's distance within a band of at most `most` changes; most + 1 if it is more. */
static int distance(const gunichar *one, int n, const gunichar *other, int m, int most) {
  int row[LIKENESS_CHARACTERS_MOST + 1] = {0};
  if (n == 0 || m == 0)
    return most + 1;
  for (int k = 0; k <= m; k++)
    row[k] = k;
  for (int i = 1; i <= n; i++) {
    int from = CLAMP(i - most, 1, m), to = MIN(m, i + most), least = most + 1;
    int diagonal = row[from - 1];
    row[from - 1] = from == 1 ? i : most + 1;
    for (int k = from; k <= to; k++) {
      int above = k == i + most ? most + 1 : row[k];
      int changed = diagonal + (one[i - 1] != other[k - 1]);
      diagonal = row[k];
      row[k] = MIN(changed, MIN(above, row[k - 1]) + 1);
      least = MIN(least, row[k]);
    }
    if (least > most)
      return most + 1;
  }
  return MIN(row[m], most + 1);
}

bool lp_may_be_alike(long n, long m, int least) {
  long longer = MAX(n, m);
  return longer <= LIKENESS_CHARACTERS_MOST && ABS(n - m) <= longer * (1000 - least) / 1000;
}

/* At least so many changes lie between two texts: what one has of each character more than the other. Costs a
   look at each, where the distance costs a look at each pair. */
static int changes_at_least(const char *one, const char *other) {
  enum { BUCKETS = 64 };
  int counts[BUCKETS] = {0}, more = 0, fewer = 0;
  for (; *one; one = lp_next_character(one))
    counts[g_utf8_get_char(one) % BUCKETS]++;
  for (; *other; other = lp_next_character(other))
    counts[g_utf8_get_char(other) % BUCKETS]--;
  for (int i = 0; i < BUCKETS; i++) {
    more += MAX(counts[i], 0);
    fewer += MAX(-counts[i], 0);
  }
  return MAX(more, fewer);
}

int lp_similarity(const char *one, const char *other, int least) {
  if (strcmp(one, other) == 0)
    return 1000;
  long n = g_utf8_strlen(one, -1), m = g_utf8_strlen(other, -1), longer = MAX(n, m);
  if (!lp_may_be_alike(n, m, least))
    return 0;
  int most = (int)(longer * (1000 - least) / 1000);
  if (changes_at_least(one, other) > most)
    return 0;
  gunichar *a = g_utf8_to_ucs4_fast(one, -1, NULL), *b = g_utf8_to_ucs4_fast(other, -1, NULL);
  int changes = distance(a, (int)n, b, (int)m, most);
  g_free(a);
  g_free(b);
  return changes > most ? 0 : (int)(1000 - changes * 1000 / longer);
}
