#ifndef LP_PDF_DRAW_PEN_H
#define LP_PDF_DRAW_PEN_H

/* What is drawn with: the context, its marks, and the records of the document. */

#include "draw/markers.h"
#include "page/layout.h"

typedef struct Pen {
  Layout *layout;
  cairo_t *cr;
  PdfMarks *marks;
  bool repeats; /* all of it is an artifact that is open already: a table's head on a further page */
} Pen;

/* Fills a rectangle with a colour, 0xRRGGBB. Within an artifact. */
void pen_fill(Pen *pen, uint32_t colour, double x, double y, double width, double height);

/* Fills it in an artifact of its own, unless one is open. */
void pen_fill_artifact(Pen *pen, PdfArtifact artifact, uint32_t colour, double x, double y, double width,
                       double height);

#endif
