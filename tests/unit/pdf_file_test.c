#include "config.h"

#include "file/syntax.h"
#include "pdf/finished.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static PdfElement *new_paragraph(Sample *sample) {
  return pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_P);
}

static void rectangle(Sample *sample) {
  cairo_rectangle(sample->cr, 100, 100, 50, 50);
  cairo_fill(sample->cr);
}

static void the_same_document_gives_the_same_bytes(void **state) {
  (void)state;
  GByteArray *files[2];
  for (int i = 0; i < 2; i++) {
    Sample *sample = sample_new();
    sample_draw_all(sample);
    PdfFault fault;
    files[i] = sample_finish(sample, &fault);
    assert_string_equal(fault.sentence, "");
    assert_non_null(files[i]);
    sample_free(sample);
  }
  assert_int_equal(files[0]->len, files[1]->len);
  assert_memory_equal(files[0]->data, files[1]->data, files[0]->len);
  assert_memory_equal(files[0]->data, "%PDF-1.7\n", 9);
  assert_memory_equal(files[0]->data + files[0]->len - 7, "\n%%EOF\n", 7);
  g_byte_array_unref(files[0]);
  g_byte_array_unref(files[1]);
}

static void another_text_gives_another_file_id(void **state) {
  (void)state;
  char ids[2][64];
  for (int i = 0; i < 2; i++) {
    Sample *sample = sample_new();
    sample_text(sample, new_paragraph(sample), 70, 70, i == 0 ? "one" : "two");
    PdfFault fault;
    GByteArray *file = sample_finish(sample, &fault);
    assert_non_null(file);
    const char *id = memmem(file->data, file->len, "/ID[<", 5);
    assert_non_null(id);
    memcpy(ids[i], id, 37);
    ids[i][37] = '\0';
    g_byte_array_unref(file);
    sample_free(sample);
  }
  assert_string_not_equal(ids[0], ids[1]);
}

/* Finishes these bytes with a sample's records; nothing may crash, whatever is made of them. */
static bool finish_bytes(const uint8_t *bytes, size_t size, PdfFault *fault) {
  Sample *records = sample_new();
  sample_draw_pages(records, 2);
  sample_close(records);
  g_byte_array_set_size(records->drawn, 0);
  g_byte_array_append(records->drawn, bytes, (guint)size);
  GByteArray *file = sample_finish(records, fault);
  const bool done = file != NULL;
  if (file != NULL)
    g_byte_array_unref(file);
  sample_free(records);
  return done;
}

static void what_cairo_does_not_write_is_refused(void **state) {
  (void)state;
  Sample *sample = sample_new();
  sample_draw_pages(sample, 2);
  PdfFault fault;
  GByteArray *file = sample_finish(sample, &fault);
  assert_non_null(file);
  GByteArray *drawn = sample->drawn;
  assert_true(finish_bytes(drawn->data, drawn->len, &fault));
  /* Too short, at many places; then the finished file, which has no cross-reference table. */
  for (size_t size = 0; size < drawn->len; size += 1 + drawn->len / 97) {
    assert_false(finish_bytes(drawn->data, size, &fault));
    assert_int_equal(fault.code, PDF_FAULT_DRAWING);
  }
  assert_false(finish_bytes(file->data, file->len, &fault));
  assert_int_equal(fault.code, PDF_FAULT_DRAWING);
  g_byte_array_unref(file);
  sample_free(sample);
}

static void damaged_drawings_do_no_harm(void **state) {
  (void)state;
  Sample *sample = sample_new();
  sample_draw_pages(sample, 2);
  PdfFault fault;
  GByteArray *file = sample_finish(sample, &fault);
  assert_non_null(file);
  g_byte_array_unref(file);
  uint32_t random = 1;
  for (int i = 0; i < 150; i++) {
    random = random * 1664525 + 1013904223;
    /* Two of three times in the table and the small objects at the end. */
    const guint from = i % 3 == 0 ? 0 : sample->drawn->len - 3000;
    const guint at = from + random % (sample->drawn->len - from);
    const uint8_t kept = sample->drawn->data[at];
    sample->drawn->data[at] ^= (uint8_t)(1 << (random >> 29));
    (void)finish_bytes(sample->drawn->data, sample->drawn->len, &fault);
    sample->drawn->data[at] = kept;
  }
  sample_free(sample);
}

typedef struct Tap {
  size_t left;
} Tap;

static bool trickle(void *state, const void *bytes, size_t size) {
  Tap *tap = state;
  (void)bytes;
  if (tap->left < size)
    return false;
  tap->left -= size;
  return true;
}

