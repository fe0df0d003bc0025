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

/* A segment before the scan: marker and, with its length, data. */
typedef struct Segment {
  const uint8_t *start; /* its 0xFF */
  const uint8_t *data;
  size_t size;  /* of the data */
  size_t whole; /* marker, length and data */
  uint8_t marker;
} Segment;

static bool next_segment(const JpegFacts *facts, size_t *at, Segment *segment) {
  size_t p = *at;
  /* A marker may be preceded by any number of fill bytes. */
  while (p + 1 < facts->size && facts->bytes[p] == 0xFF && facts->bytes[p + 1] == 0xFF)
    p++;
  if (facts->size - p < 4 || facts->bytes[p] != 0xFF)
    return false;
  const size_t length = (size_t)facts->bytes[p + 2] << 8 | facts->bytes[p + 3];
  if (length < 2 || length > facts->size - p - 2)
    return false;
  *segment = (Segment){.start = facts->bytes + p,
                       .marker = facts->bytes[p + 1],
                       .data = facts->bytes + p + 4,
                       .size = length - 2,
                       .whole = length + 2};
  *at = p + segment->whole;
  return true;
}

/* Application segments but Adobe's, and comments, tell readers nothing that they need. */
static bool is_kept(const Segment *segment) {
  if (segment->marker == MARKER_APP14)
    return segment->size >= 12 && memcmp(segment->data, "Adobe", 5) == 0;
  return segment->marker != MARKER_COM && (segment->marker < MARKER_APP0 || segment->marker > MARKER_APP15);
}

static bool is_frame(uint8_t marker) {
  return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT && marker != MARKER_JPG &&
         marker != MARKER_DAC;
}

static bool read_frame(const Segment *segment, JpegFacts *facts, PdfFault *fault) {
  if (segment->marker > MARKER_SOF2)
    return refuse(fault, "is coded in a way that PDF has not (lossless or arithmetic)");
  if (segment->size < 6 || facts->components != 0)
    return refuse(fault, "is damaged: its frame");
  if (segment->data[0] != 8)
    return refuse(fault, "has more than eight bits a colour, which PDF has not");
  facts->height = (uint32_t)segment->data[1] << 8 | segment->data[2];
  facts->width = (uint32_t)segment->data[3] << 8 | segment->data[4];
  facts->components = segment->data[5];
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
  for (;;) {
    const size_t start = at;
    Segment segment;
    if (!next_segment(facts, &at, &segment))
      return refuse(fault, "is damaged: it ends too early");
    if (segment.marker == MARKER_SOS) {
      facts->scan = start;
      break;
    }
    if (is_frame(segment.marker) && !read_frame(&segment, facts, fault))
      return false;
    if (is_kept(&segment))
      facts->kept_size += segment.whole;
  }
  if (facts->components == 0)
    return refuse(fault, "is damaged: it has no frame");
  /* Behind the end may lie another picture, or a film: nothing from there on is kept. */
  for (size_t end = facts->scan; end + 1 < size; end++) {
    if (bytes[end] == 0xFF && bytes[end + 1] == MARKER_EOI) {
      facts->size = end + 2;
      facts->kept_size += facts->size - facts->scan;
      return true;
    }
  }
  return refuse(fault, "is damaged: it ends too early");
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
  for (Segment segment; at < facts->scan && next_segment(facts, &at, &segment);)
    if (segment.marker != MARKER_SOS && is_kept(&segment))
      pdf_stream_put(writer, segment.start, segment.whole);
  pdf_stream_put(writer, facts->bytes + facts->scan, facts->size - facts->scan);
  pdf_stream_end(writer);
  return pdf_writer_is_sound(writer);
}
