#include "config.h"

#include "page/characters.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static bool is_private(gunichar character) {
  return (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
}

const char *private_use(const char *text, size_t n) {
  const char *end = text + n;
  for (const char *p = text; p < end; p++) {
    const guchar byte = (guchar)*p;
    if ((byte == 0xEE || byte == 0xEF || byte >= 0xF3) && is_private(g_utf8_get_char(p)))
      return p;
  }
  return NULL;
}

/* The first byte order mark or noncharacter, or NULL: none of them may be said of a glyph (ISO 19005-2,
 * 6.2.11.7.2). */
static const char *unsayable(const char *text, size_t n) {
  const char *end = text + n;
  for (const char *p = text; (p = memchr(p, 0xEF, (size_t)(end - p))) != NULL; p++) {
    const gunichar character = g_utf8_get_char(p);
    if (character == 0xFEFF || character >= 0xFFFE)
      return p;
  }
  return NULL;
}

char *sayable(const char *text, size_t n) {
  if (unsayable(text, n) == NULL)
    return NULL;
  GString *said = g_string_sized_new(n + 16);
  for (const char *found; (found = unsayable(text, n)) != NULL;) {
    g_string_append_len(said, text, found - text);
    g_string_append(said, g_utf8_get_char(found) == 0xFEFF ? "\xE2\x81\xA0" : "\xEF\xBF\xBD");
    n -= (size_t)(found - text) + 3;
    text = found + 3;
  }
  g_string_append_len(said, text, (gssize)n);
  return g_string_free(said, FALSE);
}
