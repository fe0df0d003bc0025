/* write/print.h: the page on paper. */
#ifndef HTML_WRITE_PRINT_H
#define HTML_WRITE_PRINT_H

struct HtmlWriter;

/* Writes @page rules, first and following, with head and foot in margin boxes, and the rules for print. */
void print_write_rules(struct HtmlWriter *writer);

#endif
