/* Limits, diagnostics, the ledger, lengths. */
#include "config.h"

#include "account/account.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void every_limit_has_a_row(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  for (int i = 0; i < LP_LIMIT_COUNT; i++) {
    const LpLimitRow *row = lp_limit_row((LpLimit)i);
    assert_non_null(row->option);
    assert_non_null(row->what);
    assert_true(row->value > 0);
    assert_int_equal(lp_limit_by_option(row->option), i);
    assert_true(lp_account_limit(account, (LpLimit)i) == row->value);
  }
  assert_null(lp_limit_row((LpLimit)LP_LIMIT_COUNT));
  lp_account_free(account);
}

static void a_limit_names_itself(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  lp_account_set_limit(account, LP_LIMIT_PAGES, 3);
  assert_true(lp_account_within(account, LP_LIMIT_PAGES, 3, NULL));
  assert_int_equal(lp_account_class(account), 0);
  assert_false(lp_account_within(account, LP_LIMIT_PAGES, 4, NULL));
  assert_int_equal(lp_account_class(account), LP_CLASS_LIMIT);
  const LpDiagnostic *diagnostic = lp_account_diagnostic(account, 0);
  assert_string_equal(diagnostic->code, "limit.pages");
  assert_non_null(strstr(diagnostic->sentence, "--limit pages=N"));
  lp_account_free(account);
}

static void the_first_error_gives_the_class(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  lp_warn(account, "a.b", NULL, "a warning");
  assert_false(lp_account_failed(account));
  assert_true(lp_account_warned(account));
  assert_int_equal(lp_fail(account, LP_CLASS_FORMAT, "c.d", NULL, "damaged"), LP_FAILED);
  lp_fail(account, LP_CLASS_OUTPUT, "e.f", NULL, "full");
  assert_int_equal(lp_account_class(account), LP_CLASS_FORMAT);
  lp_account_free(account);
}

static void strict_and_levels(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  lp_account_set_strict(account, true);
  lp_account_set_level(account, "kept.warning", LP_LEVEL_WARNING);
  lp_warn(account, "kept.warning", NULL, "stays one");
  lp_report(account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "an.info", NULL, "stays one");
  assert_int_equal(lp_account_class(account), 0);
  lp_warn(account, "other", NULL, "becomes an error");
  assert_int_equal(lp_account_class(account), LP_CLASS_REFUSED);
  lp_account_free(account);
}

static void findings_are_counted_beyond_those_kept(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  char part[] = "word/document.xml";
  LpPlace place = {part, 7, 9};
  for (int i = 0; i < LP_DIAGNOSTICS_KEPT + 10; i++)
    lp_warn(account, "many", &place, "number %d", i);
  memset(part, 'x', sizeof part - 1); /* the place is copied */
  assert_int_equal(lp_account_diagnostic_count(account), LP_DIAGNOSTICS_KEPT);
  assert_int_equal(lp_account_code_count(account, "many"), LP_DIAGNOSTICS_KEPT + 10);
  assert_string_equal(lp_account_diagnostic(account, 1)->place.part, "word/document.xml");
  assert_string_equal(lp_account_diagnostic(account, 1)->sentence, "number 1");
  assert_null(lp_account_diagnostic(account, LP_DIAGNOSTICS_KEPT));
  lp_account_free(account);
}

static void characters_are_not_white_space(void **state) {
  (void)state;
  static const char text[] =
      "a b\tc\n\xC2\xA0\xE2\x80\x83\xE3\x80\x80\xE1\x9A\x80\xE2\x81\x9F\xC2\x85 \xE2\x80\xA8";
  assert_int_equal(lp_characters(text, sizeof text - 1), 3);
  static const char lao[] = "ຖະແຫຼງ";
  assert_int_equal(lp_characters(lao, sizeof lao - 1), 6);
  static const char near[] = "\xE2\x80\x8B\xE2\x80\x93"; /* U+200B and an en dash are characters */
  assert_int_equal(lp_characters(near, sizeof near - 1), 2);
}

static void the_ledger_balances_or_says_so(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  lp_ledger_begin(account, LP_PHASE_READING, 0);
  lp_ledger_give(account, "# Title", 7);
  lp_ledger_leave(account, LP_REASON_MARKUP, "#", 1, NULL);
  lp_ledger_count_out(account, LP_PHASE_READING, "Title", 5);
  assert_true(lp_ledger_balance(account, LP_PHASE_READING));
  lp_ledger_begin(account, LP_PHASE_WRITING, 5);
  lp_ledger_write(account, "Titl", 4);
  assert_false(lp_ledger_balance(account, LP_PHASE_WRITING));
  assert_string_equal(lp_account_diagnostic(account, 0)->code, "ledger.writing");
  for (int i = 0; i < LP_REASON_COUNT; i++)
    assert_non_null(lp_reason_name((LpReason)i));
  lp_account_free(account);
}

static void lengths(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int32_t emu;
  } good[] = {{"1pt", 12700},      {"2.54cm", 914400}, {"25.4mm", 914400},    {" 1in ", 914400},
              {"-0.5in", -457200}, {"1pc", 152400},    {"96px", 914400},      {"12", 152400},
              {".5pt", 6350},      {"0", 0},           {"2348in", 2147011200}};
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
    int32_t emu = -1;
    assert_true(lp_length_parse(good[i].text, &emu));
    assert_int_equal(emu, good[i].emu);
  }
  static const char *const bad[] = {
      "",     "pt",   "1em", "50%", "nan", "inf", "1e3pt", "--1pt", "1,5cm", "2349in", "99999999999999999999",
      "0x10", "1 2pt"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    int32_t emu = 7;
    assert_false(lp_length_parse(bad[i], &emu));
    assert_int_equal(emu, 7);
  }
}

static void integers(void **state) {
  (void)state;
  int64_t value = 7;
  assert_true(lp_integer_parse(" -12 ", -20, 20, &value));
  assert_int_equal(value, -12);
  static const char *const bad[] = {"", "-", "1x", "21", "9223372036854775808", "1.0"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_false(lp_integer_parse(bad[i], -20, 20, &value));
  assert_int_equal(value, -12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_limit_has_a_row),
      cmocka_unit_test(a_limit_names_itself),
      cmocka_unit_test(the_first_error_gives_the_class),
      cmocka_unit_test(strict_and_levels),
      cmocka_unit_test(findings_are_counted_beyond_those_kept),
      cmocka_unit_test(characters_are_not_white_space),
      cmocka_unit_test(the_ledger_balances_or_says_so),
      cmocka_unit_test(lengths),
      cmocka_unit_test(integers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
