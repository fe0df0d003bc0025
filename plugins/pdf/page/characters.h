#ifndef LP_PDF_PAGE_CHARACTERS_H
#define LP_PDF_PAGE_CHARACTERS_H

/* Characters that PDF/A does not take as they are. */

#include <stddef.h>

/* The first character of private use in n bytes of UTF-8, or NULL: no standard says what it is (ISO 19005-2,
 * 6.2.11.7.3). */
const char *private_use(const char *text, size_t n);

/* The text with what may be said of a glyph in the place of what may not, character for character: a byte
 * order mark within a text is a word joiner, a noncharacter is U+FFFD. To be freed; NULL: all of it may be
 * said. */
char *sayable(const char *text, size_t n);

#endif
