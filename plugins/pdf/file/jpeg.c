#include "config.h"

#include "file/jpeg.h"

#include <string.h>

enum {
  MARKER_SOF0 = 0xC0, /* baseline */
  MARKER_SOF2 = 0xC2, /* progressive */
  MARKER_DHT = 0xC4,
  MARKER_JPG = 0xC8,
  MARKER_DAC = 0xCC,
  MARKER_SOF15 = 0xCF,
  MARKER_RST0 = 0xD0,
  MARKER_RST7 = 0xD7,
  MARKER_SOI = 0xD8,
  MARKER_EOI = 0xD9,
  MARKER_SOS = 0xDA,
  MARKER_APP0 = 0xE0,
  MARKER_APP14 = 0xEE, /* Adobe's: which transform the colours went through */
  MARKER_APP15 = 0xEF,
  MARKER_COM = 0xFE
};

static bool refuse(PdfFault *fault, const char *what) {
  return pdf_fault_set(fault, PDF_FAULT_PICTURE, "the JPEG picture %s", what);
}

bool jpeg_is(const uint8_t *bytes, size_t size) {
  return size >= 3 && bytes[0] == 0xFF && bytes[1] == MARKER_SOI && bytes[2] == 0xFF;
}

/* One part of the file: a segment, a run of coded data (marker 0), or its end. */
typedef struct Part {
  const uint8_t *start; /* its 0xFF, or the first byte of coded data */
  const uint8_t *data;  /* of a segment, behind its length */
  size_t size;          /* of the data */
  size_t whole;
  uint8_t marker;
} Part;

/* Whether 0xFF and this byte belong to coded data: a stuffed nought, or a restart. */
static bool is_coded(uint8_t byte) {
  return byte == 0 || (byte >= MARKER_RST0 && byte <= MARKER_RST7);
}

/* The size of coded data at `at`: up to the next marker. */
static size_t coded_size(const JpegFacts *facts, size_t at) {
  size_t p = at;
  while (p < facts->size) {
    const uint8_t *escape = memchr(facts->bytes + p, 0xFF, facts->size - p);
    if (escape == NULL)
      return facts->size - at;
    p = (size_t)(escape - facts->bytes);
    if (p + 1 < facts->size && !is_coded(escape[1]))
      return p - at;
    p += 2;
  }
  return facts->size - at;
}

/* The part at *at, moving it on; coded data is looked for behind a scan's head only. */
static bool next_part(const JpegFacts *facts, size_t *at, bool in_scan, Part *part) {
  /* A marker may be preceded by any number of fill bytes. */
  while (facts->size - *at > 2 && facts->bytes[*at] == 0xFF && facts->bytes[*at + 1] == 0xFF)
    ++*at;
  const uint8_t *start = facts->bytes + *at;
  const size_t left = facts->size - *at;
  *part = (Part){.start = start};
  if (in_scan && (part->whole = coded_size(facts, *at)) > 0) {
    *at += part->whole;
    return true;
  }
  if (left < 2 || start[0] != 0xFF)
    return false;
  part->marker = start[1];
  if (part->marker == MARKER_EOI) {
    part->whole = 2;
  } else {
    const size_t length = left < 4 ? 0 : (size_t)start[2] << 8 | start[3];
    if (length < 2 || length > left - 2)
      return false;
    part->data = start + 4;
    part->size = length - 2;
    part->whole = length + 2;
  }
  *at += part->whole;
  return true;
}

/* Application segments but Adobe's, and comments, tell readers nothing that they need. */
static bool is_kept(const Part *part) {
  if (part->marker == MARKER_APP14)
    return part->size >= 12 && memcmp(part->data, "Adobe", 5) == 0;
  return part->marker != MARKER_COM && (part->marker < MARKER_APP0 || part->marker > MARKER_APP15);
}

static bool is_frame(uint8_t marker) {
  return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT && marker != MARKER_JPG &&
         marker != MARKER_DAC;
}

static bool read_frame(const Part *part, JpegFacts *facts, PdfFault *fault) {
  if (part->marker > MARKER_SOF2)
    return refuse(fault, "is coded in a way that PDF has not (lossless or arithmetic)");
  if (part->size < 6 || facts->components != 0)
    return refuse(fault, "is damaged: its frame");
  if (part->data[0] != 8)
    return refuse(fault, "has more than eight bits a colour, which PDF has not");
  facts->height = (uint32_t)part->data[1] << 8 | part->data[2];
  facts->width = (uint32_t)part->data[3] << 8 | part->data[4];
  facts->components = part->data[5];
  if (facts->width == 0 || facts->height == 0)
    return refuse(fault, "is damaged: its size");
  if (facts->components == 4)
    return refuse(fault, "is in CMYK colours; save it in RGB");
  if (facts->components != 1 && facts->components != 3)
    return refuse(fault, "has an unknown number of colours");
  return true;
}

bool jpeg_read_facts(const uint8_t *bytes, size_t size, JpegFacts *facts, PdfFault *fault) {
  *facts = (JpegFacts){.bytes = bytes, .size = size, .kept_size = 2};
  size_t at = 2;
  bool in_scan = false;
  Part part = {.marker = MARKER_SOI};
  while (part.marker != MARKER_EOI) {
    if (!next_part(facts, &at, in_scan, &part))
      return refuse(fault, "is damaged: it ends too early");
    if (is_frame(part.marker) && !read_frame(&part, facts, fault))
      return false;
    in_scan = in_scan || part.marker == MARKER_SOS;
    if (is_kept(&part))
      facts->kept_size += part.whole;
  }
  /* Behind the end may lie another picture, or a film. */
  facts->size = at;
  return (in_scan && facts->components != 0) || refuse(fault, "is damaged: it has no picture in it");
}

bool jpeg_write_through(PdfWriter *writer, uint32_t object, const JpegFacts *facts) {
  char entries[200];
  g_snprintf(
      entries, sizeof entries,
      "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8/ColorSpace/%s/Filter/DCTDecode",
      facts->width, facts->height, facts->components == 1 ? "DeviceGray" : "DeviceRGB");
  pdf_stream_begin(writer, object, entries, facts->kept_size);
  pdf_stream_put(writer, facts->bytes, 2);
  size_t at = 2;
  bool in_scan = false;
  for (Part part; at < facts->size && next_part(facts, &at, in_scan, &part);) {
    in_scan = in_scan || part.marker == MARKER_SOS;
    if (is_kept(&part))
      pdf_stream_put(writer, part.start, part.whole);
  }
  pdf_stream_end(writer);
  return pdf_writer_is_sound(writer);
}
