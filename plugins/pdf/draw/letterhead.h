#ifndef LP_PDF_DRAW_LETTERHEAD_H
#define LP_PDF_DRAW_LETTERHEAD_H

/* The letterhead on a page. On page 1 name, tagline and classification are read; all else of it, there and on
 * the pages that follow, is an artifact. */

#include "draw/pen.h"
#include "page/head.h"

void draw_masthead(Pen *pen, const Head *head);

/* Draws what the footer of page 1 has in its centre, classification and embargo, as content: on this page
 * draw_footer leaves it out. */
void draw_classification(Pen *pen, const Head *head, const Footer *footer);

void draw_running_head(Pen *pen, const Head *head);

/* Draws the footer but for what needs the total while that is not known (0). */
void draw_footer(Pen *pen, const PageFormat *format, const Footer *footer, unsigned page, unsigned total);

/* Whether draw_footer leaves something out while the total is not known; draws that. */
bool footer_needs_total(const Footer *footer);
void draw_footer_total(Pen *pen, const PageFormat *format, const Footer *footer, unsigned page,
                       unsigned total);

/* Draws a mark across the page, below its text: "DRAFT". */
void draw_mark(Pen *pen, const PageFormat *format, const char *mark);

#endif
