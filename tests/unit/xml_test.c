/* XML from strangers: what rows are told, what is counted, what is refused and where. */
#include "config.h"

#include "account/account.h"
#include "container/xml_scan.h"

#include <letterpress/xml.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

enum { LETTERS = 1 };

static const LpXmlNamespace namespaces[] = {{"urn:letters", LETTERS}, {"urn:letters:strict", LETTERS}};

/* What is told is written down: "(" NAME attributes ")" and text as it comes. */
typedef struct Told {
  GString *log;
  size_t enough; /* stop at so many elements; 0: never */
  size_t entered;
} Told;

static LpXmlInto write_down(void *state, const LpXmlElement *element) {
  Told *told = state;
  g_string_append_printf(told->log, "(%s", lp_xml_name(element));
  int number;
  const char *name, *value;
  for (size_t i = 0; lp_xml_attribute_at(element, i, &number, &name, &value); i++)
    g_string_append_printf(told->log, " %d:%s=%s", number, name, value);
  if (++told->entered == told->enough)
    lp_xml_stop(element);
  return LP_XML_INTO;
}

static LpXmlInto write_other(void *state, const LpXmlElement *element) {
  g_string_append_printf(((Told *)state)->log, "[%d]", lp_xml_namespace(element));
  return write_down(state, element);
}

static void write_end(void *state, const LpXmlElement *element) {
  (void)element;
  g_string_append(((Told *)state)->log, ")");
}

static LpXmlInto leave_out(void *state, const LpXmlElement *element) {
  (void)state, (void)element;
  return LP_XML_LEAVE + LP_REASON_DELETED;
}

static LpXmlInto write_place(void *state, const LpXmlElement *element) {
  LpPlace place = lp_xml_place(element);
  g_string_append_printf(((Told *)state)->log, "<%u:%u>", place.line, place.column);
  return LP_XML_INTO;
}

static LpXmlInto write_scope(void *state, const LpXmlElement *element) {
  const char *address = lp_xml_prefix_address(element, "v");
  const LpXmlElement *parent = lp_xml_parent(element);
  g_string_append_printf(((Told *)state)->log, "%s in %s at %zu v=%s;", lp_xml_qualified_name(element),
                         parent ? lp_xml_name(parent) : "none", lp_xml_depth(element),
                         address ? address : "unbound");
  return LP_XML_INTO;
}

static void write_text(void *state, const LpXmlElement *element, const char *text, size_t n) {
  (void)element;
  g_string_append_len(((Told *)state)->log, text, (gssize)n);
}

static void write_text_place(void *state, const LpXmlElement *element, const char *text, size_t n) {
  LpPlace place = lp_xml_place(element);
  g_string_append_printf(((Told *)state)->log, "%.*s@%u:%u ", (int)n, text, place.line, place.column);
}

static const LpXmlRow rows[] = {
    {LETTERS, "a", write_down, write_end},   {LETTERS, "b", write_down, write_end},
    {LETTERS, "gone", leave_out, write_end}, {LETTERS, "place", write_place, NULL},
    {LETTERS, "scope", write_scope, NULL},   {LETTERS, "bare", NULL, NULL}};

static const LpXmlRows table = {.namespaces = namespaces,
                                .namespace_count = G_N_ELEMENTS(namespaces),
                                .rows = rows,
                                .row_count = G_N_ELEMENTS(rows),
                                .enter_other = write_other,
                                .leave_other = write_end,
                                .text = write_text,
                                .counted = true};

typedef struct Outcome {
  LpAccount *account;
  LpVerdict verdict;
  GString *log;
} Outcome;

static Outcome read_bytes(const LpXmlRows *with, const char *xml, size_t n,
                          void (*prepare)(LpAccount *account)) {
  Outcome it = {.account = lp_account_new(), .log = g_string_new(NULL)};
  Told told = {.log = it.log};
  if (prepare)
    prepare(it.account);
  LpSource *source = lp_source_new_bytes("draft.fodt", xml, n);
  it.verdict = lp_xml_read_source(source, "part.xml", it.account, with, &told);
  lp_source_free(source);
  return it;
}

