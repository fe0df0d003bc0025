#ifndef LP_PDF_DRAW_LINKS_H
#define LP_PDF_DRAW_LINKS_H

/* Links and the places that they lead to. */

#include "draw/pen.h"
#include "page/content.h"

/* Makes the link of a tag whose element was just made. */
void links_make(Layout *layout, const Content *content, uint32_t tag);

/* Adds the piece's rectangle to the link that it lies in, if it lies in one. */
void links_add_piece(Pen *pen, const Content *content, const ParagraphPiece *piece, double x,
                     double baseline);

/* Places the destinations that lie in a line whose top is y, and those before it. */
void links_place_anchors(Pen *pen, Content *content, const Paragraph *paragraph, size_t line, double x,
                         double y);

#endif
