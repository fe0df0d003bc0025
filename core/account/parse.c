/* Lengths and integers as text: no locale, no overflow. */
#include "config.h"

#include <letterpress/types.h>

#include <glib.h>
#include <string.h>

/* Reads digits with an optional fraction into thousandths of thousandths: exact for what documents hold.
   Returns the rest, NULL if there is no number or it is beyond 10^9. */
static const char *read_decimal(const char *text, int64_t *millionths) {
  int64_t value = 0;
  int digits = 0;
  for (; g_ascii_isdigit(*text); text++, digits++) {
    value = value * 10 + (*text - '0');
    if (value > 1000000000)
      return NULL;
  }
  value *= 1000000;
  if (*text == '.') {
    text++;
    for (int64_t unit = 100000; g_ascii_isdigit(*text); text++, digits++, unit /= 10)
      value += unit * (*text - '0');
  }
  *millionths = value;
  return digits ? text : NULL;
}

static int64_t unit_in_emu(const char *unit) {
  static const struct {
    const char name[3];
    int32_t emu;
  } units[] = {
      {"pt", LP_EMU_PER_POINT},      {"cm", LP_EMU_PER_CENTIMETRE},     {"mm", LP_EMU_PER_CENTIMETRE / 10},
      {"in", LP_EMU_PER_INCH},       {"pc", 12 * LP_EMU_PER_POINT},     {"px", LP_EMU_PER_INCH / 96},
      {"pi", 12 * LP_EMU_PER_POINT}, {"Q", LP_EMU_PER_CENTIMETRE / 40}, {"", LP_EMU_PER_POINT}};
  for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
    if (strcmp(unit, units[i].name) == 0)
      return units[i].emu;
  return 0;
}

bool lp_length_parse(const char *text, int32_t *emu) {
  while (g_ascii_isspace(*text))
    text++;
  bool negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  int64_t millionths;
  const char *rest = read_decimal(text, &millionths);
  if (!rest)
    return false;
  while (g_ascii_isspace(*rest))
    rest++;
  char unit[4] = "";
  size_t n = strlen(rest);
  while (n > 0 && g_ascii_isspace(rest[n - 1]))
    n--;
  if (n >= sizeof unit)
    return false;
  memcpy(unit, rest, n);
  int64_t per_unit = unit_in_emu(unit);
  int64_t product;
  if (!per_unit || __builtin_mul_overflow(millionths, per_unit, &product))
    return false;
  product = (product + 500000) / 1000000;
  if (product > INT32_MAX)
    return false;
  *emu = (int32_t)(negative ? -product : product);
  return true;
}

bool lp_integer_parse(const char *text, int64_t least, int64_t most, int64_t *value) {
  while (g_ascii_isspace(*text))
    text++;
  bool negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  if (!g_ascii_isdigit(*text))
    return false;
  int64_t result = 0;
  for (; g_ascii_isdigit(*text); text++)
    if (__builtin_mul_overflow(result, 10, &result) || __builtin_add_overflow(result, *text - '0', &result))
      return false;
  while (g_ascii_isspace(*text))
    text++;
  if (negative)
    result = -result;
  if (*text || result < least || result > most)
    return false;
  *value = result;
  return true;
}
