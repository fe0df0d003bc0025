/* Hyphenation patterns (Liang's, in the files of libhyphen): a table that loads in a tenth of the library's
 * time. */
#ifndef PDF_PARAGRAPH_PATTERNS_H
#define PDF_PARAGRAPH_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Patterns Patterns;

enum { PATTERNS_LONGEST_WORD = 64 }; /* letters; longer words are left whole */

/* Reads a hyph_*.dic file: its encoding, least lengths and patterns of the last level. Points whose patterns
 * change the spelling are left out. NULL when the file is missing or in an unknown encoding. Free with
 * patterns_free. */
Patterns *patterns_load(const char *file);
void patterns_free(Patterns *patterns);

/* The points of a lower-case word in UTF-8: bit n is set when a hyphen may stand before letter n, at least 2
 * letters from the start and 2 (or what the file says) from the end. `letters` is their count. */
uint64_t patterns_points(const Patterns *patterns, const char *word, size_t length, size_t letters);

#endif
