#include "config.h"

/* Drawings whose objects lie packed in others, as cairo 1.18 writes them. With an older cairo they are made
 * of its plain ones. */

#include "pdf/packed.h"
#include "pdf/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Finishes a drawing with the records of a sample of two pages. */
static GByteArray *finish(const GByteArray *drawn, PdfFault *fault) {
  Sample *records = sample_new();
  sample_draw_pages(records, 2);
  sample_close(records);
  g_byte_array_set_size(records->drawn, 0);
  g_byte_array_append(records->drawn, drawn->data, drawn->len);
  GByteArray *file = sample_finish(records, fault);
  sample_free(records);
  return file;
}

static GByteArray *drawing(void) {
  Sample *sample = sample_new();
  sample_draw_pages(sample, 2);
  sample_close(sample);
  GByteArray *drawn = g_byte_array_ref(sample->drawn);
  sample_free(sample);
  return drawn;
}

static void a_packed_drawing_becomes_the_same_file(void **state) {
  (void)state;
  GByteArray *plain = drawing();
  PdfFault fault;
  GByteArray *expected = finish(plain, &fault);
  assert_non_null(expected);
  if (!is_packed(plain)) {
    GByteArray *drawn = packed(plain, PACKED_SOUND);
    GByteArray *file = finish(drawn, &fault);
    assert_string_equal(fault.sentence, "");
    assert_int_equal(file->len, expected->len);
    assert_memory_equal(file->data, expected->data, file->len);
    g_byte_array_unref(file);
    g_byte_array_unref(drawn);
  }
  g_byte_array_unref(expected);
  g_byte_array_unref(plain);
}

static void every_flaw_is_refused(void **state) {
  (void)state;
  GByteArray *plain = drawing();
  for (int flaw = PACKED_SOUND + 1; flaw < PACKED_FLAWS && !is_packed(plain); flaw++) {
    PdfFault fault;
    GByteArray *drawn = packed(plain, (PackedFlaw)flaw);
    GByteArray *file = finish(drawn, &fault);
    if (file != NULL)
      fail_msg("flaw %d is not noticed", flaw);
    assert_int_equal(fault.code, PDF_FAULT_DRAWING);
    assert_non_null(strstr(fault.sentence, "not what cairo writes"));
    g_byte_array_unref(drawn);
  }
  g_byte_array_unref(plain);
}

static void a_damaged_one_does_no_harm(void **state) {
  (void)state;
  GByteArray *plain = drawing();
  GByteArray *drawn = is_packed(plain) ? g_byte_array_ref(plain) : packed(plain, PACKED_SOUND);
  uint32_t random = 1;
  for (int i = 0; i < 100; i++) {
    random = random * 1664525 + 1013904223;
    const guint from = drawn->len - MIN(drawn->len, 2500);
    const guint at = from + random % (drawn->len - from);
    const uint8_t kept = drawn->data[at];
    drawn->data[at] ^= (uint8_t)(1 << (random >> 29));
    PdfFault fault;
    GByteArray *file = finish(drawn, &fault);
    if (file != NULL)
      g_byte_array_unref(file);
    drawn->data[at] = kept;
  }
  g_byte_array_unref(drawn);
  g_byte_array_unref(plain);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_packed_drawing_becomes_the_same_file),
      cmocka_unit_test(every_flaw_is_refused),
      cmocka_unit_test(a_damaged_one_does_no_harm),
  };
  return cmocka_run_group_tests_name("pdf_packed", tests, NULL, sample_release_fonts);
}
