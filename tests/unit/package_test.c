/* Packages: what is written reads back, and hostile ones are refused by code, class and place. */
#include "config.h"

#include "account/account.h"
#include "document/edit.h"

#include <letterpress/package.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>
#include <zlib.h>

/* A part of a package made by hand, with what is said of it. A zero is filled with the truth. */
typedef struct Part {
  const char *name;
  const char *local_name;
  const char *data;
  unsigned method, flags;
  uint32_t crc, unpacked;
  const uint8_t *packed; /* instead of data */
  uint32_t packed_n;
  uint32_t offset_shift;
} Part;

static void put(GByteArray *out, const char *format, ...) {
  va_list values;
  va_start(values, format);
  for (; *format; format++) {
    uint32_t value = va_arg(values, uint32_t);
    uint8_t bytes[4] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16),
                        (uint8_t)(value >> 24)};
    g_byte_array_append(out, bytes, *format == '4' ? 4 : 2);
  }
  va_end(values);
}

static void put_text(GByteArray *out, const char *text) {
  g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

static const char *data_of(const Part *part) {
  return part->data ? part->data : "";
}

static uint32_t crc_of(const Part *part) {
  const char *data = data_of(part);
  return part->crc ? part->crc : (uint32_t)crc32(0, (const Bytef *)data, (uInt)strlen(data));
}

static void put_part(GByteArray *out, const Part *part) {
  const char *name = part->local_name ? part->local_name : part->name;
  uint32_t unpacked = part->unpacked ? part->unpacked : (uint32_t)strlen(data_of(part));
  uint32_t packed = part->packed ? part->packed_n : (uint32_t)strlen(data_of(part));
  put(out,
      "4222224442"
      "2",
      0x04034b50, 20, part->flags, part->method, 0, 0x21, crc_of(part), packed, unpacked,
      (uint32_t)strlen(name), 0);
  put_text(out, name);
  if (part->packed)
    g_byte_array_append(out, part->packed, part->packed_n);
  else
    put_text(out, data_of(part));
}

static void put_entry(GByteArray *out, const Part *part, uint32_t offset) {
  uint32_t unpacked = part->unpacked ? part->unpacked : (uint32_t)strlen(data_of(part));
  uint32_t packed = part->packed ? part->packed_n : (uint32_t)strlen(data_of(part));
  put(out, "42222224442222244", 0x02014b50, 20, 20, part->flags, part->method, 0, 0x21, crc_of(part), packed,
      unpacked, (uint32_t)strlen(part->name), 0, 0, 0, 0, 0, offset + part->offset_shift);
  put_text(out, part->name);
}

static void put_end(GByteArray *out, uint32_t count, uint32_t size, uint32_t offset) {
  put(out, "42222442", 0x06054b50, 0, 0, count, count, size, offset, 0);
}

static GByteArray *package_of(const Part *parts, size_t count) {
  GByteArray *out = g_byte_array_new();
  uint32_t offsets[8];
  for (size_t i = 0; i < count; i++) {
    offsets[i] = out->len;
    put_part(out, &parts[i]);
  }
  uint32_t start = out->len;
  for (size_t i = 0; i < count; i++)
    put_entry(out, &parts[i], offsets[i]);
  put_end(out, (uint32_t)count, out->len - start, start);
  return out;
}

/* ---- what a case needs ---- */

typedef struct Case {
  LpAccount *account;
  GByteArray *bytes;
  LpSource *source;
  LpPackage *package;
} Case;

static Case open_case(GByteArray *bytes) {
  Case it = {.account = lp_account_new(), .bytes = bytes};
  it.source = lp_source_new_bytes("draft.docx", bytes->data, bytes->len);
  it.package = lp_package_open(it.source, it.account);
  return it;
}

static void close_case(Case *it) {
  lp_package_close(it->package);
  lp_source_free(it->source);
  lp_account_free(it->account);
  g_byte_array_free(it->bytes, TRUE);
}

static void assert_reported(const Case *it, const char *code, LpClass class_, const char *part) {
  assert_int_equal(lp_account_class(it->account), class_);
  assert_true(lp_account_diagnostic_count(it->account) > 0);
  const LpDiagnostic *found = lp_account_diagnostic(it->account, 0);
  assert_string_equal(found->code, code);
  if (part)
    assert_string_equal(found->place.part, part);
}

static void assert_open_refused(GByteArray *bytes, const char *code, LpClass class_, const char *part) {
  Case it = open_case(bytes);
  assert_null(it.package);
  assert_reported(&it, code, class_, part);
  close_case(&it);
}

static void assert_read_refused(GByteArray *bytes, const char *name, const char *code, LpClass class_) {
  Case it = open_case(bytes);
  assert_non_null(it.package);
  size_t n;
  assert_null(lp_package_read(it.package, name, &n));
  assert_reported(&it, code, class_, name);
  close_case(&it);
}

static GByteArray *written(const char *const names[], const char *const texts[], size_t count) {
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  for (size_t i = 0; i < count; i++)
    lp_package_writer_add(writer, names[i], texts[i], strlen(texts[i]),
                          i == 0 ? LP_PACKING_STORED : LP_PACKING_DEFLATED);
  assert_true(lp_package_writer_finish(writer));
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, bytes, (guint)n);
  lp_sink_free(sink);
  lp_account_free(account);
  return out;
}

