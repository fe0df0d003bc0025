/* Where a line may end (UAX 14), and where it must. */
#ifndef PDF_PARAGRAPH_BREAKS_H
#define PDF_PARAGRAPH_BREAKS_H

#include "paragraph/setting.h"

/* Fills the setting's marks, but for hyphens of dictionaries and emergencies. Khmer, Lao and Burmese, which
 * have no spaces between words, are cut by ICU's dictionaries, opened at the first need; without ICU their
 * words stay whole. */
void find_breaks(Setting *setting);

/* Opens ICU for later use: to be called before a fence forbids it. False when it is not installed. */
bool open_word_dictionaries(void);

#endif
