/* Outputs appear whole, all of a draft or none, and never where they must not. */
#include "config.h"

#include "fence/commit.h"

#include "fence/zygote.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct Bench {
  char *folder;
  LpOutcome *outcome;
} Bench;

static int set_up(void **state) {
  Bench *bench = g_new0(Bench, 1);
  bench->folder = g_dir_make_tmp("commit-XXXXXX", NULL);
  bench->outcome = lp_outcome_new();
  *state = bench;
  return bench->folder ? 0 : -1;
}

static int tear_down(void **state) {
  Bench *bench = *state;
  GDir *entries = g_dir_open(bench->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name(entries));) {
    char *path = g_build_filename(bench->folder, name, NULL);
    if (g_unlink(path) != 0)
      g_rmdir(path);
    g_free(path);
  }
  g_dir_close(entries);
  g_rmdir(bench->folder);
  lp_outcome_free(bench->outcome);
  g_free(bench->folder);
  g_free(bench);
  return 0;
}

/* How many entries the folder has, hidden ones too. */
static int entry_count(const Bench *bench) {
  GDir *entries = g_dir_open(bench->folder, 0, NULL);
  int count = 0;
  while (g_dir_read_name(entries))
    count++;
  g_dir_close(entries);
  return count;
}

static char *path_of(const Bench *bench, const char *name) {
  return g_build_filename(bench->folder, name, NULL);
}

static void put(const Bench *bench, const char *name, const char *content) {
  char *path = path_of(bench, name);
  assert_true(g_file_set_contents(path, content, -1, NULL));
  g_free(path);
}

static void assert_content(const Bench *bench, const char *name, const char *wanted) {
  char *path = path_of(bench, name);
  char *content = NULL;
  assert_true(g_file_get_contents(path, &content, NULL, NULL));
  assert_string_equal(content, wanted);
  g_free(content);
  g_free(path);
}

static bool begin(Bench *bench, LpTarget *target, const char *name, bool is_derived, const LpFileId *input) {
  char *path = path_of(bench, name);
  LpTargetPlan plan = {path, is_derived, "MARK"};
  bool good = lp_target_begin(target, &plan, input, input ? 1 : 0, false, bench->outcome);
  if (good)
    assert_int_equal(write(target->descriptor, "new", 3), 3);
  g_free(path);
  return good;
}

static void a_new_file_appears_at_the_end_alone(void **state) {
  Bench *bench = *state;
  LpTarget target;
  assert_true(begin(bench, &target, "a", true, NULL));
  assert_int_equal(entry_count(bench), 0);
  assert_true(lp_commit(&target, 1, true, bench->outcome));
  lp_target_end(&target);
  assert_content(bench, "a", "new");
  assert_int_equal(entry_count(bench), 1);
  struct stat status;
  char *path = path_of(bench, "a");
  assert_int_equal(stat(path, &status), 0);
  assert_int_equal(status.st_mode & 0777, lp_zygote_file_mode());
  g_free(path);
}

static void what_is_not_committed_leaves_nothing(void **state) {
  Bench *bench = *state;
  LpTarget target;
  put(bench, "a", "old");
  assert_true(begin(bench, &target, "a", false, NULL));
  lp_target_end(&target);
  assert_content(bench, "a", "old");
  assert_int_equal(entry_count(bench), 1);
}

