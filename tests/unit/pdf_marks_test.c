#include "config.h"

#include "pdf/finished.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static PdfElement *new_paragraph(Sample *sample) {
  return pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_P);
}

static void rectangle(Sample *sample) {
  cairo_rectangle(sample->cr, 100, 100, 50, 50);
  cairo_fill(sample->cr);
}

static void a_piece_without_ink_is_left_out(void **state) {
  (void)state;
  Sample *sample = sample_new();
  PdfElement *empty = new_paragraph(sample);
  pdf_marks_begin_content(sample->marks, empty);
  cairo_set_source_rgb(sample->cr, 1, 0, 0);
  pdf_marks_end(sample->marks);
  sample_text(sample, new_paragraph(sample), 70, 70, "inked");
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/MCID 0"), 1);
  assert_int_equal(count_in(plain, "/MCID"), 1);
  assert_int_equal(count_in(plain, "<</S/P/P"), 1);
  g_string_free(plain, TRUE);
}

static void pieces_of_one_element_in_a_row_become_one(void **state) {
  (void)state;
  Sample *sample = sample_new();
  PdfElement *first = new_paragraph(sample), *second = new_paragraph(sample);
  sample_text(sample, first, 70, 70, "line");
  sample_text(sample, first, 70, 90, "line");
  sample_text(sample, second, 70, 110, "line");
  sample_text(sample, first, 70, 130, "line");
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "BDC\n"), 3);
  assert_int_equal(count_in(plain, "EMC\n"), 3);
  assert_int_equal(count_in(plain, "/K[0 2]"), 1);
  g_string_free(plain, TRUE);
}

static void a_kid_between_two_pieces_keeps_them_apart(void **state) {
  (void)state;
  Sample *sample = sample_new();
  PdfElement *paragraph = new_paragraph(sample);
  sample_text(sample, paragraph, 70, 70, "before");
  PdfElement *span = pdf_element_new(sample->tags, paragraph, PDF_SPAN);
  sample_text(sample, paragraph, 70, 90, "behind");
  sample_text(sample, span, 70, 80, "between, drawn last");
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/Span <</MCID 2>> BDC"), 1);
  assert_int_equal(count_in(plain, "/P <</MCID 1>> BDC"), 1);
  g_string_free(plain, TRUE);
}

static void no_clip_matrix_or_colour_hides_a_mark(void **state) {
  (void)state;
  Sample *sample = sample_new();
  cairo_t *cr = sample->cr;
  cairo_save(cr);
  cairo_rectangle(cr, 100, 100, 200, 200);
  cairo_clip(cr);
  cairo_translate(cr, 100, 100);
  cairo_scale(cr, 3, 2);
  sample_text(sample, new_paragraph(sample), 0, 20, "clipped");
  cairo_restore(cr);
  cairo_set_source_rgba(cr, 0, 0, 1, 0);
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  cairo_set_source_rgb(cr, 0, 0, 1);
  rectangle(sample);
  pdf_marks_end(sample->marks);
  cairo_pattern_t *shade = cairo_pattern_create_linear(0, 0, 100, 100);
  cairo_pattern_add_color_stop_rgb(shade, 0, 1, 0, 0);
  cairo_pattern_add_color_stop_rgb(shade, 1, 0, 1, 0);
  cairo_set_source(cr, shade);
  cairo_pattern_destroy(shade);
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  rectangle(sample);
  pdf_marks_end(sample->marks);
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  cairo_set_source_rgb(cr, 0, 1, 0);
  cairo_push_group(cr);
  rectangle(sample);
  cairo_pop_group_to_source(cr);
  cairo_paint_with_alpha(cr, 0.5);
  pdf_marks_end(sample->marks);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/P <</MCID"), 4);
  assert_int_equal(count_in(plain, "0.004 re f"), 0);
  g_string_free(plain, TRUE);
}

