/* statement/front.h: the lines of a draft before its first running text, and what each of them is. */
#ifndef LETTERPRESS_STATEMENT_FRONT_H
#define LETTERPRESS_STATEMENT_FRONT_H

#include "statement/passing.h"

enum { LP_FRONT_MOST = 12 };

typedef struct LpFront {
  LpNode *line[LP_FRONT_MOST];
  char *text[LP_FRONT_MOST];
  size_t count;
  size_t title, date; /* indices; count: none */
  size_t meeting_from, meeting_to;
} LpFront;

/* Finds the lines at the start of root; a paragraph of several lines of which one is a date is parted. To be
   cleared. */
void lp_front_find(LpPassing *passing, const LpNode *root, LpFront *front);
void lp_front_clear(LpFront *front);

/* Whether the draft's own style makes a block a title, a subtitle or a date. */
bool lp_block_has_title_role(const LpNode *block);

#endif
