#ifndef LP_PDF_FILE_INFLATE_H
#define LP_PDF_FILE_INFLATE_H

/* The deflated streams of a drawing, whose length only their end tells. */

#include "file/fault.h"

#include <libdeflate.h>

/* Where a stream is inflated to. Begins with all nought; `bytes` are the owner's to free. */
typedef struct PdfInflated {
  uint8_t *bytes;
  size_t room, size;
} PdfInflated;

/* Inflates a zlib stream over what was there. False: it is none, or larger than 1 GiB; the fault says so. */
bool pdf_inflate(struct libdeflate_decompressor *decompressor, const uint8_t *deflated, size_t deflated_size,
                 PdfInflated *inflated, PdfFault *fault);

#endif