/* ---- honest packages ---- */

static const char *const names[] = {"mimetype", "content.xml", "empty", "Pictures/\xc3\xa9.svg"};
static const char *const texts[] = {
    "application/x-draft", "<p>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</p>", "", "<svg/>"};

static void what_is_written_reads_back(void **state) {
  (void)state;
  Case it = open_case(written(names, texts, 4));
  assert_non_null(it.package);
  assert_int_equal(lp_package_count(it.package), 4);
  for (size_t i = 0; i < 4; i++) {
    size_t n;
    assert_string_equal(lp_package_name(it.package, i), names[i]);
    uint8_t *bytes = lp_package_read(it.package, names[i], &n);
    assert_non_null(bytes);
    assert_string_equal((const char *)bytes, texts[i]);
    assert_int_equal(n, strlen(texts[i]));
    free(bytes);
  }
  assert_null(lp_package_name(it.package, 4));
  assert_false(lp_account_failed(it.account));
  close_case(&it);
}

static void the_same_parts_give_the_same_bytes(void **state) {
  (void)state;
  GByteArray *first = written(names, texts, 4);
  assert_int_equal(setenv("TZ", "Asia/Bangkok", 1), 0);
  GByteArray *second = written(names, texts, 4);
  unsetenv("TZ");
  assert_int_equal(first->len, second->len);
  assert_memory_equal(first->data, second->data, first->len);
  g_byte_array_free(first, TRUE);
  g_byte_array_free(second, TRUE);
}

/* ODF 1.3, part 2, 3.3: the first file, stored, without an extra field, so that its bytes stand at offset 38.
 */
static void a_stored_first_part_stands_at_its_fixed_offset(void **state) {
  (void)state;
  GByteArray *bytes = written(names, texts, 4);
  assert_memory_equal(bytes->data + 30, "mimetypeapplication/x-draft", 27);
  g_byte_array_free(bytes, TRUE);
}

static void names_are_found_whatever_their_case(void **state) {
  (void)state;
  const Part parts[] = {{.name = "word\\Document.xml", .data = "<a/>"},
                        {.name = "/x.xml", .data = "<b/>"},
                        {.name = "word/", .data = ""}};
  Case it = open_case(package_of(parts, 3));
  assert_non_null(it.package);
  assert_int_equal(lp_package_count(it.package), 2);
  assert_string_equal(lp_package_find(it.package, "WORD/document.XML"), "word/Document.xml");
  assert_true(lp_package_has(it.package, "x.xml"));
  assert_false(lp_package_has(it.package, "word/document.xml"));
  assert_null(lp_package_find(it.package, "word/other.xml"));
  assert_false(lp_account_failed(it.account));
  close_case(&it);
}

