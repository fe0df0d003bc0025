#ifndef LP_PDF_FILE_JPEG_H
#define LP_PDF_FILE_JPEG_H

/* JPEG (ISO/IEC 10918-1), by its segments. */

#include "file/objects.h"

typedef struct JpegFacts {
  const uint8_t *bytes;
  size_t size;
  uint32_t width, height;
  uint8_t components;
  size_t kept_size; /* of what is written */
} JpegFacts;

bool jpeg_is(const uint8_t *bytes, size_t size);
/* Reads all parts; refuses what PDF readers cannot show or PDF/A does not allow. */
bool jpeg_read_facts(const uint8_t *bytes, size_t size, JpegFacts *facts, PdfFault *fault);
/* Writes it as it is but for its application segments and comments: they may tell where and by whom a
 * photograph was made. */
bool jpeg_write_through(PdfWriter *writer, uint32_t object, const JpegFacts *facts);

#endif
