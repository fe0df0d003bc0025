#include "config.h"

#include "file/rows.h"

#include <stdlib.h>
#include <string.h>

#define DEFLATED_STEP 65536

void pdf_rows_init(PdfRows *rows, uint32_t width, unsigned pixel_bytes) {
  *rows = (PdfRows){.pixel_bytes = pixel_bytes, .row_bytes = (size_t)width * pixel_bytes};
  rows->deflated = g_byte_array_new();
  rows->above = g_malloc0(rows->row_bytes);
  rows->candidates = g_malloc(2 * (rows->row_bytes + 1));
  rows->is_open = deflateInit(&rows->stream, Z_DEFAULT_COMPRESSION) == Z_OK;
  rows->is_broken = !rows->is_open;
}

/* Feeds zlib and takes what it gives. */
static void deflate_bytes(PdfRows *rows, uint8_t *bytes, size_t size, int flush) {
  rows->stream.next_in = bytes;
  rows->stream.avail_in = (uInt)size;
  uint8_t step[DEFLATED_STEP];
  do {
    rows->stream.next_out = step;
    rows->stream.avail_out = sizeof step;
    const int result = deflate(&rows->stream, flush);
    const size_t made = sizeof step - rows->stream.avail_out;
    if (result == Z_STREAM_ERROR || made > G_MAXUINT / 2 - rows->deflated->len) {
      rows->is_broken = true;
      return;
    }
    g_byte_array_append(rows->deflated, step, (guint)made);
  } while (rows->stream.avail_out == 0);
}

/* How large the differences are, each as a signed byte: the usual guess at what deflates best. */
static uint64_t weight(const uint8_t *bytes, size_t size) {
  uint64_t sum = 0;
  for (size_t i = 0; i < size; i++)
    sum += (uint64_t)(bytes[i] < 128 ? bytes[i] : 256 - bytes[i]);
  return sum;
}

void pdf_rows_add(PdfRows *rows, const uint8_t *row) {
  if (rows->is_broken)
    return;
  const size_t size = rows->row_bytes, pixel = rows->pixel_bytes;
  uint8_t *left = rows->candidates, *up = rows->candidates + size + 1;
  left[0] = 1;
  up[0] = 2;
  for (size_t i = 0; i < size; i++) {
    left[1 + i] = (uint8_t)(row[i] - (i >= pixel ? row[i - pixel] : 0));
    up[1 + i] = (uint8_t)(row[i] - rows->above[i]);
  }
  deflate_bytes(rows, weight(left + 1, size) < weight(up + 1, size) ? left : up, size + 1, Z_NO_FLUSH);
  memcpy(rows->above, row, size);
}

bool pdf_rows_end(PdfRows *rows) {
  if (!rows->is_broken)
    deflate_bytes(rows, NULL, 0, Z_FINISH);
  return !rows->is_broken;
}

void pdf_rows_clear(PdfRows *rows) {
  if (rows->is_open)
    (void)deflateEnd(&rows->stream);
  if (rows->deflated != NULL)
    g_byte_array_unref(rows->deflated);
  g_free(rows->above);
  g_free(rows->candidates);
  *rows = (PdfRows){.is_broken = true};
}
