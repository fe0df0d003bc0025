/* Scripts of texts. */
#include "config.h"

#include "statement/script.h"

#include "letterhead/resolve.h"

#include <string.h>

static const struct {
  GUnicodeScript script;
  const char *name;
  bool is_unspaced;
} known[] = {
    {G_UNICODE_SCRIPT_LATIN, "Latn", false},    {G_UNICODE_SCRIPT_ARABIC, "Arab", false},
    {G_UNICODE_SCRIPT_THAI, "Thai", true},      {G_UNICODE_SCRIPT_LAO, "Laoo", true},
    {G_UNICODE_SCRIPT_KHMER, "Khmr", true},     {G_UNICODE_SCRIPT_MYANMAR, "Mymr", true},
    {G_UNICODE_SCRIPT_HAN, "Hani", true},       {G_UNICODE_SCRIPT_HIRAGANA, "Hira", true},
    {G_UNICODE_SCRIPT_KATAKANA, "Kana", true},  {G_UNICODE_SCRIPT_HANGUL, "Hang", false},
    {G_UNICODE_SCRIPT_BENGALI, "Beng", false},  {G_UNICODE_SCRIPT_DEVANAGARI, "Deva", false},
    {G_UNICODE_SCRIPT_SINHALA, "Sinh", false},  {G_UNICODE_SCRIPT_TAMIL, "Taml", false},
    {G_UNICODE_SCRIPT_TIBETAN, "Tibt", true},   {G_UNICODE_SCRIPT_THAANA, "Thaa", false},
    {G_UNICODE_SCRIPT_CYRILLIC, "Cyrl", false}, {G_UNICODE_SCRIPT_GREEK, "Grek", false},
    {G_UNICODE_SCRIPT_HEBREW, "Hebr", false},
};

void lp_script_count(LpScriptCount *count, const char *text, size_t n) {
  for (const char *at = text, *end = text + n; at < end; at = lp_next_character(at)) {
    gunichar c = g_utf8_get_char(at);
    GUnicodeScript script = c < 0x80 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script(c);
    if ((c < 0x80 && !g_ascii_isalpha((char)c)) || script == G_UNICODE_SCRIPT_COMMON ||
        script == G_UNICODE_SCRIPT_INHERITED || (size_t)script >= G_N_ELEMENTS(count->letters))
      continue;
    count->letters[script]++;
    count->all++;
  }
}

const char *lp_script_most(const LpScriptCount *count) {
  const char *name = NULL;
  uint32_t most = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (count->letters[known[i].script] > most) {
      most = count->letters[known[i].script];
      name = known[i].name;
    }
  /* Japanese has more Han characters than kana, but only Japanese has kana. */
  uint32_t kana = count->letters[G_UNICODE_SCRIPT_HIRAGANA] + count->letters[G_UNICODE_SCRIPT_KATAKANA];
  if (name && strcmp(name, "Hani") == 0 && kana > most / 8)
    name = "Hira";
  return name;
}

bool lp_script_fits(const char *script, const char *language) {
  static const char *const han[][2] = {{"Hani", "Hans"}, {"Hani", "Hant"}, {"Hani", "Jpan"}, {"Hani", "Kore"},
                                       {"Hira", "Jpan"}, {"Kana", "Jpan"}, {"Hang", "Kore"}};
  const char *usual = lp_language_script(language);
  if (!script || strcmp(script, usual) == 0)
    return true;
  for (size_t i = 0; i < G_N_ELEMENTS(han); i++)
    if (strcmp(han[i][0], script) == 0 && strcmp(han[i][1], usual) == 0)
      return true;
  return false;
}

const char *lp_script_language(const char *script) {
  static const char *const languages[][2] = {
      {"Thai", "th"}, {"Khmr", "km"}, {"Laoo", "lo"}, {"Mymr", "my"}, {"Sinh", "si"}, {"Taml", "ta"},
      {"Tibt", "dz"}, {"Thaa", "dv"}, {"Hang", "ko"}, {"Hira", "ja"}, {"Kana", "ja"}, {"Hani", "zh"},
      {"Beng", "bn"}, {"Deva", "hi"}, {"Arab", "ar"}, {"Hebr", "he"}, {"Grek", "el"}, {"Cyrl", "ru"}};
  for (size_t i = 0; script && i < G_N_ELEMENTS(languages); i++)
    if (strcmp(languages[i][0], script) == 0)
      return languages[i][1];
  return NULL;
}

bool lp_script_is_unspaced(gunichar c) {
  GUnicodeScript script = g_unichar_get_script(c);
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (known[i].script == script)
      return known[i].is_unspaced;
  return (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF00 && c <= 0xFF65); /* punctuation of Chinese and Japanese */
}
