/* The title block, captions, signatures, numbers and references, and the language they are in. */
#include "config.h"

#include "drafting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

static void title(Drafting *drafting, const char *lines) {
  drafting_read(drafting, lines);
  for (int i = 0; i < LP_METADATA_COUNT; i++)
    if (drafting->settings.metadata[i])
      lp_document_set_metadata(drafting->document, (LpMetadata)i, drafting->settings.metadata[i]);
  lp_pass_title(&drafting->passing);
  drafting_balances(drafting);
}

static void assert_metadata(const Drafting *drafting, LpMetadata entry, const char *value) {
  const char *is = lp_document_metadata(drafting->document, entry);
  if (value)
    assert_string_equal(is ? is : "none", value);
  else
    assert_null(is);
}

/* ---- the title block ---- */

static void headings_and_a_date(void **state) {
  Drafting *drafting = *state;
  title(drafting,
        "## Co-Chairs' Statement\n### Third Roundtable\n12 March 2024\nThe Roundtable met on 12 March.\n");
  drafting_is(drafting, "#1 [title] Co-Chairs' Statement\n[meeting] Third Roundtable\n[date] 12 March 2024\n"
                        "The Roundtable met on 12 March.\n");
  assert_metadata(drafting, LP_METADATA_TITLE, "Co-Chairs' Statement");
  assert_metadata(drafting, LP_METADATA_MEETING, "Third Roundtable");
  assert_metadata(drafting, LP_METADATA_DATE, "12 March 2024");
  assert_metadata(drafting, LP_METADATA_PLACE, NULL);
}

static void lone_lines_and_a_place(void **state) {
  Drafting *drafting = *state;
  title(
      drafting,
      "CHAIR'S SUMMARY\nFourth Meeting on Documents / Port Amrita, 19 September 2022\nIt was held there.\n");
  drafting_is(drafting, "#1 [title] CHAIR'S SUMMARY\n[meeting] Fourth Meeting on Documents\n"
                        "[date] Port Amrita, 19 September 2022\nIt was held there.\n");
  assert_metadata(drafting, LP_METADATA_DATE, "19 September 2022");
  assert_metadata(drafting, LP_METADATA_PLACE, "Port Amrita");
}

static void a_heading_behind_the_date_is_a_heading(void **state) {
  Drafting *drafting = *state;
  title(drafting, "# Report\n12 March 2024\n## Opening\nThe Chair spoke.\n");
  drafting_is(drafting, "#1 [title] Report\n[date] 12 March 2024\n#2 Opening\nThe Chair spoke.\n");
}

static void a_part_is_no_meeting(void **state) {
  Drafting *drafting = *state;
  title(drafting, "# Report\n## Introduction\nThe Chair spoke.\n## Results\nNone came.\n");
  drafting_is(drafting, "#1 [title] Report\n#2 Introduction\nThe Chair spoke.\n#2 Results\nNone came.\n");
  assert_metadata(drafting, LP_METADATA_MEETING, NULL);
}

static void one_line_without_a_date_is_the_meeting(void **state) {
  Drafting *drafting = *state;
  title(drafting, "# Report\n## Working Group on Screening\nThe Chair spoke.\n");
  drafting_is(drafting, "#1 [title] Report\n[meeting] Working Group on Screening\nThe Chair spoke.\n");
}

static void contents_are_no_title(void **state) {
  Drafting *drafting = *state;
  title(drafting, "# Table of Contents\nOne.\n# Report\nTwo.\n");
  drafting_is(drafting, "#1 Table of Contents\nOne.\n#1 Report\nTwo.\n");
}

static void a_later_title_heads_a_part(void **state) {
  Drafting *drafting = *state;
  const LpStyle *style = lp_style_with_integer(drafting->document, NULL, LP_PROPERTY_ROLE, LP_ROLE_TITLE);
  drafting_read(drafting, "# Report\nText of it.\nAnnex\nMore text.\n");
  LpNode *annex = lp_edit_previous(lp_edit_last_child(lp_edit_root(drafting->document)));
  lp_edit_set_style(annex, style);
  lp_pass_title(&drafting->passing);
  drafting_is(drafting, "#1 [title] Report\nText of it.\n#1 Annex\nMore text.\n");
}

