/* account/limits.h: the one table of limits. */
#ifndef LETTERPRESS_ACCOUNT_LIMITS_H
#define LETTERPRESS_ACCOUNT_LIMITS_H

#include <letterpress/account.h>

enum { LP_LIMIT_COUNT = LP_LIMIT_LETTERHEAD_BYTES + 1 };

typedef struct LpLimitRow {
  const char *option; /* as in --limit NAME=VALUE and LETTERPRESS_LIMIT */
  int64_t value;      /* the default */
  const char *what;   /* "the draft's size in bytes": for the sentence and the manual */
} LpLimitRow;

/* The row of a limit; NULL for a number that is none. */
const LpLimitRow *lp_limit_row(LpLimit limit);

/* The limit of that option's name; LP_LIMIT_COUNT if none. */
LpLimit lp_limit_by_option(const char *option);

#endif
