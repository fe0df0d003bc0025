/* Undoing hard wrapping. */
#include "config.h"

#include "read/wrap.h"

#include <stdlib.h>

static bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

/* Columns of [from, to) from a column on; every character is one, marks none, wide ones two. */
static size_t columns(const Draft *draft, size_t from, size_t to, size_t column) {
  const char *text = draft->text->str;
  size_t start = column;
  for (size_t i = from; i < to; i += (size_t)g_utf8_skip[(unsigned char)text[i]]) {
    if (text[i] == '\t') {
      column = (column / 8 + 1) * 8;
    } else if ((unsigned char)text[i] < 0x80) {
      column++;
    } else {
      gunichar c = g_utf8_get_char(text + i);
      column += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
  }
  return column - start;
}

Line line_at(const Draft *draft, size_t line) {
  const char *text = draft->text->str;
  size_t start = draft_line_start(draft, line);
  Line result = {.from = start, .to = draft_line_end(draft, line)};
  while (result.from < result.to && is_white(text[result.from]))
    result.from++;
  while (result.to > result.from && is_white(text[result.to - 1]))
    result.to--;
  result.indent = columns(draft, start, result.from, 0);
  result.width = columns(draft, result.from, result.to, result.indent);
  return result;
}

static int descending(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return x < y ? 1 : x > y ? -1 : 0;
}

size_t wrap_measure(const Draft *draft) {
  enum { NARROWEST = 40 }; /* verse and addresses are no measure */
  GArray *widths = g_array_new(FALSE, FALSE, sizeof(size_t));
  for (size_t line = 0; line + 1 < draft_line_count(draft); line++) {
    if (draft_line_is_blank(draft, line) || draft_line_is_blank(draft, line + 1))
      continue;
    Line here = line_at(draft, line);
    size_t width = here.indent + here.width;
    if (width >= NARROWEST)
      g_array_append_val(widths, width);
  }
  size_t measure = 0;
  if (widths->len > 0) {
    size_t *sorted = (size_t *)(void *)widths->data;
    qsort(sorted, widths->len, sizeof *sorted, descending);
    /* A few overlong lines (an address of the web) are no measure either. */
    size_t at = widths->len / 20;
    if (at == 0 && widths->len > 1 && sorted[0] > sorted[1] + sorted[1] / 4)
      at = 1;
    measure = sorted[at];
  }
  g_array_free(widths, TRUE);
  return measure;
}

bool is_wrapped(const Draft *draft, const Line *line, const Line *next) {
  if (!draft->measure)
    return false;
  size_t word_end = next->from;
  while (word_end < next->to && !is_white(draft->text->str[word_end]))
    word_end++;
  size_t word = columns(draft, next->from, word_end, 0);
  /* Tools that even out lines leave them up to an eighth short. */
  return line->indent + line->width + 1 + word > draft->measure - draft->measure / 8;
}

/* Scripts that part words by no space: Han, kana, Thai, Lao, Khmer, Burmese. */
static bool writes_no_spaces(gunichar c) {
  switch (g_unichar_get_script(c)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR: return true;
  default: return (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF61); /* their punctuation */
  }
}

bool joins_with_space(const Draft *draft, size_t end, size_t begin) {
  const char *text = draft->text->str;
  if (end == 0 || begin >= draft->text->len)
    return true;
  const char *last = g_utf8_prev_char(text + end);
  gunichar before = g_utf8_get_char(last), after = g_utf8_get_char(text + begin);
  if (before == '-' && last > text && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(last))) &&
      g_unichar_islower(after))
    return false;
  return !(writes_no_spaces(before) && writes_no_spaces(after));
}

void wrap_text(Draft *draft, size_t from, size_t to) {
  const char *text = draft->text->str;
  for (size_t i = from; i < to;) {
    size_t end = i;
    while (end < to && !is_white(text[end]))
      end++;
    if (end > i)
      draft_text(draft, i, end);
    bool tab = false;
    for (i = end; i < to && is_white(text[i]); i++)
      tab = tab || text[i] == '\t';
    if (tab)
      lp_builder_leaf(draft->builder, LP_KIND_TAB, NULL);
    else if (i > end)
      lp_builder_text(draft->builder, " ", 1, NULL);
  }
}
