#include "config.h"

#include "file/objects.h"
#include "file/syntax.h"

#include <string.h>

/* Level at which deflating more costs time and gains next to nothing (PDF.md measured it on two and 200
 * pages). */
#define DEFLATE_LEVEL 6
/* An object stream is closed when it holds so much: readers inflate it whole to get at one object. */
#define PACKED_BYTES ((size_t)1 << 16)
#define PACKED_OBJECTS 200
/* ISO 19005-2, 6.1.13. */
#define OBJECT_LIMIT 8388607

typedef enum EntryKind { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED } EntryKind;

typedef struct PdfEntry {
  uint64_t place; /* offset in the file, or number of the object stream */
  uint32_t index; /* in the object stream */
  EntryKind kind;
} PdfEntry;

static void put(PdfWriter *writer, const void *bytes, size_t size) {
  if (writer->fault->code != PDF_FAULT_NONE || size == 0)
    return;
  if (!writer->output->write(writer->output->state, bytes, size)) {
    (void)pdf_fault_set(writer->fault, PDF_FAULT_OUTPUT, "the output takes no more bytes");
    return;
  }
  writer->offset += size;
}

void pdf_writer_init(PdfWriter *writer, const PdfOutput *output, PdfFault *fault) {
  *writer = (PdfWriter){.output = output, .fault = fault};
  writer->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
  if (writer->compressor == NULL)
    (void)pdf_fault_set(fault, PDF_FAULT_LIMIT, "no memory is left to deflate with");
  writer->entries = g_array_new(FALSE, TRUE, sizeof(PdfEntry));
  g_array_set_size(writer->entries, 1);
  writer->packed = g_string_sized_new(PACKED_BYTES / 4);
  writer->packed_places = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  writer->text = g_string_sized_new(512);
  writer->deflated = g_byte_array_new();
  writer->identity = g_checksum_new(G_CHECKSUM_MD5);
  static const char head[] = "%PDF-1.7\n%\xB5\xED\xAE\xFB\n";
  put(writer, head, sizeof head - 1);
}

void pdf_writer_clear(PdfWriter *writer) {
  if (writer->compressor != NULL)
    libdeflate_free_compressor(writer->compressor);
  g_array_unref(writer->entries);
  g_string_free(writer->packed, TRUE);
  g_array_unref(writer->packed_places);
  g_string_free(writer->text, TRUE);
  g_byte_array_unref(writer->deflated);
  g_checksum_free(writer->identity);
}

bool pdf_writer_is_sound(const PdfWriter *writer) {
  return writer->fault->code == PDF_FAULT_NONE;
}

uint32_t pdf_object_reserve(PdfWriter *writer) {
  const uint32_t object = writer->entries->len;
  if (object >= OBJECT_LIMIT) {
    (void)pdf_fault_set(writer->fault, PDF_FAULT_LIMIT,
                        "the document needs more objects than PDF/A allows (%d)", OBJECT_LIMIT);
    return OBJECT_LIMIT - 1;
  }
  g_array_set_size(writer->entries, object + 1);
  return object;
}

static PdfEntry *entry_of(const PdfWriter *writer, uint32_t object) {
  return &g_array_index(writer->entries, PdfEntry, object);
}

void pdf_stream_begin(PdfWriter *writer, uint32_t object, const char *entries, size_t size) {
  if (!pdf_writer_is_sound(writer))
    return;
  *entry_of(writer, object) = (PdfEntry){.kind = ENTRY_PLAIN, .place = writer->offset};
  GString *text = writer->text;
  g_string_truncate(text, 0);
  pdf_put_number(text, object);
  g_string_append(text, " 0 obj\n<<");
  g_string_append(text, entries);
  g_string_append(text, "/Length ");
  pdf_put_number(text, size);
  g_string_append(text, ">>\nstream\n");
  g_checksum_update(writer->identity, (const guchar *)text->str, (gssize)text->len);
  writer->stream_crc = libdeflate_crc32(0, NULL, 0);
  put(writer, text->str, text->len);
}

void pdf_stream_put(PdfWriter *writer, const void *bytes, size_t size) {
  writer->stream_crc = libdeflate_crc32(writer->stream_crc, bytes, size);
  put(writer, bytes, size);
}

void pdf_stream_end(PdfWriter *writer) {
  /* A check of the bytes goes into the file's ID rather than the bytes, which may be many. */
  const uint32_t crc = writer->stream_crc;
  const uint8_t bytes[4] = {(uint8_t)(crc >> 24), (uint8_t)(crc >> 16), (uint8_t)(crc >> 8), (uint8_t)crc};
  g_checksum_update(writer->identity, bytes, sizeof bytes);
  static const char tail[] = "\nendstream\nendobj\n";
  put(writer, tail, sizeof tail - 1);
}

void pdf_stream_write(PdfWriter *writer, uint32_t object, const char *entries, const void *bytes,
                      size_t size) {
  pdf_stream_begin(writer, object, entries, size);
  pdf_stream_put(writer, bytes, size);
  pdf_stream_end(writer);
}

