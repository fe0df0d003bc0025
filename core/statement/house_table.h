/* statement/house_table.h: tables in the house's style. */
#ifndef LETTERPRESS_STATEMENT_HOUSE_TABLE_H
#define LETTERPRESS_STATEMENT_HOUSE_TABLE_H

#include "statement/passing.h"

/* What stays of the style of a table, row or cell: width, shading, vertical alignment, writing mode, and
   borders that are no plain grid. */
const LpStyle *lp_house_cell_style(const LpPassing *passing, const LpStyle *draft);

/* Columns of numbers are set to the end, their heads with them, where the draft does not align them itself.
 */
void lp_house_align_numbers(LpPassing *passing);

#endif
