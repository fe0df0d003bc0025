/* From the text of a key to its value. */
#include "config.h"

#include "letterhead/keys.h"

#include <glib.h>
#include <string.h>

static const char *const colour_names[] = {"ink", "heading", "accent", "rule", "hairline", "muted", "paper"};
G_STATIC_ASSERT(G_N_ELEMENTS(colour_names) == LP_COLOUR_COUNT);

/* A decimal number in thousandths; further digits are rounded off. No locale, no exponent. */
static bool ratio_parse(const char *text, int32_t *value) {
  bool negative = *text == '-';
  text += negative;
  int64_t sum = 0;
  int digits = 0, places = -1;
  for (; *text; text++) {
    if (*text == '.' && places < 0) {
      places = 0;
      continue;
    }
    if (!g_ascii_isdigit(*text))
      return false;
    digits++;
    if (places == 3)
      continue;
    if (places >= 0)
      places++;
    sum = sum * 10 + (*text - '0');
    if (sum > INT32_MAX)
      return false;
  }
  for (places = MAX(places, 0); places < 3; places++)
    sum *= 10;
  if (!digits || sum > INT32_MAX)
    return false;
  *value = (int32_t)(negative ? -sum : sum);
  return true;
}

static bool colour_parse(const char *text, int32_t *value) {
  if (*text != '#' || strlen(text) != 7)
    return false;
  int32_t colour = 0;
  for (const char *digit = text + 1; *digit; digit++) {
    int nibble = g_ascii_xdigit_value(*digit);
    if (nibble < 0)
      return false;
    colour = colour * 16 + nibble;
  }
  *value = colour;
  return true;
}

static bool paint_parse(const char *text, int32_t *value) {
  for (int i = 0; i < LP_COLOUR_COUNT; i++)
    if (strcmp(colour_names[i], text) == 0) {
      *value = -1 - i;
      return true;
    }
  return colour_parse(text, value);
}

static bool word_parse(const char *const *words, const char *text, int32_t *value) {
  for (int32_t i = 0; words[i]; i++)
    if (strcmp(words[i], text) == 0) {
      *value = i;
      return true;
    }
  return false;
}

static bool flag_parse(const char *text, int32_t *value) {
  static const char *const flags[] = {"false", "true", NULL};
  return word_parse(flags, text, value);
}

static bool count_parse(const char *text, int32_t *value) {
  int64_t count;
  if (!lp_integer_parse(text, INT32_MIN, INT32_MAX, &count))
    return false;
  *value = (int32_t)count;
  return true;
}

bool lp_key_value(const LpKey *key, const char *text, int32_t *value) {
  int32_t found = 0;
  bool parsed = false;
  switch (key->type) {
  case LP_KEY_TEXT:
  case LP_KEY_LIST: return false;
  case LP_KEY_LENGTH: parsed = lp_length_parse(text, &found); break;
  case LP_KEY_RATIO: parsed = ratio_parse(text, &found); break;
  case LP_KEY_COUNT: parsed = count_parse(text, &found); break;
  case LP_KEY_FLAG: parsed = flag_parse(text, &found); break;
  case LP_KEY_COLOUR: parsed = colour_parse(text, &found); break;
  case LP_KEY_PAINT: parsed = paint_parse(text, &found); break;
  case LP_KEY_WORD: parsed = word_parse(key->words, text, &found); break;
  }
  if (!parsed || found < key->least || found > key->most)
    return false;
  *value = found;
  return true;
}

/* A number without needless zeros: units of 1/scale. */
static void append_number(GString *string, int32_t value, int32_t scale) {
  int64_t thousandths = (int64_t)value * 1000 / scale;
  if (thousandths < 0)
    g_string_append_c(string, '-');
  thousandths = ABS(thousandths);
  g_string_append_printf(string, "%d", (int)(thousandths / 1000));
  if (thousandths % 1000 == 0)
    return;
  g_string_append_printf(string, ".%03d", (int)(thousandths % 1000));
  while (string->str[string->len - 1] == '0')
    g_string_truncate(string, string->len - 1);
}

static void append_words(GString *string, const char *const *words) {
  g_string_append(string, "one of ");
  for (size_t i = 0; words[i]; i++)
    g_string_append_printf(string, "%s%s", i ? ", " : "", words[i]);
}

char *lp_key_accepts(const LpKey *key) {
  GString *string = g_string_new(NULL);
  int32_t scale = 1;
  switch (key->type) {
  case LP_KEY_TEXT: g_string_append(string, "text"); break;
  case LP_KEY_LIST: g_string_append(string, "texts separated by ;"); break;
  case LP_KEY_FLAG: g_string_append(string, "true or false"); break;
  case LP_KEY_COLOUR: g_string_append(string, "a colour as #RRGGBB"); break;
  case LP_KEY_PAINT: g_string_append(string, "a colour as #RRGGBB or a key of [colours]"); break;
  case LP_KEY_WORD: append_words(string, key->words); break;
  case LP_KEY_LENGTH: scale = LP_EMU_PER_POINT; break;
  case LP_KEY_RATIO: scale = 1000; break;
  case LP_KEY_COUNT: break;
  }
  if (string->len == 0) {
    g_string_append(string, key->type == LP_KEY_LENGTH ? "points from " : "a number from ");
    append_number(string, key->least, scale);
    g_string_append(string, " to ");
    append_number(string, key->most, scale);
  }
  return g_string_free(string, FALSE);
}