static void a_typed_name_is_replaced_and_keeps_its_mode(void **state) {
  Bench *bench = *state;
  LpTarget target;
  struct stat status;
  put(bench, "a", "old");
  char *path = path_of(bench, "a");
  assert_int_equal(g_chmod(path, 0640), 0);
  assert_true(begin(bench, &target, "a", false, NULL));
  assert_true(lp_commit(&target, 1, false, bench->outcome));
  lp_target_end(&target);
  assert_content(bench, "a", "new");
  assert_int_equal(entry_count(bench), 1);
  assert_int_equal(stat(path, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0640);
  g_free(path);
}

static void a_derived_name_is_replaced_only_if_it_is_ours(void **state) {
  Bench *bench = *state;
  LpTarget target;
  put(bench, "theirs", "old");
  assert_false(begin(bench, &target, "theirs", true, NULL));
  assert_int_equal(bench->outcome->class_, LP_CLASS_OUTPUT);
  assert_content(bench, "theirs", "old");
  GString *content = g_string_new("MARK at the start");
  g_string_set_size(content, 600000);
  memset(content->str + 17, 'x', 600000 - 17);
  put(bench, "ours", content->str);
  assert_true(begin(bench, &target, "ours", true, NULL));
  lp_target_end(&target);
  memset(content->str, 'x', 600000);
  memcpy(content->str + 590000, "MARK", 4);
  put(bench, "ours", content->str);
  assert_true(begin(bench, &target, "ours", true, NULL));
  lp_target_end(&target);
  memset(content->str, 'x', 600000);
  memcpy(content->str + 300000, "MARK", 4); /* not where we put it */
  put(bench, "ours", content->str);
  assert_false(begin(bench, &target, "ours", true, NULL));
  g_string_free(content, TRUE);
}

static void a_draft_is_never_replaced(void **state) {
  Bench *bench = *state;
  LpTarget target;
  struct stat status;
  put(bench, "a", "draft");
  char *path = path_of(bench, "a");
  char *other = path_of(bench, "b");
  assert_int_equal(stat(path, &status), 0);
  assert_int_equal(link(path, other), 0);
  LpFileId id = {status.st_dev, status.st_ino};
  assert_false(begin(bench, &target, "a", false, &id));
  assert_false(begin(bench, &target, "b", false, &id)); /* another name of it */
  assert_content(bench, "a", "draft");
  g_free(path);
  g_free(other);
}

static void a_link_is_followed_and_stays(void **state) {
  Bench *bench = *state;
  LpTarget target;
  put(bench, "real", "old");
  char *link_path = path_of(bench, "link");
  assert_int_equal(symlink("real", link_path), 0);
  assert_true(begin(bench, &target, "link", false, NULL));
  assert_true(lp_commit(&target, 1, false, bench->outcome));
  lp_target_end(&target);
  assert_content(bench, "real", "new");
  assert_true(g_file_test(link_path, G_FILE_TEST_IS_SYMLINK));
  g_unlink(link_path);
  assert_int_equal(symlink("nothing", link_path), 0);
  assert_false(begin(bench, &target, "link", false, NULL));
  g_free(link_path);
}

static void what_cannot_be_written_is_known_before_the_work(void **state) {
  Bench *bench = *state;
  LpTarget target;
  char *folder = path_of(bench, "folder");
  assert_int_equal(g_mkdir(folder, 0700), 0);
  assert_false(begin(bench, &target, "folder", false, NULL));
  assert_false(begin(bench, &target, "absent/a", false, NULL));
  assert_int_equal(bench->outcome->findings->len, 2);
  assert_int_equal(bench->outcome->class_, LP_CLASS_OUTPUT);
  g_free(folder);
}

/* The second cannot take its place: the first is as before, whether it was new or replaced something. */
static void all_or_none(void **state) {
  Bench *bench = *state;
  for (int old = 0; old < 2; old++) {
    LpTarget targets[2];
    if (old)
      put(bench, "a", "old");
    assert_true(begin(bench, &targets[0], "a", false, NULL));
    assert_true(begin(bench, &targets[1], "b", true, NULL));
    put(bench, "b", "another process's");
    assert_false(lp_commit(targets, 2, false, bench->outcome));
    lp_target_end(&targets[0]);
    lp_target_end(&targets[1]);
    assert_content(bench, "b", "another process's");
    if (old)
      assert_content(bench, "a", "old");
    assert_int_equal(entry_count(bench), old ? 2 : 1);
    char *path = path_of(bench, "b");
    g_unlink(path);
    g_free(path);
  }
  LpTarget targets[2];
  put(bench, "b", "old");
  assert_true(begin(bench, &targets[0], "a", false, NULL));
  assert_true(begin(bench, &targets[1], "b", false, NULL));
  assert_true(lp_commit(targets, 2, true, bench->outcome));
  lp_target_end(&targets[0]);
  lp_target_end(&targets[1]);
  assert_content(bench, "a", "new");
  assert_content(bench, "b", "new");
  assert_int_equal(entry_count(bench), 2);
}

static void a_name_typed_that_has_come_since_is_replaced(void **state) {
  Bench *bench = *state;
  LpTarget target;
  assert_true(begin(bench, &target, "a", false, NULL));
  put(bench, "a", "old");
  assert_true(lp_commit(&target, 1, false, bench->outcome));
  lp_target_end(&target);
  assert_content(bench, "a", "new");
  assert_int_equal(entry_count(bench), 1);
}

static void a_full_device_fails(void **state) {
  Bench *bench = *state;
  LpTarget target;
  LpTargetPlan plan = {"/dev/full", false, NULL};
  assert_true(lp_target_begin(&target, &plan, NULL, 0, false, bench->outcome));
  assert_int_equal(write(target.descriptor, "new", 3), 3);
  assert_false(lp_commit(&target, 1, true, bench->outcome));
  lp_target_end(&target);
  assert_non_null(
      strstr(g_array_index(bench->outcome->findings, LpFinding, 0).diagnostic.sentence, "No space"));
}

int main(void) {
  lp_zygote_begin();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_new_file_appears_at_the_end_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_is_not_committed_leaves_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_typed_name_is_replaced_and_keeps_its_mode, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_derived_name_is_replaced_only_if_it_is_ours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_draft_is_never_replaced, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_link_is_followed_and_stays, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_cannot_be_written_is_known_before_the_work, set_up, tear_down),
      cmocka_unit_test_setup_teardown(all_or_none, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_name_typed_that_has_come_since_is_replaced, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_full_device_fails, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