static void another_language_has_its_own_block(void **state) {
  Drafting *drafting = *state;
  LpBuilder *builder = drafting->builder;
  static const char *const lines[] = {"Pernyataan Bersama", "Pertemuan Kepala Desa", "25 Mei 2024",
                                      "Para kepala desa bertemu."};
  lp_builder_open(builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_text(builder, "Village heads met.", 18, NULL);
  lp_builder_close(builder, LP_KIND_PARAGRAPH);
  lp_builder_open(builder, LP_KIND_SECTION, NULL);
  lp_builder_style(builder, lp_style_with_string(drafting->document, NULL, LP_PROPERTY_LANGUAGE, "id"));
  for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
    lp_builder_open(builder, i < 2 ? LP_KIND_HEADING : LP_KIND_PARAGRAPH, NULL);
    lp_builder_text(builder, lines[i], strlen(lines[i]), NULL);
    lp_builder_close(builder, i < 2 ? LP_KIND_HEADING : LP_KIND_PARAGRAPH);
  }
  lp_builder_close(builder, LP_KIND_SECTION);
  title(drafting, "");
  drafting_is(drafting, "Village heads met.\n#1 [title] Pernyataan Bersama\n[meeting] Pertemuan Kepala Desa\n"
                        "[date] 25 Mei 2024\nPara kepala desa bertemu.\n");
  assert_metadata(drafting, LP_METADATA_TITLE, NULL); /* the document's own has none */
}

static void running_text_is_no_title(void **state) {
  Drafting *drafting = *state;
  title(drafting, "We, the Ministers, gathered in Sri Cempaka,\nhave agreed.\n");
  drafting_is(drafting, "We, the Ministers, gathered in Sri Cempaka,\nhave agreed.\n");
  assert_metadata(drafting, LP_METADATA_TITLE, NULL);
}

static void front_matter_is_set(void **state) {
  Drafting *drafting = *state;
  lp_builder_metadata(drafting->builder, LP_METADATA_TITLE, "Statement");
  lp_builder_metadata(drafting->builder, LP_METADATA_MEETING, "Sixth Exchange");
  lp_builder_metadata(drafting->builder, LP_METADATA_DATE, "2025-02-11");
  lp_builder_metadata(drafting->builder, LP_METADATA_PLACE, "Kota Seruni");
  lp_builder_metadata(drafting->builder, LP_METADATA_EMBARGO, "2025-02-12T09:00+08:00");
  title(drafting, "Members spoke at length.\n");
  drafting_is(drafting,
              "#1 [title] Statement\n[meeting] Sixth Exchange\n[date] Kota Seruni, 11 February 2025\n"
              "[embargo] Embargoed until 12 February 2025, 09:00 UTC+8\nMembers spoke at length.\n");
}

static void what_both_say_is_set_once(void **state) {
  Drafting *drafting = *state;
  lp_builder_metadata(drafting->builder, LP_METADATA_TITLE, "the Co-Chairs’ Statement");
  lp_builder_metadata(drafting->builder, LP_METADATA_DATE, "2024-03-12");
  title(drafting, "# Co-Chairs' Statement\n12 March 2024\nMembers spoke.\n");
  drafting_is(drafting, "#1 [title] Co-Chairs' Statement\n[date] 12 March 2024\nMembers spoke.\n");
}

static void front_matter_goes_before_another_heading(void **state) {
  Drafting *drafting = *state;
  lp_builder_metadata(drafting->builder, LP_METADATA_TITLE, "Statement");
  title(drafting, "# Introduction\nMembers spoke.\n");
  drafting_is(drafting, "#1 [title] Statement\n#1 Introduction\nMembers spoke.\n");
}

static void the_command_line_wins(void **state) {
  Drafting *drafting = *state;
  drafting->settings.metadata[LP_METADATA_TITLE] = "Final Statement";
  drafting->settings.metadata[LP_METADATA_DATE] = "2024-03-13";
  title(drafting, "# Draft Statement\n## Third Roundtable\n12 March 2024\nMembers spoke.\n");
  drafting_is(drafting, "#1 [title] Final Statement\n[meeting] Third Roundtable\n[date] 13 March 2024\n"
                        "Members spoke.\n");
  assert_int_equal(lp_ledger(drafting->account, LP_PHASE_PASSES)->left[LP_REASON_REPLACED], 14 + 11);
}

