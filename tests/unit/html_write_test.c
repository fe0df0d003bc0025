/* plugins/html: what each kind of node becomes. */
#include "config.h"

#include "../../plugins/html/write.h"
#include "document/edit.h"
#include "writing.h"

#include <letterpress/number.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const LpOccasion english = {.language = "en", .title = "A Statement", .date = "1 May 2024"};

/* The page, asserted to be whole. */
static const char *page_of(Writing *writing, const LpOccasion *occasion) {
  const char *page = writing_run(writing, html_write, occasion, NULL);
  assert_int_equal(writing->verdict, LP_DONE);
  assert_true(writing->balanced);
  return page;
}

static void assert_has(const char *page, const char *piece) {
  if (!strstr(page, piece))
    print_error("the page lacks %s\n%s\n", piece, strstr(page, "<main"));
  assert_non_null(strstr(page, piece));
}

static void a_statement_has_its_title_block(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_heading(&w, 1, LP_ROLE_TITLE, "A Statement");
  writing_paragraph(&w, LP_ROLE_MEETING, "A Meeting");
  writing_paragraph(&w, LP_ROLE_DATE, "1 May 2024");
  writing_heading(&w, 2, LP_ROLE_HEADING_1, "Part");
  writing_paragraph(&w, LP_ROLE_BODY, "Text & <more>");
  const char *page = page_of(&w, &english);
  assert_has(page, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head><meta charset=\"utf-8\">\n");
  assert_has(page, "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
  assert_has(page, "<title>A Statement</title>");
  assert_has(page, "<p class=\"name\">The Bali Process</p><p class=\"tagline\">on People");
  assert_has(
      page,
      "<main>\n<h1>A Statement</h1>\n<p class=\"meeting\">A Meeting</p>\n<p class=\"date\">1 May 2024</p>\n"
      "<h2>Part</h2>\n<p>Text &amp; &lt;more&gt;</p></main>\n</body></html>\n");
  assert_null(strstr(page, "<script"));
  writing_end(&w);
}

static void paper_has_the_letterhead_on_each_page(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_paragraph(&w, LP_ROLE_BODY, "Text");
  const LpOccasion occasion = {.language = "en", .title = "A \"quoted\" </style> title", .mark = "DRAFT"};
  const char *page = page_of(&w, &occasion);
  assert_has(page, "@page{size:595.28pt 841.89pt;margin-top:88pt;margin-bottom:74pt;margin-left:79.37pt;");
  assert_has(
      page,
      "@top-center{content:\"A \\\"quoted\\\" \\3C /style> title\";background:url(\"data:image/svg+xml,");
  assert_has(page, "content:\"Page \" counter(page) \" of \" counter(pages)");
  assert_has(page, "@page :first{margin-top:42pt;@top-center{content:none");
  assert_has(page, "body::before{content:\"DRAFT\"");
  assert_has(page, "<p class=\"mark\">DRAFT</p>");
  writing_end(&w);
}

static void emphasis_spans_neighbouring_texts(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  const LpStyle *bold = writing_with(&w, NULL, LP_PROPERTY_WEIGHT, 700);
  const LpStyle *both = writing_with(&w, bold, LP_PROPERTY_ITALIC, 1);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  writing_text(&w, NULL, "Members ");
  writing_text(&w, bold, "discussed the ");
  writing_text(&w, both, "Compendium");
  writing_text(&w, NULL, " of COVID-19");
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  /* Bold in a heading is what a heading is. */
  lp_builder_open(w.builder, LP_KIND_HEADING, NULL);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_LEVEL, 2);
  writing_text(&w, bold, "Part");
  writing_text(&w, writing_with(&w, NULL, LP_PROPERTY_WEIGHT, 400), " light");
  lp_builder_close(w.builder, LP_KIND_HEADING);
  const char *page = page_of(&w, &english);
  assert_has(page, "<p>Members <strong>discussed the <em>Compendium</em></strong> of "
                   "<span class=\"whole\">COVID-19</span></p>");
  assert_has(page, "<h2>Part<span class=\"s1\"> light</span></h2>");
  assert_has(page, "\n.s1{font-weight:400}\n");
  writing_end(&w);
}