static void a_full_output_is_told(void **state) {
  (void)state;
  Sample *sample = sample_new();
  sample_draw_pages(sample, 1);
  PdfFault fault;
  GByteArray *file = sample_finish(sample, &fault);
  assert_non_null(file);
  sample_free(sample);
  for (size_t room = 0; room < file->len; room += 1 + file->len / 50) {
    sample = sample_new();
    sample_draw_pages(sample, 1);
    sample_close(sample);
    Tap tap = {.left = room};
    const PdfOutput output = {.state = &tap, .write = trickle};
    assert_false(pdf_finish(sample->drawn->data, sample->drawn->len, sample->tags, &sample->metadata, NULL,
                            &output, &fault));
    assert_int_equal(fault.code, PDF_FAULT_OUTPUT);
    sample_free(sample);
  }
  g_byte_array_unref(file);
}

static void records_that_no_valid_file_can_be_made_of_are_refused(void **state) {
  (void)state;
  Sample *sample = sample_new();
  sample->metadata.title = "";
  rectangle(sample);
  refused(sample, PDF_FAULT_RECORDS, "no title");
  sample = sample_new();
  sample->metadata.language = "en GB";
  refused(sample, PDF_FAULT_RECORDS, "no language");
  sample = sample_new();
  (void)pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_FIGURE);
  refused(sample, PDF_FAULT_RECORDS, "no box");
  sample = sample_new();
  PdfElement *element = pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_FIGURE);
  pdf_element_set_box(sample->tags, element, 0, 0, 1, 1);
  refused(sample, PDF_FAULT_RECORDS, "no alternative");
  sample = sample_new();
  (void)pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_TH);
  refused(sample, PDF_FAULT_RECORDS, "no scope");
  sample = sample_new();
  element = pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_L);
  (void)pdf_element_new(sample->tags, pdf_element_new(sample->tags, element, PDF_LI), PDF_LBL);
  refused(sample, PDF_FAULT_RECORDS, "no numbering");
  sample = sample_new();
  pdf_element_set_id(sample->tags, new_paragraph(sample), "a");
  pdf_element_set_id(sample->tags, new_paragraph(sample), "a");
  refused(sample, PDF_FAULT_RECORDS, "the same ID");
  sample = sample_new();
  PdfDestination *destination = pdf_destination_named(sample->tags, "far");
  pdf_destination_place(sample->tags, destination, new_paragraph(sample), 7, 0, 0);
  refused(sample, PDF_FAULT_RECORDS, "never drawn");
}

static void a_description_may_be_as_long_as_a_string(void **state) {
  (void)state;
  for (size_t size = 32767; size <= 32768; size++) {
    Sample *sample = sample_new();
    char *text = g_strnfill(size, 'a');
    PdfElement *element = new_paragraph(sample);
    pdf_element_set_actual_text(sample->tags, element, text);
    sample_text(sample, element, 70, 70, "short");
    g_free(text);
    if (size == 32768) {
      refused(sample, PDF_FAULT_LIMIT, "longer than a string");
    } else {
      g_string_free(finished(sample), TRUE);
    }
  }
}

static void heading_levels_are_closed_up(void **state) {
  (void)state;
  static const int levels[] = {2, 4, 4, 3, 2, 6, 1, 2};
  static const char *const expected[] = {"/H1 <</MCID 0", "/H2 <</MCID 1", "/H2 <</MCID 2", "/H2 <</MCID 3",
                                         "/H1 <</MCID 4", "/H2 <</MCID 5", "/H1 <</MCID 6", "/H2 <</MCID 7"};
  Sample *sample = sample_new();
  for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
    sample_text(sample,
                pdf_element_new(sample->tags, pdf_tags_document(sample->tags),
                                (PdfElementType)(PDF_H1 + levels[i] - 1)),
                70, 70 + 20.0 * (double)i, "heading");
  GString *plain = finished(sample);
  for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
    assert_int_equal(count_in(plain, expected[i]), 1);
  g_string_free(plain, TRUE);
}

static void a_link_to_nowhere_becomes_a_span(void **state) {
  (void)state;
  Sample *sample = sample_new();
  PdfElement *element = pdf_element_new(sample->tags, new_paragraph(sample), PDF_LINK);
  PdfDestination *nowhere = pdf_destination_named(sample->tags, "nowhere");
  PdfLink *link = pdf_link_to_destination(sample->tags, element, nowhere, NULL);
  pdf_link_add_rectangle(sample->tags, link, 0, 70, 60, 40, 12);
  sample_text(sample, element, 70, 70, "text");
  assert_string_equal(pdf_tags_unplaced(sample->tags, 0), "nowhere");
  assert_null(pdf_tags_unplaced(sample->tags, 1));
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/Subtype/Link"), 0);
  assert_int_equal(count_in(plain, "/Span <</MCID 0"), 1);
  g_string_free(plain, TRUE);
}

