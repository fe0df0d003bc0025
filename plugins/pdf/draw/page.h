#ifndef LP_PDF_DRAW_PAGE_H
#define LP_PDF_DRAW_PAGE_H

/* One page: mark, letterhead, text, footer, in this order. */

#include "draw/pen.h"
#include "page/head.h"

/* The letterhead set for one format of pages. */
typedef struct Furniture {
  Head *masthead; /* NULL: page 1 is of another format */
  Head *running_head;
  Footer *footer;
} Furniture;

/* Draws the content of a page, and has text drawn; the page is still to be shown. */
void draw_page(Pen *pen, const Page *page, const Furniture *furniture);

#endif
