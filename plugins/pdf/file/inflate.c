#include "config.h"

#include "file/inflate.h"

/* No stream of a drawing is larger: 1 GiB of operators is no page. */
#define INFLATED_LIMIT ((size_t)1 << 30)

bool pdf_inflate(struct libdeflate_decompressor *decompressor, const uint8_t *deflated, size_t deflated_size,
                 PdfInflated *inflated, PdfFault *fault) {
  for (;;) {
    if (inflated->bytes != NULL) {
      const enum libdeflate_result result = libdeflate_zlib_decompress(
          decompressor, deflated, deflated_size, inflated->bytes, inflated->room, &inflated->size);
      if (result == LIBDEFLATE_SUCCESS)
        return true;
      if (result != LIBDEFLATE_INSUFFICIENT_SPACE)
        return pdf_fault_set(fault, PDF_FAULT_DRAWING,
                             "the drawing is not what cairo writes: a stream does not inflate");
    }
    if (inflated->room >= INFLATED_LIMIT)
      return pdf_fault_set(fault, PDF_FAULT_LIMIT, "the content of a page is too large");
    inflated->room = MAX(2 * inflated->room, (size_t)1 << 16);
    g_free(inflated->bytes);
    inflated->bytes = g_malloc(inflated->room);
  }
}
