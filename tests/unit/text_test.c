/* plugins/text: drafts in, trees out. */
#include "config.h"

#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

static int load(void **state) {
  (void)state;
  return load_plugin("text") ? 0 : -1;
}

static void paragraphs_are_unwrapped(void **state) {
  (void)state;
  assert_read("text",
              "We recognise that a ship in distress reaches a city before it reaches a state.\n"
              "Our quays, clinics and schools are the first to receive those who land, and\n"
              "they need plans.\n\nSecond.\n",
              "p(We recognise that a ship in distress reaches a city before it reaches a state. Our quays, "
              "clinics and schools "
              "are the first to receive those who land, and they need plans.)p(Second.)");
}

static void addresses_keep_their_lines(void **state) {
  (void)state;
  assert_read(
      "text",
      "The secretariat can be reached at the address below on every working day of the\n"
      "year between nine in the morning and five in the afternoon, local time.\n\n"
      "Regional Support Office\n27th Floor\nBangkok 10330\n",
      "p(The secretariat can be reached at the address below on every working day of the year between nine "
      "in the "
      "morning and five in the afternoon, local time.)p(Regional Support Office/27th Floor/Bangkok 10330)");
}

static void lists_nest_by_marker_and_indent(void **state) {
  (void)state;
  assert_read("text",
              "4.  The meeting took note of three proposals:\n\n    (a)  a shared image library of genuine "
              "documents, with an "
              "entry for\n         every issue still in circulation;\n\n    (b)  a monthly bulletin.\n\n5.  "
              "The Chair closed "
              "the meeting.\n",
              "l(i[4.](p(The meeting took note of three proposals:)l(i[(a)](p(a shared image library of "
              "genuine documents, with "
              "an entry for every issue still in circulation;))i[(b)](p(a monthly bulletin.))))i[5.](p(The "
              "Chair closed the "
              "meeting.)))");
  assert_read(
      "text", "Points:\n- one;\n- two:\n  \u2022 deep;\n- three.\n\nAfter.\n",
      "p(Points:)l(i[\u2013](p(one;))i[\u2013](p(two:)l(i[\u2022](p(deep;))))i[\u2013](p(three.)))p(After.)");
  assert_read("text", "(h) eighth;\n(i) ninth;\n(j) tenth.\n",
              "l(i[(h)](p(eighth;))i[(i)](p(ninth;))i[(j)](p(tenth.)))");
  assert_read("text", "1.1 first;\n\n1.2 second.\n", "l(i[1.1](p(first;))i[1.2](p(second.)))");
}

static void what_only_looks_like_a_label_is_text(void **state) {
  (void)state;
  assert_read("text", "A. Smith opened the meeting and thanked everyone.\n",
              "p(A. Smith opened the meeting and thanked everyone.)");
  assert_read("text", "2022. That was the year in which the work began.\n",
              "p(2022. That was the year in which the work began.)");
  assert_read("text",
              "Members of the group, among whom were several who had come from very far away\n"
              "\u2013 some of them by sea \u2013 thanked the hosts for a warm and generous welcome.\n",
              "p(Members of the group, among whom were several who had come from very far away \u2013 some "
              "of them by sea \u2013 "
              "thanked the hosts for a warm and generous welcome.)");
  assert_read("text", "A. first heading\n\nB. second heading\n",
              "l(i[A.](p(first heading))i[B.](p(second heading)))");
}

static void headings_of_plain_text(void **state) {
  (void)state;
  assert_read("text",
              "CHAIR'S SUMMARY\n\nOn time\n=======\n\nThe workshop was opened at nine o'clock and closed at "
              "noon.\n\nNext steps\n\n"
              "Extracts will be compared by the laboratory of one state.\n\nThe end\n",
              "h1(CHAIR'S SUMMARY)h1(On time)p(The workshop was opened at nine o'clock and closed at "
              "noon.)h2(Next steps)p(Extracts "
              "will be compared by the laboratory of one state.)p(The end)");
}

static void form_feeds_break_pages(void **state) {
  (void)state;
  assert_read("text", "one\n\f\ntwo\n\fthree\n", "p(one)=p(two)=p(three)");
  assert_read("markdown", "one\n\n\ftwo\f\nthree", "p(one)=p(two)=p(three)");
}

static void columns_are_kept(void **state) {
  (void)state;
  assert_read("text", "  Amrita      42\n  Seruni       7\n", "preformatted(Amrita      42/Seruni       7)");
}

