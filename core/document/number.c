/* Numbers as labels: ECMA-376-1, 17.18.59; ODF 1.3, 19.500. */
#include "config.h"

#include <letterpress/number.h>

#include <glib.h>
#include <string.h>

static void decimal(GString *out, int64_t value) {
  g_string_append_printf(out, "%" G_GINT64_FORMAT, (gint64)value);
}

static void roman(GString *out, int64_t value, bool upper) {
  static const struct {
    int value;
    const char *lower, *upper;
  } steps[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
               {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
               {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};
  if (value < 1 || value > 3999) {
    decimal(out, value);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
    for (; value >= steps[i].value; value -= steps[i].value)
      g_string_append(out, upper ? steps[i].upper : steps[i].lower);
}

/* a ... z, then aa, bb: the letter repeated. Beyond a screenful of letters the number is clearer. */
static void letter(GString *out, int64_t value, char first) {
  if (value < 1 || value > 26 * 10) {
    decimal(out, value);
    return;
  }
  for (int64_t i = 0; i <= (value - 1) / 26; i++)
    g_string_append_c(out, (char)(first + (value - 1) % 26));
}

static void alphabetic(GString *out, int64_t value, char first) {
  if (value < 1) {
    decimal(out, value);
    return;
  }
  size_t start = out->len;
  for (; value > 0; value = (value - 1) / 26)
    g_string_insert_c(out, (gssize)start, (char)(first + (value - 1) % 26));
}

/* Decimal in another script's digits; zero is its 0. */
static void digits(GString *out, int64_t value, gunichar zero) {
  char text[32];
  g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, (gint64)value);
  for (const char *p = text; *p; p++) {
    if (*p == '-')
      g_string_append_c(out, '-');
    else
      g_string_append_unichar(out, zero + (gunichar)(*p - '0'));
  }
}

static void ordinal(GString *out, int64_t value) {
  decimal(out, value);
  int64_t tens = value % 100, ones = value % 10;
  bool teen = tens >= 11 && tens <= 13;
  g_string_append(out, teen ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

/* Chinese counting to 9999 (ECMA-376: chineseCounting gives ten and its multiples a sign of their own). */
static void cjk(GString *out, int64_t value) {
  static const char *const signs[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static const struct {
    int value;
    const char *sign;
  } places[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
  if (value < 1 || value > 9999) {
    decimal(out, value);
    return;
  }
  bool started = false, zero = false;
  for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
    int digit = (int)(value / places[i].value % 10);
    if (!digit) {
      zero = started;
      continue;
    }
    if (zero)
      g_string_append(out, signs[0]);
    if (!(digit == 1 && places[i].value == 10 && !started)) /* 10 to 19 begin with the sign for ten */
      g_string_append(out, signs[digit]);
    g_string_append(out, places[i].sign);
    started = true;
    zero = false;
  }
}

static void format(GString *out, int64_t value, LpNumberStyle style) {
  switch (style) {
  case LP_NUMBER_LOWER_ROMAN: roman(out, value, false); break;
  case LP_NUMBER_UPPER_ROMAN: roman(out, value, true); break;
  case LP_NUMBER_LOWER_LETTER: letter(out, value, 'a'); break;
  case LP_NUMBER_UPPER_LETTER: letter(out, value, 'A'); break;
  case LP_NUMBER_LETTER_ALPHABETIC: alphabetic(out, value, 'a'); break;
  case LP_NUMBER_BULLET:
  case LP_NUMBER_NONE: break;
  case LP_NUMBER_ORDINAL: ordinal(out, value); break;
  case LP_NUMBER_DECIMAL_ZERO:
    if (value >= 0 && value < 10)
      g_string_append_c(out, '0');
    decimal(out, value);
    break;
  case LP_NUMBER_ARABIC_INDIC: digits(out, value, 0x660); break;
  case LP_NUMBER_PERSIAN: digits(out, value, 0x6F0); break;
  case LP_NUMBER_DEVANAGARI: digits(out, value, 0x966); break;
  case LP_NUMBER_BENGALI: digits(out, value, 0x9E6); break;
  case LP_NUMBER_THAI: digits(out, value, 0xE50); break;
  case LP_NUMBER_LAO: digits(out, value, 0xED0); break;
  case LP_NUMBER_KHMER: digits(out, value, 0x17E0); break;
  case LP_NUMBER_MYANMAR: digits(out, value, 0x1040); break;
  case LP_NUMBER_CJK: cjk(out, value); break;
  case LP_NUMBER_DECIMAL:
  default: decimal(out, value); break;
  }
}

size_t lp_number_format(int64_t value, LpNumberStyle style, char *buffer, size_t n) {
  GString *out = g_string_new(NULL);
  format(out, value, style);
  size_t needed = out->len;
  if (n > 0) {
    size_t copied = MIN(needed, n - 1);
    memcpy(buffer, out->str, copied);
    buffer[copied] = 0;
  }
  g_string_free(out, TRUE);
  return needed;
}
