#ifndef LP_PDF_DRAW_EMBLEM_H
#define LP_PDF_DRAW_EMBLEM_H

#include "draw/pen.h"

/* The picture key of an emblem that is a PNG file. */
#define EMBLEM_PICTURE UINT32_MAX

/* Draws the letterhead's emblem in a square, within an artifact or content that is open. One that can be
 * drawn neither as outlines nor as a PNG is reported once and left out. */
void draw_emblem(Pen *pen, double x, double y, double size);

#endif