static void assert_put(GString *out, const char *expected, size_t size) {
  assert_int_equal(out->len, size);
  assert_memory_equal(out->str, expected, size);
  g_string_truncate(out, 0);
}

static void numbers_and_strings_are_as_the_standard_has_them(void **state) {
  (void)state;
  GString *out = g_string_new(NULL);
  static const struct {
    double value;
    const char *text;
  } reals[] = {{0, "0"},         {1, "1"},       {-1.5, "-1.5"},        {0.0004, "0"}, {0.0006, "0.001"},
               {12.34, "12.34"}, {-0.0001, "0"}, {595.2756, "595.276"}, {1e300, "0"},  {(double)NAN, "0"}};
  for (size_t i = 0; i < G_N_ELEMENTS(reals); i++) {
    pdf_put_real(out, reals[i].value);
    assert_put(out, reals[i].text, strlen(reals[i].text));
  }
  assert_true(pdf_put_text(out, "a (b) \\"));
  assert_put(out, "(a \\(b\\) \\\\)", 12);
  assert_true(pdf_put_text(out, "\xC3\xA9\xF0\x9F\x98\x80"));
  assert_put(out, "(\xFE\xFF\0\xE9\xD8=\xDE\0)", 10);
  assert_true(pdf_put_text(out, "\xFF\n"));
  assert_put(out, "(\xFE\xFF\xFF\xFD\0\\n)", 9);
  pdf_put_text_cut(out, "\r");
  assert_put(out, "(\xFE\xFF\0\\r)", 7);
  g_string_free(out, TRUE);
}

static void bookmarks_hang_on_the_last_smaller_level(void **state) {
  (void)state;
  static const unsigned levels[] = {2, 3, 1, 4, 2};
  Sample *sample = sample_new();
  PdfElement *element = new_paragraph(sample);
  sample_text(sample, element, 70, 70, "target");
  PdfDestination *destination = pdf_destination_named(sample->tags, "target");
  pdf_destination_place(sample->tags, destination, element, 0, 70, 60);
  for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
    char title[8];
    g_snprintf(title, sizeof title, "b%zu", i);
    pdf_bookmark_add(sample->tags, levels[i], title, destination);
  }
  pdf_bookmark_add(sample->tags, 1, "nowhere", pdf_destination_named(sample->tags, "nowhere"));
  GString *plain = finished(sample);
  /* Two at the top, with one and two below: five in all. */
  assert_int_equal(count_in(plain, "/Count 5"), 1);
  assert_int_equal(count_in(plain, "(nowhere)"), 0);
  assert_int_equal(count_in(plain, "/Count 2>>"), 1);
  g_string_free(plain, TRUE);
}

/* Writes a sample's file for the tests in tests/pdf: "pdf_file_test all FILE", "pictures" or a number of
 * pages. */
static int write_sample(const char *kind, const char *path) {
  Sample *sample = sample_new();
  pdf_marks_check_ends(sample->marks);
  if (strcmp(kind, "all") == 0)
    sample_draw_all(sample);
  else if (strcmp(kind, "pictures") == 0)
    sample_draw_pictures(sample);
  else
    sample_draw_pages(sample, (unsigned)g_ascii_strtoull(kind, NULL, 10));
  PdfFault fault;
  GByteArray *file = sample_finish(sample, &fault);
  if (file == NULL) {
    (void)fprintf(stderr, "%s\n", fault.sentence);
    sample_free(sample);
    return 1;
  }
  const bool written = g_file_set_contents(path, (const char *)file->data, file->len, NULL);
  g_byte_array_unref(file);
  sample_free(sample);
  return written ? 0 : 1;
}

int main(int argc, char **argv) {
  if (argc == 3)
    return write_sample(argv[1], argv[2]);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_document_gives_the_same_bytes),
      cmocka_unit_test(another_text_gives_another_file_id),
      cmocka_unit_test(what_cairo_does_not_write_is_refused),
      cmocka_unit_test(damaged_drawings_do_no_harm),
      cmocka_unit_test(a_full_output_is_told),
      cmocka_unit_test(records_that_no_valid_file_can_be_made_of_are_refused),
      cmocka_unit_test(a_description_may_be_as_long_as_a_string),
      cmocka_unit_test(heading_levels_are_closed_up),
      cmocka_unit_test(a_link_to_nowhere_becomes_a_span),
      cmocka_unit_test(numbers_and_strings_are_as_the_standard_has_them),
      cmocka_unit_test(bookmarks_hang_on_the_last_smaller_level),
  };
  return cmocka_run_group_tests_name("pdf_file", tests, NULL, sample_release_fonts);
}