static void only_what_differs_has_a_class(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  const LpStyle *body = writing_role(&w, LP_ROLE_BODY);
  for (int i = 0; i < 2; i++) {
    lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
    lp_builder_style(w.builder, writing_with(&w, body, LP_PROPERTY_ALIGN, LP_ALIGN_CENTRE));
    writing_text(&w, NULL, "centred");
    lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  }
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_style(w.builder, writing_with(&w, body, LP_PROPERTY_ALIGN, LP_ALIGN_JUSTIFY));
  writing_text(&w, writing_with(&w, NULL, LP_PROPERTY_BACKGROUND, 0xFFFF00), "marked");
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  const char *page = page_of(&w, &english);
  assert_has(
      page,
      "<p class=\"s1\">centred</p>\n<p class=\"s1\">centred</p>\n<p><span class=\"s2\">marked</span></p>");
  assert_has(page, ".s1{text-align:center}\n.s2{background:#FFFF00;color:#000000}\n</style>");
  writing_end(&w);
}

static void open_item(Writing *w, const char *marker, const char *text) {
  lp_builder_open(w->builder, LP_KIND_LIST_ITEM, NULL);
  lp_builder_string(w->builder, LP_ATTRIBUTE_MARKER, marker);
  writing_paragraph(w, LP_ROLE_LIST, text);
}

static void lists_keep_their_markers(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  lp_builder_open(w.builder, LP_KIND_LIST, NULL);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_ORDERED, 1);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_START, 3);
  open_item(&w, "3.", "three");
  lp_builder_open(w.builder, LP_KIND_LIST, NULL);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_ORDERED, 1);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_NUMBER_STYLE, LP_NUMBER_LOWER_ROMAN);
  open_item(&w, "(i)", "one");
  lp_builder_close(w.builder, LP_KIND_LIST_ITEM);
  open_item(&w, NULL, "two");
  lp_builder_integer(w.builder, LP_ATTRIBUTE_VALUE, 9);
  lp_builder_close(w.builder, LP_KIND_LIST);
  lp_builder_close(w.builder, LP_KIND_LIST);
  lp_builder_open(w.builder, LP_KIND_LIST, NULL);
  open_item(&w, "–", "dash");
  lp_builder_close(w.builder, LP_KIND_LIST_ITEM);
  open_item(&w, "•", "first");
  writing_paragraph(&w, LP_ROLE_LIST, "second");
  lp_builder_close(w.builder, LP_KIND_LIST);
  const char *page = page_of(&w, &english);
  assert_has(page, "<ol start=\"3\">\n<li><span class=\"marker\">3.</span> three\n<ol type=\"i\">\n"
                   "<li><span class=\"marker\">(i)</span> one</li>\n"
                   "<li value=\"9\"><span class=\"marker\">ix.</span> two</li></ol></li></ol>");
  assert_has(page, "<ul>\n<li class=\"s1\">dash</li>\n<li>\n<p>first</p>\n<p>second</p></li></ul>");
  assert_has(page, ".s1{--bullet:\"–\"}");
  writing_end(&w);
}

static void cell(Writing *w, const char *text, int32_t columns, int32_t rows) {
  lp_builder_open(w->builder, LP_KIND_CELL, NULL);
  if (columns > 1)
    lp_builder_integer(w->builder, LP_ATTRIBUTE_COLUMN_SPAN, columns);
  if (rows > 1)
    lp_builder_integer(w->builder, LP_ATTRIBUTE_ROW_SPAN, rows);
  if (text)
    writing_text(w, NULL, text);
  lp_builder_close(w->builder, LP_KIND_CELL);
}