static void the_current_point_outlives_a_mark(void **state) {
  (void)state;
  Sample *sample = sample_new();
  cairo_move_to(sample->cr, 30, 40);
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  double x = 0, y = 0;
  cairo_get_current_point(sample->cr, &x, &y);
  pdf_marks_end(sample->marks);
  assert_true(x == 30 && y == 40);
  sample_free(sample);
}

static void a_surface_of_another_sort_is_not_marked(void **state) {
  (void)state;
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 8, 8);
  cairo_t *cr = cairo_create(surface);
  PdfTags *tags = pdf_tags_new();
  PdfMarks *marks = pdf_marks_new(cr, tags);
  pdf_marks_begin_artifact(marks, PDF_ARTIFACT_LAYOUT);
  pdf_marks_end(marks);
  cairo_surface_flush(surface);
  assert_int_equal(cairo_image_surface_get_data(surface)[0], 0);
  pdf_marks_free(marks);
  pdf_tags_free(tags);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

static void a_piece_goes_on_behind_a_page_break(void **state) {
  (void)state;
  Sample *sample = sample_new();
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  rectangle(sample);
  pdf_marks_show_page(sample->marks);
  assert_true(pdf_marks_is_open(sample->marks));
  assert_int_equal(pdf_marks_page(sample->marks), 1);
  rectangle(sample);
  pdf_marks_end(sample->marks);
  pdf_marks_show_page(sample->marks);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/P <</MCID 0>> BDC"), 2);
  assert_int_equal(count_in(plain, "/K[0 <</Type/MCR/MCID 0/Pg"), 1);
  g_string_free(plain, TRUE);
}

static void pages_may_be_empty_and_many_pieces_long(void **state) {
  (void)state;
  Sample *sample = sample_new();
  pdf_marks_show_page(sample->marks);
  for (int i = 0; i < 300; i++)
    sample_text(sample, new_paragraph(sample), 70, 70, "x");
  pdf_marks_show_page(sample->marks);
  pdf_marks_show_page(sample->marks);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/Type/Page/"), 3);
  assert_int_equal(count_in(plain, "/P <</MCID 299>> BDC"), 1);
  g_string_free(plain, TRUE);
}

static void nested_and_unended_pieces_are_refused(void **state) {
  (void)state;
  Sample *sample = sample_new();
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  rectangle(sample);
  pdf_marks_end(sample->marks);
  refused(sample, PDF_FAULT_MARKS, "nested");
  sample = sample_new();
  pdf_marks_begin_content(sample->marks, new_paragraph(sample));
  refused(sample, PDF_FAULT_MARKS, "never ended");
  sample = sample_new();
  pdf_marks_end(sample->marks);
  refused(sample, PDF_FAULT_MARKS, "never began");
}

static void ink_outside_all_pieces_is_refused(void **state) {
  (void)state;
  Sample *sample = sample_new();
  rectangle(sample);
  sample_text(sample, new_paragraph(sample), 70, 70, "text");
  refused(sample, PDF_FAULT_MARKS, "outside");
  sample = sample_new();
  rectangle(sample);
  refused(sample, PDF_FAULT_MARKS, "outside");
  sample = sample_new();
  pdf_marks_check_ends(sample->marks);
  sample_text(sample, new_paragraph(sample), 70, 70, "text");
  cairo_move_to(sample->cr, 90, 90);
  cairo_show_text(sample->cr, "unmarked");
  sample_text(sample, new_paragraph(sample), 70, 70, "text");
  refused(sample, PDF_FAULT_MARKS, "outside");
  sample = sample_new();
  pdf_marks_check_ends(sample->marks);
  sample_text(sample, new_paragraph(sample), 70, 70, "text");
  rectangle(sample);
  refused(sample, PDF_FAULT_MARKS, "outside");
}

