#ifndef LP_PDF_DRAW_BLOCKS_H
#define LP_PDF_DRAW_BLOCKS_H

/* The slices of boxes, each by its kind. A cell's content is drawn the same way. */

#include "draw/pen.h"
#include "page/boxes.h"

/* Where a slice stands on its page: rules of tables differ there. */
enum { SLICE_FIRST_ON_PAGE = 1, SLICE_LAST_ON_PAGE = 2, SLICE_BELOW_REPEAT = 4 };

/* Draws a slice of a box whose left edge and top are given, in EMU of the page. */
void draw_slice(Pen *pen, const Box *box, size_t index, int64_t x_emu, int64_t y_emu, unsigned where);

/* Draws what stands above a slice once more when it begins a page, as an artifact. */
void draw_repeated(Pen *pen, const Box *box, int64_t x_emu, int64_t y_emu);

#endif
