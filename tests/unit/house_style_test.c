/* After all passes every node has the one computed style of the house. */
#include "config.h"

#include "drafting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <letterpress/walk.h>
#include <string.h>

#define POINTS(n) ((int32_t)((n)*12700))

static const LpLetterhead *run(Drafting *drafting, const char *lines) {
  drafting_read(drafting, lines);
  const LpLetterhead *letterhead =
      lp_passes_run(drafting->document, drafting->definition, &drafting->settings);
  assert_non_null(letterhead);
  return letterhead;
}

/* The block whose text begins so. */
static const LpNode *block(const Drafting *drafting, const char *start) {
  const LpNode *root = lp_document_root(drafting->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    size_t n;
    const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (text && g_str_has_prefix(text, start))
      return lp_node_parent(step.node);
  }
  fail_msg("no block %s", start);
  return NULL;
}

static int32_t of(const Drafting *drafting, const char *start, LpProperty property) {
  return lp_style_integer(lp_node_style(block(drafting, start)), property);
}

static const LpStyle *draft_style(Drafting *drafting, LpProperty property, int32_t value) {
  return lp_style_with_integer(drafting->document, NULL, property, value);
}

static void build(Drafting *drafting, const LpStyle *paragraph, const LpStyle *text, const char *words) {
  lp_builder_open(drafting->builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_style(drafting->builder, paragraph);
  lp_builder_text_style(drafting->builder, text);
  lp_builder_text(drafting->builder, words, strlen(words), NULL);
  lp_builder_close(drafting->builder, LP_KIND_PARAGRAPH);
  lp_builder_text_style(drafting->builder, NULL);
}

/* ---- by role ---- */

static void every_node_is_styled(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "# Title\n12 March 2024\nIt met.{^1}\n- one;\n- two.\n> A quotation.\n| a | 1\n[^1] A note.\n");
  const LpNode *root = lp_document_root(drafting->document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step))
    if (!lp_style_has(lp_node_style(step.node), LP_PROPERTY_SIZE_EMU))
      fail_msg("a %s without a style", lp_kind_name(lp_node_kind(step.node)));
  assert_int_equal(of(drafting, "Title", LP_PROPERTY_ROLE), LP_ROLE_TITLE);
  assert_int_equal(of(drafting, "Title", LP_PROPERTY_SIZE_EMU), POINTS(20));
  assert_int_equal(of(drafting, "It met", LP_PROPERTY_ROLE), LP_ROLE_BODY);
  assert_int_equal(of(drafting, "It met", LP_PROPERTY_ALIGN), LP_ALIGN_JUSTIFY);
  assert_int_equal(of(drafting, "one", LP_PROPERTY_ROLE), LP_ROLE_LIST);
  assert_int_equal(of(drafting, "A quot", LP_PROPERTY_ROLE), LP_ROLE_QUOTE);
  assert_int_equal(of(drafting, "A quot", LP_PROPERTY_INDENT_START_EMU), POINTS(22));
  assert_int_equal(of(drafting, "a", LP_PROPERTY_ROLE), LP_ROLE_TABLE_CELL);
  assert_int_equal(of(drafting, "A note", LP_PROPERTY_ROLE), LP_ROLE_NOTE);
}

static void lists_hang_and_end_with_room(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Text of it.\n- one;\n- two.\nText again.\n");
  assert_int_equal(of(drafting, "one", LP_PROPERTY_INDENT_START_EMU), POINTS(24));
  assert_int_equal(of(drafting, "one", LP_PROPERTY_INDENT_FIRST_EMU), POINTS(-24));
  assert_int_equal(of(drafting, "one", LP_PROPERTY_SPACE_AFTER_EMU), POINTS(4));
  assert_int_equal(of(drafting, "two", LP_PROPERTY_SPACE_AFTER_EMU), POINTS(8));
}

static void operative_paragraphs_are_body_text(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "Text of it.\n1. We will name one office in each of our states that answers for crews that are left.\n"
      "2. We will review this.\n");
  assert_int_equal(of(drafting, "We will name", LP_PROPERTY_ROLE), LP_ROLE_BODY);
  assert_int_equal(of(drafting, "We will name", LP_PROPERTY_SPACE_AFTER_EMU), POINTS(8));
  assert_int_equal(of(drafting, "We will review", LP_PROPERTY_INDENT_START_EMU), POINTS(24));
}

static void what_announces_stays_with_what_follows(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Text of it.\nThe following points:\n- one.\nThe end.\n");
  assert_int_equal(of(drafting, "The following", LP_PROPERTY_KEEP_WITH_NEXT), 1);
  assert_int_equal(of(drafting, "Text", LP_PROPERTY_KEEP_WITH_NEXT), 0);
}

