#include "config.h"

#include "file/cross_reference.h"
#include "file/inflate.h"
#include "file/syntax.h"

#include <string.h>

static void make_room(PdfDrawing *drawing, uint32_t count) {
  drawing->count = count;
  drawing->places = g_new0(PdfPlace, count);
  drawing->numbers = g_new0(uint32_t, count);
}

/* The offset of the cross-reference, from the end of the file. */
static bool find_start(const PdfDrawing *drawing, size_t *start) {
  static const char end[] = "\n%%EOF\n", word[] = "\nstartxref\n";
  const size_t end_size = sizeof end - 1, word_size = sizeof word - 1;
  if (drawing->size < 64 || memcmp(drawing->bytes, "%PDF-1.", 7) != 0)
    return pdf_drawing_refuse(drawing, "no header");
  const char *p = drawing->bytes + drawing->size - end_size;
  if (memcmp(p, end, end_size) != 0)
    return pdf_drawing_refuse(drawing, "no end of file");
  size_t value = 0, scale = 1;
  while (p > drawing->bytes && p[-1] >= '0' && p[-1] <= '9' && scale < 1000000000000) {
    p--;
    value += (size_t)(*p - '0') * scale;
    scale *= 10;
  }
  if ((size_t)(p - drawing->bytes) < word_size || memcmp(p - word_size, word, word_size) != 0)
    return pdf_drawing_refuse(drawing, "no place of the cross-reference");
  if (value >= drawing->size)
    return pdf_drawing_refuse(drawing, "the cross-reference lies outside the file");
  *start = value;
  return true;
}

static bool place_object(PdfDrawing *drawing, uint32_t number, uint64_t offset) {
  if (offset >= drawing->size)
    return pdf_drawing_refuse(drawing, "an object that lies outside the file");
  drawing->places[number] =
      (PdfPlace){.start = drawing->bytes + offset, .end = drawing->bytes + drawing->size};
  return true;
}

/* ---- The table of 1.16 ---- */

/* Reads the rows of the table, "0000000123 00000 n \n". */
static bool read_rows(PdfDrawing *drawing, const char *p, const char *end) {
  for (uint32_t i = 0; i < drawing->count; i++, p += 20) {
    if (end - p < 20 || p[10] != ' ' || p[19] != '\n' || (p[17] != 'n' && p[17] != 'f'))
      return pdf_drawing_refuse(drawing, "a row of the cross-reference table");
    uint64_t offset = 0;
    for (int digit = 0; digit < 10; digit++) {
      if (p[digit] < '0' || p[digit] > '9')
        return pdf_drawing_refuse(drawing, "a row of the cross-reference table");
      offset = offset * 10 + (uint64_t)(p[digit] - '0');
    }
    if (p[17] == 'n' && !place_object(drawing, i, offset))
      return false;
  }
  return true;
}

/* Reads the table, whose first word was read, and the trailer behind it. */
static bool read_table(PdfDrawing *drawing, const char *p, uint32_t *catalogue) {
  const char *end = drawing->bytes + drawing->size;
  const PdfToken first = pdf_token_next(&p, end), count = pdf_token_next(&p, end);
  if (first.kind != PDF_TOKEN_INTEGER || first.integer != 0 || count.kind != PDF_TOKEN_INTEGER ||
      count.integer < 2 || p == end || *p != '\n')
    return pdf_drawing_refuse(drawing, "the head of the cross-reference table");
  p++;
  if (count.integer > (size_t)(end - p) / 20)
    return pdf_drawing_refuse(drawing, "the length of the cross-reference table");
  make_room(drawing, count.integer);
  if (!read_rows(drawing, p, end))
    return false;
  p += (size_t)drawing->count * 20;
  PdfToken token = pdf_token_next(&p, end);
  if (!pdf_token_is(&token, "trailer"))
    return pdf_drawing_refuse(drawing, "no trailer");
  for (token = pdf_token_next(&p, end); token.kind > PDF_TOKEN_BAD; token = pdf_token_next(&p, end)) {
    if (!pdf_token_is(&token, "/Root"))
      continue;
    token = pdf_token_next(&p, end);
    *catalogue = token.integer;
    return token.kind == PDF_TOKEN_INTEGER || pdf_drawing_refuse(drawing, "no catalogue");
  }
  return pdf_drawing_refuse(drawing, "no catalogue");
}

