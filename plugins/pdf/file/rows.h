#ifndef LP_PDF_FILE_ROWS_H
#define LP_PDF_FILE_ROWS_H

/* Rows of an image, deflated as they come: only the result is in memory. Each row is taken as its difference
 * to its left or upper neighbours, whichever is smaller (PNG predictors, ISO 32000-1, 7.4.4.4). */

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <zlib.h>

typedef struct PdfRows {
  z_stream stream;
  GByteArray *deflated;
  uint8_t *above, *candidates;
  size_t row_bytes;
  unsigned pixel_bytes;
  bool is_open, is_broken;
} PdfRows;

/* Rows of `width` pixels of `pixel_bytes` bytes each. */
void pdf_rows_init(PdfRows *rows, uint32_t width, unsigned pixel_bytes);
void pdf_rows_add(PdfRows *rows, const uint8_t *row);
/* Ends the stream; false: memory ran out. The bytes are in `deflated`. */
bool pdf_rows_end(PdfRows *rows);
void pdf_rows_clear(PdfRows *rows);

#endif
