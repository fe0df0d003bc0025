/* letterhead/placeholders.h: patterns of a keyfile, filled in. */
#ifndef LETTERPRESS_LETTERHEAD_PLACEHOLDERS_H
#define LETTERPRESS_LETTERHEAD_PLACEHOLDERS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct LpPlaceholder {
  const char *name;  /* without the braces */
  const char *value; /* NULL: nothing */
  bool is_pattern;   /* the value is the letterhead's own and may hold {page} and {pages} */
} LpPlaceholder;

/* The pattern with its placeholders filled in; those that are not among the count given stay. A value from a
   draft cannot bring one in. NULL if nothing is left to print; else to be freed. */
char *lp_placeholders_fill(const char *pattern, const LpPlaceholder *placeholders, size_t count);

#endif
