/* statement/house_place.h: where a paragraph stands, as far as its style depends on it. */
#ifndef LETTERPRESS_STATEMENT_HOUSE_PLACE_H
#define LETTERPRESS_STATEMENT_HOUSE_PLACE_H

#include "statement/passing.h"

typedef struct LpHousePlace {
  LpRole role;
  int32_t list_depth, quote_depth; /* within the cell, note or box around it */
  bool is_item_start;              /* the first paragraph of an item: its label hangs */
  bool ends_list;                  /* the last paragraph of a list that body text follows */
  const char *language;            /* of the section around it; the document's if none says */
} LpHousePlace;

LpHousePlace lp_house_place(const LpPassing *passing, const LpNode *block);

#endif
