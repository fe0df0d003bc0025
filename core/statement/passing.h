/* statement/passing.h: what the passes share, and the passes themselves, one a file. */
#ifndef LETTERPRESS_STATEMENT_PASSING_H
#define LETTERPRESS_STATEMENT_PASSING_H

#include "statement/passes.h"

typedef struct LpPassing {
  LpDocument *document;
  LpAccount *account;
  const LpDefinition *definition;
  const LpPassSettings *settings;
  const char *found_language; /* of the letterhead that stood in the draft; NULL: none, or it does not tell */
  const char *language;       /* of the document, once the pass "language" has run */
  const LpLetterhead *letterhead; /* once the pass "resolve" has run */
} LpPassing;

/* What each does, and why it stands where it does: see passes.c. */
void lp_pass_leaks(LpPassing *passing);
void lp_pass_review(LpPassing *passing);
void lp_pass_page_parts(LpPassing *passing);
void lp_pass_recognise(LpPassing *passing);
void lp_pass_language(LpPassing *passing);
void lp_pass_rejoin(LpPassing *passing);
void lp_pass_blanks(LpPassing *passing);
void lp_pass_title(LpPassing *passing);
void lp_pass_captions(LpPassing *passing);
void lp_pass_signatures(LpPassing *passing);
void lp_pass_numbering(LpPassing *passing);
void lp_pass_references(LpPassing *passing);
void lp_pass_house_style(LpPassing *passing);

#endif