static void markdown_has_its_blocks(void **state) {
  (void)state;
  assert_read(
      "markdown",
      "# Title\n\n> quoted *words*\n\n- a\n- b\n  1. c\n\n***\n\n| x | y |\n|---|--:|\n| 1 | **2** |\n",
      "h1(Title)q(p(quoted /words/))l(i[\u2022](p(a))i[\u2022](p(b)l(i[1.](p(c)))))thematic-break"
      "t(g!(r(c!(p(x))c!(p(y))))g(r(c(p(1))c(p(*2*)))))");
}

static void markdown_has_its_spans(void **state) {
  (void)state;
  assert_read(
      "markdown",
      "**bold *both*** ~~gone~~ <u>under</u> a &amp; b\\* [link](https://example.org/a \"t\")<br>next\nline",
      "p(*bold **/both*/ -gone- _under_ a & b* link<https://example.org/a>(link)/next line)");
}

static void light_markup_keeps_lines_that_were_not_wrapped(void **state) {
  (void)state;
  assert_read("text", "# The Process\n\n**Annex**\none\ntwo\n", "h1(The Process)p(*Annex*/one/two)");
  assert_read("markdown", "one\ntwo\n", "p(one two)");
}

static void markers_that_markdown_lacks(void **state) {
  (void)state;
  assert_read("markdown",
              "1. We will:\n\n   (i) keep a list;\n\n   (ii) pay:\n\n      (a) for thirty days;\n\n      (b) "
              "thereafter.\n\n2. Then.\n",
              "l(i[1.](p(We will:)l(i[(i)](p(keep a list;))i[(ii)](p(pay:)l(i[(a)](p(for thirty "
              "days;))i[(b)](p(thereafter.))))))"
              "i[2.](p(Then.)))");
  assert_read("markdown", "Points:\n(a) one\n(b) two\n\nText.",
              "p(Points:)l(i[(a)](p(one))i[(b)](p(two)))p(Text.)");
}

static void notes_are_cut_out(void **state) {
  (void)state;
  assert_read("markdown", "Met.[^1] Agreed.[^list]\n\n[^1]: By video.\n[^list]: First.\n\n    Second.\n",
              "p(Met.note-reference<1> Agreed.note-reference<list>)notes(note<1>(p(By "
              "video.))note<list>(p(First.)p(Second.)))");
  /* One that nothing refers to is text, and said. */
  Draft draft = read_bytes("markdown", "Met.\n\n[^x]: Lost.\n", strlen("Met.\n\n[^x]: Lost.\n"));
  char *tree = draw(draft.document);
  assert_string_equal(tree, "p(Met.)p(Lost.)");
  assert_int_equal(lp_account_code_count(draft.account, "text.note-unused"), 1);
  assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
  g_free(tree);
  drop(&draft);
}

static void comments_are_told_apart(void **state) {
  (void)state;
  assert_read("markdown", "a <!-- not\n\nthis --> b\n", "p(a)p(b)notes(comment<comment-1>(p(not  this)))");
}

static void sections_have_a_language(void **state) {
  (void)state;
  static const char text[] = "One.\n\n::: {lang=id}\n\nDua.\n\n:::\n\nThree.\n";
  assert_read("markdown", text, "p(One.)section(p(Dua.))p(Three.)");
  Draft draft = read_bytes("markdown", text, sizeof text - 1);
  const LpNode *section = lp_node_next(lp_node_first_child(lp_document_root(draft.document)));
  assert_string_equal(lp_style_string(lp_node_style(section), LP_PROPERTY_LANGUAGE), "id");
  drop(&draft);
}

static void front_matter_is_metadata(void **state) {
  (void)state;
  static const char text[] = "---\ntitle: \"Co-Chairs\\u2019\n  Statement\"\nplace: 'Port ''A'''\nlang: "
                             "en-GB\nstrange: x\n---\n\nText.\n";
  assert_read("markdown", text, "p(Text.)");
  Draft draft = read_bytes("text", text, sizeof text - 1);
  assert_string_equal(lp_document_metadata(draft.document, LP_METADATA_TITLE), "Co-Chairs\u2019 Statement");
  assert_string_equal(lp_document_metadata(draft.document, LP_METADATA_PLACE), "Port 'A'");
  assert_string_equal(lp_document_metadata(draft.document, LP_METADATA_LANGUAGE), "en-GB");
  drop(&draft);
}

static void scripts_without_spaces_are_joined_without(void **state) {
  (void)state;
  assert_read("markdown", "会议讨论了\n公平招聘。\nEnglish\nwords", "p(会议讨论了公平招聘。 English words)");
  assert_read("markdown", "the co-\nchaired one -\ntwo", "p(the co-chaired one - two)");
}

