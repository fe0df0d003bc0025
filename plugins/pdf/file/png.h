#ifndef LP_PDF_FILE_PNG_H
#define LP_PDF_FILE_PNG_H

/* PNG (ISO/IEC 15948), by its chunks. */

#include "file/objects.h"

typedef struct PngFacts {
  const uint8_t *bytes;
  size_t size;
  uint32_t width, height;
  uint8_t depth, colour_type;
  bool is_interlaced, has_transparency;
  const uint8_t *palette;
  size_t palette_size;
  size_t data_size; /* of all IDAT chunks together */
} PngFacts;

bool png_is(const uint8_t *bytes, size_t size);
/* Reads the chunks, each with its check. */
bool png_read_facts(const uint8_t *bytes, size_t size, PngFacts *facts, PdfFault *fault);
/* Whether its data can stand in a PDF file as they are. */
bool png_passes_through(const PngFacts *facts);
bool png_write_through(PdfWriter *writer, uint32_t object, const PngFacts *facts);

/* png_decode.c: writes it decoded, its alpha as a soft mask. */
bool png_write_decoded(PdfWriter *writer, uint32_t object, const PngFacts *facts);

#endif
