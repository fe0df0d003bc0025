#ifndef LP_PDF_PAGE_TEXT_H
#define LP_PDF_PAGE_TEXT_H

/* A paragraph as a box: a slice a line. No widows, no orphans. */

#include "page/boxes.h"
#include "page/content.h"

typedef struct TextBox {
  Box box;
  Layout *layout;
  Content *content; /* owned */
  ParagraphShape shape;
  GArray *tabs;         /* ParagraphTab of the shape; owned; may be NULL */
  Paragraph *paragraph; /* NULL until set */
  const LpNode *node;   /* the block; NULL: made by the writer */
  bool keeps_together;
  int32_t ground;        /* 0xRRGGBB, -1: none */
  int32_t border_emu[4]; /* top, bottom, start, end; 0: none */
  uint32_t border_colour;
} TextBox;

/* A box of content, which becomes its own, in a shape. node: the block, for places in messages. */
TextBox *text_box_new(Layout *layout, Content *content, const ParagraphShape *shape, const LpNode *node);

/* Whether a box is one. */
bool box_is_text(const Box *box);

/* Sets a paragraph of one line that no page or column breaks: labels, furniture. */
Paragraph *text_line(Layout *layout, const Content *content, const ParagraphShape *shape);

/* Reports the characters of set content that no font has, or that a font sets which the letterhead does not
 * name. */
void text_report_missing(Layout *layout, const Content *content, const Paragraph *paragraph);

#endif