static void end(Outcome *it) {
  lp_account_free(it->account);
  g_string_free(it->log, TRUE);
}

static void assert_told(const LpXmlRows *with, const char *xml, const char *expected) {
  Outcome it = read_bytes(with, xml, strlen(xml), NULL);
  assert_int_equal(it.verdict, LP_DONE);
  assert_string_equal(it.log->str, expected);
  assert_int_equal(lp_account_diagnostic_count(it.account), 0);
  end(&it);
}

static void assert_refused(const char *xml, size_t n, void (*prepare)(LpAccount *account), const char *code,
                           LpClass class_, uint32_t line, uint32_t column) {
  Outcome it = read_bytes(&table, xml, n, prepare);
  assert_int_equal(it.verdict, LP_FAILED);
  assert_int_equal(lp_account_class(it.account), class_);
  const LpDiagnostic *found = lp_account_diagnostic(it.account, 0);
  assert_string_equal(found->code, code);
  assert_string_equal(found->place.part, "part.xml");
  assert_int_equal(found->place.line, line);
  assert_int_equal(found->place.column, column);
  end(&it);
}

#define ROOT "<a xmlns='urn:letters'>"

/* ---- what rows are told ---- */

static void rows_are_found_by_namespace_and_name(void **state) {
  (void)state;
  assert_told(&table, "<x:a xmlns:x='urn:letters'><x:b>t</x:b><b/><x:c/></x:a>",
              "(a(b"
              "t)[0](b)[1](c))");
  assert_told(&table, "<a xmlns='urn:letters:strict'><b xmlns='urn:else'/></a>", "(a[0](b))");
  assert_told(&table, ROOT "<bare><b/></bare></a>", "(a(b))");
}

static void attributes_are_decoded(void **state) {
  (void)state;
  assert_told(&table,
              "<a xmlns='urn:letters' xmlns:l='urn:letters' xmlns:o='urn:o' p='1 &lt;&amp;&#38;amp;&#x3b1;' "
              "l:q='2' o:r=''/>",
              "(a 0:p=1 <&&amp;\xce\xb1 1:q=2 0:r=)");
}

static LpXmlInto ask(void *state, const LpXmlElement *element) {
  GString *log = ((Told *)state)->log;
  const char *answers[] = {lp_xml_attribute(element, 0, "p"), lp_xml_attribute(element, LETTERS, "p"),
                           lp_xml_attribute(element, 0, "o"), lp_xml_attribute(element, LETTERS, "none")};
  for (size_t i = 0; i < G_N_ELEMENTS(answers); i++)
    g_string_append_printf(log, "%s,", answers[i] ? answers[i] : "NULL");
  return LP_XML_INTO;
}

static void attributes_are_asked_for_by_namespace_and_name(void **state) {
  (void)state;
  const LpXmlRow asking[] = {{LETTERS, "a", ask, NULL}};
  LpXmlRows with = table;
  with.rows = asking;
  with.row_count = 1;
  assert_told(&with, "<l:a xmlns:l='urn:letters' xmlns:o='urn:o' p='plain' l:p='lettered' o:o='foreign'/>",
              "plain,lettered,NULL,NULL,");
}

static void text_comes_whole_from_entities_sections_and_comments(void **state) {
  (void)state;
  assert_told(&table,
              "<?xml version='1.0'?><!-- > --><a xmlns='urn:letters'>1 &lt; 2<![CDATA[ <b> ]]>&#65;<!-- 'no' "
              "-->e\r\n</a>",
              "(a1 < 2 <b> Ae\n)");
}

static void scope_and_parents_are_known(void **state) {
  (void)state;
  assert_told(
      &table,
      "<l:a xmlns:l='urn:letters' xmlns:v='one'><l:bare xmlns:v='two'><l:scope/></l:bare><l:scope/></l:a>",
      "(al:scope in bare at 3 v=two;l:scope in a at 2 v=one;)");
  assert_told(&table, "<scope xmlns='urn:letters'/>", "scope in none at 1 v=unbound;");
}

