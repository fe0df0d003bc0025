/* What would leak is refused; tracked changes, comments and hidden text are settled as told. */
#include "config.h"

#include "drafting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

static const char revised[] = "It was {+not +}{-ever -}agreed.\nAll ~secretly ~left.\n";

static void settle(Drafting *drafting) {
  lp_pass_leaks(&drafting->passing);
  lp_pass_review(&drafting->passing);
  drafting_balances(drafting);
}

static void set_mark(Drafting *drafting, LpNode *node, LpRevision revision) {
  lp_edit_set_integer(drafting->document, node, LP_ATTRIBUTE_REVISION, (int32_t)revision);
}

static LpNode *first_block(const Drafting *drafting) {
  return lp_edit_first_child(lp_edit_root(drafting->document));
}

/* ---- leaks ---- */

static void a_final_refuses_leaks(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, revised);
  assert_null(lp_passes_run(drafting->document, drafting->definition, &drafting->settings));
  assert_int_equal(lp_account_class(drafting->account), LP_CLASS_REFUSED);
  assert_reported(drafting, "leaks.revisions", 1);
  assert_reported(drafting, "leaks.hidden", 1);
  assert_reported(drafting, "leaks.comments", 0);
  assert_int_equal(lp_account_diagnostic_count(drafting->account), 2);
  const LpDiagnostic *revisions = lp_account_diagnostic(drafting->account, 0);
  assert_non_null(strstr(revisions->sentence, "2 tracked changes"));
  assert_int_equal(revisions->place.line, 1);
  assert_non_null(strstr(lp_account_diagnostic(drafting->account, 1)->sentence, "1 hidden text,"));
  assert_int_equal(lp_account_diagnostic(drafting->account, 1)->place.line, 2);
}

static void what_is_settled_is_no_leak(void **state) {
  Drafting *drafting = *state;
  drafting->settings = (LpPassSettings){
      .revisions = LP_TREATMENT_ACCEPT, .comments = LP_TREATMENT_DROP, .hidden = LP_TREATMENT_DROP};
  drafting_read(drafting, revised);
  assert_non_null(lp_passes_run(drafting->document, drafting->definition, &drafting->settings));
  assert_int_equal(lp_account_class(drafting->account), 0);
}

static void a_draft_shows_and_warns(void **state) {
  Drafting *drafting = *state;
  drafting->settings.is_draft = true;
  drafting_read(drafting, revised);
  const LpLetterhead *letterhead =
      lp_passes_run(drafting->document, drafting->definition, &drafting->settings);
  assert_non_null(letterhead);
  assert_reported(drafting, "leaks.revisions", 1);
  assert_int_equal(lp_account_class(drafting->account), 0);
  assert_true(lp_account_warned(drafting->account));
  assert_string_equal(lp_letterhead_string(letterhead, LP_LETTERHEAD_MARK), "DRAFT");
  char *told = lp_node_text_below(lp_document_root(drafting->document));
  assert_string_equal(told, "It was not ever agreed.All secretly left.");
  g_free(told);
}

static void marks_of_paragraphs_are_leaks_too(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, "One\ntwo.\n");
  set_mark(drafting, first_block(drafting), LP_REVISION_DELETED);
  lp_pass_leaks(&drafting->passing);
  assert_reported(drafting, "leaks.revisions", 1);
}

/* ---- tracked changes ---- */

