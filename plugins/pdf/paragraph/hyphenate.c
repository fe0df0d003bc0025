#include "config.h"

#include "paragraph/hyphenate.h"

#include "paragraph/itemise.h"
#include "paragraph/patterns.h"
#include "paragraph/states.h"

#include <glib.h>
#include <string.h>

enum { SHORTEST_WORD = 5, SHORTEST_CAPITALS = 6, MOST_WORDS = 8192 };

#ifndef LP_HYPHEN_DIR
#define LP_HYPHEN_DIR "/usr/share/hyphen"
#endif

/* ---- Patterns by language ---- */

typedef struct Dictionary {
  Patterns *patterns; /* NULL: none for this language */
  GHashTable *words;  /* lower-case word -> points, of 64 bits */
} Dictionary;

struct Hyphenator {
  GHashTable *dictionaries; /* language as given -> Dictionary */
};

static void dictionary_free(void *data) {
  Dictionary *dictionary = data;
  patterns_free(dictionary->patterns);
  g_hash_table_destroy(dictionary->words);
  g_free(dictionary);
}

Hyphenator *hyphenator_new(void) {
  Hyphenator *hyphenator = g_new0(Hyphenator, 1);
  hyphenator->dictionaries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, dictionary_free);
  return hyphenator;
}

void hyphenator_free(Hyphenator *hyphenator) {
  if (!hyphenator)
    return;
  g_hash_table_destroy(hyphenator->dictionaries);
  g_free(hyphenator);
}

static Patterns *load(const char *first, const char *second) {
  char *file =
      g_strconcat(LP_HYPHEN_DIR "/hyph_", first, second ? "_" : "", second ? second : "", ".dic", NULL);
  Patterns *patterns = patterns_load(file);
  g_free(file);
  return patterns;
}

/* A language without a region is taken as its institutions write it. */
static const char *usual_region(const char *language) {
  static const char *const USUAL[][2] = {{"en", "GB"}, {"pt", "PT"}, {"da", "DK"}, {"sv", "SE"},
                                         {"el", "GR"}, {"cs", "CZ"}, {"sl", "SI"}, {"uk", "UA"},
                                         {"nb", "NO"}, {"nn", "NO"}};
  for (size_t i = 0; i < G_N_ELEMENTS(USUAL); i++) {
    if (strcmp(language, USUAL[i][0]) == 0)
      return USUAL[i][1];
  }
  return NULL;
}