static void places_are_exact_in_line_and_byte(void **state) {
  (void)state;
  LpXmlRows with = table;
  with.text = write_text_place;
  assert_told(&with,
              "<?xml version='1.0'?>\n<!--\n<p>--><bare xmlns='urn:letters'>\n  <place\n "
              "a='\n>'/>\xce\xb1<place/></bare>",
              "\n  @3:33 <4:3>\xce\xb1@6:5 <6:7>");
}

static void places_of_long_text_are_exact_too(void **state) {
  (void)state;
  LpXmlRows with = table;
  with.text = write_text_place;
  g_autofree char *long_text = g_strnfill(1000, 'x');
  g_autofree char *xml = g_strconcat("<bare xmlns='urn:letters'><place/>\n", long_text, "<place/>", long_text,
                                     "<place/></bare>", NULL);
  Outcome it = read_bytes(&with, xml, strlen(xml), NULL);
  g_autofree char *expected =
      g_strconcat("<1:27>\n", long_text, "@1:35 <2:1001>", long_text, "@2:1009 <2:2009>", NULL);
  assert_string_equal(it.log->str, expected);
  end(&it);
}

/* ---- the ledger ---- */

static void text_is_given_and_what_is_left_is_named(void **state) {
  (void)state;
  const char *xml = ROOT "ab<gone>cde<b>f</b></gone> g</a>";
  Outcome it = read_bytes(&table, xml, strlen(xml), NULL);
  assert_string_equal(it.log->str, "(aab g)");
  assert_int_equal(lp_ledger(it.account, LP_PHASE_READING)->in, 7);
  assert_int_equal(lp_ledger(it.account, LP_PHASE_READING)->left[LP_REASON_DELETED], 4);
  end(&it);
}

static void without_a_text_row_all_text_is_markup(void **state) {
  (void)state;
  LpXmlRows with = table;
  with.text = NULL;
  Outcome it = read_bytes(&with, ROOT "ab</a>", strlen(ROOT "ab</a>"), NULL);
  assert_int_equal(lp_ledger(it.account, LP_PHASE_READING)->left[LP_REASON_MARKUP], 2);
  assert_true(lp_ledger_balance(it.account, LP_PHASE_READING));
  with.counted = false;
  Outcome silent = read_bytes(&with, ROOT "ab</a>", strlen(ROOT "ab</a>"), NULL);
  assert_int_equal(lp_ledger(silent.account, LP_PHASE_READING)->in, 0);
  end(&it);
  end(&silent);
}

/* ---- encodings ---- */

static GString *utf16(const char *text, bool big, bool mark) {
  glong units = 0;
  gunichar2 *wide = g_utf8_to_utf16(text, -1, NULL, &units, NULL);
  GString *out = g_string_new(NULL);
  if (mark)
    g_string_append_len(out, big ? "\xfe\xff" : "\xff\xfe", 2);
  for (glong i = 0; i < units; i++) {
    char bytes[2] = {(char)(wide[i] >> 8), (char)(wide[i] & 0xff)};
    g_string_append_c(out, bytes[big ? 0 : 1]);
    g_string_append_c(out, bytes[big ? 1 : 0]);
  }
  g_free(wide);
  return out;
}

static void utf8_and_utf16_are_read(void **state) {
  (void)state;
  const char *expected = "(a 0:p=\xc3\xa9\xf0\x9f\x96\x8b)";
  const char *xml =
      "<?xml version='1.0' encoding='UTF-16'?><a xmlns='urn:letters' p='\xc3\xa9\xf0\x9f\x96\x8b'/>";
  for (int i = 0; i < 4; i++) {
    GString *bytes = utf16(xml, i & 1, i & 2);
    Outcome it = read_bytes(&table, bytes->str, bytes->len, NULL);
    assert_int_equal(it.verdict, LP_DONE);
    assert_string_equal(it.log->str, expected);
    end(&it);
    g_string_free(bytes, TRUE);
  }
  assert_told(&table,
              "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><a xmlns='urn:letters' "
              "p='\xc3\xa9\xf0\x9f\x96\x8b'/>",
              expected);
}