static void tables_have_heads_spans_and_columns(void **state) {
  (void)state;
  static const int32_t widths[] = {100, 300};
  Writing w;
  writing_begin(&w);
  LpBuilder *b = w.builder;
  lp_builder_open(b, LP_KIND_TABLE, NULL);
  lp_builder_lengths(b, LP_ATTRIBUTE_COLUMN_WIDTHS, widths, 2);
  lp_builder_open(b, LP_KIND_ROW_GROUP, NULL);
  lp_builder_integer(b, LP_ATTRIBUTE_HEADER, 1);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "Head", 1, 1);
  cell(&w, NULL, 1, 1);
  lp_builder_close(b, LP_KIND_ROW_GROUP);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "tall", 1, 2);
  cell(&w, "a", 1, 1);
  lp_builder_close(b, LP_KIND_ROW);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "wide", 2, 1);
  lp_builder_close(b, LP_KIND_ROW);
  lp_builder_open(b, LP_KIND_CAPTION, NULL);
  writing_text(&w, NULL, "Caption");
  lp_builder_close(b, LP_KIND_TABLE);
  const char *page = page_of(&w, &english);
  assert_has(
      page,
      "<div class=\"table\">\n<table><caption id=\"table-1\">Caption</caption><colgroup><col class=\"s1\">"
      "<col class=\"s2\"></colgroup>\n<thead>\n<tr>\n<th scope=\"col\">Head</th>\n<td></td></tr></thead>\n"
      "<tbody>\n<tr>\n<td rowspan=\"2\">tall</td>\n<td>a</td></tr>\n<tr>\n"
      "<td colspan=\"2\">wide</td></tr></tbody></table></div>");
  assert_has(page, ".s1{width:25%}\n.s2{width:75%}\n");
  writing_end(&w);
}

static void refer(Writing *w, const char *target) {
  lp_builder_open(w->builder, LP_KIND_PARAGRAPH, NULL);
  writing_text(w, NULL, "See");
  lp_builder_leaf(w->builder, LP_KIND_NOTE_REFERENCE, NULL);
  lp_builder_string(w->builder, LP_ATTRIBUTE_TARGET, target);
  lp_builder_close(w->builder, LP_KIND_PARAGRAPH);
}

static void note(Writing *w, const char *name, int32_t class_, const char *text) {
  lp_builder_open(w->builder, LP_KIND_NOTE, NULL);
  lp_builder_string(w->builder, LP_ATTRIBUTE_NAME, name);
  lp_builder_integer(w->builder, LP_ATTRIBUTE_NOTE_CLASS, class_);
  writing_paragraph(w, LP_ROLE_NOTE, text);
  lp_builder_close(w->builder, LP_KIND_NOTE);
}

static void notes_are_linked_both_ways(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  refer(&w, "b");
  refer(&w, "e");
  refer(&w, "a");
  refer(&w, "b");
  note(&w, "a", 0, "second");
  note(&w, "b", 0, "first");
  note(&w, "e", 1, "end");
  note(&w, "never", 0, "unused");
  const char *page = page_of(&w, &english);
  assert_has(page, "<p>See<sup class=\"noteref\"><a id=\"noteref-1\" href=\"#note-1\" "
                   "role=\"doc-noteref\">1</a></sup></p>");
  assert_has(page, "<a id=\"noteref-2\" href=\"#note-2\" role=\"doc-noteref\">i</a>");
  assert_has(page, "<p>See<sup class=\"noteref\"><a href=\"#note-1\" role=\"doc-noteref\">1</a></sup></p>");
  assert_has(
      page,
      "<section class=\"notes\" role=\"doc-endnotes\"><ol>\n"
      "<li id=\"note-3\"><a class=\"marker\" href=\"#noteref-3\" role=\"doc-backlink\">2</a> second</li>\n"
      "<li id=\"note-1\"><a class=\"marker\" href=\"#noteref-1\" role=\"doc-backlink\">1</a> first</li>\n");
  assert_has(page, "<li id=\"note-4\"><span class=\"marker\">3</span> unused</li></ol></section>");
  writing_end(&w);
}

