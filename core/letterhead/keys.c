/* The table of keys. A new key is a row here, a line in the built-in keyfile and a reader of its value. */
#include "config.h"

#include "letterhead/keys.h"

#include <glib.h>
#include <string.h>

#define POINTS(n) ((int32_t)((n)*LP_EMU_PER_POINT))

static const char *const positions[] = {"after", "before", NULL};
static const char *const alignments[] = {"start", "end", "centre", "justify", NULL}; /* as LpAlign */
static const char *const weights[] = {"regular", "bold", NULL};
static const char *const slants[] = {"upright", "italic", NULL};
static const char *const italics[] = {"none", "italic", NULL};
static const char *const cases[] = {"none", "small-caps", "capitals", NULL}; /* as LpCase */
static const char *const header_texts[] = {"report", "keep", NULL};

#define TEXT(group, name, standard, field)                                                                   \
  { group, name, NULL, LP_KEY_TEXT, standard, 0, 0, field, false }
#define LOCALISED(group, name, standard, field)                                                              \
  { group, name, NULL, LP_KEY_TEXT, standard, 0, 0, field, true }
#define LIST(group, name, localised, standard, field)                                                        \
  { group, name, NULL, LP_KEY_LIST, standard, 0, 0, field, localised }
#define RANGED(group, name, type, least, most, field)                                                        \
  { group, name, NULL, type, LP_DEFAULT_BUILT_IN, least, most, field, false }
#define WORD(group, name, localised, words, field)                                                           \
  { group, name, words, LP_KEY_WORD, LP_DEFAULT_BUILT_IN, 0, G_N_ELEMENTS(words) - 2, field, localised }
#define LENGTH(group, name, field) RANGED(group, name, LP_KEY_LENGTH, 0, POINTS(5000), field)
#define RANGE(group, name, least, most, field)                                                               \
  RANGED(group, name, LP_KEY_LENGTH, POINTS(least), POINTS(most), field)
#define RATIO(group, name, least, most, field) RANGED(group, name, LP_KEY_RATIO, least, most, field)
#define COUNT(group, name, least, most, field) RANGED(group, name, LP_KEY_COUNT, least, most, field)
#define FLAG(group, name, field) RANGED(group, name, LP_KEY_FLAG, 0, 1, field)
#define COLOUR(name, field) RANGED("colours", name, LP_KEY_COLOUR, 0, 0xFFFFFF, field)
#define PAINT(group, name, field) RANGED(group, name, LP_KEY_PAINT, -LP_COLOUR_COUNT, 0xFFFFFF, field)

