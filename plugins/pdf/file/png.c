#include "config.h"

#include "file/png.h"

#include <string.h>

static const uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

enum { GREY = 0, RGB = 2, PALETTE = 3, GREY_ALPHA = 4, RGB_ALPHA = 6 };

/* A chunk: length, kind, data, check of kind and data. */
#define CHUNK_FRAME 12

static bool refuse(PdfFault *fault, const char *what) {
  return pdf_fault_set(fault, PDF_FAULT_PICTURE, "the PNG picture is damaged: %s", what);
}

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

bool png_is(const uint8_t *bytes, size_t size) {
  return size >= sizeof signature && memcmp(bytes, signature, sizeof signature) == 0;
}

/* The chunk at *at, moving it on. */
typedef struct Chunk {
  const uint8_t *kind, *data;
  size_t size;
} Chunk;

static bool next_chunk(const PngFacts *facts, size_t *at, Chunk *chunk) {
  const size_t left = facts->size - *at;
  if (left < CHUNK_FRAME)
    return false;
  const uint8_t *bytes = facts->bytes + *at;
  chunk->size = big_endian(bytes);
  if (chunk->size > left - CHUNK_FRAME)
    return false;
  chunk->kind = bytes + 4;
  chunk->data = bytes + 8;
  *at += chunk->size + CHUNK_FRAME;
  return true;
}

static bool kind_is(const Chunk *chunk, const char kind[5]) {
  return memcmp(chunk->kind, kind, 4) == 0;
}

static bool check_holds(const Chunk *chunk) {
  return libdeflate_crc32(0, chunk->kind, chunk->size + 4) == big_endian(chunk->data + chunk->size);
}

static bool depth_fits(uint8_t colour_type, uint8_t depth) {
  switch (colour_type) {
  case GREY: return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
  case PALETTE: return depth == 1 || depth == 2 || depth == 4 || depth == 8;
  case RGB:
  case GREY_ALPHA:
  case RGB_ALPHA: return depth == 8 || depth == 16;
  default: return false;
  }
}

static bool read_header(const Chunk *chunk, PngFacts *facts, PdfFault *fault) {
  if (!kind_is(chunk, "IHDR") || chunk->size != 13 || !check_holds(chunk))
    return refuse(fault, "its header");
  facts->width = big_endian(chunk->data);
  facts->height = big_endian(chunk->data + 4);
  facts->depth = chunk->data[8];
  facts->colour_type = chunk->data[9];
  facts->is_interlaced = chunk->data[12] != 0;
  if (facts->width == 0 || facts->height == 0 || facts->width > INT32_MAX || facts->height > INT32_MAX)
    return refuse(fault, "its size");
  if (!depth_fits(facts->colour_type, facts->depth) || chunk->data[10] != 0 || chunk->data[11] != 0 ||
      chunk->data[12] > 1)
    return refuse(fault, "its kind of pixels");
  return true;
}

/* Deflated data of a window that PDF readers know, without a preset dictionary (RFC 1950). */
static bool data_begins(const Chunk *chunk) {
  return chunk->size >= 2 && (chunk->data[0] & 0x0F) == 8 && chunk->data[0] >> 4 <= 7 &&
         (chunk->data[1] & 0x20) == 0 && (chunk->data[0] << 8 | chunk->data[1]) % 31 == 0;
}

static bool read_chunk(const Chunk *chunk, PngFacts *facts, PdfFault *fault) {
  if (kind_is(chunk, "IDAT")) {
    if (!check_holds(chunk))
      return refuse(fault, "its data");
    if (facts->data_size == 0 && chunk->size > 0 && !data_begins(chunk))
      return refuse(fault, "its data");
    facts->data_size += chunk->size;
  } else if (kind_is(chunk, "PLTE")) {
    if (chunk->size == 0 || chunk->size % 3 != 0 || chunk->size > 768 || !check_holds(chunk))
      return refuse(fault, "its palette");
    facts->palette = chunk->data;
    facts->palette_size = chunk->size;
  } else if (kind_is(chunk, "tRNS")) {
    facts->has_transparency = true;
  }
  return true;
}

bool png_read_facts(const uint8_t *bytes, size_t size, PngFacts *facts, PdfFault *fault) {
  *facts = (PngFacts){.bytes = bytes, .size = size};
  size_t at = sizeof signature;
  Chunk chunk;
  if (!next_chunk(facts, &at, &chunk))
    return refuse(fault, "it ends too early");
  if (!read_header(&chunk, facts, fault))
    return false;
  do {
    if (!next_chunk(facts, &at, &chunk))
      return refuse(fault, "it ends too early");
    if (!read_chunk(&chunk, facts, fault))
      return false;
  } while (!kind_is(&chunk, "IEND"));
  if (facts->data_size == 0)
    return refuse(fault, "it holds no data");
  if (facts->colour_type == PALETTE && facts->palette == NULL)
    return refuse(fault, "it has no palette");
  return true;
}

bool png_passes_through(const PngFacts *facts) {
  return !facts->is_interlaced && !facts->has_transparency && facts->colour_type != GREY_ALPHA &&
         facts->colour_type != RGB_ALPHA;
}

static void put_colour_space(GString *entries, const PngFacts *facts) {
  if (facts->colour_type != PALETTE) {
    g_string_append(entries, facts->colour_type == RGB ? "/ColorSpace/DeviceRGB" : "/ColorSpace/DeviceGray");
    return;
  }
  const size_t most = (size_t)1 << facts->depth, colours = MIN(facts->palette_size / 3, most);
  g_string_append_printf(entries, "/ColorSpace[/Indexed/DeviceRGB %zu<", colours - 1);
  for (size_t i = 0; i < colours * 3; i++)
    g_string_append_printf(entries, "%02X", facts->palette[i]);
  g_string_append(entries, ">]");
}

bool png_write_through(PdfWriter *writer, uint32_t object, const PngFacts *facts) {
  GString *entries = g_string_new("/Type/XObject/Subtype/Image");
  g_string_append_printf(entries, "/Width %u/Height %u/BitsPerComponent %u", facts->width, facts->height,
                         facts->depth);
  put_colour_space(entries, facts);
  g_string_append_printf(entries,
                         "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %u"
                         "/Columns %u>>",
                         facts->colour_type == RGB ? 3 : 1, facts->depth, facts->width);
  pdf_stream_begin(writer, object, entries->str, facts->data_size);
  g_string_free(entries, TRUE);
  size_t at = sizeof signature;
  for (Chunk chunk; next_chunk(facts, &at, &chunk);) {
    if (kind_is(&chunk, "IDAT"))
      pdf_stream_put(writer, chunk.data, chunk.size);
    if (kind_is(&chunk, "IEND"))
      break;
  }
  pdf_stream_end(writer);
  return pdf_writer_is_sound(writer);
}