static void links_lead_out_and_within(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  LpBuilder *b = w.builder;
  lp_builder_open(b, LP_KIND_PARAGRAPH, NULL);
  lp_builder_leaf(b, LP_KIND_ANCHOR, NULL);
  lp_builder_string(b, LP_ATTRIBUTE_NAME, "_Ref 1");
  lp_builder_open(b, LP_KIND_LINK, NULL);
  lp_builder_string(b, LP_ATTRIBUTE_HREF, "https://example.org/?a&b");
  writing_text(&w, writing_with(&w, NULL, LP_PROPERTY_ITALIC, 1), "out");
  lp_builder_open(b, LP_KIND_LINK, NULL);
  lp_builder_string(b, LP_ATTRIBUTE_HREF, "https://example.org/");
  writing_text(&w, NULL, "nested");
  lp_builder_close(b, LP_KIND_LINK);
  lp_builder_close(b, LP_KIND_LINK);
  lp_builder_open(b, LP_KIND_FIELD, NULL);
  lp_builder_string(b, LP_ATTRIBUTE_FIELD, "reference");
  lp_builder_string(b, LP_ATTRIBUTE_TARGET, "_Ref 1");
  writing_text(&w, NULL, "back");
  lp_builder_close(b, LP_KIND_FIELD);
  lp_builder_open(b, LP_KIND_LINK, NULL);
  lp_builder_string(b, LP_ATTRIBUTE_TARGET, "nowhere");
  writing_text(&w, NULL, "lost");
  lp_builder_close(b, LP_KIND_LINK);
  lp_builder_close(b, LP_KIND_PARAGRAPH);
  const char *page = page_of(&w, &english);
  assert_has(page, "<p><span id=\"a-_5FRef_201\"></span><a href=\"https://example.org/?a&amp;b\"><em>out</em>"
                   "<span>nested</span></a><a href=\"#a-_5FRef_201\">back</a><span>lost</span></p>");
  assert_int_equal(lp_account_code_count(w.account, "html.link-target"), 1);
  writing_end(&w);
}

static void language_and_direction_are_said_where_they_change(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  const LpStyle *arabic = lp_style_with_string(w.document, NULL, LP_PROPERTY_LANGUAGE, "ar");
  arabic = writing_with(&w, arabic, LP_PROPERTY_DIRECTION, LP_DIRECTION_RTL);
  const LpStyle *english_text = lp_style_with_string(w.document, NULL, LP_PROPERTY_LANGUAGE, "en");
  english_text = writing_with(&w, english_text, LP_PROPERTY_DIRECTION, LP_DIRECTION_LTR);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_style(w.builder, arabic);
  writing_text(&w, arabic, "عملية بالي ");
  writing_text(&w, english_text, "(Bali)");
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  writing_paragraph(&w, LP_ROLE_BODY, "English");
  const char *page = page_of(&w, &english);
  assert_has(page, "<p lang=\"ar\" dir=\"rtl\">عملية بالي <span lang=\"en\" dir=\"ltr\">(Bali)</span></p>\n"
                   "<p>English</p>");
  assert_has(page, ":lang(ar){font-family:\"Gentium Book Plus\"");
  assert_has(page, "em:lang(ar){font-style:normal}");
  writing_end(&w);
}

static void an_arabic_page_is_mirrored(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_paragraph(&w, LP_ROLE_BODY, "نص");
  const LpOccasion occasion = {.language = "ar", .date = "1"};
  const char *page = page_of(&w, &occasion);
  assert_has(page, "<html lang=\"ar\" dir=\"rtl\">");
  assert_has(page, "@bottom-right{content:\"1\"");
  assert_has(page, " direction=%22rtl%22");
  writing_end(&w);
}

static void revisions_that_are_shown_are_ins_and_del(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  LpBuilder *b = w.builder;
  lp_builder_open(b, LP_KIND_PARAGRAPH, NULL);
  lp_builder_open(b, LP_KIND_REVISION, NULL);
  lp_builder_integer(b, LP_ATTRIBUTE_REVISION, LP_REVISION_INSERTED);
  lp_builder_string(b, LP_ATTRIBUTE_AUTHOR, "A. Editor");
  lp_builder_string(b, LP_ATTRIBUTE_DATE, "2024-05-01T10:00:00Z");
  writing_text(&w, NULL, "new");
  lp_builder_close(b, LP_KIND_REVISION);
  lp_builder_close(b, LP_KIND_PARAGRAPH);
  lp_builder_open(b, LP_KIND_LIST, NULL);
  lp_builder_open(b, LP_KIND_BLOCK_REVISION, NULL);
  lp_builder_integer(b, LP_ATTRIBUTE_REVISION, LP_REVISION_DELETED);
  open_item(&w, "•", "old");
  lp_builder_close(b, LP_KIND_LIST);
  const char *page = page_of(&w, &english);
  assert_has(page, "<p><ins datetime=\"2024-05-01T10:00:00Z\" title=\"A. Editor\">new</ins></p>");
  assert_has(page, "<ul>\n<li><del>old</del></li></ul>");
  writing_end(&w);
}

