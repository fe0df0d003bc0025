/* write/page.h: the head of the page. */
#ifndef HTML_WRITE_PAGE_H
#define HTML_WRITE_PAGE_H

struct HtmlWriter;

/* Writes the prologue and opens html: language and direction. */
void page_begin(struct HtmlWriter *writer);

/* Writes the head: policy, title, style sheet. */
void page_head(struct HtmlWriter *writer);

#endif
