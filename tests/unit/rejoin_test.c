/* The draft's own letterhead, its page numbers, its headers, and the sentences that its pages cut. */
#include "config.h"

#include "drafting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

#define NAME "The Bali Process\n"
#define TAGLINE "on People Smuggling, Trafficking in Persons and Related Transnational Crime\n"
#define HEAD NAME "\n" TAGLINE "\n"

static void run(Drafting *drafting, const char *lines) {
  drafting_read(drafting, lines);
  lp_pass_page_parts(&drafting->passing);
  lp_pass_recognise(&drafting->passing);
  lp_pass_rejoin(&drafting->passing);
  lp_pass_blanks(&drafting->passing);
  drafting_balances(drafting);
}

static const LpDiagnostic *finding(const Drafting *drafting, const char *code) {
  for (size_t i = 0; i < lp_account_diagnostic_count(drafting->account); i++)
    if (strcmp(lp_account_diagnostic(drafting->account, i)->code, code) == 0)
      return lp_account_diagnostic(drafting->account, i);
  fail_msg("no finding %s", code);
  return NULL;
}

/* ---- the letterhead ---- */

static void a_head_between_pages_cuts_a_sentence(void **state) {
  Drafting *drafting = *state;
  run(drafting, "# " HEAD "## Statement\nMembers met. Co-Chairs thanked members for their\n\n\n# " HEAD
                "contributions and welcomed more.\nAll agreed.\n");
  drafting_is(drafting, "#2 Statement\n"
                        "Members met. Co-Chairs thanked members for their contributions and welcomed more.\n"
                        "All agreed.\n");
  assert_reported(drafting, "recognise.letterhead", 1);
  assert_reported(drafting, "rejoin.joined", 1);
  const LpDiagnostic *joined = finding(drafting, "rejoin.joined");
  assert_int_equal(joined->place.line, 9); /* where the second head stands */
  assert_non_null(strstr(joined->sentence, "“members for their” and “contributions and welcomed”"));
  assert_string_equal(drafting->passing.found_language, "en");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_LETTERHEAD], 2 * (14 + 66));
}

static void heads_in_all_their_shapes(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "Bali Process / Regional process against people smuggling / and trafficking in persons\n"
      "One.\n\f\n"
      "THE BALI PROCESS\non People Smuggling, Trafficking in Persons\nand Related Transnational Crime\n"
      "Two.\n\f\n"
      "The Bali Process on People Smuggling, Trafficking in Persons and Related Transnational Crime\n"
      "Three.\n\f\n"
      "The Bali Process / on People Smuggling, Trafficking in Persons and Related Transnational Crime / "
      "Four stands in the same paragraph.\n\f\n"
      "Proses Bali\nmengenai Penyelundupan Manusia, Perdagangan Orang, dan Kejahatan Lintas Negara Terkait\n"
      "Five.\n");
  drafting_is(drafting, "One.\nTwo.\nThree.\nFour stands in the same paragraph.\nFive.\n");
  assert_non_null(strstr(finding(drafting, "recognise.letterhead")->sentence, "found 5 times"));
}

static void a_tagline_may_stand_above(void **state) {
  Drafting *drafting = *state;
  run(drafting, "လူမှောင်ခိုခြင်း၊ လူကုန်ကူးခြင်းနှင့် ဆက်စပ်သော နိုင်ငံဖြတ်ကျော်ရာဇဝတ်မှုများဆိုင်ရာ\n"
                "ဘာလီလုပ်ငန်းစဉ်\nOne.\n");
  drafting_is(drafting, "One.\n");
  assert_string_equal(drafting->passing.found_language, "my");
}

static void a_name_alone_is_text_but_at_a_page(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Members spoke of\nThe Bali Process\nand of others.\n");
  drafting_is(drafting, "Members spoke of\nThe Bali Process\nand of others.\n");
  assert_reported(drafting, "recognise.letterhead", 0);
}

static void a_name_alone_at_each_page(void **state) {
  Drafting *drafting = *state;
  run(drafting, NAME "One ends here.\n\f\n" NAME "Two.\n");
  drafting_is(drafting, "One ends here.\nTwo.\n");
}

static void a_name_behind_two_blank_lines(void **state) {
  Drafting *drafting = *state;
  run(drafting, "One ends\n\n\n" NAME "here. Two.\n");
  drafting_is(drafting, "One ends here. Two.\n");
}

static void a_sentence_with_the_name_stays(void **state) {
  Drafting *drafting = *state;
  run(drafting, HEAD "One ends here.\n\f\n" HEAD "The Bali Process was mentioned by several speakers.\n"
                     "The Bali Process / Regional Support Office / Bangkok\n");
  drafting_is(drafting, "One ends here.\nThe Bali Process was mentioned by several speakers.\n"
                        "The Bali Process / Regional Support Office / Bangkok\n");
}