/* An embedded package that is stored has an end record of its own near the end. */
static void a_stored_package_within_is_no_second_directory(void **state) {
  (void)state;
  GByteArray *inner = written(names, texts, 4);
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  lp_package_writer_add(writer, "a.xml", "<a/>", 4, LP_PACKING_STORED);
  lp_package_writer_add(writer, "embedded.xlsx", inner->data, inner->len, LP_PACKING_STORED);
  assert_true(lp_package_writer_finish(writer));
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  GByteArray *outer = g_byte_array_new();
  g_byte_array_append(outer, bytes, (guint)n);
  Case it = open_case(outer);
  assert_non_null(it.package);
  assert_int_equal(lp_package_count(it.package), 2);
  close_case(&it);
  lp_sink_free(sink);
  lp_account_free(account);
  g_byte_array_free(inner, TRUE);
}

static void a_part_that_is_not_there_is_no_error(void **state) {
  (void)state;
  Case it = open_case(written(names, texts, 4));
  size_t n;
  assert_null(lp_package_read(it.package, "nothing", &n));
  assert_false(lp_account_failed(it.account));
  close_case(&it);
}

/* ---- hostile packages ---- */

static void two_parts_of_one_name_are_refused(void **state) {
  (void)state;
  const Part parts[] = {{.name = "a.xml", .data = "<a/>"}, {.name = "a.xml", .data = "<b/>"}};
  assert_open_refused(package_of(parts, 2), "package.ambiguous", LP_CLASS_FORMAT, "a.xml");
}

static void names_that_differ_in_case_are_refused_when_looked_for(void **state) {
  (void)state;
  const Part parts[] = {{.name = "a.xml", .data = "<a/>"}, {.name = "A.xml", .data = "<b/>"}};
  Case it = open_case(package_of(parts, 2));
  assert_non_null(it.package);
  assert_true(lp_package_has(it.package, "A.xml"));
  assert_false(lp_account_failed(it.account));
  assert_null(lp_package_find(it.package, "a.xml"));
  assert_reported(&it, "package.ambiguous", LP_CLASS_FORMAT, "a.xml");
  close_case(&it);
}

static void an_encrypted_part_is_named(void **state) {
  (void)state;
  const Part parts[] = {{.name = "a.xml", .data = "secret", .flags = 1}};
  assert_open_refused(package_of(parts, 1), "package.encrypted", LP_CLASS_FORMAT, "a.xml");
}

static void another_packing_is_refused(void **state) {
  (void)state;
  const Part parts[] = {{.name = "a.xml", .data = "BZh9", .method = 12}};
  assert_open_refused(package_of(parts, 1), "package.packing", LP_CLASS_FORMAT, "a.xml");
}

static void a_directory_that_names_another_part_is_refused(void **state) {
  (void)state;
  const Part renamed[] = {{.name = "a.xml", .local_name = "b.xml", .data = "<a/>"}};
  assert_open_refused(package_of(renamed, 1), "package.damaged", LP_CLASS_FORMAT, "a.xml");
  const Part shifted[] = {{.name = "a.xml", .data = "<a/>", .offset_shift = 3}};
  assert_open_refused(package_of(shifted, 1), "package.damaged", LP_CLASS_FORMAT, "a.xml");
  const Part beyond[] = {{.name = "a.xml", .data = "<a/>", .offset_shift = 0x7fffffff}};
  assert_open_refused(package_of(beyond, 1), "package.damaged", LP_CLASS_FORMAT, "a.xml");
}

static void two_directories_are_refused(void **state) {
  (void)state;
  const Part part = {.name = "a.xml", .data = "<a/>"}, other = {.name = "a.xml", .data = "<b/>"};
  GByteArray *out = g_byte_array_new();
  put_part(out, &part);
  uint32_t second = out->len;
  put_part(out, &other);
  uint32_t start = out->len;
  put_entry(out, &part, 0);
  put_end(out, 1, out->len - start, start);
  start = out->len;
  put_entry(out, &other, second);
  put_end(out, 1, out->len - start, start);
  assert_open_refused(out, "package.ambiguous", LP_CLASS_FORMAT, NULL);
}

