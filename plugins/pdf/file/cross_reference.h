#ifndef LP_PDF_FILE_CROSS_REFERENCE_H
#define LP_PDF_FILE_CROSS_REFERENCE_H

/* Where the objects of a drawing lie. */

#include "file/cairo_objects.h"

/* Finds every object: by the table that cairo 1.16 writes (ISO 32000-1, 7.5.4), or by the stream that 1.18
 * writes, with the objects that lie packed in others (7.5.7, 7.5.8). The catalogue's number is left in
 * *catalogue. False: neither; the fault says so. */
bool pdf_cross_reference_read(PdfDrawing *drawing, uint32_t *catalogue);

#endif
