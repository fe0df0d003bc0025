/* Where pages end, by slices alone: no fonts. */
#include "config.h"

#include "page/breaks.h"
#include "page/table_widths.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define PT 12700

enum { LINES = 60, LINE = 10 * PT, PAGE = 200 * PT }; /* 20 lines a page */

static ColumnSlice slices[LINES];

static int set_up(void **state) {
  (void)state;
  for (size_t i = 0; i < LINES; i++)
    slices[i] = (ColumnSlice){.slice = {.height_emu = LINE, .cost = BREAK_FREE}};
  return 0;
}

static void a_page_takes_what_fits(void **state) {
  (void)state;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 20);
  assert_int_equal(page_end(slices, LINES, false, PAGE), 20);
  assert_int_equal(page_end(slices, 5, true, PAGE), 5);
  assert_int_equal(page_end(slices, 0, true, PAGE), 0);
}

static void an_end_is_not_decided_too_early(void **state) {
  (void)state;
  assert_int_equal(page_end(slices, 15, false, PAGE), 0);
  assert_int_equal(page_end(slices, 20, false, PAGE), 0);
  assert_int_equal(page_end(slices, 23, false, PAGE), 0);
  assert_int_equal(page_end(slices, 28, false, PAGE), 20);
}

static void gaps_count_but_not_at_the_top(void **state) {
  (void)state;
  for (size_t i = 0; i < LINES; i++)
    slices[i].gap_emu = LINE;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 10);
}

static void what_is_repeated_counts_at_the_top(void **state) {
  (void)state;
  slices[0].slice.repeat_emu = 5 * LINE;
  slices[3].slice.repeat_emu = 5 * LINE;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 15);
}

static void a_widow_or_orphan_moves(void **state) {
  (void)state;
  slices[19].slice.cost = BREAK_WIDOW;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 19);
  slices[18].slice.cost = BREAK_WIDOW; /* three lines move as a whole */
  assert_int_equal(page_end(slices, LINES, true, PAGE), 18);
}

static void a_heading_moves_with_its_text(void **state) {
  (void)state;
  slices[18].slice.cost = BREAK_NEVER;
  slices[19].slice.cost = BREAK_NEVER;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 18);
}

static void a_divided_word_moves_when_it_costs_a_line(void **state) {
  (void)state;
  slices[19].slice.cost = BREAK_HYPHEN;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 19);
}

static void what_is_kept_may_leave_half_a_page(void **state) {
  (void)state;
  for (size_t i = 10; i < 25; i++)
    slices[i].slice.cost = BREAK_KEEP;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 10);
  for (size_t i = 2; i < 25; i++)
    slices[i].slice.cost = BREAK_KEEP;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 20);
}

static void a_page_is_never_overfull_while_there_is_a_break(void **state) {
  (void)state;
  for (size_t i = 0; i < LINES; i++)
    slices[i].slice.cost = BREAK_NEVER;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 20);
}

static void what_is_taller_than_a_page_stands_alone(void **state) {
  (void)state;
  slices[0].slice.height_emu = 3 * PAGE;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 1);
  assert_int_equal(page_end(slices, LINES, false, PAGE), 1);
}

static void a_page_is_ended_by_force(void **state) {
  (void)state;
  slices[7].begins_page = true;
  assert_int_equal(page_end(slices, LINES, true, PAGE), 7);
  assert_int_equal(page_end(slices, 8, false, PAGE), 7);
}

static void the_last_page_is_not_nearly_empty(void **state) {
  (void)state;
  assert_int_equal(page_end(slices, 22, true, PAGE), 15); /* 7 lines: 62 pt and more */
  slices[22].begins_page = true;                          /* nor the last before a new part */
  assert_int_equal(page_end(slices, LINES, true, PAGE), 15);
}

static void the_last_page_takes_no_widow_for_it(void **state) {
  (void)state;
  for (size_t i = 5; i < 16; i++)
    slices[i].slice.cost = BREAK_WIDOW;
  assert_int_equal(page_end(slices, 22, true, PAGE), 20);
}

/* ---- widths of columns ---- */

static int32_t *share(const int64_t (*asked)[2], uint32_t columns, const int32_t *wanted, int32_t total) {
  ColumnWidths *widths = column_widths_new(columns);
  for (uint32_t c = 0; c < columns; c++)
    column_widths_ask(widths, c, 1, asked[c][0], asked[c][1]);
  int32_t *shared = column_widths_share(widths, wanted, total);
  column_widths_free(widths);
  return shared;
}

