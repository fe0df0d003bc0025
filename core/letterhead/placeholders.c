/* {name}, {date} and their like. */
#include "config.h"

#include "letterhead/placeholders.h"

#include <glib.h>
#include <string.h>

static const LpPlaceholder *placeholder_of(const char *name, size_t n, const LpPlaceholder *placeholders,
                                           size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strlen(placeholders[i].name) == n && memcmp(placeholders[i].name, name, n) == 0)
      return &placeholders[i];
  return NULL;
}

/* A writer fills in {page} and {pages} later: a word joiner (U+2060) keeps a title that holds such letters
 * whole. */
static void append_value(GString *filled, const LpPlaceholder *placeholder) {
  for (const char *at = placeholder->value; at && *at; at++) {
    g_string_append_c(filled, *at);
    if (*at == '{' && !placeholder->is_pattern)
      g_string_append(filled, "\u2060");
  }
}

static bool is_blank(const char *text) {
  for (; *text; text++)
    if (!strchr(" \t,;-/", *text))
      return false;
  return true;
}

char *lp_placeholders_fill(const char *pattern, const LpPlaceholder *placeholders, size_t count) {
  GString *filled = g_string_new(NULL);
  while (*pattern) {
    const char *close = *pattern == '{' ? strchr(pattern, '}') : NULL;
    const LpPlaceholder *placeholder =
        close ? placeholder_of(pattern + 1, (size_t)(close - pattern - 1), placeholders, count) : NULL;
    if (placeholder) {
      append_value(filled, placeholder);
      pattern = close + 1;
    } else {
      g_string_append_c(filled, *pattern++);
    }
  }
  bool blank = is_blank(filled->str);
  return g_string_free(filled, blank);
}
