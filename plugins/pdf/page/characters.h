#ifndef LP_PDF_PAGE_CHARACTERS_H
#define LP_PDF_PAGE_CHARACTERS_H

/* Characters that PDF/A does not take as they are. */

#include <glib.h>
#include <stdbool.h>

/* The first of n bytes of UTF-8 that may not be said of a glyph (ISO 19005-2, 6.2.11.7), or NULL: a byte
 * order mark, a noncharacter, or a character of private use, of which only one font knows what it is. */
const char *unsayable(const char *text, size_t n);

bool is_private_use(gunichar character);

/* The text with what may be said in the place of what may not, character for character: a byte order mark
 * within a text is a word joiner, all else U+FFFD. To be freed; NULL: all of it may be said. */
char *sayable(const char *text, size_t n);

#endif
