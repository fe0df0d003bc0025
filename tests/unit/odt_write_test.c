/* plugins/odt, writing: the package, its styles, and what each kind of node becomes. */
#include "config.h"

#include "../../plugins/odt/write.h"
#include "document/edit.h"
#include "writing.h"

#include <letterpress/number.h>
#include <letterpress/package.h>
#include <letterpress/source.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const LpOccasion english = {
    .language = "en", .title = "A Statement", .date = "1 May 2024", .classification = "Official"};

/* A package that was written, taken apart. */
typedef struct Parts {
  LpSource *source;
  LpPackage *package;
  char *content;
  char *styles;
} Parts;

static char *part(const Parts *parts, const char *name) {
  size_t n;
  char *bytes = (char *)lp_package_read(parts->package, name, &n);
  assert_non_null(bytes);
  return bytes;
}

static Parts write_parts(Writing *writing, const LpOccasion *occasion) {
  size_t n;
  const char *bytes = writing_run(writing, odt_write, occasion, &n);
  assert_int_equal(writing->verdict, LP_DONE);
  assert_true(writing->balanced);
  Parts parts = {.source = lp_source_new_bytes("out.odt", bytes, n)};
  parts.package = lp_package_open(parts.source, writing->account);
  assert_non_null(parts.package);
  parts.content = part(&parts, "content.xml");
  parts.styles = part(&parts, "styles.xml");
  return parts;
}

static void end(Writing *writing, Parts *parts) {
  free(parts->content);
  free(parts->styles);
  lp_package_close(parts->package);
  lp_source_free(parts->source);
  writing_end(writing);
}

static void assert_has(const char *xml, const char *piece) {
  if (!strstr(xml, piece))
    print_error("lacking: %s\nin: %s\n", piece, xml);
  assert_non_null(strstr(xml, piece));
}

static void a_package_begins_with_its_type(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  lp_builder_metadata(w.builder, LP_METADATA_AUTHORS, "A. Secret");
  writing_paragraph(&w, LP_ROLE_BODY, "Text");
  Parts parts = write_parts(&w, &english);
  size_t n;
  const char *bytes = (const char *)lp_source_bytes(parts.source, &n);
  assert_memory_equal(bytes + 30, "mimetypeapplication/vnd.oasis.opendocument.text", 47);
  assert_int_equal(lp_package_count(parts.package), 7);
  char *meta = part(&parts, "meta.xml");
  assert_has(meta, "<meta:generator>Letterpress/");
  assert_has(meta, "<dc:title>A Statement</dc:title>");
  assert_has(meta, "<dc:date>1980-01-01T00:00:00Z</dc:date>");
  assert_null(strstr(meta, "Secret"));
  char *manifest = part(&parts, "META-INF/manifest.xml");
  assert_has(manifest, "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\"");
  assert_has(manifest, "manifest:full-path=\"Pictures/emblem.svg\" manifest:media-type=\"image/svg+xml\"");
  free(meta);
  free(manifest);
  end(&w, &parts);
}

static void a_statement_has_named_styles(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_heading(&w, 1, LP_ROLE_TITLE, "A Statement");
  writing_paragraph(&w, LP_ROLE_MEETING, "A Meeting");
  writing_paragraph(&w, LP_ROLE_DATE, "1 May 2024");
  writing_heading(&w, 2, LP_ROLE_HEADING_1, "Part");
  writing_heading(&w, 4, LP_ROLE_HEADING_3, "Detail");
  writing_paragraph(&w, LP_ROLE_BODY, "Text & <more>");
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" "
             "style:parent-style-name=\"Title\" style:master-page-name=\"First\"></style:style>"
             "</office:automatic-styles><office:body><office:text>"
             "<text:p text:style-name=\"P1\">A Statement</text:p><text:p text:style-name=\"Subtitle\">A "
             "Meeting</text:p>"
             "<text:p text:style-name=\"Date\">1 May 2024</text:p>"
             "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Part</text:h>"
             "<text:h text:style-name=\"Heading_20_3\" text:outline-level=\"3\">Detail</text:h>"
             "<text:p text:style-name=\"Text_20_body\">Text &amp; &lt;more&gt;</text:p></office:text>");
  assert_has(parts.styles,
             "style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"paragraph\"");
  assert_has(parts.styles, "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
                           "fo:orphans=\"2\" fo:widows=\"2\"");
  assert_has(parts.styles, "style:font-name=\"Gentium Book Plus\" fo:font-size=\"11.25pt\"");
  end(&w, &parts);
}

