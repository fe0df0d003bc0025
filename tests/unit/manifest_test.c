/* Keyfiles of plugins, and the catalogue of a search path. */
#include "config.h"

#include "host/catalogue.h"

#include "account/account.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static const char good[] =
    "[plugin]\nname=csv\nversion=1.2\nlicence=MIT\nabi=1.0\nminhost=0.1\nlibraries=a;b\n"
    "[format csv]\ndescription=Commas\nextensions=csv; tsv\nmime-types=text/csv\n"
    "reads=true\ntext=true\nmagic=0:EFBBBF;4:00ff\npart=a/b*.xml\nmimetype=x/y\n"
    "mark=#ours\n[format out]\ndescription=Out\nwrites=true\n";

/* A folder of its own, with the account that findings go to. */
typedef struct Bench {
  char *folder;
  LpAccount *account;
} Bench;

static int set_up(void **state) {
  Bench *bench = g_new0(Bench, 1);
  bench->folder = g_dir_make_tmp("manifest-XXXXXX", NULL);
  bench->account = lp_account_new();
  *state = bench;
  return bench->folder ? 0 : -1;
}

static void remove_all(const char *folder) {
  GDir *entries = g_dir_open(folder, 0, NULL);
  for (const char *name; entries && (name = g_dir_read_name(entries));) {
    char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
      remove_all(path);
    else
      g_unlink(path);
    g_free(path);
  }
  if (entries)
    g_dir_close(entries);
  g_rmdir(folder);
}

static int tear_down(void **state) {
  Bench *bench = *state;
  remove_all(bench->folder);
  lp_account_free(bench->account);
  g_free(bench->folder);
  g_free(bench);
  return 0;
}

static LpManifest *read_text(Bench *bench, const char *name, const char *text) {
  char *path = g_build_filename(bench->folder, name, NULL);
  assert_true(g_file_set_contents(path, text, -1, NULL));
  LpManifest *manifest = lp_manifest_read(path, bench->account);
  g_free(path);
  return manifest;
}

static void a_good_keyfile_is_read(void **state) {
  Bench *bench = *state;
  LpManifest *manifest = read_text(bench, "csv.plugin", good);
  assert_non_null(manifest);
  assert_string_equal(manifest->name, "csv");
  assert_string_equal(manifest->min_host, "0.1");
  assert_string_equal(manifest->libraries, "a;b");
  assert_int_equal(manifest->abi_major, 1);
  assert_int_equal(manifest->format_count, 2);
  const LpManifestFormat *format = &manifest->formats[0];
  assert_ptr_equal(format->manifest, manifest);
  assert_string_equal(format->extensions[1], "tsv");
  assert_null(format->extensions[2]);
  assert_true(format->reads && !format->writes && format->is_text);
  assert_int_equal(format->magic_count, 2);
  assert_int_equal(format->magics[1].offset, 4);
  assert_int_equal(format->magics[1].n, 2);
  assert_memory_equal(format->magics[1].bytes, "\0\xff", 2);
  assert_string_equal(format->mark, "#ours");
  assert_null(manifest->formats[1].extensions[0]);
  assert_true(manifest->formats[1].writes);
  assert_int_equal(lp_account_diagnostic_count(bench->account), 0);
  lp_manifest_free(manifest);
}

/* good with one string put in the place of another. */
static char *altered(const char *from, const char *to) {
  const char *at = strstr(good, from);
  assert_non_null(at);
  return g_strdup_printf("%.*s%s%s", (int)(at - good), good, to, at + strlen(from));
}