static const LpKey keys[] = {
    COUNT("letterhead", "format", 1, 1, -1),
    TEXT("letterhead", "id", LP_DEFAULT_NONE, LP_LETTERHEAD_ID),
    TEXT("letterhead", "language", LP_DEFAULT_BUILT_IN, -1),
    LOCALISED("letterhead", "name", LP_DEFAULT_NONE, -1),
    LOCALISED("letterhead", "short-name", LP_DEFAULT_NONE, -1),
    LOCALISED("letterhead", "tagline", LP_DEFAULT_NONE, -1),
    WORD("letterhead", "tagline-position", true, positions, LP_LETTERHEAD_TAGLINE_BEFORE),
    LIST("letterhead", "unconfirmed", false, LP_DEFAULT_NONE, -1),

    TEXT("emblem", "file", LP_DEFAULT_NONE, -1),
    LOCALISED("emblem", "alt", LP_DEFAULT_NONE, LP_LETTERHEAD_EMBLEM_ALTERNATIVE),
    RANGE("emblem", "size", 0, 400, LP_LETTERHEAD_EMBLEM_SIZE),
    LENGTH("emblem", "top", LP_LETTERHEAD_EMBLEM_TOP),
    LENGTH("emblem", "gap", LP_LETTERHEAD_EMBLEM_GAP),

    COLOUR("ink", LP_COLOUR_INK),
    COLOUR("heading", LP_COLOUR_HEADING),
    COLOUR("accent", LP_COLOUR_ACCENT),
    COLOUR("rule", LP_COLOUR_RULE),
    COLOUR("hairline", LP_COLOUR_HAIRLINE),
    COLOUR("muted", LP_COLOUR_MUTED),
    COLOUR("paper", LP_COLOUR_PAPER),

    RANGE("page", "width", 72, 5000, LP_LETTERHEAD_PAGE_WIDTH),
    RANGE("page", "height", 72, 5000, LP_LETTERHEAD_PAGE_HEIGHT),
    LENGTH("page", "margin-inner", LP_LETTERHEAD_MARGIN_INNER),
    LENGTH("page", "margin-outer", LP_LETTERHEAD_MARGIN_OUTER),

    WORD("first-page", "align", false, alignments, LP_LETTERHEAD_FIRST_ALIGN),
    LENGTH("first-page", "name-baseline", LP_LETTERHEAD_FIRST_NAME_BASELINE),
    LENGTH("first-page", "tagline-baseline", LP_LETTERHEAD_FIRST_TAGLINE_BASELINE),
    LENGTH("first-page", "rule-top", LP_LETTERHEAD_FIRST_RULE_TOP),
    LENGTH("first-page", "rule-thickness", LP_LETTERHEAD_FIRST_RULE_THICKNESS),
    LENGTH("first-page", "accent-length", LP_LETTERHEAD_FIRST_ACCENT_LENGTH),
    LENGTH("first-page", "accent-thickness", LP_LETTERHEAD_FIRST_ACCENT_THICKNESS),
    LENGTH("first-page", "text-top", LP_LETTERHEAD_FIRST_TEXT_TOP),

    FLAG("following-pages", "show", LP_LETTERHEAD_FOLLOWING_SHOW),
    LOCALISED("following-pages", "start", LP_DEFAULT_BUILT_IN, LP_LETTERHEAD_FOLLOWING_START),
    LOCALISED("following-pages", "second", LP_DEFAULT_BUILT_IN, LP_LETTERHEAD_FOLLOWING_SECOND),
    LOCALISED("following-pages", "end", LP_DEFAULT_BUILT_IN, LP_LETTERHEAD_FOLLOWING_END),
    LENGTH("following-pages", "baseline", LP_LETTERHEAD_FOLLOWING_BASELINE),
    LENGTH("following-pages", "second-baseline", LP_LETTERHEAD_FOLLOWING_SECOND_BASELINE),
    LENGTH("following-pages", "emblem-size", LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE),
    LENGTH("following-pages", "emblem-top", LP_LETTERHEAD_FOLLOWING_EMBLEM_TOP),
    LENGTH("following-pages", "emblem-gap", LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP),
    LENGTH("following-pages", "rule-top", LP_LETTERHEAD_FOLLOWING_RULE_TOP),
    LENGTH("following-pages", "rule-thickness", LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS),
    LENGTH("following-pages", "accent-length", LP_LETTERHEAD_FOLLOWING_ACCENT_LENGTH),
    LENGTH("following-pages", "accent-thickness", LP_LETTERHEAD_FOLLOWING_ACCENT_THICKNESS),
    LENGTH("following-pages", "text-top", LP_LETTERHEAD_FOLLOWING_TEXT_TOP),

    LENGTH("footer", "baseline", LP_LETTERHEAD_FOOTER_BASELINE),
    LENGTH("footer", "rule-above", LP_LETTERHEAD_FOOTER_RULE_ABOVE),
    LENGTH("footer", "text-bottom", LP_LETTERHEAD_TEXT_BOTTOM),
    LOCALISED("footer", "start", LP_DEFAULT_BUILT_IN, LP_LETTERHEAD_FOOTER_START),
    LOCALISED("footer", "centre", LP_DEFAULT_BUILT_IN, LP_LETTERHEAD_FOOTER_CENTRE),
    LOCALISED("footer", "end", LP_DEFAULT_BUILT_IN, LP_LETTERHEAD_FOOTER_END),
    LOCALISED("footer", "page", LP_DEFAULT_BUILT_IN, -1),

    LOCALISED("marks", "draft", LP_DEFAULT_BUILT_IN, -1),
    LOCALISED("marks", "embargo", LP_DEFAULT_BUILT_IN, -1),

    LIST("dates", "months", true, LP_DEFAULT_BUILT_IN, -1),
    LOCALISED("dates", "pattern", LP_DEFAULT_BUILT_IN, -1),
    LOCALISED("dates", "first-day", LP_DEFAULT_BUILT_IN, -1),

    LIST("script", "family", false, LP_DEFAULT_BUILT_IN, LP_SCRIPT_FAMILY),
    RATIO("script", "scale", 250, 4000, LP_SCRIPT_SCALE),
    RATIO("script", "leading", 500, 4000, LP_SCRIPT_LEADING),
    WORD("script", "align", false, alignments, LP_SCRIPT_ALIGN),
    FLAG("script", "hyphenate", LP_SCRIPT_HYPHENATE),
    WORD("script", "italic", false, italics, LP_SCRIPT_ITALIC),
    RANGE("script", "spread", 0, 72, LP_SCRIPT_SPREAD),

    RANGE("style", "size", 4, 96, LP_FIELD_SIZE),
    RANGE("style", "leading", 4, 200, LP_FIELD_LEADING),
    PAINT("style", "colour", LP_FIELD_COLOUR),
    WORD("style", "weight", false, weights, LP_FIELD_WEIGHT),
    WORD("style", "slant", false, slants, LP_FIELD_SLANT),
    WORD("style", "case", false, cases, LP_FIELD_CASE),
    RATIO("style", "tracking", -200, 1000, LP_FIELD_TRACKING),
    RANGE("style", "space-before", 0, 400, LP_FIELD_SPACE_BEFORE),
    RANGE("style", "space-after", 0, 400, LP_FIELD_SPACE_AFTER),
    RANGE("style", "indent", 0, 400, LP_FIELD_INDENT),
    WORD("style", "align", false, alignments, LP_FIELD_ALIGN),

    RANGE("lists", "level-indent", 0, 200, LP_LETTERHEAD_LIST_LEVEL_INDENT),
    RANGE("lists", "last-space-after", 0, 400, LP_LETTERHEAD_LIST_LAST_SPACE_AFTER),
    RANGE("tables", "rule-outer", 0, 20, LP_LETTERHEAD_TABLE_RULE_OUTER),
    RANGE("tables", "rule-head", 0, 20, LP_LETTERHEAD_TABLE_RULE_HEAD),
    RANGE("tables", "rule-row", 0, 20, LP_LETTERHEAD_TABLE_RULE_ROW),
    LENGTH("notes", "rule-length", LP_LETTERHEAD_NOTE_RULE_LENGTH),
    RANGE("notes", "rule-thickness", 0, 20, LP_LETTERHEAD_NOTE_RULE_THICKNESS),
    RANGE("notes", "rule-gap", 0, 200, LP_LETTERHEAD_NOTE_RULE_GAP),
    RANGE("notes", "number-width", 0, 200, LP_LETTERHEAD_NOTE_NUMBER_WIDTH),
    COUNT("signatures", "columns", 1, 4, LP_LETTERHEAD_SIGNATURE_COLUMNS),
    RANGE("signatures", "gap", 0, 200, LP_LETTERHEAD_SIGNATURE_GAP),
    RANGE("signatures", "space-to-sign", 0, 400, LP_LETTERHEAD_SIGNATURE_SPACE_TO_SIGN),
    RANGE("signatures", "rule-thickness", 0, 20, LP_LETTERHEAD_SIGNATURE_RULE_THICKNESS),

    LIST("recognise", "names", false, LP_DEFAULT_NONE, -1),
    LIST("recognise", "taglines", false, LP_DEFAULT_NONE, -1),
    RATIO("recognise", "similarity", 500, 1000, -1),
    WORD("recognise", "header-text", false, header_texts, -1),
};

