/* Text of drafts on a terminal and in JSON. */
#include "config.h"

#include "report/json.h"
#include "report/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_terminal_is_not_moved(void **state) {
  static const struct {
    const char *text;
    const char *shown;
  } cases[] = {
      {"plain “text”, ไทย", "plain “text”, ไทย"},
      {"\x1b[2J\a\r", "\\x1B[2J\\x07\\x0D"},
      {"two\nlines\tand", "two lines\\x09and"},
      {"a\xC2\x9B"
       "b",
       "a\\u{009B}b"}, /* CSI of C1 */
      {"\xE2\x80\xAE"
       "abc",
       "\\u{202E}abc"},                    /* right-to-left override */
      {"a\xFF\xC3", "a\\xFF\\xC3"},        /* no UTF-8 */
      {"\xED\xA0\x80", "\\xED\\xA0\\x80"}, /* a surrogate */
      {"", ""},
  };
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    GString *text = g_string_new(NULL);
    lp_escape(text, cases[i].text);
    assert_string_equal(text->str, cases[i].shown);
    g_string_free(text, TRUE);
  }
}

static void json_is_well_formed(void **state) {
  (void)state;
  GString *text = g_string_new(NULL);
  LpJson json = {text, false};
  const char *const list[] = {"a", "b", NULL};
  lp_json_open(&json, NULL, '{');
  lp_json_string(&json, "s",
                 "\"\\\n\x01\x7F"
                 "é\xFF");
  lp_json_string(&json, "n", NULL);
  lp_json_integer(&json, "i", INT64_MIN);
  lp_json_boolean(&json, "b", true);
  lp_json_strings(&json, "l", list);
  lp_json_open(&json, "o", '{');
  lp_json_close(&json, '}');
  lp_json_close(&json, '}');
  assert_string_equal(text->str, "{\"s\":\"\\\"\\\\\\n\\u0001\\u007fé\xEF\xBF\xBD\",\"n\":null,"
                                 "\"i\":-9223372036854775808,\"b\":true,\"l\":[\"a\",\"b\"],\"o\":{}}");
  g_string_free(text, TRUE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_terminal_is_not_moved),
      cmocka_unit_test(json_is_well_formed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
