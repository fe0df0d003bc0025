#ifndef LP_PDF_DRAW_TEXT_H
#define LP_PDF_DRAW_TEXT_H

/* Lines of paragraphs: their pieces in reading order, each in its structure element, and what decorates them
 * as artifacts. Text of the tree is counted for the ledger here, as it is drawn. */

#include "draw/pen.h"
#include "page/text.h"

/* Draws a line of a paragraph box. */
void draw_text_line(Pen *pen, const TextBox *text, size_t line, int64_t x_emu, int64_t y_emu);

/* Draws all lines of a paragraph of the letterhead, from the baseline of its first. In an artifact, which is
 * open then, or as content of the element of its tag 0. */
void draw_set_paragraph(Pen *pen, const Content *content, const Paragraph *paragraph, int64_t x_emu,
                        int64_t baseline_emu);

#endif