const LpKey *lp_keys(size_t *count) {
  *count = G_N_ELEMENTS(keys);
  return keys;
}

/* A family's groups have a second word: a paper, a script, a role. [colours] stands alone or with "dark". */
static bool word_fits(const char *family, const char *word) {
  LpRole role;
  if (strcmp(family, "page") == 0)
    return word && *word;
  if (strcmp(family, "script") == 0)
    return word && strlen(word) >= 4 && (word[4] == '\0' || word[4] == ' ');
  if (strcmp(family, "style") == 0)
    return word && lp_role_by_name(word, &role);
  if (strcmp(family, "colours") == 0)
    return !word || strcmp(word, "dark") == 0;
  return !word;
}

static bool group_matches(const char *family, const char *group) {
  size_t n = strlen(family);
  if (strncmp(family, group, n) != 0)
    return false;
  if (group[n] != '\0' && group[n] != ' ')
    return false;
  return word_fits(family, group[n] ? group + n + 1 : NULL);
}

const LpKey *lp_key_find(const char *group, const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    if (strcmp(keys[i].name, name) == 0 && group_matches(keys[i].group, group))
      return &keys[i];
  return NULL;
}

bool lp_key_group_known(const char *group) {
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    if ((i == 0 || strcmp(keys[i].group, keys[i - 1].group) != 0) && group_matches(keys[i].group, group))
      return true;
  return false;
}