static void a_bad_keyfile_is_refused_by_its_key(void **state) {
  static const struct {
    const char *from;
    const char *to;
    const char *said; /* in the sentence */
  } cases[] = {
      {"name=csv\n", "", "[plugin] name"},
      {"name=csv\n", "name=other\n", "another than the file's"},
      {"version=1.2", "version=", "[plugin] version"},
      {"abi=1.0", "abi=1", "[plugin] abi"},
      {"abi=1.0", "abi=1.x", "[plugin] abi"},
      {"reads=true", "reads=yes", "[format csv] reads"},
      {"0:EFBBBF", "0:EFB", "[format csv] magic"},
      {"0:EFBBBF", "4095:EFBB", "[format csv] magic"},
      {"0:EFBBBF", "-1:EFBB", "[format csv] magic"},
      {"0:EFBBBF", "0:XY", "[format csv] magic"},
      {"extensions=csv", "extensions=.csv", "[format csv] extensions"},
      {"[format csv]", "[format C/V]", "[format C/V]"},
      {"description=Out", "", "[format out] description"},
      {"[plugin]\n", "[plugin]\nnonsense\n", "csv.plugin"},
  };
  Bench *bench = *state;
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *text = altered(cases[i].from, cases[i].to);
    assert_null(read_text(bench, "csv.plugin", text));
    assert_int_equal(lp_account_diagnostic_count(bench->account), i + 1);
    const LpDiagnostic *diagnostic = lp_account_diagnostic(bench->account, i);
    assert_string_equal(diagnostic->code, "host.manifest");
    assert_non_null(strstr(diagnostic->sentence, cases[i].said));
    g_free(text);
  }
  assert_null(lp_manifest_read("/nowhere/x.plugin", bench->account));
}

static void what_has_no_formats_is_refused(void **state) {
  Bench *bench = *state;
  assert_null(read_text(bench, "a.plugin", "[plugin]\nname=a\nversion=1\nlicence=MIT\nabi=1.0\n"));
  assert_null(read_text(bench, "a.plugin", ""));
}

static void versions_compare_by_number(void **state) {
  (void)state;
  assert_true(lp_version_compare("1.10", "1.9") > 0);
  assert_true(lp_version_compare("0.1", "0.1.0") == 0);
  assert_true(lp_version_compare("0.1", "0.1.1") < 0);
  assert_true(lp_version_compare("2", "1.99.99") > 0);
  assert_true(lp_version_compare("1.x", "1.y") == 0);
  assert_true(lp_version_compare("", "") == 0);
}

static void write_plugin(const char *folder, const char *name) {
  char *path = g_strdup_printf("%s/%s.plugin", folder, name);
  char *text =
      g_strdup_printf("[plugin]\nname=%s\nversion=1\nlicence=MIT\nabi=1.0\n[format %s]\ndescription=D\n"
                      "reads=true\n",
                      name, name);
  assert_true(g_file_set_contents(path, text, -1, NULL));
  g_free(path);
  g_free(text);
}

static void an_earlier_folder_hides_a_later_one(void **state) {
  Bench *bench = *state;
  char *first = g_build_filename(bench->folder, "first", NULL);
  char *second = g_build_filename(bench->folder, "second", NULL);
  assert_int_equal(g_mkdir(first, 0700) | g_mkdir(second, 0700), 0);
  write_plugin(first, "b");
  write_plugin(second, "b");
  write_plugin(second, "a");
  const char *folders[] = {"/nowhere", first, second, NULL};
  LpCatalogue *catalogue = lp_catalogue_new(folders, bench->account);
  const LpManifest *b = lp_catalogue_manifest(catalogue, 0);
  assert_string_equal(b->name, "b");
  assert_true(g_str_has_prefix(b->path, first));
  assert_int_equal(lp_catalogue_folder(catalogue, b), 1);
  assert_string_equal(lp_catalogue_manifest(catalogue, 1)->name, "a");
  assert_null(lp_catalogue_manifest(catalogue, 2));
  assert_string_equal(lp_catalogue_format(catalogue, 1)->name, "a");
  assert_null(lp_catalogue_format(catalogue, 2));
  assert_int_equal(lp_account_diagnostic_count(bench->account), 1);
  assert_string_equal(lp_account_diagnostic(bench->account, 0)->code, "host.shadowed");
  lp_catalogue_free(catalogue);
  g_free(first);
  g_free(second);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_good_keyfile_is_read, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_bad_keyfile_is_refused_by_its_key, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_has_no_formats_is_refused, set_up, tear_down),
      cmocka_unit_test(versions_compare_by_number),
      cmocka_unit_test_setup_teardown(an_earlier_folder_hides_a_later_one, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
