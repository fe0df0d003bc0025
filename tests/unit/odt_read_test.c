/* plugins/odt: OpenDocument in, trees out. Flat files where nothing depends on the package. */
#include "config.h"

#include "reading.h"

#include <letterpress/package.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <string.h>

static int load(void **state) {
  (void)state;
  return load_plugin("odt") ? 0 : -1;
}

#define NAMESPACES                                                                                           \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                         \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                           \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                             \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                           \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "                                          \
  "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "                                  \
  "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "                                    \
  "xmlns:xlink='http://www.w3.org/1999/xlink' "                                                              \
  "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"

static char *flat(const char *styles, const char *automatic, const char *body) {
  return g_strconcat("<office:document " NAMESPACES "><office:styles>", styles,
                     "</office:styles><office:automatic-styles>", automatic,
                     "</office:automatic-styles><office:body><office:text>", body,
                     "</office:text></office:body></office:document>", NULL);
}

static void assert_flat(const char *styles, const char *automatic, const char *body, const char *expected) {
  char *text = flat(styles, automatic, body);
  assert_read("odt", text, expected);
  g_free(text);
}

static void assert_body(const char *body, const char *expected) {
  assert_flat("", "", body, expected);
}

#define BOLD                                                                                                 \
  "<style:style style:name='B' style:family='text'><style:text-properties "                                  \
  "fo:font-weight='bold'/></style:style>"

static void paragraphs_and_headings(void **state) {
  (void)state;
  assert_flat("", BOLD,
              "<text:h text:outline-level='2'>Head</text:h>\n <text:p>one <text:span "
              "text:style-name='B'>two</text:span>\n  three"
              "<text:s text:c='3'/>four<text:tab/>five<text:line-break/>six</text:p>",
              "h2(Head)p(one *two* three   four~five/six)");
}

static void white_space_is_collapsed(void **state) {
  (void)state;
  assert_body("<text:p>  a \n\t b<text:span> </text:span> c </text:p>", "p(a b c )");
}

static void styles_inherit(void **state) {
  (void)state;
  assert_flat(
      "<style:default-style style:family='paragraph'><style:text-properties "
      "fo:font-style='italic'/></style:default-style>"
      "<style:style style:name='A' style:family='paragraph'><style:text-properties "
      "fo:font-weight='bold'/></style:style>"
      "<style:style style:name='C' style:family='paragraph' "
      "style:parent-style-name='A'><style:text-properties "
      "fo:font-style='normal'/></style:style>",
      "", "<text:p text:style-name='A'>a</text:p><text:p text:style-name='C'>c</text:p><text:p>d</text:p>",
      "p(*/a*/)p(*c*)p(/d/)");
}

static void styles_in_a_circle_end(void **state) {
  (void)state;
  assert_flat("<style:style style:name='A' style:family='paragraph' style:parent-style-name='C'/>"
              "<style:style style:name='C' style:family='paragraph' "
              "style:parent-style-name='A'><style:text-properties "
              "fo:font-weight='bold'/></style:style>",
              "", "<text:p text:style-name='A'>a</text:p>", "p(*a*)");
}

#define LISTS                                                                                                \
  "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' "       \
  "style:num-suffix='.'/>"                                                                                   \
  "<text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' "                  \
  "style:num-suffix=')'/>"                                                                                   \
  "<text:list-level-style-number text:level='3' style:num-format='1' "                                       \
  "text:display-levels='3'/></text:list-style>"                                                              \
  "<text:list-style style:name='U'><text:list-level-style-bullet text:level='1' "                            \
  "text:bullet-char='\xEF\x82\xB7'/></text:list-style>"

#define ITEM(text) "<text:list-item><text:p>" text "</text:p></text:list-item>"

static void items_get_the_labels_that_are_shown(void **state) {
  (void)state;
  assert_flat(
      "", LISTS,
      "<text:list text:style-name='L'>" ITEM(
          "a") "<text:list-item "
               "text:start-value='7'><text:p>b</text:p><text:list>" ITEM(
                   "c") "<text:list-item><text:list>" ITEM("d") "</text:list></text:list-item></text:list></"
                                                                "text:list-item></text:list>"
                                                                "<text:list text:style-name='L' "
                                                                "text:continue-numbering='true'>" ITEM(
                                                                    "e") "</text:list>"
                                                                         "<text:list "
                                                                         "text:style-name='L'>" ITEM(
                                                                             "f") "</text:list><text:list "
                                                                                  "text:style-name='U'>" ITEM(
                                                                                      "g") "</text:list>",
      "l(i[1.](p(a))i[7.](p(b)l(i[(a)](p(c))i[(b)](l(i[7.b.1](p(d)))))))l(i[8.](p(e)))l(i[1.](p(f)))l(i["
      "\u2022](p(g)))");
}

