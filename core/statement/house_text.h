/* statement/house_text.h: the style of text within a paragraph of the house. */
#ifndef LETTERPRESS_STATEMENT_HOUSE_TEXT_H
#define LETTERPRESS_STATEMENT_HOUSE_TEXT_H

#include "statement/passing.h"

typedef struct LpHouseText LpHouseText;

LpHouseText *lp_house_text_new(LpPassing *passing);
void lp_house_text_free(LpHouseText *text);

/* The language of a block: that of the section around it, unless its letters are of another script. */
const char *lp_house_language(const LpNode *block, const char *around);

/* The computed style of an inline in a block of style base. */
const LpStyle *lp_house_text_style(LpHouseText *text, const LpNode *node, const LpStyle *base);

#endif