/* LibreOffice has the baseline at four fifths of a line of fixed height: 66 = 46.8 + .8 * 24 and so on. */
static void the_letterhead_is_in_the_master_pages(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_paragraph(&w, LP_ROLE_BODY, "Text");
  Parts parts = write_parts(&w, &english);
  assert_has(parts.styles, "<style:master-page style:name=\"First\" style:page-layout-name=\"FirstLayout\" "
                           "style:next-style-name=\"Following\"><style:header>"
                           "<text:p text:style-name=\"FirstName\">The Bali Process</text:p>");
  assert_has(parts.styles, "fo:page-width=\"595.28pt\" fo:page-height=\"841.89pt\" "
                           "style:print-orientation=\"portrait\" fo:margin-top=\"44.4pt\"");
  assert_has(parts.styles, "svg:y=\"42pt\" svg:width=\"48pt\" svg:height=\"48pt\"><draw:image "
                           "xlink:href=\"Pictures/emblem.svg\"");
  assert_has(parts.styles, "svg:y=\"105.125pt\" svg:width=\"48pt\" svg:height=\"2.5pt\"");
  assert_has(parts.styles, "<text:p text:style-name=\"FollowingName\">The Bali Process<text:tab/>"
                           "<text:span text:style-name=\"FollowingTitle\">A Statement</text:span></text:p>");
  assert_has(parts.styles, "<text:p text:style-name=\"Foot\">1 May 2024<text:tab/>"
                           "<text:span text:style-name=\"FootCentre\">Official</text:span><text:tab/>Page "
                           "<text:page-number text:select-page=\"current\">1</text:page-number> of "
                           "<text:page-count>1</text:page-count></text:p>");
  end(&w, &parts);
}

static void a_long_title_is_cut_at_a_word(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  LpOccasion occasion = english;
  occasion.title = "A statement whose title is so long that it would come to stand upon the name of the body "
                   "that makes it";
  occasion.mark = "DRAFT";
  Parts parts = write_parts(&w, &occasion);
  assert_has(parts.styles, "\">A statement whose title is so long that it would come to stand…</text:span>");
  assert_has(parts.styles, "<text:p text:style-name=\"WatermarkText\">DRAFT</text:p>");
  /* An empty draft still has a page. */
  assert_has(parts.content, "<office:text><text:p text:style-name=\"P1\"/></office:text>");
  end(&w, &parts);
}

static void automatic_styles_say_what_differs_once(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_paragraph(&w, LP_ROLE_BODY, "First");
  const LpStyle *bold = writing_with(&w, NULL, LP_PROPERTY_WEIGHT, 700);
  for (int i = 0; i < 2; i++) {
    lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
    lp_builder_style(w.builder,
                     writing_with(&w, writing_role(&w, LP_ROLE_BODY), LP_PROPERTY_ALIGN, LP_ALIGN_CENTRE));
    writing_text(&w, NULL, "a");
    writing_text(&w, bold, "b");
    lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  }
  lp_builder_open(w.builder, LP_KIND_HEADING, NULL);
  lp_builder_integer(w.builder, LP_ATTRIBUTE_LEVEL, 2);
  writing_text(&w, bold, "bold as all headings");
  lp_builder_close(w.builder, LP_KIND_HEADING);
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "<style:style style:name=\"P2\" style:family=\"paragraph\" "
             "style:parent-style-name=\"Text_20_body\"><style:paragraph-properties "
             "fo:text-align=\"center\"/></style:style><style:style style:name=\"T1\" "
             "style:family=\"text\"><style:text-properties fo:font-weight=\"bold\" "
             "style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\"/></style:style>"
             "</office:automatic-styles>");
  assert_has(parts.content,
             "<text:p text:style-name=\"P2\">a<text:span text:style-name=\"T1\">b</text:span></text:p>"
             "<text:p text:style-name=\"P2\">a<text:span text:style-name=\"T1\">b</text:span></text:p>");
  assert_has(parts.content, "text:outline-level=\"1\">bold as all headings</text:h>");
  end(&w, &parts);
}