static void encodings(void **state) {
  (void)state;
  static const char utf16[] = "\xFF\xFE"
                              "c\0a\0f\0\xE9\0 \0\x3D\xD8\0\xDE\r\0\n\0";
  Draft draft = read_bytes("text", utf16, sizeof utf16 - 1);
  char *tree = draw(draft.document);
  assert_string_equal(tree, "p(café 😀)");
  assert_int_equal(lp_account_class(draft.account), 0);
  assert_false(lp_account_warned(draft.account));
  g_free(tree);
  drop(&draft);
  static const char windows[] = "caf\xE9 \x93quoted\x94 \x81\r\rnext";
  draft = read_bytes("text", windows, sizeof windows - 1);
  tree = draw(draft.document);
  assert_string_equal(tree, "p(café “quoted” \uFFFD)p(next)");
  assert_int_equal(lp_account_code_count(draft.account, "text.encoding-guessed"), 1);
  assert_int_equal(lp_account_code_count(draft.account, "text.encoding-invalid"), 1);
  g_free(tree);
  drop(&draft);
  draft = read_bytes("text", "\xEF\xBB\xBFone\xE2\x80\xA8two", 12);
  tree = draw(draft.document);
  assert_string_equal(tree, "p(one/two)");
  g_free(tree);
  drop(&draft);
}

static void what_is_no_text_is_named(void **state) {
  (void)state;
  assert_code("text", "", 0, "text.empty", LP_CLASS_FORMAT);
  assert_code("markdown", " \n\t\n", 4, "text.empty", LP_CLASS_FORMAT);
  assert_code("text",
              "\x7F"
              "ELF\0\0\1\2abcdefgh\0",
              17, "text.binary", LP_CLASS_FORMAT);
}

/* Whatever stands in it, a draft is read to the end and accounted for, or the ledger says what is missing. */
static void any_text_is_accounted_for(void **state) {
  (void)state;
  static const char *const pieces[] = {"# ",        "**",     "*",
                                       "\n",        "\n\n",   "- ",
                                       "1. ",       "(a) ",   "word ",
                                       "[^1]",      "[^1]: ", "[a](https://b.c)",
                                       "> ",        "```\n",  "| a | b |\n|---|---|\n",
                                       "&amp;",     "&#x41;", "<u>",
                                       "</u>",      "<x>",    "\f",
                                       "\t",        "    ",   "::: {lang=lo}\n",
                                       ":::\n",     "ຖະແຫຼງ",  "![p](q.png)",
                                       "\\",        "_",      "~~",
                                       "<!--",      "-->",    "---\n",
                                       "www.a.org "};
  GRand *random = g_rand_new_with_seed(20240312);
  for (int round = 0; round < 4000; round++) {
    GString *text = g_string_new(NULL);
    for (int i = g_rand_int_range(random, 1, 24); i > 0; i--)
      g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    Draft draft = read_bytes(round % 2 ? "text" : "markdown", text->str, text->len);
    if (draft.verdict == LP_DONE && !lp_ledger_balance(draft.account, LP_PHASE_READING)) {
      const LpDiagnostic *last =
          lp_account_diagnostic(draft.account, lp_account_diagnostic_count(draft.account) - 1);
      char *tree = draw(draft.document);
      print_error("round %d: %s\n%s\n%s\n", round, last->sentence, text->str, tree);
      fail();
    }
    drop(&draft);
    g_string_free(text, TRUE);
  }
  g_rand_free(random);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paragraphs_are_unwrapped),
      cmocka_unit_test(addresses_keep_their_lines),
      cmocka_unit_test(lists_nest_by_marker_and_indent),
      cmocka_unit_test(what_only_looks_like_a_label_is_text),
      cmocka_unit_test(headings_of_plain_text),
      cmocka_unit_test(form_feeds_break_pages),
      cmocka_unit_test(columns_are_kept),
      cmocka_unit_test(markdown_has_its_blocks),
      cmocka_unit_test(markdown_has_its_spans),
      cmocka_unit_test(light_markup_keeps_lines_that_were_not_wrapped),
      cmocka_unit_test(markers_that_markdown_lacks),
      cmocka_unit_test(notes_are_cut_out),
      cmocka_unit_test(comments_are_told_apart),
      cmocka_unit_test(sections_have_a_language),
      cmocka_unit_test(front_matter_is_metadata),
      cmocka_unit_test(scripts_without_spaces_are_joined_without),
      cmocka_unit_test(encodings),
      cmocka_unit_test(what_is_no_text_is_named),
      cmocka_unit_test(any_text_is_accounted_for),
  };
  return cmocka_run_group_tests(tests, load, NULL);
}
