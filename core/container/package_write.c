/* Writing a package (PKWARE APPNOTE 4.3) straight into the sink: one part is in memory at a time, and the
   same parts give the same bytes on any machine. libzip holds all parts until the end, takes times through
   the time zone, and starts OpenSSL to name a temporary file; what a writer needs of ZIP is three records. */
#include "config.h"

#include <glib.h>
#include <letterpress/package.h>
#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

enum { DOS_DATE_1980_01_01 = 1 << 5 | 1, VERSION_2_0 = 20, FLAG_UTF8 = 1 << 11, DEFLATE_LEVEL = 6 };
enum { METHOD_STORED = 0, METHOD_DEFLATED = 8 };

typedef struct Entry {
  char *name;
  uint32_t offset, crc, packed, unpacked;
  uint16_t method;
} Entry;

struct LpPackageWriter {
  LpSink *sink;
  LpAccount *account;
  GArray *entries; /* of Entry */
  GByteArray *record;
  int64_t start; /* where the package begins in the sink */
  bool failed;
};

static void put16(GByteArray *record, unsigned value) {
  uint8_t bytes[] = {(uint8_t)value, (uint8_t)(value >> 8)};
  g_byte_array_append(record, bytes, sizeof bytes);
}

static void put32(GByteArray *record, uint32_t value) {
  put16(record, value & 0xffff);
  put16(record, value >> 16);
}

static void flush(LpPackageWriter *writer) {
  lp_sink_write(writer->sink, writer->record->data, writer->record->len);
  g_byte_array_set_size(writer->record, 0);
}

static void fail(LpPackageWriter *writer, const char *part, const char *why) {
  LpPlace place = {.part = part};
  if (!writer->failed)
    lp_report(writer->account, LP_LEVEL_ERROR, LP_CLASS_OUTPUT, "package.unwritable", &place,
              "The package cannot be written: %s.", why);
  writer->failed = true;
}

/* What the header of a part and its entry in the directory have in common. */
static void put_facts(GByteArray *record, const Entry *entry) {
  bool ascii = g_str_is_ascii(entry->name);
  put16(record, VERSION_2_0);
  put16(record, ascii ? 0 : FLAG_UTF8);
  put16(record, entry->method);
  put16(record, 0);
  put16(record, DOS_DATE_1980_01_01);
  put32(record, entry->crc);
  put32(record, entry->packed);
  put32(record, entry->unpacked);
  put16(record, (unsigned)strlen(entry->name));
  put16(record, 0);
}

static void put_name(GByteArray *record, const Entry *entry) {
  g_byte_array_append(record, (const guint8 *)entry->name, (guint)strlen(entry->name));
}

/* Packs n bytes; NULL where that gains nothing. */
static uint8_t *deflated(const void *bytes, size_t n, size_t *packed) {
  /* A window as large as the part sees all of it; small parts are spared a quarter of a megabyte of fresh
   * pages. */
  int window_bits = 9;
  while (window_bits < MAX_WBITS && (size_t)1 << window_bits < n)
    window_bits++;
  z_stream stream = {0};
  if (n == 0 || deflateInit2(&stream, DEFLATE_LEVEL, Z_DEFLATED, -window_bits, MIN(8, window_bits - 6),
                             Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  uint8_t *out = g_malloc(n);
  stream.next_in = bytes;
  stream.avail_in = (uInt)n;
  stream.next_out = out;
  stream.avail_out = (uInt)n - 1;
  int result = deflate(&stream, Z_FINISH);
  *packed = stream.total_out;
  deflateEnd(&stream);
  if (result == Z_STREAM_END)
    return out;
  g_free(out);
  return NULL;
}

LpPackageWriter *lp_package_writer_new(LpSink *sink, LpAccount *account) {
  LpPackageWriter *writer = g_new0(LpPackageWriter, 1);
  writer->sink = sink;
  writer->account = account;
  writer->start = lp_sink_position(sink);
  writer->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  writer->record = g_byte_array_new();
  return writer;
}

void lp_package_writer_add(LpPackageWriter *writer, const char *name, const void *bytes, size_t n,
                           LpPacking packing) {
  int64_t offset = lp_sink_position(writer->sink) - writer->start;
  if (writer->failed)
    return;
  if (n > INT32_MAX || offset > INT32_MAX || writer->entries->len == UINT16_MAX ||
      strlen(name) > UINT16_MAX) {
    fail(writer, name, "it would be larger than a ZIP file can be");
    return;
  }
  size_t packed = n;
  g_autofree uint8_t *out = packing == LP_PACKING_DEFLATED ? deflated(bytes, n, &packed) : NULL;
  if (!out)
    packed = n;
  Entry entry = {.name = g_strdup(name),
                 .offset = (uint32_t)offset,
                 .crc = (uint32_t)crc32(0, bytes, (uInt)n),
                 .packed = (uint32_t)packed,
                 .unpacked = (uint32_t)n,
                 .method = out ? METHOD_DEFLATED : METHOD_STORED};
  g_array_append_val(writer->entries, entry);
  g_byte_array_append(writer->record, (const guint8 *)"PK\3\4", 4);
  put_facts(writer->record, &entry);
  put_name(writer->record, &entry);
  flush(writer);
  lp_sink_write(writer->sink, out ? out : bytes, packed);
}

static void put_directory_entry(GByteArray *record, const Entry *entry) {
  g_byte_array_append(record, (const guint8 *)"PK\1\2", 4);
  put16(record, VERSION_2_0);
  put_facts(record, entry);
  put16(record, 0); /* comment */
  put16(record, 0); /* disk */
  put16(record, 0); /* attributes */
  put32(record, 0);
  put32(record, entry->offset);
  put_name(record, entry);
}

static void write_directory(LpPackageWriter *writer) {
  int64_t offset = lp_sink_position(writer->sink) - writer->start;
  for (guint i = 0; i < writer->entries->len; i++)
    put_directory_entry(writer->record, &g_array_index(writer->entries, Entry, i));
  uint32_t size = writer->record->len;
  if (offset > UINT32_MAX - (int64_t)size) {
    fail(writer, NULL, "it would be larger than a ZIP file can be");
    return;
  }
  g_byte_array_append(writer->record, (const guint8 *)"PK\5\6", 4);
  put32(writer->record, 0); /* disks */
  put16(writer->record, writer->entries->len);
  put16(writer->record, writer->entries->len);
  put32(writer->record, size);
  put32(writer->record, (uint32_t)offset);
  put16(writer->record, 0); /* comment */
  flush(writer);
}

bool lp_package_writer_finish(LpPackageWriter *writer) {
  if (!writer->failed)
    write_directory(writer);
  bool written = !writer->failed && !lp_sink_broken(writer->sink);
  for (guint i = 0; i < writer->entries->len; i++)
    g_free(g_array_index(writer->entries, Entry, i).name);
  g_array_free(writer->entries, TRUE);
  g_byte_array_free(writer->record, TRUE);
  g_free(writer);
  return written;
}
