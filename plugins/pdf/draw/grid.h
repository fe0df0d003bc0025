#ifndef LP_PDF_DRAW_GRID_H
#define LP_PDF_DRAW_GRID_H

/* Tables and other grids: grounds, the cells' content, rules. */

#include "draw/pen.h"
#include "page/grid.h"

void draw_grid_slice(Pen *pen, const Grid *grid, size_t index, int64_t x_emu, int64_t y_emu, unsigned where);

/* Draws the head once more; an artifact is open. */
void draw_grid_head(Pen *pen, const Grid *grid, int64_t x_emu, int64_t y_emu);

#endif