static void text_cut_between_pieces_stays_whole(void **state) {
  (void)state;
  for (int shift = 0; shift < 4; shift++) {
    GString *xml = g_string_new(ROOT), *expected = g_string_new("(a");
    for (int i = 0; i < shift; i++)
      g_string_append_c(xml, 'x'), g_string_append_c(expected, 'x');
    for (int i = 0; i < 40000; i++)
      g_string_append(xml, "\xf0\x9f\x96\x8b"), g_string_append(expected, "\xf0\x9f\x96\x8b");
    g_string_append(xml, "</a>"), g_string_append(expected, ")");
    assert_told(&table, xml->str, expected->str);
    g_string_free(xml, TRUE);
    g_string_free(expected, TRUE);
  }
}

#define ASSERT_REFUSED(text, code, line, column)                                                             \
  assert_refused(text, sizeof(text) - 1, NULL, code, LP_CLASS_FORMAT, line, column)

static void other_encodings_are_refused(void **state) {
  (void)state;
  ASSERT_REFUSED("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "xml.encoding", 1, 1);
  ASSERT_REFUSED("<?xml version=\"1.0\" encoding = \"UTF-7\"?><a/>", "xml.encoding", 1, 1);
  ASSERT_REFUSED("<?xml version='1.0' encoding='UTF-16'?><a/>", "xml.encoding", 1, 1);
  ASSERT_REFUSED("\xff\xfe\0\0<\0\0\0", "xml.encoding", 1, 1);
  ASSERT_REFUSED("\x4c\x6f\xa7\x94", "xml.malformed", 1, 1);
  ASSERT_REFUSED("<a>\xe9</a>", "xml.malformed", 1, 4);
  ASSERT_REFUSED("\xff\xfe<\0a\0/\0>\0\x00\xdc", "xml.malformed", 1, 5);
  ASSERT_REFUSED("\xff\xfe<\0a\0/\0>\0\n", "xml.malformed", 1, 5);
}

/* ---- what is refused ---- */

static void damage_is_told_with_its_place(void **state) {
  (void)state;
  ASSERT_REFUSED("", "xml.malformed", 1, 1);
  ASSERT_REFUSED("<a><b></a>", "xml.malformed", 1, 11);
  ASSERT_REFUSED("<a>\n  <b>", "xml.malformed", 2, 6);
  ASSERT_REFUSED("<a/><b/>", "xml.malformed", 1, 5);
  ASSERT_REFUSED("<a>&nbsp;</a>", "xml.entity", 1, 10);
  ASSERT_REFUSED("<a>\1</a>", "xml.malformed", 1, 4);
}

static void declarations_are_refused(void **state) {
  (void)state;
  static const char *const declarations[] = {"<!ENTITY x 'y'>",
                                             "<!ENTITY % x 'y'>",
                                             "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
                                             "<!ATTLIST a b CDATA 'c'>",
                                             "<!ELEMENT a ANY>",
                                             "<!NOTATION n SYSTEM 'x'>",
                                             "<!ENTITY x SYSTEM 'y' NDATA n>",
                                             "%x;",
                                             "<!ATTLIST a b (c|d) 'c'>"};
  for (size_t i = 0; i < G_N_ELEMENTS(declarations); i++) {
    g_autofree char *xml = g_strdup_printf("<!DOCTYPE a [%s]><a>&x;</a>", declarations[i]);
    Outcome it = read_bytes(&table, xml, strlen(xml), NULL);
    assert_int_equal(it.verdict, LP_FAILED);
    assert_int_equal(lp_account_class(it.account), LP_CLASS_FORMAT);
    assert_int_equal(lp_account_diagnostic_count(it.account), 1);
    assert_string_equal(it.log->str, "");
    end(&it);
  }
}

static void a_bare_doctype_passes_and_loads_nothing(void **state) {
  (void)state;
  assert_told(&table,
              "<!DOCTYPE math:math PUBLIC '-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN' "
              "'math.dtd'><a xmlns='urn:letters'/>",
              "(a)");
  ASSERT_REFUSED("<!DOCTYPE a PUBLIC 'x' 'y.dtd'><a>&eacute;</a>", "xml.entity", 1, 43);
  ASSERT_REFUSED("<!DOCTYPE a PUBLIC 'x' 'y.dtd'><a b='&eacute;'/>", "xml.entity", 1, 46);
}

static void lower_depth(LpAccount *account) {
  lp_account_set_limit(account, LP_LIMIT_XML_DEPTH, 3);
}

static void lower_tag(LpAccount *account) {
  lp_account_set_limit(account, LP_LIMIT_XML_TAG_BYTES, 40);
}

static void lower_attributes(LpAccount *account) {
  lp_account_set_limit(account, LP_LIMIT_XML_ATTRIBUTES, 2);
}

static void lower_text(LpAccount *account) {
  lp_account_set_limit(account, LP_LIMIT_XML_TEXT_BYTES, 10);
}

static void sizes_are_limited(void **state) {
  (void)state;
  static const struct {
    const char *xml, *code;
    void (*prepare)(LpAccount *account);
    uint32_t column; /* 0: it passes */
  } cases[] = {{"<a><a><a/></a></a>", "", lower_depth, 0},
               {"<a><a><a><a/></a></a></a>", "limit.xml-depth", lower_depth, 10},
               {"<a b='aaaaaaaaaa' c='>>>>>>>>>>>'/>", "", lower_tag, 0},
               {"<a><a b='aaaaaaaaaa' c='>>>>>>>>>>>>>>>>>>'/></a>", "limit.xml-tag-bytes", lower_tag, 4},
               {"<!-- no tag, however long it may be: it is not held --><a/>", "", lower_tag, 0},
               {"<a b='' c=''/>", "", lower_attributes, 0},
               {"<a><a b='' c='' d=''/></a>", "limit.xml-attributes", lower_attributes, 4},
               {"<a>0123456789<a/>0123456789</a>", "", lower_text, 0},
               {"<a>012345<!-- -->6789a</a>", "limit.xml-text-bytes", lower_text, 1}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    if (cases[i].column) {
      assert_refused(cases[i].xml, strlen(cases[i].xml), cases[i].prepare, cases[i].code, LP_CLASS_LIMIT, 1,
                     cases[i].column);
      continue;
    }
    Outcome it = read_bytes(&table, cases[i].xml, strlen(cases[i].xml), cases[i].prepare);
    assert_int_equal(it.verdict, LP_DONE);
    end(&it);
  }
}

/* Fifty thousand attributes cost libxml2 seconds: it never sees them. */
static void many_attributes_and_deep_nesting_end_early(void **state) {
  (void)state;
  GString *xml = g_string_new("<a");
  for (int i = 0; i < 50000; i++)
    g_string_append_printf(xml, " x%d=''", i);
  g_string_append(xml, "/>");
  assert_refused(xml->str, xml->len, NULL, "limit.xml-attributes", LP_CLASS_LIMIT, 1, 1);
  g_string_truncate(xml, 0);
  for (int i = 0; i < 5000; i++)
    g_string_append(xml, "<a>");
  assert_refused(xml->str, xml->len, NULL, "limit.xml-depth", LP_CLASS_LIMIT, 1, 256 * 3 + 1);
  g_string_free(xml, TRUE);
}

static void a_row_may_stop_the_reading(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  Told told = {.log = g_string_new(NULL), .enough = 2};
  const char *xml = ROOT "1<b/>2<b/></a>";
  LpSource *source = lp_source_new_bytes("x", xml, strlen(xml));
  assert_int_equal(lp_xml_read_source(source, NULL, account, &table, &told), LP_FAILED);
  assert_string_equal(told.log->str, "(a1(b");
  assert_false(lp_account_failed(account));
  lp_source_free(source);
  g_string_free(told.log, TRUE);
  lp_account_free(account);
}

static void a_part_is_read_from_its_package(void **state) {
  (void)state;
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  const char *xml = ROOT "text</a>";
  lp_package_writer_add(writer, "a.xml", xml, strlen(xml), LP_PACKING_DEFLATED);
  assert_true(lp_package_writer_finish(writer));
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  LpSource *source = lp_source_new_bytes("x", bytes, n);
  LpPackage *package = lp_package_open(source, account);
  Told told = {.log = g_string_new(NULL)};
  assert_int_equal(lp_xml_read_part(package, "a.xml", &table, &told), LP_DONE);
  assert_string_equal(told.log->str, "(atext)");
  assert_false(lp_account_failed(account));
  assert_int_equal(lp_xml_read_part(package, "b.xml", &table, &told), LP_FAILED);
  assert_string_equal(lp_account_diagnostic(account, 0)->code, "package.missing");
  lp_package_close(package);
  lp_source_free(source);
  lp_sink_free(sink);
  g_string_free(told.log, TRUE);
  lp_account_free(account);
}

/* ---- the scan by itself, fed byte by byte ---- */

static void a_scan_is_the_same_however_its_bytes_come(void **state) {
  (void)state;
  const char *xml =
      "<?x <no> ?><!DOCTYPE a 'x>'>\n<a><!--- <no> ---><![CDATA[<no>]]]><b c='>' d=\"'\"\n/>t</a>";
  for (size_t piece = 1; piece < 12; piece++) {
    LpXmlScan scan;
    lp_xml_scan_begin(&scan, 1000, 10);
    GString *log = g_string_new(NULL);
    for (size_t at = 0; at < strlen(xml); at += piece) {
      assert_int_equal(lp_xml_scan_feed(&scan, xml + at, MIN(piece, strlen(xml) - at)), LP_XML_SCAN_FINE);
      while (scan.next_start < scan.starts->len) {
        uint32_t line, column;
        lp_xml_scan_next_start(&scan, &line, &column);
        g_string_append_printf(log, "%u:%u ", line, column);
      }
    }
    assert_string_equal(log->str, "2:1 2:36 ");
    g_string_free(log, TRUE);
    lp_xml_scan_end(&scan);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_are_found_by_namespace_and_name),
      cmocka_unit_test(attributes_are_decoded),
      cmocka_unit_test(attributes_are_asked_for_by_namespace_and_name),
      cmocka_unit_test(text_comes_whole_from_entities_sections_and_comments),
      cmocka_unit_test(scope_and_parents_are_known),
      cmocka_unit_test(places_are_exact_in_line_and_byte),
      cmocka_unit_test(places_of_long_text_are_exact_too),
      cmocka_unit_test(text_is_given_and_what_is_left_is_named),
      cmocka_unit_test(without_a_text_row_all_text_is_markup),
      cmocka_unit_test(utf8_and_utf16_are_read),
      cmocka_unit_test(text_cut_between_pieces_stays_whole),
      cmocka_unit_test(other_encodings_are_refused),
      cmocka_unit_test(damage_is_told_with_its_place),
      cmocka_unit_test(declarations_are_refused),
      cmocka_unit_test(a_bare_doctype_passes_and_loads_nothing),
      cmocka_unit_test(sizes_are_limited),
      cmocka_unit_test(many_attributes_and_deep_nesting_end_early),
      cmocka_unit_test(a_row_may_stop_the_reading),
      cmocka_unit_test(a_part_is_read_from_its_package),
      cmocka_unit_test(a_scan_is_the_same_however_its_bytes_come),
  };
  return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