/* en-GB: hyph_en_GB; then the language's usual region, the language alone, its name as a region. */
static Patterns *find_patterns(const char *tag) {
  char **parts = g_strsplit(tag, "-", 4);
  Patterns *patterns = NULL;
  if (parts[0] && *parts[0] &&
      strspn(parts[0], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(parts[0])) {
    char *language = g_ascii_strdown(parts[0], -1), *upper = g_ascii_strup(parts[0], -1);
    for (char **part = parts + 1; *part && !patterns; part++) {
      if (strlen(*part) == 2 && g_ascii_isalpha((*part)[0]) && g_ascii_isalpha((*part)[1])) {
        char *region = g_ascii_strup(*part, -1);
        patterns = load(language, region);
        g_free(region);
      }
    }
    if (!patterns && usual_region(language))
      patterns = load(language, usual_region(language));
    if (!patterns)
      patterns = load(language, upper);
    if (!patterns)
      patterns = load(language, NULL);
    g_free(language);
    g_free(upper);
  }
  g_strfreev(parts);
  return patterns;
}

static Dictionary *dictionary_for(Hyphenator *hyphenator, const char *language) {
  Dictionary *dictionary = g_hash_table_lookup(hyphenator->dictionaries, language);
  if (!dictionary) {
    dictionary = g_new0(Dictionary, 1);
    dictionary->patterns = find_patterns(language);
    dictionary->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_hash_table_insert(hyphenator->dictionaries, g_strdup(language), dictionary);
  }
  return dictionary;
}

static uint64_t points_of(Dictionary *dictionary, const char *word, size_t length, size_t letters) {
  const uint64_t *known = g_hash_table_lookup(dictionary->words, word);
  if (known)
    return *known;
  if (g_hash_table_size(dictionary->words) >= MOST_WORDS)
    g_hash_table_remove_all(dictionary->words);
  uint64_t points = patterns_points(dictionary->patterns, word, length, letters);
  g_hash_table_insert(dictionary->words, g_strdup(word), g_memdup2(&points, sizeof points));
  return points;
}

/* ---- Words of the paragraph ---- */

typedef struct Word {
  uint32_t start, end;
  uint32_t capitals;
} Word;

static bool is_letter(uint32_t c) {
  if (c < 0x80)
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static bool is_capital(uint32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : g_unichar_isupper(c);
}

/* The next word of letters at or after `at`. */
static bool next_word(const Setting *setting, uint32_t at, Word *word) {
  while (at < setting->count && !is_letter(setting->characters[at]))
    at++;
  *word = (Word){.start = at};
  for (; at < setting->count && is_letter(setting->characters[at]); at++)
    word->capitals += is_capital(setting->characters[at]);
  word->end = at;
  return word->end > word->start;
}

static bool is_all_capitals(const Word *word) {
  return word->end - word->start >= 2 && word->capitals == word->end - word->start;
}

/* The stretch without white space around a word looks like an address, a path or a number. */
static bool is_in_address(const Setting *setting, const Word *word) {
  uint32_t start = word->start, end = word->end;
  while (start > 0 && !(setting->marks[start - 1] & MARK_WHITE) && word->start - start < 256)
    start--;
  while (end < setting->count && !(setting->marks[end] & MARK_WHITE) && end - word->end < 256)
    end++;
  bool dot = false, slash = false;
  for (uint32_t i = start; i < end; i++) {
    uint32_t c = setting->characters[i];
    if (c == '@' || c == '_' || c == '\\' || (c >= '0' && c <= '9'))
      return true;
    slash = slash || c == '/';
    dot = dot || (c == '.' && i + 1 < end && is_letter(setting->characters[i + 1]));
  }
  return dot || (slash && end > start && setting->characters[end - 1] == '/');
}

/* Capitals inside a word make it an acronym or a name of its own; capitals all through only count as a word
 * when the words beside it are in capitals too. */
static bool has_bearable_capitals(const Setting *setting, const Word *word, const Word *before) {
  if (word->capitals == 0 || (word->capitals == 1 && is_capital(setting->characters[word->start])))
    return true;
  if (!is_all_capitals(word) || word->end - word->start < SHORTEST_CAPITALS)
    return false;
  Word after;
  return is_all_capitals(before) || (next_word(setting, word->end, &after) && is_all_capitals(&after));
}

static const Item *item_at(const Setting *setting, uint32_t character, uint32_t *hint) {
  while (setting->items[*hint].end <= character)
    ++*hint;
  return &setting->items[*hint];
}

static bool is_touched_by_hyphen(const Setting *setting, const Word *word) {
  for (uint32_t i = word->start; i <= word->end; i++) {
    if (setting->marks[i] & MARK_HYPHEN)
      return true; /* the draft's own soft hyphens decide */
  }
  return false;
}

/* Lower-case UTF-8 of the word; false when it does not fit. */
static bool fold(const Setting *setting, const Word *word, char *folded, size_t room, size_t *length) {
  *length = 0;
  for (uint32_t i = word->start; i < word->end; i++) {
    uint32_t c = setting->characters[i];
    if (*length + 7 > room)
      return false;
    if (c < 0x80)
      folded[(*length)++] = (char)g_ascii_tolower((char)c);
    else
      *length += (size_t)g_unichar_to_utf8(g_unichar_tolower(c), folded + *length);
  }
  folded[*length] = '\0';
  return true;
}

static void mark_points(Setting *setting, const Word *word, const char *language) {
  char folded[PATTERNS_LONGEST_WORD * 4 + 8];
  size_t length = 0, letters = word->end - word->start;
  Dictionary *dictionary = dictionary_for(setting->typesetter->hyphenator, language);
  if (!dictionary->patterns || letters > PATTERNS_LONGEST_WORD ||
      !fold(setting, word, folded, sizeof folded, &length))
    return;
  if (word->capitals > 0 && is_name_of_state(folded))
    return;
  uint64_t points = points_of(dictionary, folded, length, letters);
  for (uint32_t i = 0; points; i++, points >>= 1) {
    if (points & 1 && setting->marks[word->start + i] & MARK_CLUSTER)
      setting->marks[word->start + i] |= MARK_HYPHEN;
  }
}

static int64_t width_of(const Setting *setting, const Word *word) {
  int64_t width = 0;
  for (uint32_t i = word->start; i < word->end; i++)
    width += setting->widths[i];
  return width;
}

static bool may_cut(const Setting *setting, const Item *item, bool at_any_price) {
  if (!item->language || item->kind != ITEM_TEXT || !item->face)
    return false;
  if (item_span(setting, item)->flags & (PARAGRAPH_NO_HYPHENS | PARAGRAPH_NO_BREAKS))
    return false;
  if (at_any_price)
    return true;
  uint32_t tag = hb_script_to_iso15924_tag(item->script);
  char script[5] = {(char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8), (char)tag, '\0'};
  return font_group_for(setting->fonts, script, item->language)->hyphenate;
}

void hyphenate(Setting *setting, int64_t only_wider_than_emu) {
  Word word, before = {0};
  uint32_t hint = 0;
  for (uint32_t at = 0; next_word(setting, at, &word); at = word.end) {
    const Item *item = item_at(setting, word.start, &hint);
    bool long_enough = word.end - word.start >= SHORTEST_WORD;
    if (only_wider_than_emu > 0 && width_of(setting, &word) <= only_wider_than_emu)
      long_enough = false;
    if (long_enough && may_cut(setting, item, only_wider_than_emu > 0) &&
        has_bearable_capitals(setting, &word, &before) && !is_touched_by_hyphen(setting, &word) &&
        !is_in_address(setting, &word))
      mark_points(setting, &word, item->language);
    before = word;
  }
}
