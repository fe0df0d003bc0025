/* Names of states, which are never hyphenated. */
#ifndef PDF_PARAGRAPH_STATES_H
#define PDF_PARAGRAPH_STATES_H

#include <stdbool.h>

/* Whether a lower-case word is a word of a state's name in English, or of one that is written alike
 * elsewhere. */
bool is_name_of_state(const char *word);

#endif