static void a_false_count_is_refused(void **state) {
  (void)state;
  const Part part = {.name = "a.xml", .data = "<a/>"};
  for (uint32_t count = 0; count < 3; count += 2) {
    GByteArray *out = g_byte_array_new();
    put_part(out, &part);
    uint32_t start = out->len;
    put_entry(out, &part, 0);
    put_end(out, count, out->len - start, start);
    assert_open_refused(out, "package.damaged", LP_CLASS_FORMAT, NULL);
  }
}

static void a_wrong_checksum_is_damage(void **state) {
  (void)state;
  const Part parts[] = {{.name = "a.xml", .data = "<a/>", .crc = 7}};
  assert_read_refused(package_of(parts, 1), "a.xml", "package.damaged", LP_CLASS_FORMAT);
}

static GByteArray *deflated(const char *text, size_t n) {
  GByteArray *out = g_byte_array_new();
  g_byte_array_set_size(out, (guint)compressBound((uLong)n));
  z_stream stream = {0};
  assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = (Bytef *)(uintptr_t)text;
  stream.avail_in = (uInt)n;
  stream.next_out = out->data;
  stream.avail_out = out->len;
  assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
  g_byte_array_set_size(out, (guint)stream.total_out);
  deflateEnd(&stream);
  return out;
}

static void a_part_longer_or_shorter_than_said_is_damage(void **state) {
  (void)state;
  char *text = g_strnfill(100000, 'a');
  GByteArray *packed = deflated(text, 100000);
  uint32_t crc = (uint32_t)crc32(0, (const Bytef *)text, 100000);
  for (uint32_t said = 10; said <= 1000000; said *= 100000) {
    const Part part = {.name = "a.xml",
                       .method = 8,
                       .crc = crc,
                       .unpacked = said,
                       .packed = packed->data,
                       .packed_n = packed->len};
    assert_read_refused(package_of(&part, 1), "a.xml", "package.damaged", LP_CLASS_FORMAT);
  }
  g_byte_array_free(packed, TRUE);
  g_free(text);
}

static void a_cut_stream_is_damage(void **state) {
  (void)state;
  char *text = g_strdup_printf("%0*d", 5000, 1);
  GByteArray *packed = deflated(text, 5000);
  const Part part = {.name = "a.xml",
                     .method = 8,
                     .crc = (uint32_t)crc32(0, (const Bytef *)text, 5000),
                     .unpacked = 5000,
                     .packed = packed->data,
                     .packed_n = packed->len - 6};
  assert_read_refused(package_of(&part, 1), "a.xml", "package.damaged", LP_CLASS_FORMAT);
  g_byte_array_free(packed, TRUE);
  g_free(text);
}

static void a_cut_file_is_damage_wherever_it_is_cut(void **state) {
  (void)state;
  GByteArray *whole = written(names, texts, 4);
  for (guint n = 0; n < whole->len; n++) {
    GByteArray *cut = g_byte_array_new();
    g_byte_array_append(cut, whole->data, n);
    assert_open_refused(cut, "package.damaged", LP_CLASS_FORMAT, NULL);
  }
  g_byte_array_free(whole, TRUE);
}

static GByteArray *bomb(size_t n) {
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  char *zeros = g_malloc0(n);
  lp_package_writer_add(writer, "a.xml", zeros, n, LP_PACKING_DEFLATED);
  assert_true(lp_package_writer_finish(writer));
  g_free(zeros);
  size_t size;
  const uint8_t *bytes = lp_sink_bytes(sink, &size);
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, bytes, (guint)size);
  lp_sink_free(sink);
  lp_account_free(account);
  return out;
}

