#ifndef LP_PDF_PAGE_HEAD_H
#define LP_PDF_PAGE_HEAD_H

/* The letterhead set for pages of one size: masthead, running head, footer. Where each line stands; drawn by
 * draw/letterhead.c. */

#include "page/content.h"
#include "page/pages.h"

/* Text of the letterhead, of one or more lines. */
typedef struct SetText {
  Content *content;     /* owned */
  Paragraph *paragraph; /* owned; NULL: there is no such text */
  int32_t left_emu;     /* of its column, from the page's left edge */
  int32_t baseline_emu; /* of its first line, from the top edge */
} SetText;

typedef struct Rule {
  int32_t left_emu, top_emu, width_emu, height_emu;
  uint32_t colour;
} Rule;

typedef struct Head {
  SetText name, tagline, title; /* title: on following pages only */
  Rule rule, accent;
  int32_t emblem_left_emu, emblem_top_emu, emblem_size_emu; /* size 0: none */
  PdfElement *emblem;                                       /* its Figure; NULL: decoration */
  PdfElement *classification; /* of the footer's centre, which is read on page 1 alone; NULL on others */
  bool tagline_first;
  int32_t text_top_emu;
} Head;

typedef enum FooterSlot { FOOTER_START, FOOTER_CENTRE, FOOTER_END, FOOTER_SLOTS } FooterSlot;

typedef struct Footer {
  Rule rule;
  const char *patterns[FOOTER_SLOTS]; /* with {page} and {pages}: set for each page; NULL: nothing */
  SetText fixed[FOOTER_SLOTS];        /* those that are the same on all pages */
  int32_t baselines_emu[FOOTER_SLOTS];
} Footer;

/* The masthead of page 1, and what stands at the head of the others. Free with head_free. Only the sizes and
 * margins of the format are used. */
Head *masthead_new(Layout *layout, const PageFormat *format);
Head *running_head_new(Layout *layout, const PageFormat *format);
void head_free(Head *head);

Footer *footer_new(Layout *layout, const PageFormat *format);
void footer_free(Footer *footer);

/* The text of a slot on one page; total 0: not known. Free with set_text_clear. */
SetText footer_text(Layout *layout, const PageFormat *format, const Footer *footer, FooterSlot slot,
                    unsigned page, unsigned total);

void set_text_clear(SetText *text);

#endif