static void no_attribute_is_said_twice(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  const LpStyle *style = writing_with(&w, writing_role(&w, LP_ROLE_BODY), LP_PROPERTY_LEADING_EMU, 254000);
  style = writing_with(&w, style, LP_PROPERTY_PAGE_BREAK_BEFORE, 1);
  style = writing_with(&w, style, LP_PROPERTY_SPACE_AFTER_EMU, 12700);
  writing_paragraph(&w, LP_ROLE_BODY, "First");
  lp_builder_leaf(w.builder, LP_KIND_PAGE_BREAK, NULL);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  lp_builder_style(w.builder, style);
  lp_builder_leaf(w.builder, LP_KIND_IMAGE, NULL);
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  Parts parts = write_parts(&w, &english);
  /* and of two spaces that LibreOffice keeps as one, both are said */
  assert_has(parts.content, "<style:paragraph-properties fo:line-height=\"100%\" fo:break-before=\"page\" "
                            "fo:margin-top=\"0pt\" fo:margin-bottom=\"1pt\"/>");
  end(&w, &parts);
}

static void spaces_tabs_and_breaks_survive(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  writing_text(&w, NULL, " a   b");
  lp_builder_leaf(w.builder, LP_KIND_TAB, NULL);
  writing_text(&w, NULL, "c d");
  lp_builder_leaf(w.builder, LP_KIND_LINE_BREAK, NULL);
  writing_text(&w, NULL, "  e");
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "<text:s/>a <text:s text:c=\"2\"/>b<text:tab/>c d<text:line-break/><text:s text:c=\"2\"/>e");
  end(&w, &parts);
}

static void item(Writing *w, const char *marker, const char *text) {
  lp_builder_open(w->builder, LP_KIND_LIST_ITEM, NULL);
  lp_builder_string(w->builder, LP_ATTRIBUTE_MARKER, marker);
  writing_paragraph(w, LP_ROLE_LIST, text);
}

static void cell(Writing *w, const char *text, int32_t columns, int32_t rows) {
  lp_builder_open(w->builder, LP_KIND_CELL, NULL);
  lp_builder_integer(w->builder, LP_ATTRIBUTE_COLUMN_SPAN, columns);
  lp_builder_integer(w->builder, LP_ATTRIBUTE_ROW_SPAN, rows);
  writing_text(w, NULL, text);
  lp_builder_close(w->builder, LP_KIND_CELL);
}

static void lists_keep_their_markers(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  LpBuilder *b = w.builder;
  writing_paragraph(&w, LP_ROLE_BODY, "First");
  lp_builder_open(b, LP_KIND_LIST, NULL);
  lp_builder_integer(b, LP_ATTRIBUTE_ORDERED, 1);
  lp_builder_integer(b, LP_ATTRIBUTE_NUMBER_STYLE, LP_NUMBER_LOWER_ROMAN);
  lp_builder_integer(b, LP_ATTRIBUTE_START, 3);
  item(&w, "(iii)", "three");
  lp_builder_close(b, LP_KIND_LIST_ITEM);
  item(&w, "Art. 4 bis", "odd");
  lp_builder_open(b, LP_KIND_TABLE, NULL);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "cell", 1, 1);
  lp_builder_close(b, LP_KIND_TABLE);
  writing_paragraph(&w, LP_ROLE_LIST, "after");
  lp_builder_close(b, LP_KIND_LIST_ITEM);
  item(&w, "(v)", "five");
  lp_builder_close(b, LP_KIND_LIST);
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" "
             "style:num-format=\"i\" style:num-prefix=\"(\" style:num-suffix=\")\">");
  assert_has(parts.content,
             "<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" "
             "style:num-format=\"\" style:num-prefix=\"Art. 4 bis\">");
  assert_has(parts.content,
             "<text:list text:style-name=\"L1\"><text:list-item text:start-value=\"3\">"
             "<text:p text:style-name=\"List\">three</text:p></text:list-item>"
             "<text:list-item text:style-override=\"L2\"><text:p text:style-name=\"List\">odd</text:p>"
             "</text:list-item></text:list><table:table");
  assert_has(parts.content,
             "</table:table><text:list text:style-name=\"L1\"><text:list-header>"
             "<text:p text:style-name=\"List\">after</text:p></text:list-header>"
             "<text:list-item text:start-value=\"5\"><text:p text:style-name=\"List\">five</text:p>");
  end(&w, &parts);
}

