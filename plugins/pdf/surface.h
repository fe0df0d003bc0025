#ifndef LP_PDF_SURFACE_H
#define LP_PDF_SURFACE_H

/* What a document is drawn on: cairo's pages with our marks, finished into the sink. */

#include "draw/pen.h"

typedef struct Surface Surface;

/* A surface for a document whose records are the layout's. Free with surface_free. */
Surface *surface_new(Layout *layout);
void surface_free(Surface *surface);

/* Begins a page; what is drawn with the pen is on it. */
Pen *surface_begin_page(Surface *surface, int32_t width_emu, int32_t height_emu);
void surface_end_page(Surface *surface);

/* Finishes the drawing into the writing's sink; title: of the document. Failures are reported. */
LpVerdict surface_finish(Surface *surface, const char *title);

/* Whether the bytes of a resource are a picture that can be written; if not, why, in `fault_sentence`. */
bool surface_takes_picture(const LpResource *resource, int64_t pixel_limit, char *fault_sentence, size_t n);

#endif