static void another_head_stays_and_is_told(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Ministry of Serunia\nOne ends here.\n\f\nMinistry of Serunia\nTwo.\n");
  drafting_is(drafting, "Ministry of Serunia\nOne ends here.\nMinistry of Serunia\nTwo.\n");
  assert_reported(drafting, "recognise.repeated-block", 1);
}

/* ---- page numbers ---- */

static void page_numbers_rise(void **state) {
  Drafting *drafting = *state;
  run(drafting, "One goes on to\nPage 1 of 3\n\f\nthe second page.\nPage 2 of 3\n\f\nThree.\nPage 3 of 3\n");
  drafting_is(drafting, "One goes on to the second page.\nThree.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_FURNITURE], 3 * 8);
}

static void numbers_that_do_not_rise_are_text(void **state) {
  Drafting *drafting = *state;
  run(drafting, "One.\n7\n\f\nTwo.\n4\n\f\nThree.\n");
  drafting_is(drafting, "One.\n7\nTwo.\n4\nThree.\n");
}

static void a_lone_number_is_text(void **state) {
  Drafting *drafting = *state;
  run(drafting, "The code is\n1\n\f\nTwo.\n");
  drafting_is(drafting, "The code is\n1\nTwo.\n");
}

static void a_draft_in_one_piece_has_no_page_numbers(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Page 1 of 2\nOne.\nPage 1 of 1\n");
  drafting_is(drafting, "Page 1 of 2\nOne.\nPage 1 of 1\n");
}

static void numbers_at_the_top(void **state) {
  Drafting *drafting = *state;
  run(drafting, "One.\n\f\n- 2 -\nTwo.\n\f\n- 3 -\nThree.\n");
  drafting_is(drafting, "One.\nTwo.\nThree.\n");
}

/* ---- joining in the tree ---- */

static void bold_runs_become_one(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "Members stressed that **return must be voluntary wherever this is**\n\f\n**possible, and dignified**. "
      "They agreed.\n");
  drafting_is(drafting,
              "Members stressed that **return must be voluntary wherever this is possible, and dignified**. "
              "They agreed.\n");
}

static void an_item_goes_on_and_so_does_its_list(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "1. one is met;\n2. the costs are paid by the state that decides\n\f\non it;\n3. children travel.\n"
      "The end.\n");
  drafting_is(drafting, "1. one is met;\n2. the costs are paid by the state that decides on it;\n"
                        "3. children travel.\nThe end.\n");
  const LpNode *list = lp_node_first_child(lp_document_root(drafting->document));
  assert_int_equal(lp_node_kind(lp_node_last_child(list)), LP_KIND_LIST_ITEM);
  assert_int_equal(lp_node_kind(lp_node_next(list)), LP_KIND_PARAGRAPH); /* one list, not two */
}

static void items_that_were_read_as_text_are_parted(void **state) {
  Drafting *drafting = *state;
  run(drafting, "1. one is met;\n2. the costs are paid by the state that decides\n\f\n"
                "on it, and not by the person; 3. children travel, in 3. class; 4. and so on.\n");
  drafting_is(drafting, "1. one is met;\n"
                        "2. the costs are paid by the state that decides on it, and not by the person;\n"
                        "3. children travel, in 3. class;\n4. and so on.\n");
}

static void a_list_cut_between_items_is_one(void **state) {
  Drafting *drafting = *state;
  run(drafting, "1. one is met;\n2. costs are paid.\n\f\n3. children travel.\n");
  const LpNode *list = lp_node_first_child(lp_document_root(drafting->document));
  assert_null(lp_node_next(list));
  drafting_is(drafting, "1. one is met;\n2. costs are paid.\n3. children travel.\n");
}

static void another_list_is_another(void **state) {
  Drafting *drafting = *state;
  run(drafting, "1. one is met;\n2. costs are paid.\n\f\n1. children travel.\n");
  assert_non_null(lp_node_next(lp_node_first_child(lp_document_root(drafting->document))));
}

static void hyphens_between_pages(void **state) {
  Drafting *drafting = *state;
  run(drafting, "The tabletop was new. One knows by this know-\n\f\nledge what a table-\n\f\ntop is, as "
                "table-top says. "
                "In 2020 COVID-\n\f\n19 came.\n");
  drafting_is(drafting,
              "The tabletop was new. One knows by this knowledge what a table-top is, as table-top says. In "
              "2020 COVID-19 came.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_PAGE_HYPHEN], 1);
  assert_non_null(strstr(finding(drafting, "rejoin.joined")->sentence, "without the hyphen"));
}

static void a_note_mark_is_no_end(void **state) {
  Drafting *drafting = *state;
  run(drafting, "It met in May.{^1}\n\f\nit was a sentence of its own.\n[^1] Note.\n");
  assert_reported(drafting, "rejoin.apart", 1);
}

static void what_is_left_apart(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "Speakers asked for the following:\n\f\n- how long;\n- what a court will accept\n\f\n# Next steps\n"
      "iPhone extracts are compared.\nMembers thanked the trainers\n\f\nAnnex: list of devices\n"
      "See the figures in the Table\n\f\n| a | b\n| 1 | 2\n");
  drafting_is(drafting,
              "Speakers asked for the following:\n• how long;\n• what a court will accept\n#1 Next steps\n"
              "iPhone extracts are compared.\nMembers thanked the trainers\nAnnex: list of devices\n"
              "See the figures in the Table\n| a\n| b\n| 1\n| 2\n");
  assert_reported(drafting, "rejoin.joined", 0);
  assert_reported(drafting, "rejoin.apart", 2);
  assert_reported(drafting, "rejoin.possible-cut", 2);
  assert_int_equal(finding(drafting, "rejoin.possible-cut")->place.line, 9);
  assert_int_equal(lp_account_class(drafting->account), 0);
}