/* ---- captions, signatures ---- */

static void a_caption_moves_into_its_table(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, "It was reviewed.\nTable 1. Results\n| a | b\nTables are dull.\n| c | d\n");
  lp_pass_captions(&drafting->passing);
  drafting_balances(drafting);
  drafting_is(drafting, "It was reviewed.\ncaption Table 1. Results\n| a\n| b\nTables are dull.\n| c\n| d\n");
  const LpNode *table = lp_node_next(lp_node_first_child(lp_document_root(drafting->document)));
  assert_int_equal(lp_node_kind(lp_node_first_child(table)), LP_KIND_CAPTION);
}

static void two_signatures(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting,
                "Done in two originals.\nFor the Ministry\n(signed)\nCo-Chair\nFor the Department\n(signed)\n"
                "Co-Chair\n");
  lp_pass_signatures(&drafting->passing);
  drafting_balances(drafting);
  drafting_is(drafting, "Done in two originals.\n"
                        "S [signature-name] For the Ministry\ns [signature-role] (signed)\n"
                        "s [signature-role] Co-Chair\nS [signature-name] For the Department\n"
                        "s [signature-role] (signed)\ns [signature-role] Co-Chair\n");
}

static void a_line_to_sign_on(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, "It was agreed.\n____________\nA. Serunian\nMinister of the Interior\n");
  lp_pass_signatures(&drafting->passing);
  drafting_is(drafting, "It was agreed.\nS [signature-role] ____________\ns [signature-name] A. Serunian\n"
                        "s [signature-role] Minister of the Interior\n");
}

static void signed_in_a_sentence_is_text(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, "It was agreed.\nThe text (signed in May) stands\nsigned\n");
  lp_pass_signatures(&drafting->passing);
  drafting_is(drafting, "It was agreed.\nThe text (signed in May) stands\nsigned\n");
}

/* ---- numbers, references ---- */

static void levels_have_no_gap(void **state) {
  Drafting *drafting = *state;
  title(drafting,
        "## Title\n12 March 2024\nText of it.\n# Annex\n### A\n##### deep\n### B\n# Annex 2\n##### lone\n");
  lp_pass_numbering(&drafting->passing);
  drafting_is(drafting, "#1 [title] Title\n[date] 12 March 2024\nText of it.\n#2 [heading-1] Annex\n"
                        "#3 [heading-2] A\n#4 [heading-3] deep\n#3 [heading-2] B\n#2 [heading-1] Annex 2\n"
                        "#3 [heading-3] lone\n");
}

static void items_are_numbered(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, "3. three\n4. four\nText.\n");
  LpNode *list = lp_edit_first_child(lp_edit_root(drafting->document));
  lp_edit_clear(lp_edit_last_child(list), LP_ATTRIBUTE_MARKER);
  lp_edit_set_integer(drafting->document, list, LP_ATTRIBUTE_NUMBER_STYLE, 1);
  lp_pass_numbering(&drafting->passing);
  assert_int_equal(lp_node_integer(lp_node_first_child(list), LP_ATTRIBUTE_VALUE), 3);
  assert_int_equal(lp_node_integer(lp_node_last_child(list), LP_ATTRIBUTE_VALUE), 4);
  assert_string_equal(lp_node_string(lp_node_last_child(list), LP_ATTRIBUTE_MARKER), "iv.");
  assert_string_equal(lp_node_string(lp_node_first_child(list), LP_ATTRIBUTE_MARKER),
                      "3."); /* as in the draft */
}

static void notes_are_numbered_as_referred_to(void **state) {
  Drafting *drafting = *state;
  drafting_read(drafting, "It met.{^b} It ended.{^a} It met again.{^b} No note.{^c}\n[^a] First written.\n"
                          "[^b] Second written.\n[^d] Not referred to.\n");
  lp_pass_references(&drafting->passing);
  drafting_balances(drafting);
  drafting_is(drafting,
              "It met.{^1} It ended.{^2} It met again.{^1} No note.\n^ Second written.\n^ First written.\n"
              "^ Not referred to.\n");
  assert_reported(drafting, "references.no-note", 1);
  assert_reported(drafting, "references.unused-note", 1);
}