static void checked_ends_change_nothing_in_the_file(void **state) {
  (void)state;
  GString *plain[2];
  for (int i = 0; i < 2; i++) {
    Sample *sample = sample_new();
    if (i == 1)
      pdf_marks_check_ends(sample->marks);
    sample_draw_pages(sample, 3);
    plain[i] = finished(sample);
  }
  assert_int_equal(count_in(plain[0], " BDC\n"), 3 * 43);
  assert_int_equal(count_in(plain[1], " BDC\n"), 3 * 43);
  assert_int_equal(count_in(plain[1], " 0.008 0.004"), 0);
  g_string_free(plain[0], TRUE);
  g_string_free(plain[1], TRUE);
}

static void a_mark_that_cairo_forgets_is_noticed(void **state) {
  (void)state;
  Sample *sample = sample_new();
  sample_text(sample, new_paragraph(sample), 70, 70, "forgotten");
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_BACKGROUND);
  cairo_set_source_rgb(sample->cr, 1, 1, 0.9);
  cairo_paint(sample->cr);
  pdf_marks_end(sample->marks);
  refused(sample, PDF_FAULT_MARKS, "not those");
  sample = sample_new();
  cairo_push_group(sample->cr);
  sample_text(sample, new_paragraph(sample), 70, 70, "inside a group");
  cairo_pop_group_to_source(sample->cr);
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  cairo_paint(sample->cr);
  pdf_marks_end(sample->marks);
  refused(sample, PDF_FAULT_MARKS, "not those");
}

static void a_small_rectangle_is_not_taken_for_a_mark(void **state) {
  (void)state;
  Sample *sample = sample_new();
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  cairo_rectangle(sample->cr, 5, 5, 100, 1 / 256.0);
  cairo_fill(sample->cr);
  cairo_rectangle(sample->cr, 5.5, 5, 1 / 256.0, 1 / 256.0);
  cairo_fill(sample->cr);
  pdf_marks_end(sample->marks);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "0.004 re f"), 2);
  g_string_free(plain, TRUE);
  /* One that cannot be told from a mark is refused. */
  sample = sample_new();
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  cairo_rectangle(sample->cr, 5, 5, 1 / 256.0, 1 / 256.0);
  cairo_fill(sample->cr);
  pdf_marks_end(sample->marks);
  refused(sample, PDF_FAULT_MARKS, "not those");
}

/* Pages of one line each, and then one over some of them. */
static Sample *pages_with_overlays(unsigned pages, const unsigned *over, size_t count) {
  Sample *sample = sample_new();
  for (unsigned page = 0; page < pages; page++) {
    sample_text(sample, new_paragraph(sample), 70, 70, "page");
    pdf_marks_show_page(sample->marks);
  }
  for (size_t i = 0; i < count; i++) {
    pdf_marks_begin_overlay(sample->marks, over[i]);
    pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_FOOTER);
    cairo_move_to(sample->cr, 70, 700);
    cairo_show_text(sample->cr, "\xD0\x96 of many"); /* a subset that the pages do not have */
    pdf_marks_end(sample->marks);
    pdf_marks_show_page(sample->marks);
  }
  return sample;
}

static void a_page_over_another_becomes_part_of_it(void **state) {
  (void)state;
  const unsigned over[] = {0, 2};
  GString *plain = finished(pages_with_overlays(3, over, 2));
  assert_int_equal(count_in(plain, "/Type/Pages/Count 3/"), 1);
  assert_int_equal(count_in(plain, "<</Type/Page/Parent"), 3);
  assert_int_equal(count_in(plain, "/Subtype/Footer"), 2);
  /* Below in a q of its own, for the matrix that cairo begins a page with; each matrix once. */
  assert_int_equal(count_in(plain, "q\n1 0 0 -1 0 842 cm\n"), 2);
  assert_int_equal(count_in(plain, "1 0 0 -1 0 842 cm\n"), 5);
  assert_int_equal(count_in(plain, "/Resources<<"), 2);
  g_string_free(plain, TRUE);
}

