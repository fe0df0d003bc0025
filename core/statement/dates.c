/* A line is a date if it holds a year and a day, and apart from the month's name, signs and small words
   nothing but a place before a comma. */
#include "config.h"

#include "statement/dates.h"

#include "letterhead/date.h"
#include "statement/script.h"

#include <glib.h>
#include <string.h>

enum { LINE_BYTES_MOST = 200, PLACE_WORDS_MOST = 5, OTHER_SCRIPT_MOST = 32 };

typedef struct Reading {
  int years, days, months, other_words;
  bool is_latin; /* months of the Latin script are known by name; others may be any word */
} Reading;

/* Words that stand in dates: of, the, to, and; year, month, day. */
static const char small_words[] = " of the to and on de du le del dan dari sampai hingga s d et y e al au "
                                  "até a tháng năm ngày ng ika th st nd rd er "
                                  "tanggal tarikh pada kepada dates date ";

static bool is_month(const LpDefinition *definition, const char *word) {
  const char *months;
  size_t n = strlen(word);
  for (size_t i = 0; (months = lp_definition_months(definition, i)); i++) {
    char *folded = g_utf8_strdown(months, -1);
    const char *at = n > 1 ? strstr(folded, word) : NULL;
    bool found = at && (at == folded || at[-1] == ';') && (at[n] == ';' || at[n] == '\0');
    /* "Sept", "Nov": the first letters of a name */
    bool is_short = at && (at == folded || at[-1] == ';') && n >= 3 && n <= 4 && g_str_is_ascii(word);
    g_free(folded);
    if (found || is_short)
      return true;
  }
  return false;
}

static void read_number(Reading *reading, const char *from, const char *to) {
  int64_t value = 0;
  long digits = 0;
  for (const char *at = from; at < to; at = lp_next_character(at), digits++)
    value = MIN(value * 10 + g_unichar_digit_value(g_utf8_get_char(at)), 1000000);
  if (digits == 4 && value >= 1300 && value <= 2700)
    reading->years++;
  else if (digits <= 2 && value >= 1 && value <= 31)
    reading->days++;
  else
    reading->other_words++;
}

static void read_word(Reading *reading, const LpDefinition *definition, const char *from, const char *to) {
  char *word = g_utf8_strdown(from, to - from);
  char *spaced = g_strconcat(" ", word, " ", NULL);
  if (is_month(definition, word))
    reading->months++;
  else if (!strstr(small_words, spaced))
    reading->other_words++;
  g_free(word);
  g_free(spaced);
}

static bool is_of_word(gunichar c) {
  return g_unichar_isalpha(c) || g_unichar_ismark(c) || c == 0x200C || c == 0x200D;
}

static Reading read_line(const LpDefinition *definition, const char *line) {
  Reading reading = {.is_latin = true};
  while (*line) {
    const char *from = line;
    gunichar c = g_utf8_get_char(line);
    if (g_unichar_isdigit(c)) {
      while (g_unichar_isdigit(g_utf8_get_char(line)))
        line = lp_next_character(line);
      read_number(&reading, from, line);
    } else if (is_of_word(c)) {
      reading.is_latin &= g_unichar_get_script(c) == G_UNICODE_SCRIPT_LATIN;
      while (is_of_word(g_utf8_get_char(line)))
        line = lp_next_character(line);
      read_word(&reading, definition, from, line);
    } else {
      line = lp_next_character(line);
    }
  }
  return reading;
}

/* Two days are a range ("10-11 November 2020"); more numbers are something else. */
static bool is_date(const LpDefinition *definition, const char *line) {
  Reading reading = read_line(definition, line);
  if (reading.years < 1 || reading.years > 2 || reading.days > 3)
    return false;
  if (reading.is_latin)
    return reading.other_words == 0 && (reading.months > 0 || reading.days >= 2);
  bool is_short = g_utf8_strlen(line, -1) <= OTHER_SCRIPT_MOST;
  return is_short && reading.days > 0 && reading.other_words <= (reading.months > 0 ? 3 : 5);
}

/* Most lines have no year, and are spared the names of months. */
static bool has_year(const char *line) {
  for (int digits = 0; *line; line = lp_next_character(line)) {
    digits = g_unichar_isdigit(g_utf8_get_char(line)) ? digits + 1 : 0;
    if (digits == 4)
      return true;
  }
  return false;
}

static bool is_place(const char *text, size_t n) {
  size_t words = 1;
  for (const char *at = text; at < text + n; at = lp_next_character(at)) {
    gunichar c = g_utf8_get_char(at);
    if (g_unichar_isdigit(c))
      return false;
    words += c == ' ';
  }
  return n > 0 && words <= PLACE_WORDS_MOST;
}

bool lp_line_is_date(const LpDefinition *definition, const char *line, size_t *place_bytes,
                     const char **date) {
  *place_bytes = 0;
  *date = line;
  if (strlen(line) > LINE_BYTES_MOST || g_str_has_suffix(line, ".") || !has_year(line))
    return false;
  if (is_date(definition, line))
    return true;
  const char *comma = strpbrk(line, ",(");
  while (comma) {
    size_t n = (size_t)(comma - line);
    if (is_date(definition, comma + 1) && is_place(line, n)) {
      *place_bytes = n;
      *date = comma + 1 + strspn(comma + 1, " ");
      return true;
    }
    comma = strpbrk(comma + 1, ",(");
  }
  return false;
}