static void a_link_to_nowhere_is_told(void **state) {
  Drafting *drafting = *state;
  lp_builder_open(drafting->builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_open(drafting->builder, LP_KIND_LINK, NULL);
  lp_builder_string(drafting->builder, LP_ATTRIBUTE_TARGET, "annex");
  lp_builder_text(drafting->builder, "Annex", 5, NULL);
  lp_builder_close(drafting->builder, LP_KIND_PARAGRAPH);
  drafting_read(drafting, "");
  lp_pass_references(&drafting->passing);
  drafting_is(drafting, "Annex\n");
  assert_reported(drafting, "references.no-target", 1);
}

/* ---- language ---- */

static void language(Drafting *drafting, const char *lines) {
  drafting_read(drafting, lines);
  lp_pass_language(&drafting->passing);
}

static void the_letterheads_own(void **state) {
  Drafting *drafting = *state;
  language(drafting, "Members met.\n");
  assert_string_equal(drafting->passing.language, "en");
}

static void the_letterhead_found(void **state) {
  Drafting *drafting = *state;
  drafting->passing.found_language = "id";
  language(drafting, "Para anggota bertemu.\n");
  assert_string_equal(drafting->passing.language, "id");
  assert_metadata(drafting, LP_METADATA_LANGUAGE, "id");
}

static void the_script_tells(void **state) {
  Drafting *drafting = *state;
  drafting->passing.found_language = "id"; /* does not fit */
  language(drafting, "คณะทำงานได้จัดการประชุม ASEAN\n");
  assert_string_equal(drafting->passing.language, "th");
}

static void front_matter_tells_unless_it_cannot_be(void **state) {
  Drafting *drafting = *state;
  lp_builder_metadata(drafting->builder, LP_METADATA_LANGUAGE, "fa");
  language(drafting, "سومین نشست کارگروه\n");
  assert_string_equal(drafting->passing.language, "fa");
}

static void what_runs_are_marked_as(void **state) {
  Drafting *drafting = *state;
  LpDocument *document = drafting->document;
  lp_builder_text_style(drafting->builder,
                        lp_style_with_string(document, NULL, LP_PROPERTY_LANGUAGE, "fr-FR"));
  lp_builder_text(drafting->builder, "Les membres se sont réunis.", strlen("Les membres se sont réunis."),
                  NULL);
  lp_builder_text_style(drafting->builder,
                        lp_style_with_string(document, NULL, LP_PROPERTY_LANGUAGE, "en-US"));
  lp_builder_text(drafting->builder, "Yes.", 4, NULL);
  language(drafting, "");
  assert_string_equal(drafting->passing.language, "fr-FR");
}

static void marks_by_habit_do_not_count(void **state) {
  Drafting *drafting = *state;
  LpDocument *document = drafting->document;
  lp_builder_text_style(drafting->builder,
                        lp_style_with_string(document, NULL, LP_PROPERTY_LANGUAGE, "en-US"));
  lp_builder_text(drafting->builder, "ກອງປະຊຸມ", strlen("ກອງປະຊຸມ"), NULL);
  language(drafting, "");
  assert_string_equal(drafting->passing.language, "lo");
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, drafting_set_up, drafting_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      CASE(headings_and_a_date),
      CASE(lone_lines_and_a_place),
      CASE(a_heading_behind_the_date_is_a_heading),
      CASE(a_part_is_no_meeting),
      CASE(one_line_without_a_date_is_the_meeting),
      CASE(contents_are_no_title),
      CASE(a_later_title_heads_a_part),
      CASE(another_language_has_its_own_block),
      CASE(running_text_is_no_title),
      CASE(front_matter_is_set),
      CASE(what_both_say_is_set_once),
      CASE(front_matter_goes_before_another_heading),
      CASE(the_command_line_wins),
      CASE(a_caption_moves_into_its_table),
      CASE(two_signatures),
      CASE(a_line_to_sign_on),
      CASE(signed_in_a_sentence_is_text),
      CASE(levels_have_no_gap),
      CASE(items_are_numbered),
      CASE(notes_are_numbered_as_referred_to),
      CASE(a_link_to_nowhere_is_told),
      CASE(the_letterheads_own),
      CASE(the_letterhead_found),
      CASE(the_script_tells),
      CASE(front_matter_tells_unless_it_cannot_be),
      CASE(what_runs_are_marked_as),
      CASE(marks_by_habit_do_not_count),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
