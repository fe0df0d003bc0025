#include "config.h"

#include "file/picture.h"
#include "pdf/finished.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void pictures_lose_what_they_tell_of_people(void **state) {
  (void)state;
  Sample *sample = sample_new();
  sample_draw_pictures(sample);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "GPS"), 0);
  assert_int_equal(count_in(plain, "named perso"), 0);
  assert_int_equal(count_in(plain, "a film behind"), 0);
  assert_int_equal(count_in(plain, "The person who drew it"), 0);
  assert_int_equal(count_in(plain, "/DCTDecode"), 2);
  assert_int_equal(count_in(plain, "/Interpolate true"), 0);
  g_string_free(plain, TRUE);
}

static void a_jpeg_has_tables_and_comments_between_scans(void **state) {
  (void)state;
  static const uint8_t between[] =
      "\xFF\xC4\x00\x05\xFF\xD9\x01" /* a table that holds an end, for what it is worth */
      "\xFF\xFE\x00\x08secret\xFF";
  GByteArray *jpeg = sample_jpeg(3), *longer = g_byte_array_new();
  const guint end = jpeg->len - 25 - 2;
  g_byte_array_append(longer, jpeg->data, end);
  g_byte_array_append(longer, between, sizeof between - 1);
  g_byte_array_append(longer, jpeg->data + end, jpeg->len - end);
  g_byte_array_unref(jpeg);
  Sample *sample = sample_new();
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  pdf_picture_draw(sample->marks, sample_picture(sample, longer), 10, 10, 10, 10);
  pdf_marks_end(sample->marks);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "secret"), 0);
  assert_int_equal(count_in(plain, "\xFF\xD9\x01\xFF\xD9\nendstream"), 1);
  g_string_free(plain, TRUE);
}

static void a_picture_drawn_twice_is_written_once(void **state) {
  (void)state;
  Sample *sample = sample_new();
  PdfPicture *picture = sample_picture(sample, sample_png(&sample_pngs[5]));
  assert_ptr_equal(pdf_picture_new(sample->tags, 0), picture);
  for (int page = 0; page < 2; page++) {
    pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_HEADER);
    pdf_picture_draw(sample->marks, picture, 10, 10, 100, 100);
    pdf_picture_draw(sample->marks, picture, 200, 10, 10, 10);
    pdf_marks_end(sample->marks);
    pdf_marks_show_page(sample->marks);
  }
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/Subtype/Image"), 1);
  assert_int_equal(count_in(plain, "/Width 7/Height 5"), 1);
  g_string_free(plain, TRUE);
}

static void refuse_picture(GByteArray *bytes, PdfFaultCode code, const char *words) {
  PdfFault fault;
  PdfPictureFacts facts;
  assert_false(pdf_picture_inspect(bytes->data, bytes->len, 0, &facts, &fault));
  assert_int_equal(fault.code, code);
  assert_non_null(strstr(fault.sentence, words));
  Sample *sample = sample_new();
  PdfPicture *picture = sample_picture(sample, bytes);
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  pdf_picture_draw(sample->marks, picture, 10, 10, 100, 100);
  pdf_marks_end(sample->marks);
  refused(sample, code, words);
}

static void pictures_that_cannot_be_written_are_refused(void **state) {
  (void)state;
  refuse_picture(sample_jpeg(4), PDF_FAULT_PICTURE, "CMYK");
  GByteArray *text = g_byte_array_new();
  g_byte_array_append(text, (const uint8_t *)"GIF89a, say", 11);
  refuse_picture(text, PDF_FAULT_PICTURE, "neither PNG nor JPEG");
  PdfFault fault;
  PdfPictureFacts facts;
  GByteArray *png = sample_png(&sample_pngs[12]);
  assert_true(pdf_picture_inspect(png->data, png->len, 35, &facts, &fault));
  assert_true(facts.width == 7 && facts.height == 5 && facts.is_decoded);
  assert_false(pdf_picture_inspect(png->data, png->len, 34, &facts, &fault));
  assert_int_equal(fault.code, PDF_FAULT_LIMIT);
  g_byte_array_unref(png);
}

static bool take_all(void *state, const void *bytes, size_t size) {
  (void)state;
  (void)bytes;
  (void)size;
  return true;
}

/* Writes the bytes as a picture; false: refused. */
static bool writes_picture(const uint8_t *bytes, size_t size) {
  const PdfOutput output = {.write = take_all};
  PdfFault fault = {.code = PDF_FAULT_NONE};
  PdfWriter writer;
  pdf_writer_init(&writer, &output, &fault);
  uint8_t *exact = g_memdup2(bytes, size);
  const bool done = pdf_picture_write(&writer, pdf_object_reserve(&writer), exact, size, 0);
  g_free(exact);
  pdf_writer_clear(&writer);
  return done;
}

static void damaged_pictures_are_refused_and_do_no_harm(void **state) {
  (void)state;
  for (size_t kind = 0; kind < sample_png_count; kind++) {
    GByteArray *png = sample_png(&sample_pngs[kind]);
    assert_true(writes_picture(png->data, png->len));
    for (guint size = 0; size < png->len; size++)
      assert_false(writes_picture(png->data, size));
    for (guint at = 8; at < png->len; at++) {
      png->data[at] ^= 0x10;
      (void)writes_picture(png->data, png->len);
      png->data[at] ^= 0x10;
    }
    g_byte_array_unref(png);
  }
  GByteArray *jpeg = sample_jpeg(3);
  const guint whole = jpeg->len - 25; /* what lies behind it is not needed */
  assert_true(writes_picture(jpeg->data, whole));
  for (guint size = 0; size < whole; size++)
    assert_false(writes_picture(jpeg->data, size));
  for (guint at = 2; at < jpeg->len; at++) {
    jpeg->data[at] ^= 0x21;
    (void)writes_picture(jpeg->data, jpeg->len);
    jpeg->data[at] ^= 0x21;
  }
  g_byte_array_unref(jpeg);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pictures_lose_what_they_tell_of_people),
      cmocka_unit_test(a_jpeg_has_tables_and_comments_between_scans),
      cmocka_unit_test(a_picture_drawn_twice_is_written_once),
      cmocka_unit_test(pictures_that_cannot_be_written_are_refused),
      cmocka_unit_test(damaged_pictures_are_refused_and_do_no_harm),
  };
  return cmocka_run_group_tests_name("pdf_picture", tests, NULL, sample_release_fonts);
}
