/* letterhead/resolve.h: from a letterhead's definition to its values for one document; for the program. */
#ifndef LETTERPRESS_LETTERHEAD_RESOLVE_H
#define LETTERPRESS_LETTERHEAD_RESOLVE_H

#include <letterpress/account.h>
#include <letterpress/document.h>
#include <letterpress/letterhead.h>

/* A definition: a keyfile read and checked, in no language yet. */
typedef struct LpDefinition LpDefinition;

/* Bytes of a file that a definition names, beside its own; from malloc; NULL if there is none. */
typedef uint8_t *(*LpBesideReader)(void *state, const char *name, size_t *n);

/* Reads a keyfile of n bytes. name: for places. Errors (file:line, key) are reported, NULL then; warnings
 * leave it usable. */
LpDefinition *lp_definition_read(const char *name, const char *text, size_t n, LpBesideReader beside,
                                 void *state, LpAccount *account);

/* The built-in definition. */
LpDefinition *lp_definition_built_in(LpAccount *account);

void lp_definition_free(LpDefinition *definition);

const char *lp_definition_id(const LpDefinition *definition);

/* The keyfile's text of the built-in letterhead, and of its emblem. */
const char *lp_built_in_keyfile(size_t *n);
const char *lp_built_in_emblem(size_t *n);

/* What recognition in drafts needs: all names and taglines, in every language, with other wordings of
   [recognise]; NULL past the last. language: where not NULL gets the tag, "" for other wordings. */
const char *lp_definition_known_name(const LpDefinition *definition, size_t index, const char **language);
const char *lp_definition_known_tagline(const LpDefinition *definition, size_t index, const char **language);
int32_t lp_definition_similarity(const LpDefinition *definition); /* thousandths */
bool lp_definition_keeps_header_text(const LpDefinition *definition);

/* Of the document that the values are for. Strings are copied into the document; NULL where absent. */
typedef struct LpOccasion {
  const char *language; /* BCP 47; NULL: the letterhead's own */
  const char *paper;    /* "A4"; NULL: the first page group */
  const char *title, *meeting, *date, *place, *classification, *embargo;
  const char *mark; /* a mark on every page */
} LpOccasion;

/* The values for one document; they live as long as it. Reported: an unconfirmed translation (info). */
const LpLetterhead *lp_letterhead_resolve(const LpDefinition *definition, LpDocument *document,
                                          const LpOccasion *occasion);

/* The computed style of a role for text in another language than the document's: its script's leading and
   alignment, its direction. */
const LpStyle *lp_letterhead_style_in(const LpLetterhead *letterhead, LpRole role, const char *language);

/* ISO 15924 of a language's usual script ("th": "Thai", "zh-TW": "Hant"), and whether it is written right to
 * left. */
const char *lp_language_script(const char *language);
bool lp_language_is_rtl(const char *language);

/* A date for people: an ISO 8601 date in the letterhead's month names for the language, anything else as it
   is. The result is owned by the document. */
const char *lp_letterhead_date(const LpDefinition *definition, LpDocument *document, const char *language,
                               const char *date);

#endif