/* ---- The stream of 1.18 ---- */

/* An object inside another: the n-th of an object stream. */
typedef struct Packed {
  uint32_t stream; /* 0: not packed */
  uint16_t index;
} Packed;

/* The entry's value as an integer, or 0. */
static uint32_t integer_of(const PdfCairoObject *object, const char *key) {
  const PdfDictionaryEntry *entry = pdf_dictionary_entry(object, key);
  if (entry == NULL)
    return 0;
  const char *p = entry->value;
  const PdfToken token = pdf_token_next(&p, entry->value + entry->value_size);
  return token.kind == PDF_TOKEN_INTEGER ? token.integer : 0;
}

/* Inflates the stream of an object; the bytes stay the drawing's. */
static bool unpack(PdfDrawing *drawing, const PdfCairoObject *object, PdfInflated *inflated) {
  if (object->stream == NULL || !pdf_entry_is(pdf_dictionary_entry(object, "/Filter"), "/FlateDecode"))
    return pdf_drawing_refuse(drawing, "a stream of objects");
  *inflated = (PdfInflated){0};
  const bool done =
      pdf_inflate(drawing->decompressor, object->stream, object->stream_size, inflated, drawing->fault);
  g_ptr_array_add(drawing->unpacked, inflated->bytes);
  return done;
}

/* Places the objects of an object stream: pairs of number and offset, then the objects one after the other.
 */
static bool place_packed(PdfDrawing *drawing, uint32_t number, const Packed *packed) {
  PdfCairoObject object;
  PdfInflated inflated;
  if (packed[number].stream != 0)
    return pdf_drawing_refuse(drawing, "a stream of objects");
  if (!pdf_drawing_read(drawing, number, &object) || !unpack(drawing, &object, &inflated))
    return false;
  const uint32_t count = integer_of(&object, "/N");
  const size_t first = integer_of(&object, "/First");
  if (object.entry_count != 5 || !pdf_entry_is(pdf_dictionary_entry(&object, "/Type"), "/ObjStm") ||
      first > inflated.size)
    return pdf_drawing_refuse(drawing, "a stream of objects");
  const char *p = (const char *)inflated.bytes, *objects = p + first, *end = p + inflated.size;
  PdfPlace *before = NULL;
  for (uint32_t i = 0; i < count; i++) {
    const PdfToken own = pdf_token_next(&p, objects), offset = pdf_token_next(&p, objects);
    if (own.kind != PDF_TOKEN_INTEGER || own.integer >= drawing->count || offset.kind != PDF_TOKEN_INTEGER ||
        offset.integer >= (size_t)(end - objects) || packed[own.integer].stream != number ||
        packed[own.integer].index != i)
      return pdf_drawing_refuse(drawing, "the head of a stream of objects");
    PdfPlace *place = &drawing->places[own.integer];
    *place = (PdfPlace){.start = objects + offset.integer, .end = end, .is_packed = true};
    if (before != NULL && before->start >= place->start)
      return pdf_drawing_refuse(drawing, "the order of a stream of objects");
    if (before != NULL)
      before->end = place->start;
    before = place;
  }
  return true;
}

