/* Which script a language is usually written in (CLDR, likely subtags), and which scripts run from the right.
 */
#include "config.h"

#include "letterhead/resolve.h"

#include <glib.h>
#include <string.h>

static const char *const scripts[] = {
    "Adlm", "Arab", "Armn", "Beng", "Bopo", "Cher", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru",
    "Hang", "Hani", "Hans", "Hant", "Hebr", "Hira", "Jpan", "Kana", "Khmr", "Knda", "Kore", "Laoo", "Latn",
    "Mlym", "Mong", "Mymr", "Nkoo", "Orya", "Sinh", "Syrc", "Taml", "Telu", "Tfng", "Thaa", "Thai", "Tibt"};

/* Languages that are not written in Latin letters; sorted. */
static const struct {
  const char *language, *script;
} usual[] = {
    {"am", "Ethi"},  {"ar", "Arab"},  {"as", "Beng"},  {"be", "Cyrl"},  {"bg", "Cyrl"}, {"bho", "Deva"},
    {"bn", "Beng"},  {"bo", "Tibt"},  {"ckb", "Arab"}, {"dv", "Thaa"},  {"dz", "Tibt"}, {"el", "Grek"},
    {"fa", "Arab"},  {"gu", "Gujr"},  {"he", "Hebr"},  {"hi", "Deva"},  {"hy", "Armn"}, {"iw", "Hebr"},
    {"ja", "Jpan"},  {"ka", "Geor"},  {"kk", "Cyrl"},  {"km", "Khmr"},  {"kn", "Knda"}, {"ko", "Kore"},
    {"ks", "Arab"},  {"ky", "Cyrl"},  {"lo", "Laoo"},  {"mai", "Deva"}, {"mk", "Cyrl"}, {"ml", "Mlym"},
    {"mn", "Cyrl"},  {"mnw", "Mymr"}, {"mr", "Deva"},  {"my", "Mymr"},  {"ne", "Deva"}, {"or", "Orya"},
    {"pa", "Guru"},  {"prs", "Arab"}, {"ps", "Arab"},  {"ru", "Cyrl"},  {"sa", "Deva"}, {"sd", "Arab"},
    {"shn", "Mymr"}, {"si", "Sinh"},  {"sr", "Cyrl"},  {"ta", "Taml"},  {"te", "Telu"}, {"tg", "Cyrl"},
    {"th", "Thai"},  {"ti", "Ethi"},  {"ug", "Arab"},  {"uk", "Cyrl"},  {"ur", "Arab"}, {"yi", "Hebr"},
    {"yue", "Hant"}, {"zh", "Hans"}};

static const char *known_script(const char *subtag, size_t n) {
  for (size_t i = 0; n == 4 && i < G_N_ELEMENTS(scripts); i++)
    if (g_ascii_strncasecmp(scripts[i], subtag, 4) == 0)
      return scripts[i];
  return NULL;
}

/* The table is sorted: asked of each paragraph, it is searched by halves. */
static const char *usual_script(const char *language, size_t n) {
  size_t from = 0, to = G_N_ELEMENTS(usual);
  while (from < to) {
    size_t middle = (from + to) / 2;
    int order = g_ascii_strncasecmp(language, usual[middle].language, n);
    if (order == 0 && usual[middle].language[n] == '\0')
      return usual[middle].script;
    if (order > 0)
      from = middle + 1;
    else
      to = middle;
  }
  return "Latn";
}

static bool is_traditional(const char *region, size_t n) {
  static const char *const regions[] = {"TW", "HK", "MO"};
  for (size_t i = 0; n == 2 && i < G_N_ELEMENTS(regions); i++)
    if (g_ascii_strncasecmp(regions[i], region, 2) == 0)
      return true;
  return false;
}

const char *lp_language_script(const char *language) {
  if (!language)
    return "Latn";
  size_t n = strcspn(language, "-_");
  const char *script = usual_script(language, n);
  for (const char *at = language + n; *at;) {
    at++;
    n = strcspn(at, "-_");
    const char *written = known_script(at, n);
    if (written)
      return written;
    if (strcmp(script, "Hans") == 0 && is_traditional(at, n))
      return "Hant";
    at += n;
  }
  return script;
}

bool lp_language_is_rtl(const char *language) {
  static const char *const from_the_right[] = {"Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"};
  const char *script = lp_language_script(language);
  for (size_t i = 0; i < G_N_ELEMENTS(from_the_right); i++)
    if (strcmp(from_the_right[i], script) == 0)
      return true;
  return false;
}