static void tables(void **state) {
  (void)state;
  assert_body(
      "<table:table><table:table-column "
      "table:number-columns-repeated='2'/><table:table-header-rows><table:table-row>"
      "<table:table-cell "
      "table:number-columns-spanned='2'><text:p>head</text:p></table:table-cell><table:covered-table-cell>"
      "<text:p>covered</text:p></table:covered-table-cell></table:table-row></"
      "table:table-header-rows><table:table-row>"
      "<table:table-cell table:number-columns-repeated='1000000'/></table:table-row></table:table>",
      "t(g!(r(c!(p(head))))r(c()c()))");
}

static void notes_and_links(void **state) {
  (void)state;
  assert_body(
      "<text:p>a<text:note "
      "text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>n"
      "</text:p></text:note-body></text:note> <text:a xlink:href='https://example.org/'>b</text:a><text:a "
      "xlink:href='#here'>c</text:a><text:a xlink:href='#1.Head|outline'>d</text:a><text:bookmark "
      "text:name='here'/></text:p>",
      "p(anote-reference<note-1> "
      "link<https://example.org/>(b)link<here>(c)link(d)anchor<here>)notes(note<note-1>(p(n)))");
}

static void annotations_are_told_apart(void **state) {
  (void)state;
  assert_body("<text:p>a<office:annotation><dc:creator>Someone</dc:creator><dc:date>2024-01-01</"
              "dc:date><text:p>secret</text:p>"
              "</office:annotation>b</text:p>",
              "p(acomment-range<comment-1>b)notes(comment<comment-1>(p(secret)))");
}

#define CHANGES                                                                                              \
  "<text:tracked-changes><text:changed-region "                                                              \
  "text:id='d'><text:deletion><office:change-info><dc:creator>X</dc:creator><dc:date>"                       \
  "2024</dc:date></office:change-info><text:p>gone</text:p><text:p>too</text:p></text:deletion></"           \
  "text:changed-region>"                                                                                     \
  "<text:changed-region "                                                                                    \
  "text:id='i'><text:insertion><office:change-info/></text:insertion></text:changed-region></"               \
  "text:tracked-changes>"

static void changes_are_told_apart(void **state) {
  (void)state;
  assert_body(CHANGES "<text:p>a<text:change text:change-id='d'/>b<text:change-start "
                      "text:change-id='i'/>new</text:p><text:p>more"
                      "<text:change-end text:change-id='i'/>c</text:p>",
              "p(arevision!(gone/too)brevision+(new))p+(revision+(more)c)");
  /* A deletion whose place never comes is still in the tree. */
  assert_body(CHANGES "<text:p>a</text:p>", "p(a)p(revision!(gone/too))");
}

static void hidden_text_is_told_apart(void **state) {
  (void)state;
  assert_flat("",
              "<style:style style:name='H' style:family='text'><style:text-properties "
              "text:display='none'/></style:style>"
              "<style:style style:name='W' style:family='text'><style:text-properties "
              "fo:color='#ffffff'/></style:style>",
              "<text:p>a<text:span text:style-name='H'>h</text:span><text:span "
              "text:style-name='W'>w</text:span></text:p><text:section "
              "text:name='s' text:display='none'><text:p>s</text:p></text:section>",
              "p(a?h??w?)section(p(?s?))");
}

static void white_text_on_a_dark_ground_is_seen(void **state) {
  (void)state;
  assert_flat(
      "",
      "<style:style style:name='D' style:family='table-cell'><style:table-cell-properties "
      "fo:background-color='#000080'/></style:style><style:style style:name='W' style:family='paragraph'>"
      "<style:text-properties fo:color='#ffffff'/></style:style>",
      "<table:table><table:table-row><table:table-cell table:style-name='D'><text:p "
      "text:style-name='W'>seen</text:p>"
      "</table:table-cell><table:table-cell><text:p "
      "text:style-name='W'>not</text:p></table:table-cell></table:table-row>"
      "</table:table>",
      "t(r(c(p(seen))c(p(?not?))))");
}