static void the_embargo_takes_the_room_of_the_date(void **state) {
  Drafting *drafting = *state;
  lp_builder_metadata(drafting->builder, LP_METADATA_EMBARGO, "2025-02-12");
  run(drafting, "# Title\n12 March 2024\nText of it.\n");
  assert_int_equal(of(drafting, "12 March", LP_PROPERTY_SPACE_AFTER_EMU), POINTS(4));
  assert_int_equal(of(drafting, "Embargoed", LP_PROPERTY_SPACE_AFTER_EMU), POINTS(15));
  assert_int_equal(of(drafting, "Embargoed", LP_PROPERTY_ROLE), LP_ROLE_EMBARGO);
}

/* ---- what of the draft stays ---- */

static void what_carries_meaning_stays(void **state) {
  Drafting *drafting = *state;
  LpDocument *document = drafting->document;
  const LpStyle *text = draft_style(drafting, LP_PROPERTY_WEIGHT, 700);
  text = lp_style_with_integer(document, text, LP_PROPERTY_ITALIC, 1);
  text = lp_style_with_integer(document, text, LP_PROPERTY_UNDERLINE, LP_UNDERLINE_SINGLE);
  text = lp_style_with_integer(document, text, LP_PROPERTY_POSITION, LP_POSITION_SUPERSCRIPT);
  text = lp_style_with_integer(document, text, LP_PROPERTY_CASE, LP_CASE_SMALL_CAPITALS);
  text = lp_style_with_integer(document, text, LP_PROPERTY_COLOUR, 0xFF0000);
  text = lp_style_with_integer(document, text, LP_PROPERTY_SIZE_EMU, POINTS(30));
  text = lp_style_with_string(document, text, LP_PROPERTY_FAMILY, "Comic Sans MS");
  build(drafting, draft_style(drafting, LP_PROPERTY_ALIGN, LP_ALIGN_CENTRE), text, "All of it.");
  build(drafting, draft_style(drafting, LP_PROPERTY_ALIGN, LP_ALIGN_START), NULL, "Ragged by habit.");
  build(drafting, draft_style(drafting, LP_PROPERTY_INDENT_START_EMU, 914400), NULL, "Two levels in.");
  build(drafting, draft_style(drafting, LP_PROPERTY_INDENT_START_EMU, 1000), NULL, "A hair in.");
  run(drafting, "");
  const LpStyle *is = lp_node_style(lp_node_first_child(block(drafting, "All of it")));
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_WEIGHT), 700);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_ITALIC), 1);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_UNDERLINE), LP_UNDERLINE_SINGLE);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_POSITION), LP_POSITION_SUPERSCRIPT);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_CASE), LP_CASE_SMALL_CAPITALS);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_COLOUR), 0x000000);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_SIZE_EMU), POINTS(11.25));
  assert_null(lp_style_string(is, LP_PROPERTY_FAMILY));
  assert_int_equal(of(drafting, "All of it", LP_PROPERTY_ALIGN), LP_ALIGN_CENTRE);
  assert_int_equal(of(drafting, "Ragged", LP_PROPERTY_ALIGN), LP_ALIGN_JUSTIFY);
  assert_int_equal(of(drafting, "Two levels", LP_PROPERTY_INDENT_START_EMU), POINTS(48));
  assert_int_equal(of(drafting, "A hair", LP_PROPERTY_INDENT_START_EMU), 0);
}

static void the_drafts_own_style_on_demand(void **state) {
  Drafting *drafting = *state;
  drafting->settings.keeps_style = true;
  const LpStyle *text = draft_style(drafting, LP_PROPERTY_COLOUR, 0xFF0000);
  text = lp_style_with_integer(drafting->document, text, LP_PROPERTY_SIZE_EMU, POINTS(22.5));
  build(drafting, draft_style(drafting, LP_PROPERTY_SPACE_AFTER_EMU, POINTS(3)), text, "All of it.");
  run(drafting, "");
  const LpStyle *is = lp_node_style(lp_node_first_child(block(drafting, "All of it")));
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_COLOUR), 0xFF0000);
  assert_int_equal(lp_style_integer(is, LP_PROPERTY_SIZE_EMU), POINTS(22.5));
  assert_int_equal(of(drafting, "All of it", LP_PROPERTY_SPACE_AFTER_EMU), POINTS(3));
  assert_int_equal(of(drafting, "All of it", LP_PROPERTY_LEADING_EMU), POINTS(31)); /* room for its letters */
}