static void assert_sum(const int32_t *widths, uint32_t columns, int32_t total) {
  int64_t sum = 0;
  for (uint32_t c = 0; c < columns; c++)
    sum += widths[c];
  assert_int_equal(sum, total);
}

static void room_to_spare_goes_by_content(void **state) {
  (void)state;
  const int64_t asked[][2] = {{10, 300}, {10, 100}};
  int32_t *widths = share(asked, 2, NULL, 800);
  assert_int_equal(widths[0], 600);
  assert_int_equal(widths[1], 200);
  g_free(widths);
}

static void no_word_breaks_while_there_is_room(void **state) {
  (void)state;
  const int64_t asked[][2] = {{100, 2000}, {150, 150}, {50, 60}};
  int32_t *widths = share(asked, 3, NULL, 500);
  assert_sum(widths, 3, 500);
  assert_true(widths[0] >= 100 && widths[1] >= 150 && widths[2] >= 50);
  assert_true(widths[0] > 280);
  g_free(widths);
}

static void too_little_room_is_shared(void **state) {
  (void)state;
  const int64_t asked[][2] = {{300, 300}, {100, 900}};
  int32_t *widths = share(asked, 2, NULL, 200);
  assert_int_equal(widths[0], 150);
  assert_sum(widths, 2, 200);
  g_free(widths);
}

static void widths_of_the_draft_are_kept_in_proportion(void **state) {
  (void)state;
  const int64_t asked[][2] = {{10, 300}, {10, 100}};
  const int32_t wanted[] = {1000, 3000};
  int32_t *widths = share(asked, 2, wanted, 800);
  assert_int_equal(widths[0], 200);
  assert_int_equal(widths[1], 600);
  g_free(widths);
}

static void widths_of_the_draft_break_no_word(void **state) {
  (void)state;
  const int64_t asked[][2] = {{250, 300}, {10, 100}};
  const int32_t wanted[] = {100, 900};
  int32_t *widths = share(asked, 2, wanted, 800);
  assert_int_equal(widths[0], 250);
  assert_sum(widths, 2, 800);
  g_free(widths);
}

static void a_spanning_cell_widens_what_it_spans(void **state) {
  (void)state;
  ColumnWidths *widths = column_widths_new(3);
  for (uint32_t c = 0; c < 3; c++)
    column_widths_ask(widths, c, 1, 10, 10);
  column_widths_ask(widths, 0, 2, 200, 200);
  int32_t least, natural;
  column_widths_sum(widths, &least, &natural);
  assert_int_equal(least, 210);
  assert_int_equal(natural, 210);
  int32_t *shared = column_widths_share(widths, NULL, 210);
  assert_int_equal(shared[0] + shared[1], 200);
  g_free(shared);
  column_widths_free(widths);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(a_page_takes_what_fits, set_up),
      cmocka_unit_test_setup(an_end_is_not_decided_too_early, set_up),
      cmocka_unit_test_setup(gaps_count_but_not_at_the_top, set_up),
      cmocka_unit_test_setup(what_is_repeated_counts_at_the_top, set_up),
      cmocka_unit_test_setup(a_widow_or_orphan_moves, set_up),
      cmocka_unit_test_setup(a_heading_moves_with_its_text, set_up),
      cmocka_unit_test_setup(a_divided_word_moves_when_it_costs_a_line, set_up),
      cmocka_unit_test_setup(what_is_kept_may_leave_half_a_page, set_up),
      cmocka_unit_test_setup(a_page_is_never_overfull_while_there_is_a_break, set_up),
      cmocka_unit_test_setup(what_is_taller_than_a_page_stands_alone, set_up),
      cmocka_unit_test_setup(a_page_is_ended_by_force, set_up),
      cmocka_unit_test_setup(the_last_page_is_not_nearly_empty, set_up),
      cmocka_unit_test_setup(the_last_page_takes_no_widow_for_it, set_up),
      cmocka_unit_test(room_to_spare_goes_by_content),
      cmocka_unit_test(no_word_breaks_while_there_is_room),
      cmocka_unit_test(too_little_room_is_shared),
      cmocka_unit_test(widths_of_the_draft_are_kept_in_proportion),
      cmocka_unit_test(widths_of_the_draft_break_no_word),
      cmocka_unit_test(a_spanning_cell_widens_what_it_spans),
  };
  return cmocka_run_group_tests_name("pdf_breaks", tests, NULL, NULL);
}
