#include "config.h"

#include "page/characters.h"

bool is_private_use(gunichar character) {
  return (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
}

const char *unsayable(const char *text, size_t n) {
  const char *end = text + n;
  for (const char *p = text; p < end; p++) {
    if ((guchar)*p < 0xEE) /* and bytes within a character: nothing from U+E000 on begins so */
      continue;
    const gunichar character = g_utf8_get_char(p);
    if (character == 0xFEFF || (character & 0xFFFE) == 0xFFFE || is_private_use(character))
      return p;
  }
  return NULL;
}

char *sayable(const char *text, size_t n) {
  const char *found = unsayable(text, n);
  if (found == NULL)
    return NULL;
  GString *said = g_string_sized_new(n + 16);
  for (; found != NULL; found = unsayable(text, n)) {
    const size_t size = (size_t)g_utf8_skip[(guchar)*found];
    g_string_append_len(said, text, found - text);
    g_string_append(said, g_utf8_get_char(found) == 0xFEFF ? "\xE2\x81\xA0" : "\xEF\xBF\xBD");
    n -= (size_t)(found - text) + size;
    text = found + size;
  }
  g_string_append_len(said, text, (gssize)n);
  return g_string_free(said, FALSE);
}
