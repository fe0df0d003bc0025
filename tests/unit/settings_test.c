/* The table of settings: values of each type, from each origin, and the account that comes of them. */
#include "config.h"

#include "convert/settings.h"

#include "account/account.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

typedef struct Bench {
  LpSettings *settings;
  LpAccount *account;
} Bench;

static int set_up(void **state) {
  Bench *bench = g_new0(Bench, 1);
  bench->settings = lp_settings_new();
  bench->account = lp_account_new();
  *state = bench;
  return 0;
}

static int tear_down(void **state) {
  Bench *bench = *state;
  lp_settings_free(bench->settings);
  lp_account_free(bench->account);
  g_free(bench);
  return 0;
}

static bool set(Bench *bench, const char *key, const char *value, LpOrigin origin) {
  const LpSetting *setting = lp_setting_by_key(key, strlen(key));
  assert_non_null(setting);
  return lp_settings_set(bench->settings, setting, value, origin, key, bench->account);
}

static bool take(Bench *bench, const char *key, const char *value) {
  return set(bench, key, value, LP_ORIGIN_COMMAND);
}

static void the_table_is_consistent(void **state) {
  (void)state;
  const LpSetting *setting;
  for (size_t i = 0; (setting = lp_setting(i)); i++) {
    assert_ptr_equal(lp_setting_by_key(setting->key, strlen(setting->key)), setting);
    if (setting->letter)
      assert_ptr_equal(lp_setting_by_letter(setting->letter), setting);
    assert_int_equal(setting->type == LP_SETTING_FLAG, setting->argument == NULL);
    assert_int_equal(setting->type == LP_SETTING_LIST, setting->takes != NULL);
    assert_true(setting->type != LP_SETTING_CHOICE || strchr(setting->choices, '|'));
    assert_non_null(setting->help);
  }
  assert_null(lp_setting_by_key("outputs", 7));
  assert_non_null(lp_setting_by_key("output=x", 6));
  assert_null(lp_setting_by_letter('Z'));
}

static void amounts_have_units(void **state) {
  (void)state;
  int64_t amount = -1;
  assert_true(lp_amount_parse("12", &amount));
  assert_int_equal(amount, 12);
  assert_true(lp_amount_parse("2K", &amount));
  assert_int_equal(amount, 2048);
  assert_true(lp_amount_parse("3g", &amount));
  assert_int_equal(amount, INT64_C(3) << 30);
  static const char *const bad[] = {"", "K", "1T", "-1", "1.5M", "9223372036854775807K", "1 2"};
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
    assert_false(lp_amount_parse(bad[i], &amount));
  assert_int_equal(amount, INT64_C(3) << 30);
}

static void each_type_takes_its_values(void **state) {
  Bench *bench = *state;
  assert_true(take(bench, "strict", NULL) && bench->settings->strict);
  assert_true(take(bench, "strict", "false") && !bench->settings->strict);
  assert_true(take(bench, "revisions", "reject"));
  assert_int_equal(bench->settings->revisions, LP_REVISIONS_REJECT);
  assert_true(take(bench, "comments", "show"));
  assert_int_equal(bench->settings->comments, LP_REVIEW_SHOW);
  assert_true(take(bench, "output", "a") && take(bench, "output", "b"));
  assert_string_equal(bench->settings->output, "b");
  assert_int_equal(lp_account_diagnostic_count(bench->account), 0);
  static const char *const bad[][2] = {
      {"strict", "yes"},
      {"revisions", "drop"},
      {"output", ""},
      {"timeout", "soon"},
      {"metadata", "title"},
      {"metadata", "absent=x"},
      {"warn", "=error"},
      {"warn", "a.b=fatal"},
      {"limit", "pages"},
      {"limit", "absent=1"},
      {"limit", "pages="},
      {"option", "a=b"},
      {"to", ""},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
    assert_false(take(bench, bad[i][0], bad[i][1]));
    assert_int_equal(lp_account_diagnostic_count(bench->account), i + 1);
  }
  assert_int_equal(lp_account_class(bench->account), LP_CLASS_USAGE);
}

static void formats_of_a_stronger_origin_replace(void **state) {
  Bench *bench = *state;
  const GPtrArray *to = bench->settings->to;
  assert_true(set(bench, "to", "pdf;html", LP_ORIGIN_USER));
  assert_int_equal(to->len, 2);
  assert_true(set(bench, "to", "odt", LP_ORIGIN_ENVIRONMENT));
  assert_int_equal(to->len, 1);
  assert_true(take(bench, "to", "pdf, html") && take(bench, "to", "odt"));
  assert_int_equal(to->len, 3);
  assert_string_equal(g_ptr_array_index(to, 1), "html");
}

static void only_the_command_line_keeps_semicolons(void **state) {
  Bench *bench = *state;
  assert_true(take(bench, "metadata", "title=One; two"));
  assert_int_equal(bench->settings->metadata->len, 1);
  assert_true(set(bench, "warn", "a.b=off;c.d=error", LP_ORIGIN_ENVIRONMENT));
  assert_int_equal(bench->settings->levels->len, 2);
}

static void an_account_obeys(void **state) {
  Bench *bench = *state;
  assert_true(take(bench, "strict", NULL) && take(bench, "warn", "a.b=warn") &&
              take(bench, "warn", "c.d=off") && take(bench, "limit", "pages=7") &&
              take(bench, "timeout", "9") && take(bench, "memory", "2M"));
  LpAccount *account = lp_settings_account(bench->settings);
  assert_int_equal(lp_account_limit(account, LP_LIMIT_PAGES), 7);
  assert_int_equal(lp_account_limit(account, LP_LIMIT_WALL_SECONDS), 9);
  assert_int_equal(lp_account_limit(account, LP_LIMIT_MEMORY_BYTES), 2 << 20);
  lp_warn(account, "a.b", NULL, "kept a warning");
  lp_warn(account, "c.d", NULL, "put off");
  assert_false(lp_account_failed(account));
  lp_warn(account, "e.f", NULL, "made an error");
  assert_int_equal(lp_account_class(account), LP_CLASS_REFUSED);
  lp_account_free(account);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_table_is_consistent),
      cmocka_unit_test(amounts_have_units),
      cmocka_unit_test_setup_teardown(each_type_takes_its_values, set_up, tear_down),
      cmocka_unit_test_setup_teardown(formats_of_a_stronger_origin_replace, set_up, tear_down),
      cmocka_unit_test_setup_teardown(only_the_command_line_keeps_semicolons, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_account_obeys, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
