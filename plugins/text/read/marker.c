/* Labels of list items. */
#include "config.h"

#include "read/marker.h"

#include <glib.h>
#include <string.h>

static size_t white_after(const char *text, size_t n, size_t at) {
  size_t i = at;
  while (i < n && (text[i] == ' ' || text[i] == '\t'))
    i++;
  if (i + 1 < n && memcmp(text + i, "\xC2\xA0", 2) == 0) /* a no-break space behind a label is Word's habit */
    i += 2;
  return i - at;
}

static bool finish(const char *text, size_t n, size_t bytes, Marker *marker) {
  size_t white = white_after(text, n, bytes);
  if (!white || bytes >= MARKER_BYTES || bytes + white >= n)
    return false; /* a label without text behind it is text */
  if (!*marker->label)
    memcpy(marker->label, text, bytes);
  marker->bytes = bytes;
  marker->length = bytes + white;
  return true;
}

static bool read_bullet(const char *text, size_t n, Marker *marker) {
  /* What a typist had at hand, and what is meant by it. */
  static const struct {
    const char *sign;
    const char *label;
  } bullets[] = {{"\u2022", NULL},     {"\u2013", NULL}, {"\u2014", NULL}, {"\u00B7", "\u2022"},
                 {"\u25AA", NULL},     {"\u2023", NULL}, {"\u25CF", NULL}, {"\u25E6", NULL},
                 {"\uF0B7", "\u2022"}, {"-", "\u2013"},  {"*", "\u2022"},  {"+", "\u2022"}};
  for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
    size_t length = strlen(bullets[i].sign);
    if (n <= length || memcmp(text, bullets[i].sign, length) != 0)
      continue;
    marker->style = LP_NUMBER_BULLET;
    if (bullets[i].label)
      g_strlcpy(marker->label, bullets[i].label, sizeof marker->label);
    return finish(text, n, length, marker);
  }
  return false;
}

static int roman_digit(char c) {
  switch (c) {
  case 'i': return 1;
  case 'v': return 5;
  case 'x': return 10;
  case 'l': return 50;
  case 'c': return 100;
  default: return 0;
  }
}

/* The value of a well-formed Roman number below 400; 0: it is none. */
static int roman_value(const char *text, size_t n) {
  int value = 0;
  for (size_t i = 0; i < n; i++) {
    int digit = roman_digit(g_ascii_tolower(text[i]));
    int next = i + 1 < n ? roman_digit(g_ascii_tolower(text[i + 1])) : 0;
    if (!digit)
      return 0;
    value += next > digit ? -digit : digit;
  }
  char check[32];
  if (value < 1)
    return 0;
  lp_number_format(value, LP_NUMBER_LOWER_ROMAN, check, sizeof check);
  return strlen(check) == n && g_ascii_strncasecmp(check, text, n) == 0 ? value : 0;
}

/* The number itself: 12, 1.2.3, iv, b. Returns its bytes; 0: there is none. */
static size_t read_number(const char *text, size_t n, Marker *marker) {
  size_t i = 0;
  marker->depth = 1;
  if (n > 0 && g_ascii_isdigit(text[0])) {
    int value = 0, digits = 0;
    for (; i < n; i++) {
      if (g_ascii_isdigit(text[i]) && ++digits <= 3) {
        value = value * 10 + (text[i] - '0');
      } else if (text[i] == '.' && i + 1 < n && g_ascii_isdigit(text[i + 1]) && marker->depth < 6) {
        marker->depth++;
        value = digits = 0;
      } else {
        break;
      }
    }
    marker->style = LP_NUMBER_DECIMAL;
    marker->value = value;
    return digits <= 3 && value > 0 ? i : 0;
  }
  while (i < n && i < 8 && g_ascii_isalpha(text[i]))
    i++;
  bool upper = i > 0 && g_ascii_isupper(text[0]);
  for (size_t j = 1; j < i; j++)
    if ((bool)g_ascii_isupper(text[j]) != upper)
      return 0;
  int letter =
      i == 1 || (i == 2 && text[0] == text[1]) ? g_ascii_tolower(text[0]) - 'a' + 1 + 26 * ((int)i - 1) : 0;
  int roman = i > 0 ? roman_value(text, i) : 0;
  if (!letter && !roman)
    return 0;
  marker->style = roman   ? upper ? LP_NUMBER_UPPER_ROMAN : LP_NUMBER_LOWER_ROMAN
                  : upper ? LP_NUMBER_UPPER_LETTER
                          : LP_NUMBER_LOWER_LETTER;
  marker->value = roman ? roman : letter;
  marker->other_value = roman ? letter : 0;
  return i;
}

bool read_marker(const char *text, size_t n, Marker *marker) {
  *marker = (Marker){.depth = 1};
  if (read_bullet(text, n, marker))
    return true;
  *marker = (Marker){.depth = 1};
  size_t at = 0;
  if (n > 0 && text[0] == '(') {
    marker->before = '(';
    at = 1;
  }
  size_t number = read_number(text + at, n - at, marker);
  at += number;
  if (!number || at >= n)
    return false;
  if (text[at] == ')' || (text[at] == '.' && !marker->before)) {
    marker->after = text[at++];
  } else if (marker->depth < 2 || marker->before) {
    return false; /* only 1.1 stands without a sign */
  }
  if (marker->before && marker->after != ')')
    return false;
  return finish(text, n, at, marker);
}

static void as_letter(Marker *marker) {
  if (!marker->other_value)
    return;
  marker->style = marker->style == LP_NUMBER_UPPER_ROMAN ? LP_NUMBER_UPPER_LETTER : LP_NUMBER_LOWER_LETTER;
  marker->value = marker->other_value;
  marker->other_value = 0;
}

bool marker_is_doubtful(const Marker *marker) {
  return marker->style != LP_NUMBER_DECIMAL && marker->style != LP_NUMBER_BULLET && marker->after == '.';
}

bool marker_follows(const Marker *before, const Marker *marker) {
  if (before->before != marker->before || before->after != marker->after || before->depth != marker->depth)
    return false;
  if (before->style == LP_NUMBER_BULLET || marker->style == LP_NUMBER_BULLET)
    return before->style == marker->style && strcmp(before->label, marker->label) == 0;
  Marker letter = *marker;
  as_letter(&letter);
  if (before->style == letter.style && letter.value == before->value + 1)
    return true;
  if (marker->depth > 1) /* 1.2 after 1.1, and 2.1 after 1.4 */
    return before->style == marker->style;
  return before->style == marker->style && marker->value == before->value + 1;
}

void marker_settle(const Marker *before, Marker *marker) {
  if (!marker->other_value)
    return;
  Marker letter = *marker;
  as_letter(&letter);
  bool letter_follows = before && before->style == letter.style && letter.value == before->value + 1;
  /* Alone, (i) begins Roman numbers, (c) or (v) a list of letters that goes on. */
  if (letter_follows || (!before && marker->value != 1))
    *marker = letter;
}