static void a_possible_cut_is_an_error_when_strict(void **state) {
  Drafting *drafting = *state;
  lp_account_set_strict(drafting->account, true);
  run(drafting, "One.\nMembers thanked all the trainers\n\f\nAnnex\n");
  assert_int_equal(lp_account_class(drafting->account), LP_CLASS_REFUSED);
}

static void thai_joins_a_full_line_without_a_space(void **state) {
  Drafting *drafting = *state;
  drafting->passing.language = "th";
  run(drafting, "หนึ่ง.\n% สมาชิกได้หารือเรื่องการจัดหางานที่เป็น\n\f\nธรรม\n");
  drafting_is(drafting, "หนึ่ง.\nสมาชิกได้หารือเรื่องการจัดหางานที่เป็นธรรม\n");
}

static void empty_pages_and_ends(void **state) {
  Drafting *drafting = *state;
  run(drafting, "\f\nOne ends in the\n\f\n\f\nmiddle.\n\f\n");
  drafting_is(drafting, "One ends in the middle.\n");
}

static void a_quotation_goes_on(void **state) {
  Drafting *drafting = *state;
  run(drafting, "She said:\n> I dusted that drawer every week for\n\f\n> six years.\nAll listened.\n");
  drafting_is(drafting, "She said:\n> I dusted that drawer every week for six years.\nAll listened.\n");
}

/* ---- headers and footers ---- */

static void headers_are_left_out(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "= The Bali Process / on People Smuggling, Trafficking in Persons and Related Transnational Crime\n"
      "=. Page 1 of 1\n= DRAFT 3\n= DRAFT 3\nText.\n");
  drafting_is(drafting, "Text.\n");
  assert_reported(drafting, "recognise.header-letterhead", 1);
  assert_reported(drafting, "recognise.header-text", 2); /* "Page 1 of 1" was typed, it is no field */
  assert_null(lp_node_next(lp_node_first_child(lp_document_root(drafting->document))));
}

static void headers_may_be_kept(void **state) {
  Drafting *drafting = *state;
  static const char keyfile[] = "[letterhead]\nname=House\n[recognise]\nheader-text=keep\n";
  lp_definition_free(drafting->definition);
  drafting->definition = lp_definition_read("house", keyfile, strlen(keyfile), NULL, NULL, drafting->account);
  drafting->passing.definition = drafting->definition;
  run(drafting, "= House\n= Embargo\n= For all\n=. Serunia\nText.\n");
  drafting_is(drafting, "Embargo\nFor all\nText.\nSerunia\n");
  assert_reported(drafting, "recognise.header-text", 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, drafting_set_up, drafting_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      CASE(a_head_between_pages_cuts_a_sentence),
      CASE(heads_in_all_their_shapes),
      CASE(a_tagline_may_stand_above),
      CASE(a_name_alone_is_text_but_at_a_page),
      CASE(a_name_alone_at_each_page),
      CASE(a_name_behind_two_blank_lines),
      CASE(a_sentence_with_the_name_stays),
      CASE(another_head_stays_and_is_told),
      CASE(page_numbers_rise),
      CASE(numbers_that_do_not_rise_are_text),
      CASE(a_lone_number_is_text),
      CASE(a_draft_in_one_piece_has_no_page_numbers),
      CASE(numbers_at_the_top),
      CASE(bold_runs_become_one),
      CASE(an_item_goes_on_and_so_does_its_list),
      CASE(items_that_were_read_as_text_are_parted),
      CASE(a_list_cut_between_items_is_one),
      CASE(another_list_is_another),
      CASE(hyphens_between_pages),
      CASE(a_note_mark_is_no_end),
      CASE(what_is_left_apart),
      CASE(a_possible_cut_is_an_error_when_strict),
      CASE(thai_joins_a_full_line_without_a_space),
      CASE(empty_pages_and_ends),
      CASE(a_quotation_goes_on),
      CASE(headers_are_left_out),
      CASE(headers_may_be_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