static void empty_paragraphs_go(void **state) {
  Drafting *drafting = *state;
  build(drafting, NULL, NULL, "One.");
  build(drafting, NULL, NULL, " ");
  lp_builder_open(drafting->builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_leaf(drafting->builder, LP_KIND_ANCHOR, NULL);
  lp_builder_close(drafting->builder, LP_KIND_PARAGRAPH);
  build(drafting, NULL, NULL, "Two.");
  run(drafting, "");
  const LpNode *first = lp_node_first_child(lp_document_root(drafting->document));
  assert_ptr_equal(lp_node_next(first), block(drafting, "Two."));
  assert_int_equal(lp_node_kind(lp_node_first_child(lp_node_next(first))), LP_KIND_ANCHOR);
}

static void columns_of_numbers_end_aligned(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Text of it.\n| Amrita | 82.2 %\n| Biru | 9\n| Seruni | -\n| 3 | 100.0 %\n");
  assert_int_equal(of(drafting, "9", LP_PROPERTY_ALIGN), LP_ALIGN_START); /* a dash alone is no number */
  assert_int_equal(of(drafting, "3", LP_PROPERTY_ALIGN), LP_ALIGN_START);
}

static void columns_of_numbers_alone(void **state) {
  Drafting *drafting = *state;
  run(drafting, "Text of it.\n| Amrita | 82.2 %\n| Biru | 9\n| Seruni | (12)\n| Cempaka | 1 000,5\n");
  assert_int_equal(of(drafting, "9", LP_PROPERTY_ALIGN), LP_ALIGN_END);
  assert_int_equal(of(drafting, "Biru", LP_PROPERTY_ALIGN), LP_ALIGN_START);
}

/* ---- language ---- */

static void a_paragraph_in_another_script(void **state) {
  Drafting *drafting = *state;
  run(drafting, "The members met and spoke at some length.\nعقد فريق العمل اجتماعه الثالث.\n");
  const LpStyle *style = lp_node_style(block(drafting, "عقد"));
  assert_string_equal(lp_style_string(style, LP_PROPERTY_LANGUAGE), "ar");
  assert_int_equal(lp_style_integer(style, LP_PROPERTY_DIRECTION), LP_DIRECTION_RTL);
  assert_int_equal(lp_style_integer(style, LP_PROPERTY_LEADING_EMU), 236220);
  assert_int_equal(lp_style_integer(style, LP_PROPERTY_HYPHENATE), 0);
  assert_int_equal(of(drafting, "The members", LP_PROPERTY_DIRECTION), LP_DIRECTION_LTR);
}

static void a_run_in_another_language(void **state) {
  Drafting *drafting = *state;
  LpDocument *document = drafting->document;
  lp_builder_open(drafting->builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_text(drafting->builder, "The members met ", 16, NULL);
  lp_builder_text_style(drafting->builder, lp_style_with_string(document, NULL, LP_PROPERTY_LANGUAGE, "fr"));
  lp_builder_text(drafting->builder, "en famille", 10, NULL);
  lp_builder_text_style(drafting->builder, lp_style_with_string(document, NULL, LP_PROPERTY_LANGUAGE, "th"));
  lp_builder_text(drafting->builder, " or so it seems.", 16, NULL);
  lp_builder_close(drafting->builder, LP_KIND_PARAGRAPH);
  run(drafting, "");
  const LpNode *french = lp_node_next(lp_node_first_child(block(drafting, "The members")));
  assert_string_equal(lp_style_string(lp_node_style(french), LP_PROPERTY_LANGUAGE), "fr");
  const LpNode *thai = lp_node_next(french); /* marked so by habit: its letters are Latin */
  assert_string_equal(lp_style_string(lp_node_style(thai), LP_PROPERTY_LANGUAGE), "en");
}

static void the_ledger_balances_over_all_passes(void **state) {
  Drafting *drafting = *state;
  run(drafting,
      "# The Bali Process\non People Smuggling, Trafficking in Persons and Related Transnational Crime\n"
      "# Statement\n12 March 2024\nMembers met in the know-\nPage 1 of 2\n\f\nledge of it.{^1}\n"
      "Page 2 of 2\n[^1] A note.\n");
  assert_reported(drafting, "ledger.passes", 0);
  const LpLedger *ledger = lp_ledger(drafting->account, LP_PHASE_PASSES);
  assert_int_equal(ledger->left[LP_REASON_LETTERHEAD], 14 + 66);
  assert_int_equal(ledger->left[LP_REASON_FURNITURE], 16);
  assert_int_equal(ledger->left[LP_REASON_PAGE_HYPHEN], 1);
  assert_true(ledger->in > 0 && ledger->out > 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, drafting_set_up, drafting_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      CASE(every_node_is_styled),
      CASE(lists_hang_and_end_with_room),
      CASE(operative_paragraphs_are_body_text),
      CASE(what_announces_stays_with_what_follows),
      CASE(the_embargo_takes_the_room_of_the_date),
      CASE(what_carries_meaning_stays),
      CASE(the_drafts_own_style_on_demand),
      CASE(empty_paragraphs_go),
      CASE(columns_of_numbers_end_aligned),
      CASE(columns_of_numbers_alone),
      CASE(a_paragraph_in_another_script),
      CASE(a_run_in_another_language),
      CASE(the_ledger_balances_over_all_passes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
