#include "config.h"

#include "pdf/packed.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { STREAMS = 2 };

/* One object of the drawing: from "N 0 obj\n" up to and with "endobj\n". */
typedef struct Object {
  const char *start, *body, *end; /* the body ends before "endobj" */
  bool is_packed;
  uint32_t stream, index; /* of the packed */
  size_t offset;          /* of the others, in the new file */
} Object;

typedef struct Packer {
  PackedFlaw flaw;
  Object *objects; /* by number */
  uint32_t count;  /* with those added: object streams, then the cross-reference */
  const char *root;
  GString *out;
} Packer;

bool is_packed(const GByteArray *drawn) {
  return memmem(drawn->data, drawn->len, "/Type /XRef", 11) != NULL;
}

static bool holds(const char *start, const char *end, const char *text) {
  return memmem(start, (size_t)(end - start), text, strlen(text)) != NULL;
}

/* Finds the objects by the table. Streams and integers, their lengths, stay as they are. */
static void read_objects(Packer *packer, const GByteArray *drawn) {
  const char *bytes = (const char *)drawn->data, *end = bytes + drawn->len;
  const char *table = (const char *)memmem(bytes, drawn->len, "\nxref\n0 ", 8) + 8;
  const uint32_t count = (uint32_t)strtoul(table, NULL, 10);
  const char *row = strchr(table, '\n') + 1;
  packer->objects = g_new0(Object, count + STREAMS + 1);
  packer->count = count + STREAMS + 1;
  for (uint32_t i = 1; i < count; i++) {
    Object *object = &packer->objects[i];
    if (row[20 * i + 17] != 'n')
      continue;
    object->start = bytes + strtoul(row + 20 * (size_t)i, NULL, 10);
    object->body = (const char *)memchr(object->start, '\n', 40) + 1;
    const char *mark = memmem(object->body, (size_t)(end - object->body), "\nstream\n", 8);
    object->end = memmem(object->body, (size_t)(end - object->body), "endobj\n", 7);
    const bool is_stream = mark != NULL && mark < object->end;
    if (is_stream)
      object->end = (const char *)memmem(mark, (size_t)(end - mark), "\nendstream\nendobj\n", 18) + 11;
    object->is_packed = !is_stream && holds(object->body, object->end, "<<");
  }
  packer->root = memmem(row, (size_t)(end - row), "/Root", 5);
}

static void put_deflated(GString *out, const GString *plain) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
  const size_t bound = libdeflate_zlib_compress_bound(compressor, plain->len);
  char *deflated = g_malloc(bound);
  const size_t size = libdeflate_zlib_compress(compressor, plain->str, plain->len, deflated, bound);
  g_string_append_printf(out, "   /Length %zu\n>>\nstream\n", size);
  g_string_append_len(out, deflated, (gssize)size);
  g_string_append(out, "\nendstream\nendobj\n");
  g_free(deflated);
  libdeflate_free_compressor(compressor);
}

static void put_plain(Packer *packer) {
  for (uint32_t i = 1; i < packer->count; i++) {
    Object *object = &packer->objects[i];
    if (object->start == NULL || object->is_packed)
      continue;
    object->offset = packer->out->len;
    g_string_append_len(packer->out, object->start, object->end - object->start);
    g_string_append(packer->out, "endobj\n");
  }
}

static uint32_t stream_number(const Packer *packer, uint32_t stream) {
  return packer->count - 1 - STREAMS + stream;
}

