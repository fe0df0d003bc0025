/* statement/fold.h: text made comparable: what does not tell wordings apart is taken away. */
#ifndef LETTERPRESS_STATEMENT_FOLD_H
#define LETTERPRESS_STATEMENT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* Compatibility forms made one (NFKC), case, punctuation, Markdown's signs, "the", Arabic vowel signs and
   tatweel, joiners and zero-width spaces taken away, each digit to 0, white space to one space between words.
   To be freed. */
char *lp_fold(const char *text);

/* How alike two folded texts are, in thousandths: 1000 less the share of characters to change. least: below
   it the answer may be any number below it (and comes sooner). */
int lp_similarity(const char *one, const char *other, int least);

/* Whether texts of n and m characters can be alike by at least so much: asked first, it spares most
 * comparisons. */
bool lp_may_be_alike(long n, long m, int least);

#endif