static void tables_cover_what_cells_span(void **state) {
  (void)state;
  static const int32_t widths[] = {1, 1, 2};
  Writing w;
  writing_begin(&w);
  LpBuilder *b = w.builder;
  lp_builder_open(b, LP_KIND_TABLE, NULL);
  lp_builder_lengths(b, LP_ATTRIBUTE_COLUMN_WIDTHS, widths, 3);
  lp_builder_open(b, LP_KIND_ROW_GROUP, NULL);
  lp_builder_integer(b, LP_ATTRIBUTE_HEADER, 1);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "head", 3, 1);
  lp_builder_close(b, LP_KIND_ROW_GROUP);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "big", 2, 2);
  cell(&w, "a", 1, 1);
  lp_builder_close(b, LP_KIND_ROW);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "b", 1, 1);
  lp_builder_close(b, LP_KIND_ROW);
  lp_builder_open(b, LP_KIND_ROW, NULL);
  cell(&w, "short", 1, 1);
  lp_builder_close(b, LP_KIND_TABLE);
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "style:master-page-name=\"First\"><style:table-properties style:width=\"436.54pt\"");
  assert_has(parts.content, "style:column-width=\"109.135pt\"");
  assert_has(parts.content,
             "<table:table-column table:style-name=\"Co1\" table:number-columns-repeated=\"2\"/>"
             "<table:table-column table:style-name=\"Co2\"/><table:table-header-rows>");
  assert_has(parts.content,
             "table:number-columns-spanned=\"3\"><text:p text:style-name=\"Table_20_Heading\">head"
             "</text:p></table:table-cell><table:covered-table-cell/><table:covered-table-cell/>"
             "</table:table-row></table:table-header-rows>");
  assert_has(parts.content,
             "<table:table-row><table:covered-table-cell/><table:covered-table-cell/><table:table-cell");
  assert_has(
      parts.content,
      "<text:p text:style-name=\"Table_20_Contents\"/></table:table-cell></table:table-row></table:table>");
  end(&w, &parts);
}

static void refer(Writing *w, const char *target, const char *mark) {
  writing_text(w, NULL, "See");
  lp_builder_leaf(w->builder, LP_KIND_NOTE_REFERENCE, NULL);
  lp_builder_string(w->builder, LP_ATTRIBUTE_TARGET, target);
  lp_builder_string(w->builder, LP_ATTRIBUTE_MARK, mark);
}

static void note(Writing *w, const char *name, const char *text) {
  lp_builder_open(w->builder, LP_KIND_NOTE, NULL);
  lp_builder_string(w->builder, LP_ATTRIBUTE_NAME, name);
  lp_builder_open(w->builder, LP_KIND_PARAGRAPH, NULL);
  writing_text(w, NULL, text);
  refer(w, name, NULL);
  lp_builder_close(w->builder, LP_KIND_NOTE);
}

static void notes_stand_where_they_are_referred_to(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  refer(&w, "a", "*");
  refer(&w, "a", NULL);
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  note(&w, "a", "itself: ");
  note(&w, "b", "alone: ");
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "See<text:note text:id=\"note-a\" text:note-class=\"footnote\"><text:note-citation "
             "text:label=\"*\">*</text:note-citation><text:note-body><text:p "
             "text:style-name=\"Footnote\">itself: See<text:span "
             "text:style-name=\"Footnote_20_anchor\"><text:note-ref");
  assert_has(parts.content,
             "</text:note-body></text:note>See<text:span text:style-name=\"Footnote_20_anchor\">");
  /* A note that nothing refers to stands at the end, and no note in itself. */
  assert_has(parts.content, "<text:p text:style-name=\"Footnote\">alone: See<text:span "
                            "text:style-name=\"Footnote_20_anchor\"><text:note-ref");
  end(&w, &parts);
}