void pdf_stream_deflate(PdfWriter *writer, uint32_t object, const char *entries, const void *bytes,
                        size_t size) {
  if (!pdf_writer_is_sound(writer))
    return;
  const size_t bound = libdeflate_zlib_compress_bound(writer->compressor, size);
  if (bound > G_MAXUINT) {
    (void)pdf_fault_set(writer->fault, PDF_FAULT_LIMIT, "a stream of the file is too large");
    return;
  }
  g_byte_array_set_size(writer->deflated, (guint)bound);
  const size_t deflated =
      libdeflate_zlib_compress(writer->compressor, bytes, size, writer->deflated->data, bound);
  char *with_filter = g_strconcat(entries, "/Filter/FlateDecode", NULL);
  pdf_stream_write(writer, object, with_filter, writer->deflated->data, deflated);
  g_free(with_filter);
}

/* Closes the object stream: the numbers and offsets of its objects, then their texts. */
static void write_packed(PdfWriter *writer) {
  const guint count = writer->packed_places->len / 2;
  if (count == 0)
    return;
  const uint32_t object = pdf_object_reserve(writer);
  if (!pdf_writer_is_sound(writer))
    return;
  GString *bytes = g_string_sized_new(writer->packed->len + (gsize)count * 12);
  for (guint i = 0; i < 2 * count; i++) {
    pdf_put_number(bytes, g_array_index(writer->packed_places, uint32_t, i));
    g_string_append_c(bytes, ' ');
  }
  const size_t first = bytes->len;
  g_string_append_len(bytes, writer->packed->str, (gssize)writer->packed->len);
  for (guint i = 0; i < count; i++) {
    const uint32_t packed = g_array_index(writer->packed_places, uint32_t, 2 * i);
    *entry_of(writer, packed) = (PdfEntry){.kind = ENTRY_PACKED, .place = object, .index = i};
  }
  char entries[80];
  g_snprintf(entries, sizeof entries, "/Type/ObjStm/N %u/First %zu", count, first);
  pdf_stream_deflate(writer, object, entries, bytes->str, bytes->len);
  g_string_free(bytes, TRUE);
  g_string_truncate(writer->packed, 0);
  g_array_set_size(writer->packed_places, 0);
}

GString *pdf_object_begin(PdfWriter *writer, uint32_t object) {
  const uint32_t place[2] = {object, (uint32_t)writer->packed->len};
  g_array_append_vals(writer->packed_places, place, 2);
  return writer->packed;
}

void pdf_object_end(PdfWriter *writer) {
  g_string_append_c(writer->packed, '\n');
  if (writer->packed->len >= PACKED_BYTES || writer->packed_places->len >= 2 * PACKED_OBJECTS)
    write_packed(writer);
}

#define CROSS_REFERENCE_BYTES 9 /* a row: one for the kind, six for the place, two for the index */

/* The rows of the cross-reference, each as its difference to the row above (PNG predictor Up): it deflates
 * well. */
static GByteArray *cross_reference(const PdfWriter *writer) {
  GByteArray *rows = g_byte_array_sized_new(writer->entries->len * (CROSS_REFERENCE_BYTES + 1));
  uint8_t above[CROSS_REFERENCE_BYTES] = {0};
  for (guint i = 0; i < writer->entries->len; i++) {
    const PdfEntry *entry = entry_of(writer, i);
    const uint32_t last = i == 0 ? 0xFFFF : entry->index;
    uint8_t row[CROSS_REFERENCE_BYTES] = {(uint8_t)entry->kind};
    for (int b = 0; b < 6; b++)
      row[1 + b] = (uint8_t)(entry->place >> 8 * (5 - b));
    row[7] = (uint8_t)(last >> 8);
    row[8] = (uint8_t)last;
    uint8_t difference[CROSS_REFERENCE_BYTES + 1] = {2};
    for (int b = 0; b < CROSS_REFERENCE_BYTES; b++)
      difference[1 + b] = (uint8_t)(row[b] - above[b]);
    memcpy(above, row, sizeof above);
    g_byte_array_append(rows, difference, sizeof difference);
  }
  return rows;
}

void pdf_writer_end(PdfWriter *writer, uint32_t catalogue, uint32_t information) {
  write_packed(writer);
  const uint32_t object = pdf_object_reserve(writer);
  if (!pdf_writer_is_sound(writer))
    return;
  const uint64_t start = writer->offset;
  *entry_of(writer, object) = (PdfEntry){.kind = ENTRY_PLAIN, .place = start};
  GChecksum *identity = g_checksum_copy(writer->identity);
  const char *id = g_checksum_get_string(identity);
  GString *entries = g_string_new("/Type/XRef/W[1 6 2]/Size ");
  pdf_put_number(entries, writer->entries->len);
  g_string_append(entries, "/Root ");
  pdf_put_reference(entries, catalogue);
  g_string_append(entries, "/Info ");
  pdf_put_reference(entries, information);
  g_string_append_printf(entries, "/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>", id, id,
                         CROSS_REFERENCE_BYTES);
  g_checksum_free(identity);
  GByteArray *rows = cross_reference(writer);
  pdf_stream_deflate(writer, object, entries->str, rows->data, rows->len);
  g_byte_array_unref(rows);
  g_string_truncate(entries, 0);
  g_string_append(entries, "startxref\n");
  pdf_put_number(entries, start);
  g_string_append(entries, "\n%%EOF\n");
  put(writer, entries->str, entries->len);
  g_string_free(entries, TRUE);
}