/* Puts the stream-th object stream: every STREAMS-th object that is packed. */
static void put_object_stream(Packer *packer, uint32_t stream) {
  GString *head = g_string_new(NULL), *bodies = g_string_new(NULL);
  const PackedFlaw flaw = stream == 0 ? packer->flaw : PACKED_SOUND;
  uint32_t index = 0;
  for (uint32_t i = 1; i < packer->count; i++) {
    Object *object = &packer->objects[i];
    if (!object->is_packed || i % STREAMS != stream)
      continue;
    object->stream = stream_number(packer, stream);
    object->index = index;
    const size_t offset = flaw == PACKED_WRONG_ORDER && index == 1 ? 0 : bodies->len;
    const uint32_t number = flaw == PACKED_WRONG_NUMBER && index == 1 ? i + 1 : i;
    index++;
    if (flaw == PACKED_OBJECT_MISSING && index == 2) {
      index--;
      continue;
    }
    g_string_append_printf(head, "%u %zu\n", number, offset);
    g_string_append_len(bodies, object->body, object->end - object->body);
    if (flaw == PACKED_MORE_BEHIND)
      g_string_append(bodies, "(more)\n");
  }
  const size_t first = flaw == PACKED_HEAD_OUTSIDE ? head->len + bodies->len + 1 : head->len;
  g_string_append_len(head, bodies->str, (gssize)bodies->len);
  packer->objects[stream_number(packer, stream)].offset = packer->out->len;
  g_string_append_printf(packer->out, "%u 0 obj\n<< /Type /ObjStm\n   /N %u\n   /First %zu\n   /Filter %s\n",
                         stream_number(packer, stream), index, first,
                         flaw == PACKED_NOT_DEFLATED ? "/LZWDecode" : "/FlateDecode");
  put_deflated(packer->out, head);
  g_string_free(head, TRUE);
  g_string_free(bodies, TRUE);
}

static void put_row(GString *rows, unsigned kind, uint32_t where, uint32_t which) {
  const unsigned char row[] = {(unsigned char)kind,         (unsigned char)(where >> 16),
                               (unsigned char)(where >> 8), (unsigned char)where,
                               (unsigned char)(which >> 8), (unsigned char)which};
  g_string_append_len(rows, (const char *)row, sizeof row);
}

static void put_rows(const Packer *packer, GString *rows) {
  const uint32_t stream = stream_number(packer, 0);
  put_row(rows, 0, 0, 65535);
  for (uint32_t i = 1; i < packer->count; i++) {
    const Object *object = &packer->objects[i];
    uint32_t offset = (uint32_t)object->offset;
    if (packer->flaw == PACKED_OUTSIDE && i == stream)
      offset = (1u << 24) - 1;
    if (packer->flaw == PACKED_IN_ITSELF && i == stream)
      put_row(rows, 2, i, 0);
    else if (object->is_packed)
      put_row(rows, packer->flaw == PACKED_ROW_KIND ? 3 : 2,
              packer->flaw == PACKED_STREAM_MISSING ? packer->count : object->stream, object->index);
    else
      put_row(rows, object->offset != 0 ? 1 : 0, offset, 0);
  }
  if (packer->flaw == PACKED_ROW_MISSING)
    g_string_truncate(rows, rows->len - 6);
}

static void put_cross_reference(Packer *packer) {
  GString *rows = g_string_new(NULL);
  const size_t start = packer->out->len;
  packer->objects[packer->count - 1].offset = start;
  put_rows(packer, rows);
  g_string_append_printf(packer->out,
                         "%u 0 obj\n<< /Type /XRef\n   /Filter /FlateDecode\n   /Size %u\n   /W [1 3 %d]\n"
                         "   /Root %lu 0 R\n   /Info 1 0 R\n%s",
                         packer->count - 1, packer->count, packer->flaw == PACKED_OTHER_WIDTHS ? 1 : 2,
                         strtoul(packer->root + 5, NULL, 10),
                         packer->flaw == PACKED_INDEX ? "   /Index [0 5]\n" : "");
  put_deflated(packer->out, rows);
  g_string_append_printf(packer->out, "startxref\n%zu\n%%%%EOF\n", start);
  g_string_free(rows, TRUE);
}

GByteArray *packed(const GByteArray *drawn, PackedFlaw flaw) {
  Packer packer = {.flaw = flaw, .out = g_string_new("%PDF-1.5\n")};
  read_objects(&packer, drawn);
  put_plain(&packer);
  for (uint32_t stream = 0; stream < STREAMS; stream++)
    put_object_stream(&packer, stream);
  put_cross_reference(&packer);
  g_free(packer.objects);
  GByteArray *bytes = g_byte_array_new();
  g_byte_array_append(bytes, (const guint8 *)packer.out->str, (guint)packer.out->len);
  g_string_free(packer.out, TRUE);
  return bytes;
}
