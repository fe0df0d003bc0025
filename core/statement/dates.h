/* statement/dates.h: dates as drafts write them. */
#ifndef LETTERPRESS_STATEMENT_DATES_H
#define LETTERPRESS_STATEMENT_DATES_H

#include "letterhead/resolve.h"

/* Whether a line is wholly a date, or a place and a date ("Port Amrita, 19 September 2022"). place_bytes:
   gets the bytes of the place at its start, 0 if there is none; the date begins at date. */
bool lp_line_is_date(const LpDefinition *definition, const char *line, size_t *place_bytes,
                     const char **date);

#endif