static void accepted(void **state) {
  Drafting *drafting = *state;
  drafting->settings = (LpPassSettings){.revisions = LP_TREATMENT_ACCEPT, .hidden = LP_TREATMENT_SHOW};
  drafting_read(drafting, revised);
  settle(drafting);
  drafting_is(drafting, "It was not agreed.\nAll secretly left.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_DELETED], 4);
}

static void rejected(void **state) {
  Drafting *drafting = *state;
  drafting->settings = (LpPassSettings){.revisions = LP_TREATMENT_REJECT, .hidden = LP_TREATMENT_SHOW};
  drafting_read(drafting, revised);
  settle(drafting);
  drafting_is(drafting, "It was ever agreed.\nAll secretly left.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_DELETED], 3);
}

static void shown(void **state) {
  Drafting *drafting = *state;
  drafting->settings = (LpPassSettings){.revisions = LP_TREATMENT_SHOW, .hidden = LP_TREATMENT_SHOW};
  drafting_read(drafting, revised);
  settle(drafting);
  drafting_is(drafting, "It was {not }{ever }agreed.\nAll secretly left.\n");
}

static void nested_changes_go_once(void **state) {
  Drafting *drafting = *state;
  drafting->settings.revisions = LP_TREATMENT_ACCEPT;
  drafting_read(drafting, "It {-was {+not +}{-ever -}so -}ends.\n");
  settle(drafting);
  drafting_is(drafting, "It ends.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_DELETED], 12);
}

static void a_deleted_mark_joins_paragraphs(void **state) {
  Drafting *drafting = *state;
  drafting->settings.revisions = LP_TREATMENT_ACCEPT;
  drafting_read(drafting, "One \ntwo \nthree.\nFour.\n");
  set_mark(drafting, first_block(drafting), LP_REVISION_DELETED);
  set_mark(drafting, lp_edit_next(first_block(drafting)), LP_REVISION_DELETED);
  settle(drafting);
  drafting_is(drafting, "One two three.\nFour.\n");
}

static void a_rejected_new_mark_joins_too(void **state) {
  Drafting *drafting = *state;
  drafting->settings.revisions = LP_TREATMENT_REJECT;
  drafting_read(drafting, "One \ntwo.\n");
  set_mark(drafting, first_block(drafting), LP_REVISION_INSERTED);
  settle(drafting);
  drafting_is(drafting, "One two.\n");
}

static void rows_and_cells(void **state) {
  Drafting *drafting = *state;
  drafting->settings.revisions = LP_TREATMENT_ACCEPT;
  drafting_read(drafting, "| a | b\n| c | d\nText.\n");
  LpNode *row = lp_edit_first_child(first_block(drafting));
  set_mark(drafting, row, LP_REVISION_DELETED);
  set_mark(drafting, lp_edit_first_child(lp_edit_next(row)), LP_REVISION_DELETED);
  settle(drafting);
  drafting_is(drafting, "| d\nText.\n");
  const LpNode *kept = lp_node_first_child(first_block(drafting));
  assert_non_null(lp_node_next(lp_node_first_child(kept))); /* the grid still has two columns */
}

static void a_table_of_deleted_rows_goes(void **state) {
  Drafting *drafting = *state;
  drafting->settings.revisions = LP_TREATMENT_ACCEPT;
  drafting_read(drafting, "| a | b\nText.\n");
  set_mark(drafting, lp_edit_first_child(first_block(drafting)), LP_REVISION_DELETED);
  settle(drafting);
  drafting_is(drafting, "Text.\n");
}

/* ---- comments and hidden text ---- */

static void hidden_text_is_dropped(void **state) {
  Drafting *drafting = *state;
  drafting->settings = (LpPassSettings){.revisions = LP_TREATMENT_SHOW, .hidden = LP_TREATMENT_DROP};
  drafting_read(drafting, "All ~secretly ~left.\n~Wholly hidden.~\nThe end.\n");
  settle(drafting);
  drafting_is(drafting, "All left.\nThe end.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_HIDDEN], 8 + 13);
}

static void build_comment(Drafting *drafting) {
  LpBuilder *builder = drafting->builder;
  lp_builder_open(builder, LP_KIND_COMMENT, NULL);
  lp_builder_string(builder, LP_ATTRIBUTE_NAME, "1");
  lp_builder_text(builder, "Really?", 7, NULL);
  lp_builder_close(builder, LP_KIND_COMMENT);
  drafting_read(drafting, "Text.\n");
}

static void comments_are_refused_or_dropped(void **state) {
  Drafting *drafting = *state;
  build_comment(drafting);
  lp_pass_leaks(&drafting->passing);
  assert_reported(drafting, "leaks.comments", 1);
  drafting->settings.comments = LP_TREATMENT_DROP;
  lp_pass_review(&drafting->passing);
  drafting_balances(drafting);
  drafting_is(drafting, "Text.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_COMMENT], 7);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, drafting_set_up, drafting_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      CASE(a_final_refuses_leaks),
      CASE(what_is_settled_is_no_leak),
      CASE(a_draft_shows_and_warns),
      CASE(marks_of_paragraphs_are_leaks_too),
      CASE(accepted),
      CASE(rejected),
      CASE(shown),
      CASE(nested_changes_go_once),
      CASE(a_deleted_mark_joins_paragraphs),
      CASE(a_rejected_new_mark_joins_too),
      CASE(rows_and_cells),
      CASE(a_table_of_deleted_rows_goes),
      CASE(hidden_text_is_dropped),
      CASE(comments_are_refused_or_dropped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
