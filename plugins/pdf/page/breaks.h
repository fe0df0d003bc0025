#ifndef LP_PDF_PAGE_BREAKS_H
#define LP_PDF_PAGE_BREAKS_H

/* Where a page ends: the best break among those that fit, by what each costs and what it leaves white. */

#include "page/boxes.h"

/* What must stand on a last page, if the page before can spare it: four lines of body text. */
#define LAST_PAGE_LEAST_EMU (62 * 12700)

/* How many of the slices, from the first, stand on a page of this height: always at least one, be it too
 * tall. 0: that depends on slices that are not there yet (never when is_all: nothing follows). */
size_t page_end(const ColumnSlice *slices, size_t count, bool is_all, int32_t height_emu);

#endif
