/* Loading: plugins that must be refused, with a reason, and odd ones that must be taken
 * (tests/plugins/bad.c). */
#include "config.h"

#include "host/load.h"

#include "account/account.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Loads NAME.so of the test plugins by a keyfile of that name. Returns the sentence of the refusal; NULL:
 * taken. */
static char *refusal(const char *name, const char *abi, const char *more) {
  LpAccount *account = lp_account_new();
  char *folder = g_dir_make_tmp("load-XXXXXX", NULL);
  char *object = g_strdup_printf("%s/%s.so", folder, name);
  char *keyfile = g_strdup_printf("%s/%s.plugin", folder, name);
  char *built = g_strdup_printf("%s/tests/plugins/.libs/%s.so", g_getenv("top_builddir"), name);
  char *text =
      g_strdup_printf("[plugin]\nname=%s\nversion=1\nlicence=MIT\nabi=%s\n%s\n[format bad]\ndescription=B\n"
                      "writes=true\n",
                      name, abi, more);
  assert_true(g_file_set_contents(keyfile, text, -1, NULL));
  if (g_file_test(built, G_FILE_TEST_EXISTS))
    assert_int_equal(symlink(built, object), 0);
  else
    assert_true(g_file_set_contents(object, "this is no shared object", -1, NULL));
  LpManifest *manifest = lp_manifest_read(keyfile, account);
  assert_non_null(manifest);
  LpFormat *format = lp_load_format(&manifest->formats[0], account);
  char *sentence = NULL;
  if (format) {
    assert_int_equal(lp_account_diagnostic_count(account), 0);
    assert_int_equal(format->size, sizeof *format);
    assert_null(format->extension);
    g_free(format);
  } else {
    const LpDiagnostic *diagnostic = lp_account_diagnostic(account, 0);
    assert_string_equal(diagnostic->code, "host.refused");
    assert_int_equal(diagnostic->class_, LP_CLASS_RESOURCE);
    assert_non_null(strstr(diagnostic->sentence, object));
    sentence = g_strdup(diagnostic->sentence);
  }
  lp_manifest_free(manifest);
  lp_account_free(account);
  g_unlink(object);
  g_unlink(keyfile);
  g_rmdir(folder);
  g_free(object);
  g_free(keyfile);
  g_free(built);
  g_free(text);
  g_free(folder);
  return sentence;
}

static void expect(const char *name, const char *first, const char *second) {
  char *sentence = refusal(name, "1.0", "");
  if (!sentence)
    fail_msg("%s was taken", name);
  assert_non_null(strstr(sentence, first));
  assert_non_null(strstr(sentence, second));
  g_free(sentence);
}

static void what_does_not_fit_is_refused_with_both_numbers(void **state) {
  (void)state;
  expect("older", "built for interface 0", "has 1");
  expect("newer", "built for interface 2", "has 1");
  expect("minor", "interface 1.1", "has 1.0");
  char *least = g_strdup_printf("at least %zu", offsetof(LpPlugin, formats) + sizeof(void *));
  expect("smaller", "descriptor", least);
  g_free(least);
  least = g_strdup_printf("at least %zu", offsetof(LpFormat, write) + sizeof(void *));
  expect("small-format", "a format of it", least);
  g_free(least);
  expect("boast", "says that it has", "are there");
}

static void what_is_not_what_it_says_is_refused(void **state) {
  (void)state;
  expect("no-symbol", "no letterpress_plugin", "");
  expect("nameless", "someone-else", "nameless");
  expect("missing", "no format bad", "");
  expect("bad-option", "an option of bad", "");
  expect("no-object", "the linker says", "");
  expect("unresolved", "the linker says", "lp_absent");
}

static void the_keyfile_is_checked_before_anything_is_opened(void **state) {
  (void)state;
  char *sentence = refusal("no-object", "2.0", "");
  assert_non_null(strstr(sentence, "keyfile says interface 2.0, this Letterpress has 1.0"));
  g_free(sentence);
  sentence = refusal("no-object", "1.0", "minhost=99.0");
  assert_non_null(strstr(sentence, "needs Letterpress 99.0, this is " PACKAGE_VERSION));
  g_free(sentence);
}

static void larger_and_shorter_ones_are_taken_as_far_as_they_go(void **state) {
  (void)state;
  assert_null(refusal("larger", "1.0", ""));
  assert_null(refusal("short-format", "1.0", ""));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_does_not_fit_is_refused_with_both_numbers),
      cmocka_unit_test(what_is_not_what_it_says_is_refused),
      cmocka_unit_test(the_keyfile_is_checked_before_anything_is_opened),
      cmocka_unit_test(larger_and_shorter_ones_are_taken_as_far_as_they_go),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
