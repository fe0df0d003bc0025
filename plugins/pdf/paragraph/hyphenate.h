/* Which words may be cut, and where. */
#ifndef PDF_PARAGRAPH_HYPHENATE_H
#define PDF_PARAGRAPH_HYPHENATE_H

#include "paragraph/setting.h"

/* Patterns by language and a cache of words; loads nothing yet. */
Hyphenator *hyphenator_new(void);
void hyphenator_free(Hyphenator *hyphenator);

/* Marks the hyphens that the paragraph's words allow: those of the group's languages with patterns, of five
 * letters and more, but no acronyms (all capitals only in a run of such words), no names of states, no
 * addresses, nothing with digits, no span that forbids it. With `only_wider_than_emu` > 0 just the words that
 * wide, whatever shape and group say: the last resort before a word is broken anywhere. */
void hyphenate(Setting *setting, int64_t only_wider_than_emu);

#endif