static void a_bomb_is_over_the_limit_of_its_ratio(void **state) {
  (void)state;
  assert_read_refused(bomb((32 << 20) + 1), "a.xml", "limit.part-ratio", LP_CLASS_LIMIT);
}

static void all_parts_together_are_limited_and_one_read_twice_counts_once(void **state) {
  (void)state;
  const Part parts[] = {{.name = "a", .data = "0123456789"}, {.name = "b", .data = "0123456789"}};
  Case it = open_case(package_of(parts, 2));
  lp_account_set_limit(it.account, LP_LIMIT_EXPANDED_BYTES, 15);
  size_t n;
  for (int i = 0; i < 3; i++) {
    uint8_t *bytes = lp_package_read(it.package, "a", &n);
    assert_non_null(bytes);
    free(bytes);
  }
  assert_null(lp_package_read(it.package, "b", &n));
  assert_int_equal(lp_account_class(it.account), LP_CLASS_LIMIT);
  close_case(&it);
}

static void too_many_entries_are_refused(void **state) {
  (void)state;
  GByteArray *bytes = written(names, texts, 4);
  LpAccount *account = lp_account_new();
  lp_account_set_limit(account, LP_LIMIT_PACKAGE_ENTRIES, 3);
  LpSource *source = lp_source_new_bytes("draft.odt", bytes->data, bytes->len);
  assert_null(lp_package_open(source, account));
  assert_int_equal(lp_account_class(account), LP_CLASS_LIMIT);
  lp_source_free(source);
  lp_account_free(account);
  g_byte_array_free(bytes, TRUE);
}

static void a_resource_is_read_when_asked(void **state) {
  (void)state;
  Case it = open_case(written(names, texts, 4));
  LpDocument *document = lp_document_new(it.account);
  LpBuilder *builder = lp_builder_new(document);
  int32_t number = lp_package_resource(it.package, builder, names[3]);
  assert_true(number >= 0);
  assert_int_equal(lp_package_resource(it.package, builder, names[3]), number);
  assert_int_equal(lp_package_resource(it.package, builder, "nothing"), -1);
  lp_builder_keep(builder, it.package, lp_package_close);
  it.package = NULL;
  lp_builder_finish(builder);
  LpSource *source = lp_resource_open(lp_document_resource(document, number));
  size_t n;
  assert_string_equal((const char *)lp_source_bytes(source, &n), "<svg/>");
  lp_source_free(source);
  lp_document_free(document);
  close_case(&it);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_written_reads_back),
      cmocka_unit_test(the_same_parts_give_the_same_bytes),
      cmocka_unit_test(a_stored_first_part_stands_at_its_fixed_offset),
      cmocka_unit_test(names_are_found_whatever_their_case),
      cmocka_unit_test(a_stored_package_within_is_no_second_directory),
      cmocka_unit_test(a_part_that_is_not_there_is_no_error),
      cmocka_unit_test(two_parts_of_one_name_are_refused),
      cmocka_unit_test(names_that_differ_in_case_are_refused_when_looked_for),
      cmocka_unit_test(an_encrypted_part_is_named),
      cmocka_unit_test(another_packing_is_refused),
      cmocka_unit_test(a_directory_that_names_another_part_is_refused),
      cmocka_unit_test(two_directories_are_refused),
      cmocka_unit_test(a_false_count_is_refused),
      cmocka_unit_test(a_wrong_checksum_is_damage),
      cmocka_unit_test(a_part_longer_or_shorter_than_said_is_damage),
      cmocka_unit_test(a_cut_stream_is_damage),
      cmocka_unit_test(a_cut_file_is_damage_wherever_it_is_cut),
      cmocka_unit_test(a_bomb_is_over_the_limit_of_its_ratio),
      cmocka_unit_test(all_parts_together_are_limited_and_one_read_twice_counts_once),
      cmocka_unit_test(too_many_entries_are_refused),
      cmocka_unit_test(a_resource_is_read_when_asked),
  };
  return cmocka_run_group_tests_name("package", tests, NULL, NULL);
}