/* Reads the rows: a byte that says what, `width` bytes that say where, two that say which. */
static bool read_stream_rows(PdfDrawing *drawing, const uint8_t *row, unsigned width, Packed *packed) {
  for (uint32_t i = 0; i < drawing->count; i++, row += 3 + width) {
    uint64_t where = 0;
    for (unsigned k = 0; k < width; k++)
      where = where << 8 | row[1 + k];
    if (row[0] == 1 && !place_object(drawing, i, where))
      return false;
    if (row[0] > 2 || (row[0] == 2 && (where == 0 || where >= drawing->count)))
      return pdf_drawing_refuse(drawing, "a row of the cross-reference stream");
    if (row[0] == 2)
      packed[i] = (Packed){.stream = (uint32_t)where,
                           .index = (uint16_t)((unsigned)row[1 + width] << 8 | row[2 + width])};
  }
  for (uint32_t i = 0; i < drawing->count; i++) {
    if (packed[i].stream == 0 || drawing->places[i].start != NULL)
      continue;
    if (!place_packed(drawing, packed[i].stream, packed))
      return false;
    if (drawing->places[i].start == NULL)
      return pdf_drawing_refuse(drawing, "an object that no stream of objects has");
  }
  return true;
}

/* How many bytes say where: N of "[1 N 2]"; 0: it is another array. */
static unsigned width_of(const PdfDictionaryEntry *widths) {
  const char *p = widths->value, *end = p + widths->value_size;
  uint32_t numbers[3] = {0};
  if (pdf_token_next(&p, end).kind != PDF_TOKEN_ARRAY_OPEN)
    return 0;
  for (int i = 0; i < 3; i++) {
    const PdfToken token = pdf_token_next(&p, end);
    if (token.kind != PDF_TOKEN_INTEGER)
      return 0;
    numbers[i] = token.integer;
  }
  return numbers[0] == 1 && numbers[1] <= 8 && numbers[2] == 2 &&
                 pdf_token_next(&p, end).kind == PDF_TOKEN_ARRAY_CLOSE
             ? numbers[1]
             : 0;
}

/* Reads the stream that lies at `start` and has this number. */
static bool read_stream(PdfDrawing *drawing, const char *start, uint32_t number, uint32_t *catalogue) {
  PdfCairoObject object;
  PdfInflated rows;
  const PdfPlace place = {.start = start, .end = drawing->bytes + drawing->size};
  if (!pdf_object_read(drawing, &place, number, &object) || !unpack(drawing, &object, &rows))
    return false;
  const PdfDictionaryEntry *widths = pdf_dictionary_entry(&object, "/W"),
                           *root = pdf_dictionary_entry(&object, "/Root");
  const unsigned width = widths != NULL ? width_of(widths) : 0;
  const uint32_t count = integer_of(&object, "/Size");
  /* Type, Length, Filter, Size, W, Root, Info: with an index or an earlier part it would not be cairo's. */
  if (object.entry_count != 7 || !pdf_entry_is(pdf_dictionary_entry(&object, "/Type"), "/XRef") ||
      pdf_dictionary_entry(&object, "/Info") == NULL || width == 0 || root == NULL || count < 2 ||
      rows.size != (size_t)count * (3 + width))
    return pdf_drawing_refuse(drawing, "the head of the cross-reference stream");
  *catalogue = pdf_entry_reference(root);
  make_room(drawing, count);
  Packed *packed = g_new0(Packed, count);
  const bool done = read_stream_rows(drawing, rows.bytes, width, packed);
  g_free(packed);
  return done;
}

bool pdf_cross_reference_read(PdfDrawing *drawing, uint32_t *catalogue) {
  size_t at = 0;
  if (!find_start(drawing, &at))
    return false;
  const char *start = drawing->bytes + at, *p = start;
  const PdfToken token = pdf_token_next(&p, drawing->bytes + drawing->size);
  if (pdf_token_is(&token, "xref"))
    return read_table(drawing, p, catalogue);
  return token.kind == PDF_TOKEN_INTEGER ? read_stream(drawing, start, token.integer, catalogue)
                                         : pdf_drawing_refuse(drawing, "no cross-reference");
}