static void what_two_pages_name_is_put_together(void **state) {
  (void)state;
  Sample *sample = sample_new();
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  for (unsigned i = 0; i < 60; i++) {
    PdfPicture *picture = sample_picture(sample, sample_png(&sample_pngs[5]));
    pdf_picture_draw(sample->marks, picture, 10, 10 + 12 * i, 10, 10);
    pdf_picture_draw(sample->marks, picture, 30, 10 + 12 * i, 10, 10);
  }
  pdf_marks_end(sample->marks);
  pdf_marks_show_page(sample->marks);
  pdf_marks_begin_overlay(sample->marks, 0);
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_FOOTER);
  pdf_picture_draw(sample->marks, pdf_picture_new(sample->tags, 7), 60, 10, 10, 10);
  pdf_marks_end(sample->marks);
  pdf_marks_show_page(sample->marks);
  GString *plain = finished(sample);
  assert_int_equal(count_in(plain, "/Width 7/Height 5"), 60);
  const char *resources = memmem(plain->str, plain->len, "/XObject<<", 10);
  assert_non_null(resources);
  size_t names = 0;
  for (const char *p = resources + 10; *p != '>'; p++)
    names += *p == '/';
  assert_int_equal(names, 60);
  g_string_free(plain, TRUE);
}

/* cairo numbers the transparencies of each page anew. */
static void a_name_that_means_two_things_is_refused(void **state) {
  (void)state;
  Sample *sample = sample_new();
  for (int page = 0; page < 2; page++) {
    if (page == 1)
      pdf_marks_begin_overlay(sample->marks, 0);
    pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
    cairo_set_source_rgba(sample->cr, 0, 0, 0, page == 0 ? 0.25 : 0.75);
    rectangle(sample);
    pdf_marks_end(sample->marks);
    pdf_marks_show_page(sample->marks);
  }
  refused(sample, PDF_FAULT_DRAWING, "what a page names");
}

static void a_page_over_none_or_with_content_is_refused(void **state) {
  (void)state;
  const unsigned missing[] = {3}, twice[] = {1, 1};
  refused(pages_with_overlays(3, missing, 1), PDF_FAULT_MARKS, "lies over none");
  refused(pages_with_overlays(3, twice, 2), PDF_FAULT_MARKS, "two over one");
  Sample *sample = pages_with_overlays(3, twice, 1);
  pdf_marks_begin_overlay(sample->marks, 2);
  sample_text(sample, new_paragraph(sample), 70, 70, "content");
  refused(sample, PDF_FAULT_MARKS, "holds content");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_piece_without_ink_is_left_out),
      cmocka_unit_test(pieces_of_one_element_in_a_row_become_one),
      cmocka_unit_test(a_kid_between_two_pieces_keeps_them_apart),
      cmocka_unit_test(no_clip_matrix_or_colour_hides_a_mark),
      cmocka_unit_test(the_current_point_outlives_a_mark),
      cmocka_unit_test(a_surface_of_another_sort_is_not_marked),
      cmocka_unit_test(a_piece_goes_on_behind_a_page_break),
      cmocka_unit_test(pages_may_be_empty_and_many_pieces_long),
      cmocka_unit_test(nested_and_unended_pieces_are_refused),
      cmocka_unit_test(ink_outside_all_pieces_is_refused),
      cmocka_unit_test(checked_ends_change_nothing_in_the_file),
      cmocka_unit_test(a_mark_that_cairo_forgets_is_noticed),
      cmocka_unit_test(a_small_rectangle_is_not_taken_for_a_mark),
      cmocka_unit_test(a_page_over_another_becomes_part_of_it),
      cmocka_unit_test(what_two_pages_name_is_put_together),
      cmocka_unit_test(a_name_that_means_two_things_is_refused),
      cmocka_unit_test(a_page_over_none_or_with_content_is_refused),
  };
  return cmocka_run_group_tests_name("pdf_marks", tests, NULL, sample_release_fonts);
}
