/* statement/script.h: in which script a text is written. */
#ifndef LETTERPRESS_STATEMENT_SCRIPT_H
#define LETTERPRESS_STATEMENT_SCRIPT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The next character of valid UTF-8. */
static inline const char *lp_next_character(const char *at) {
  return at + g_utf8_skip[(unsigned char)*at];
}

/* Counts of letters by GUnicodeScript. */
typedef struct LpScriptCount {
  uint32_t letters[256];
  uint32_t all;
} LpScriptCount;

/* Adds the letters of n bytes of UTF-8. */
void lp_script_count(LpScriptCount *count, const char *text, size_t n);

/* The script with the most letters: ISO 15924 ("Latn"), NULL if there are none. */
const char *lp_script_most(const LpScriptCount *count);

/* Whether a language is written in that script, as far as one knows: Han characters are Chinese and Japanese.
 */
bool lp_script_fits(const char *script, const char *language);

/* The language that a script is known by in the region, or most often used for; NULL for Latin letters. */
const char *lp_script_language(const char *script);

/* Whether words of a text that ends or begins with this character are written without spaces between them. */
bool lp_script_is_unspaced(gunichar c);

#endif
