/* letterhead/date.h: names of months, for reading dates in drafts and for printing ISO dates. */
#ifndef LETTERPRESS_LETTERHEAD_DATE_H
#define LETTERPRESS_LETTERHEAD_DATE_H

#include "letterhead/resolve.h"

/* The months' names in one language after the other, those of the definition before those built in: a list
   separated by ; or NULL past the last. */
const char *lp_definition_months(const LpDefinition *definition, size_t index);

/* The sentence that names an embargo ("Embargoed until 12 February 2025, 09:00 UTC+8"): embargo as draft or
   user wrote it, an ISO date or date and time made readable. Owned by the document. */
const char *lp_letterhead_embargo(const LpDefinition *definition, LpDocument *document, const char *language,
                                  const char *embargo);

/* The mark of a draft in that language. */
const char *lp_letterhead_draft_mark(const LpDefinition *definition, const char *language);

#endif