static void changes_that_are_shown_are_tracked(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  LpBuilder *b = w.builder;
  lp_builder_open(b, LP_KIND_PARAGRAPH, NULL);
  for (int32_t revision = LP_REVISION_INSERTED; revision <= LP_REVISION_DELETED; revision++) {
    lp_builder_open(b, LP_KIND_REVISION, NULL);
    lp_builder_integer(b, LP_ATTRIBUTE_REVISION, revision);
    lp_builder_string(b, LP_ATTRIBUTE_AUTHOR, "A. Editor");
    lp_builder_string(b, LP_ATTRIBUTE_DATE, "2024-05-01T10:00:00Z");
    writing_text(&w, NULL, revision == LP_REVISION_DELETED ? "old" : "new");
    lp_builder_close(b, LP_KIND_REVISION);
  }
  lp_builder_close(b, LP_KIND_PARAGRAPH);
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "<office:text><text:tracked-changes text:track-changes=\"false\"><text:changed-region "
             "xml:id=\"change1\" text:id=\"change1\"><text:insertion><office:change-info>"
             "<dc:creator>A. Editor</dc:creator><dc:date>2024-05-01T10:00:00Z</dc:date>");
  assert_has(parts.content,
             "</office:change-info><text:p>old</text:p></text:deletion></text:changed-region>");
  assert_has(parts.content, "<text:change-start text:change-id=\"change1\"/>new<text:change-end "
                            "text:change-id=\"change1\"/><text:change text:change-id=\"change2\"/></text:p>");
  end(&w, &parts);
}

static void scripts_have_their_fonts(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  lp_builder_open(w.builder, LP_KIND_PARAGRAPH, NULL);
  writing_text(&w, lp_style_with_string(w.document, NULL, LP_PROPERTY_LANGUAGE, "th"), "กระบวนการ");
  writing_text(&w, lp_style_with_string(w.document, NULL, LP_PROPERTY_LANGUAGE, "zh-Hant-TW"), "進程");
  lp_builder_close(w.builder, LP_KIND_PARAGRAPH);
  Parts parts = write_parts(&w, &english);
  assert_has(parts.content,
             "<style:font-face style:name=\"Noto Serif Thai\" svg:font-family=\"'Noto Serif Thai'\"");
  assert_has(parts.content,
             "<style:text-properties style:language-complex=\"th\" style:country-complex=\"none\" "
             "style:font-name-complex=\"Noto Serif Thai\" style:font-size-complex=\"12.4pt\"/>");
  assert_has(parts.content,
             "style:language-asian=\"zh\" style:country-asian=\"TW\" style:script-asian=\"Hant\" "
             "style:font-name-asian=\"Noto Serif CJK TC\"");
  end(&w, &parts);
}

static void an_arabic_document_is_mirrored(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_paragraph(&w, LP_ROLE_DATE, "نص");
  const LpOccasion occasion = {.language = "ar"};
  Parts parts = write_parts(&w, &occasion);
  assert_has(parts.styles, "style:writing-mode=\"rl-tb\"");
  assert_has(parts.styles,
             "style:name=\"Date\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"");
  assert_has(parts.styles, "fo:text-align=\"right\"");
  assert_has(parts.styles, "style:horizontal-pos=\"right\"");
  assert_null(strstr(parts.styles, "fo:text-align=\"start\""));
  end(&w, &parts);
}

static void the_same_document_gives_the_same_bytes(void **state) {
  (void)state;
  Writing w;
  writing_begin(&w);
  writing_paragraph(&w, LP_ROLE_BODY, "Text");
  size_t n, again_n;
  const char *bytes = writing_run(&w, odt_write, &english, &n);
  char *copy = malloc(n);
  assert_non_null(copy);
  memcpy(copy, bytes, n);
  bytes = writing_run(&w, odt_write, &english, &again_n);
  assert_int_equal(n, again_n);
  assert_memory_equal(bytes, copy, n);
  free(copy);
  writing_end(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_package_begins_with_its_type),
      cmocka_unit_test(a_statement_has_named_styles),
      cmocka_unit_test(the_letterhead_is_in_the_master_pages),
      cmocka_unit_test(a_long_title_is_cut_at_a_word),
      cmocka_unit_test(automatic_styles_say_what_differs_once),
      cmocka_unit_test(no_attribute_is_said_twice),
      cmocka_unit_test(spaces_tabs_and_breaks_survive),
      cmocka_unit_test(lists_keep_their_markers),
      cmocka_unit_test(tables_cover_what_cells_span),
      cmocka_unit_test(notes_stand_where_they_are_referred_to),
      cmocka_unit_test(changes_that_are_shown_are_tracked),
      cmocka_unit_test(scripts_have_their_fonts),
      cmocka_unit_test(an_arabic_document_is_mirrored),
      cmocka_unit_test(the_same_document_gives_the_same_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
