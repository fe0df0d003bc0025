/* The places where a line can end, with the sums that tell a line's width from two of them. */
#ifndef PDF_PARAGRAPH_CANDIDATES_H
#define PDF_PARAGRAPH_CANDIDATES_H

#include "paragraph/setting.h"

/* Finds how elastic each gap and each letter is (Setting.gives and tracks) and, where text stands before a
 * tab, that its gaps are not.
 */
void find_gives(Setting *setting);

/* Lists the candidates of characters `start` to `end`; the last one is `end` itself. Taken from the setting's
 * store. */
Candidate *list_candidates(Setting *setting, uint32_t start, uint32_t end, uint32_t *count);

/* Where parts that cannot be broken are wider than `measure_emu`: hyphens, then breaks between clusters. */
void break_wide_parts(Setting *setting, int64_t measure_emu);

/* How far the character before `end` may hang out of the line's end, and the one at `start` out of its start.
 */
int32_t hang_end_emu(const Setting *setting, uint32_t end, bool added_hyphen);
int32_t hang_start_emu(const Setting *setting, uint32_t start);

/* The item of a character. */
const Item *item_of(const Setting *setting, uint32_t character);

#endif
