/* statement/items.h: lists that a page's end had cut. */
#ifndef LETTERPRESS_STATEMENT_ITEMS_H
#define LETTERPRESS_STATEMENT_ITEMS_H

#include "document/edit.h"

/* A joined paragraph of an ordered list's item may hold the items that follow, as text ("on it; 3. children
   travel"): they become items. */
void lp_items_part(LpDocument *document, LpNode *paragraph);

/* The list that stands behind the one that a block ends goes on with it, if its first number is the next or
   if both are marked alike: it becomes one with it. */
void lp_items_go_on(LpDocument *document, LpNode *block);

#endif