static void shapes_with_text_are_boxes(void **state) {
  (void)state;
  assert_body("<text:p>a<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></"
              "draw:frame><draw:line/>b</text:p>",
              "p(ab)text-box(p(boxed))");
}

static void fields_keep_their_results(void **state) {
  (void)state;
  assert_body(
      "<text:p>p. <text:page-number>3</text:page-number>, <text:user-defined>x</text:user-defined></text:p>",
      "p(p. field(3), field(x))");
}

static void what_is_unknown_keeps_its_text(void **state) {
  (void)state;
  char *text = flat("", "", "<text:p>a<x:y xmlns:x='urn:x'>kept</x:y>b</text:p>");
  assert_code("odt", text, strlen(text), "odt.unknown-element", 0);
  assert_read("odt", text, "p(akeptb)");
  g_free(text);
}

static void headers_and_metadata_stand_apart(void **state) {
  (void)state;
  static const char text[] =
      "<office:document " NAMESPACES
      "><office:meta><dc:title>The title</dc:title><dc:creator>Someone</dc:creator>"
      "<dc:description>private</dc:description></office:meta><office:master-styles><style:master-page "
      "style:name='S'><style:header>"
      "<text:p>head</text:p></style:header><style:footer-left "
      "style:display='false'><text:p>off</text:p></style:footer-left>"
      "</style:master-page></office:master-styles><office:body><office:text><text:p>a</text:p></"
      "office:text></office:body></office:document>";
  assert_read("odt", text, "p(a)notes(page-header<default>(p(head)))");
  Draft draft = read_bytes("odt", text, sizeof text - 1);
  assert_string_equal(lp_document_metadata(draft.document, LP_METADATA_TITLE), "The title");
  assert_null(lp_document_metadata(draft.document, LP_METADATA_AUTHORS));
  drop(&draft);
}

/* ---- packages ---- */

static LpSink *package(const char *mimetype, const char *manifest, const char *content) {
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  lp_package_writer_add(writer, "mimetype", mimetype, strlen(mimetype), LP_PACKING_STORED);
  if (manifest)
    lp_package_writer_add(writer, "META-INF/manifest.xml", manifest, strlen(manifest), LP_PACKING_DEFLATED);
  if (content)
    lp_package_writer_add(writer, "content.xml", content, strlen(content), LP_PACKING_DEFLATED);
  assert_true(lp_package_writer_finish(writer));
  lp_account_free(account);
  return sink;
}

static void assert_package(const char *mimetype, const char *manifest, const char *content, const char *code,
                           int class_) {
  LpSink *sink = package(mimetype, manifest, content);
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  assert_code("odt", bytes, n, code, class_);
  lp_sink_free(sink);
}

#define TYPE "application/vnd.oasis.opendocument.text"
#define CONTENT                                                                                              \
  "<office:document-content " NAMESPACES                                                                     \
  "><office:body><office:text><text:p>a</text:p></office:text></office:body></office:document-content>"

static void packages_are_named_for_what_they_are(void **state) {
  (void)state;
  assert_package(TYPE,
                 "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry "
                 "m:full-path='content.xml'>"
                 "<m:encryption-data/></m:file-entry></m:manifest>",
                 "not xml at all", "odt.encrypted", LP_CLASS_FORMAT);
  assert_package("application/vnd.oasis.opendocument.spreadsheet", NULL, CONTENT, "odt.not-text",
                 LP_CLASS_FORMAT);
  assert_package(TYPE, NULL, NULL, "odt.no-content", LP_CLASS_FORMAT);
  assert_package(TYPE "-master", NULL, CONTENT, "odt.master", 0);
  assert_package(TYPE, NULL,
                 "<office:document-content " NAMESPACES
                 "><office:body><office:text><text:p><draw:frame><draw:image "
                 "xlink:href='file:///etc/passwd'/></draw:frame></text:p></office:text></office:body></"
                 "office:document-content>",
                 "odt.picture-outside", 0);
}

static void a_broken_part_is_an_error_with_its_place(void **state) {
  (void)state;
  LpSink *sink =
      package(TYPE, NULL, "<office:document-content " NAMESPACES ">\n<office:body><office:text><text:p>a");
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  Draft draft = read_bytes("odt", bytes, n);
  assert_int_equal(draft.verdict, LP_FAILED);
  assert_int_equal(lp_account_class(draft.account), LP_CLASS_FORMAT);
  assert_string_equal(lp_account_diagnostic(draft.account, 0)->place.part, "content.xml");
  assert_int_equal(lp_account_diagnostic(draft.account, 0)->place.line, 2);
  drop(&draft);
  lp_sink_free(sink);
}

