/* A worker's record: sent, read back, and not trusted. */
#include "config.h"

#include "fence/outcome.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

/* The bytes that the worker's side sends for an account with some findings and one output. */
static GByteArray *record(void) {
  LpAccount *account = lp_account_new();
  LpFormat reader = {.size = sizeof reader, .name = "docx"};
  LpConversion conversion = {.account = account, .reader = &reader, .output_count = 1};
  conversion.outputs[0].size = 1234;
  conversion.outputs[0].ledger.in = 17;
  lp_warn(account, "a.first", &(LpPlace){"word/document.xml", 3, 4}, "A warning.");
  lp_warn(account, "a.first", NULL, "Again.");
  lp_fail(account, LP_CLASS_LIMIT, "limit.pages", NULL, "Too many.");
  lp_ledger_give(account, "abc", 3);
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  lp_outcome_send_stage(ends[1], LP_STAGE_READ, "docx");
  lp_outcome_send_stage(ends[1], LP_STAGE_WRITE, NULL);
  lp_outcome_send(ends[1], &conversion);
  close(ends[1]);
  GByteArray *bytes = g_byte_array_new();
  guint8 buffer[4096];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
    g_byte_array_append(bytes, buffer, (guint)n);
  close(ends[0]);
  lp_account_free(account);
  return bytes;
}

static void a_record_comes_back(void **state) {
  (void)state;
  GByteArray *bytes = record();
  LpOutcome *outcome = lp_outcome_new();
  assert_true(lp_outcome_read(outcome, bytes->data, bytes->len));
  assert_true(outcome->ended);
  assert_int_equal(outcome->stage, LP_STAGE_WRITE);
  assert_null(outcome->plugin);
  assert_int_equal(outcome->class_, LP_CLASS_LIMIT);
  assert_int_equal(outcome->output_count, 1);
  assert_int_equal(outcome->sizes[0], 1234);
  assert_int_equal(outcome->writing[0].in, 17);
  assert_int_equal(outcome->reading.in, 3);
  assert_string_equal(outcome->reader, "docx");
  assert_int_equal(outcome->findings->len, 3);
  const LpFinding *first = &g_array_index(outcome->findings, LpFinding, 0); /* errors go first */
  assert_string_equal(first->diagnostic.code, "limit.pages");
  const LpFinding *second = &g_array_index(outcome->findings, LpFinding, 1);
  assert_int_equal(second->count, 2);
  assert_string_equal(second->diagnostic.place.part, "word/document.xml");
  assert_int_equal(second->diagnostic.place.line, 3);
  assert_int_equal(second->diagnostic.place.column, 4);
  assert_string_equal(second->diagnostic.sentence, "A warning.");
  lp_outcome_free(outcome);
  g_byte_array_unref(bytes);
}

static void a_record_that_is_cut_has_not_ended(void **state) {
  (void)state;
  GByteArray *bytes = record();
  for (guint n = 0; n < bytes->len; n++) {
    LpOutcome *outcome = lp_outcome_new();
    lp_outcome_read(outcome, bytes->data, n);
    assert_false(outcome->ended);
    lp_outcome_free(outcome);
  }
  g_byte_array_unref(bytes);
}

static void a_record_that_goes_on_is_none(void **state) {
  (void)state;
  GByteArray *bytes = record();
  GByteArray *more = record();
  g_byte_array_append(bytes, more->data, more->len);
  g_byte_array_unref(more);
  LpOutcome *outcome = lp_outcome_new();
  assert_false(lp_outcome_read(outcome, bytes->data, bytes->len));
  assert_false(outcome->ended);
  lp_outcome_free(outcome);
  g_byte_array_unref(bytes);
}

/* Whatever stands in it: no crash, and nothing out of its range. */
static void every_byte_may_be_anything(void **state) {
  (void)state;
  GByteArray *bytes = record();
  for (guint i = 0; i < bytes->len; i++)
    for (int value = 0; value < 4; value++) {
      static const guint8 values[] = {0, 1, 0x7F, 0xFF};
      guint8 kept = bytes->data[i];
      bytes->data[i] = values[value];
      LpOutcome *outcome = lp_outcome_new();
      lp_outcome_read(outcome, bytes->data, bytes->len);
      assert_in_range(outcome->stage, 0, LP_STAGE_COUNT - 1);
      assert_in_range(outcome->output_count, 0, LP_OUTPUTS_MOST);
      for (guint j = 0; j < outcome->findings->len; j++)
        assert_in_range(g_array_index(outcome->findings, LpFinding, j).diagnostic.level, 0, LP_LEVEL_ERROR);
      lp_outcome_free(outcome);
      bytes->data[i] = kept;
    }
  g_byte_array_unref(bytes);
}

static void a_long_sentence_is_cut_between_characters(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  GString *sentence = g_string_new("x");
  for (int i = 0; i < LP_SENTENCE_BYTES; i++)
    g_string_append(sentence, "é");
  lp_warn(account, "a.b", NULL, "%s", sentence->str);
  LpConversion conversion = {.account = account};
  int ends[2];
  guint8 buffer[16384];
  assert_int_equal(pipe(ends), 0);
  lp_outcome_send(ends[1], &conversion);
  close(ends[1]);
  ssize_t n = read(ends[0], buffer, sizeof buffer);
  close(ends[0]);
  LpOutcome *outcome = lp_outcome_new();
  assert_true(lp_outcome_read(outcome, buffer, (size_t)n));
  const char *cut = g_array_index(outcome->findings, LpFinding, 0).diagnostic.sentence;
  assert_int_equal(strlen(cut), LP_SENTENCE_BYTES - 1);
  assert_true(g_utf8_validate(cut, -1, NULL));
  lp_outcome_free(outcome);
  g_string_free(sentence, TRUE);
  lp_account_free(account);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_record_comes_back),
      cmocka_unit_test(a_record_that_is_cut_has_not_ended),
      cmocka_unit_test(a_record_that_goes_on_is_none),
      cmocka_unit_test(every_byte_may_be_anything),
      cmocka_unit_test(a_long_sentence_is_cut_between_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