/* The smallest PNG header that says 2 x 1 pixels; what follows it is nobody's business here. */
static const uint8_t png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
                              0,    0,   0,   2,   0,    0,    0,    1,    8, 0, 0, 0,  0,   0,   0,   0};

static uint8_t *read_bytes(void *holder, const char *name, size_t *n) {
  (void)name;
  *n = sizeof png;
  uint8_t *copy = malloc(sizeof png);
  return holder && copy ? memcpy(copy, png, sizeof png) : (free(copy), NULL);
}

static void image(Writing *w, int32_t resource, const char *alternative) {
  lp_builder_leaf(w->builder, LP_KIND_IMAGE, NULL);
  lp_builder_integer(w->builder, LP_ATTRIBUTE_RESOURCE, resource);
  lp_builder_string(w->builder, LP_ATTRIBUTE_ALTERNATIVE, alternative);
}

static void pictures_are_in_the_page(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  static char readable;
  int32_t good = lp_builder_resource(w.builder, "a.png", sizeof png, png, sizeof png, read_bytes, &readable);
  int32_t bad = lp_builder_resource(w.builder, "b.emf", 4, (const uint8_t *)"....", 4, read_bytes, &readable);
  int32_t gone = lp_builder_resource(w.builder, "c.png", sizeof png, png, sizeof png, read_bytes, NULL);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  image(&w, good, "two <dots>");
  lp_builder_integer(w.builder, LP_ATTRIBUTE_WIDTH_EMU, 9525 * 20);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_HEIGHT_EMU, 9525 * 10);
  image(&w, bad, "a drawing");
  image(&w, gone, "a photograph");
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  const char *page = page_of(&w, &english);
  assert_has(page, "<p><img alt=\"two &lt;dots&gt;\" width=\"20\" height=\"10\" "
                   "src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAAAAAAA=\">"
                   "<span class=\"picture\">a drawing</span><span class=\"picture\">a photograph</span></p>");
  assert_int_equal(lp_account_code_count(w.account, "html.picture-format"), 1);
  assert_int_equal(lp_account_code_count(w.account, "html.picture-unreadable"), 1);
  writing_end(&w);
}

static void the_same_document_gives_the_same_bytes(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  refer(&w, "b");
  note(&w, "b", 0, "note");
  size_t n, again_n;
  const char *page = writing_run(&w, html_write, &english, &n);
  char *copy = malloc(n);
  assert_non_null(copy);
  memcpy(copy, page, n);
  page = writing_run(&w, html_write, &english, &again_n);
  assert_int_equal(n, again_n);
  assert_memory_equal(page, copy, n);
  free(copy);
  writing_end(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_statement_has_its_title_block),
      cmocka_unit_test(paper_has_the_letterhead_on_each_page),
      cmocka_unit_test(emphasis_spans_neighbouring_texts),
      cmocka_unit_test(only_what_differs_has_a_class),
      cmocka_unit_test(lists_keep_their_markers),
      cmocka_unit_test(tables_have_heads_spans_and_columns),
      cmocka_unit_test(notes_are_linked_both_ways),
      cmocka_unit_test(links_lead_out_and_within),
      cmocka_unit_test(language_and_direction_are_said_where_they_change),
      cmocka_unit_test(an_arabic_page_is_mirrored),
      cmocka_unit_test(revisions_that_are_shown_are_ins_and_del),
      cmocka_unit_test(pictures_are_in_the_page),
      cmocka_unit_test(the_same_document_gives_the_same_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
