/* statement/match.h: whether a line is the letterhead's name or tagline, in any of its languages. */
#ifndef LETTERPRESS_STATEMENT_MATCH_H
#define LETTERPRESS_STATEMENT_MATCH_H

#include "letterhead/resolve.h"

typedef struct LpMatcher LpMatcher;

typedef enum LpMatchKind {
  LP_MATCH_NONE = 0,
  LP_MATCH_NAME = 1,
  LP_MATCH_TAGLINE = 2,
  LP_MATCH_BOTH = 3 /* the name and a tagline beside it, in one line */
} LpMatchKind;

typedef struct LpMatch {
  LpMatchKind kind;
  int similarity;       /* thousandths */
  const char *language; /* of the wording; "" if it does not tell */
} LpMatch;

/* No line that is longer in bytes can match. */
enum { LP_MATCH_BYTES_MOST = 600 };

LpMatcher *lp_matcher_new(const LpDefinition *definition);
void lp_matcher_free(LpMatcher *matcher);

/* What a whole line is. Names must be alike by the letterhead's similarity, taglines by .75. */
LpMatch lp_matcher_line(const LpMatcher *matcher, const char *text);

#endif
