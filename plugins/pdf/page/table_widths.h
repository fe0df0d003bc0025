#ifndef LP_PDF_PAGE_TABLE_WIDTHS_H
#define LP_PDF_PAGE_TABLE_WIDTHS_H

/* How wide the columns of a grid are: what their cells ask for, shared out. */

#include <stdint.h>

typedef struct ColumnWidths ColumnWidths;

ColumnWidths *column_widths_new(uint32_t columns);
void column_widths_free(ColumnWidths *widths);

/* A cell over `span` columns asks for a width without which its content breaks within words, and for one at
 * which it stands on one line. */
void column_widths_ask(ColumnWidths *widths, uint32_t column, uint32_t span, int64_t least_emu,
                       int64_t natural_emu);

/* What all columns together ask for. */
void column_widths_sum(ColumnWidths *widths, int32_t *least_emu, int32_t *natural_emu);

/* The columns' widths, an array to be freed, which add up to total_emu. wanted_emu: widths that the draft
 * gives, in proportion to each other, 0 where none; NULL: none at all. They are kept but where a word would
 * have to be broken. */
int32_t *column_widths_share(ColumnWidths *widths, const int32_t *wanted_emu, int32_t total_emu);

#endif
