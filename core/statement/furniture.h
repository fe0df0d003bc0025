/* statement/furniture.h: numbers of the draft's own pages, which stand in its text. */
#ifndef LETTERPRESS_STATEMENT_FURNITURE_H
#define LETTERPRESS_STATEMENT_FURNITURE_H

#include "statement/flow.h"

#include "letterhead/resolve.h"

typedef struct LpPageNumber {
  int32_t page;     /* 0: no page number */
  int32_t pages;    /* 0: not said */
  bool is_explicit; /* "Page 2 of 3", "2/3", "- 2 -": more than a bare number */
} LpPageNumber;

/* What a whole line says as a page number: a number, n/m, - n -, or the words of the letterhead's footer in
   any language ("Page 2 of 3"). */
LpPageNumber lp_page_number(const LpDefinition *definition, const char *text);

/* Takes out the page numbers that stand beside breaks of pages (PAGE_BREAK with ORIGIN) or at the ends of the
   document and rise by one a break. Returns how many; first: the place of the first. */
size_t lp_furniture_remove(LpDocument *document, const LpDefinition *definition, LpPlace *first);

#endif
