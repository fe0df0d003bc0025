/* statement/words.h: words that tell how a sentence goes on, by language. Data; no rule stands here. */
#ifndef LETTERPRESS_STATEMENT_WORDS_H
#define LETTERPRESS_STATEMENT_WORDS_H

#include <stdbool.h>

/* Whether a word (in lower case) ends no sentence in that language: articles, prepositions, conjunctions. */
bool lp_word_ends_no_sentence(const char *language, const char *word);

/* Whether a word stands before, or behind, a hyphen that is part of the spelling ("co-chair", "long-term").
 */
bool lp_word_is_hyphen_prefix(const char *language, const char *word);
bool lp_word_is_hyphen_suffix(const char *language, const char *word);

/* Whether words of the language are doubled with a hyphen ("anak-anak"). */
bool lp_language_doubles_words(const char *language);

/* Whether a word (in lower case) opens an annex in any language. */
bool lp_word_opens_annex(const char *word);

/* Whether a word (in lower case) names a table in any language: "table", "tabel". */
bool lp_word_names_table(const char *word);

/* Whether a line (folded: see fold.h) heads a table of contents in any language. */
bool lp_words_head_contents(const char *line);

/* Whether a line (in lower case, without brackets) says that a text was signed, in any language. */
bool lp_words_say_signed(const char *line);

#endif
