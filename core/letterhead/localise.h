/* letterhead/localise.h: which words of a letterhead are those of a language. */
#ifndef LETTERPRESS_LETTERHEAD_LOCALISE_H
#define LETTERPRESS_LETTERHEAD_LOCALISE_H

#include "letterhead/definition.h"

/* Tags to look under, from the language's own to the widest ("zh-Hant-TW", "zh-TW", "zh-Hant", "zh"); the key
   without brackets comes after them. */
enum { LP_TAGS_MOST = 8, LP_TAG_SIZE = 36 };
typedef struct LpTags {
  char tag[LP_TAGS_MOST][LP_TAG_SIZE];
  size_t count;
} LpTags;

/* The walk from a BCP 47 language (RFC 4647, 3.4: subtags drop off at the end; Chinese of Taiwan, Hong Kong
   and Macao is looked for in traditional characters first). NULL: nothing but the key without brackets. */
void lp_tags_walk(LpTags *tags, const char *language);

/* The text of a key, own before built in; NULL if there is none. found: where not NULL gets the tag it was
   found under, "" for the key without brackets; owned by tags. */
const char *lp_definition_localised(const LpDefinition *definition, const char *group, const char *key,
                                    const LpTags *tags, const char **found);

/* As above, but a key without brackets counts only where the definition's own language is asked for: for
   words that must not come in another language. */
const char *lp_definition_in_language(const LpDefinition *definition, const char *group, const char *key,
                                      const LpTags *tags);

/* Name, tagline and short name in one language: the tagline stands at the tag where the name was found, or is
   left out. */
typedef struct LpNaming {
  const char *name, *short_name, *tagline;
  const char *language; /* they were found in; owned by tags or by the definition */
  bool tagline_before;
  bool unconfirmed;
} LpNaming;

LpNaming lp_definition_naming(const LpDefinition *definition, const LpTags *tags);

#endif