/* Elements in any order and nesting: no fault, and every character accounted for. */
static void any_nesting_is_survived(void **state) {
  (void)state;
  static const char *const names[] = {"text:p",
                                      "text:h",
                                      "text:span",
                                      "text:a",
                                      "text:list",
                                      "text:list-item",
                                      "table:table",
                                      "table:table-row",
                                      "table:table-cell",
                                      "table:table-header-rows",
                                      "text:note",
                                      "text:note-body",
                                      "text:note-citation",
                                      "office:annotation",
                                      "dc:creator",
                                      "text:section",
                                      "draw:frame",
                                      "draw:text-box",
                                      "draw:image",
                                      "text:tracked-changes",
                                      "text:changed-region",
                                      "text:deletion",
                                      "text:insertion",
                                      "text:change",
                                      "text:change-start",
                                      "text:change-end",
                                      "text:ruby",
                                      "text:ruby-text",
                                      "text:page-number",
                                      "text:hidden-text",
                                      "text:table-of-content",
                                      "svg:desc",
                                      "style:header",
                                      "office:text",
                                      "text:s",
                                      "text:line-break",
                                      "table:covered-table-cell",
                                      "table:table-column",
                                      "text:bookmark"};
  GRand *random = g_rand_new_with_seed(1515);
  for (int round = 0; round < 1500; round++) {
    GString *text = g_string_new("<office:document " NAMESPACES "><office:body><office:text>");
    GPtrArray *open = g_ptr_array_new();
    for (int i = g_rand_int_range(random, 1, 40); i > 0; i--) {
      int choice = g_rand_int_range(random, 0, 10);
      if (choice < 5) {
        const char *name = names[g_rand_int_range(random, 0, G_N_ELEMENTS(names))];
        g_string_append_printf(
            text, "<%s text:id='c' text:change-id='c' text:name='n' office:name='o' xlink:href='x'>", name);
        g_ptr_array_add(open, (gpointer)(uintptr_t)name);
      } else if (choice < 8 && open->len) {
        g_string_append_printf(text, "</%s>", (const char *)open->pdata[open->len - 1]);
        g_ptr_array_set_size(open, (gint)open->len - 1);
      } else {
        g_string_append(text, " word ");
      }
    }
    while (open->len) {
      g_string_append_printf(text, "</%s>", (const char *)open->pdata[open->len - 1]);
      g_ptr_array_set_size(open, (gint)open->len - 1);
    }
    g_string_append(text, "</office:text></office:body></office:document>");
    Draft draft = read_bytes("odt", text->str, text->len);
    if (draft.verdict != LP_DONE || !lp_ledger_balance(draft.account, LP_PHASE_READING)) {
      char *tree = draw(draft.document);
      print_error("round %d: %s\n%s\n", round, text->str, tree);
      fail();
    }
    drop(&draft);
    g_ptr_array_free(open, TRUE);
    g_string_free(text, TRUE);
  }
  g_rand_free(random);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paragraphs_and_headings),
      cmocka_unit_test(white_space_is_collapsed),
      cmocka_unit_test(styles_inherit),
      cmocka_unit_test(styles_in_a_circle_end),
      cmocka_unit_test(items_get_the_labels_that_are_shown),
      cmocka_unit_test(tables),
      cmocka_unit_test(notes_and_links),
      cmocka_unit_test(annotations_are_told_apart),
      cmocka_unit_test(changes_are_told_apart),
      cmocka_unit_test(hidden_text_is_told_apart),
      cmocka_unit_test(white_text_on_a_dark_ground_is_seen),
      cmocka_unit_test(shapes_with_text_are_boxes),
      cmocka_unit_test(fields_keep_their_results),
      cmocka_unit_test(what_is_unknown_keeps_its_text),
      cmocka_unit_test(headers_and_metadata_stand_apart),
      cmocka_unit_test(packages_are_named_for_what_they_are),
      cmocka_unit_test(a_broken_part_is_an_error_with_its_place),
      cmocka_unit_test(any_nesting_is_survived),
  };
  return cmocka_run_group_tests(tests, load, NULL);
}
