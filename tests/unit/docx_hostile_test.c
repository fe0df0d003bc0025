/* The DOCX reader: what is no DOCX, what stands where it may not, what is nested too deep. */
#include "config.h"

#include "docx_draft.h"

/* ---- what is no DOCX ---- */

static void assert_named(const void *bytes, size_t n, const char *code, const char *word) {
  LpAccount *account = lp_account_new();
  Draft draft = read_source(lp_source_new_bytes("draft.docx", bytes, n), account);
  assert_int_equal(draft.verdict, LP_FAILED);
  assert_int_equal(lp_account_class(account), LP_CLASS_FORMAT);
  const LpDiagnostic *found = lp_account_diagnostic(account, 0);
  assert_string_equal(found->code, code);
  assert_non_null(strstr(found->sentence, word));
  free_draft(&draft);
}

static void other_files_are_named(void **state) {
  (void)state;
  assert_named("", 0, "docx.empty", "empty");
  assert_named("{\\rtf1", 6, "docx.no-docx", "RTF");
  assert_named("%PDF-1.7", 8, "docx.no-docx", "PDF");
  assert_named("Plain text", 10, "docx.no-docx", "plain text");
  assert_named("\1\2\3\4", 4, "docx.no-docx", "unknown");
  assert_named("PK\3\4 cut short", 14, "package.damaged", "damaged");
  uint8_t compound[1024] = {0320, 0317, 0021, 0340};
  assert_named(compound, sizeof compound, "docx.no-docx", "compound");
  for (size_t i = 0; i < 12; i++)
    compound[600 + 2 * i] = (uint8_t) "WordDocument"[i];
  assert_named(compound, sizeof compound, "docx.word-97", ".doc");
  for (size_t i = 0; i < 16; i++)
    compound[700 + 2 * i] = (uint8_t) "EncryptedPackage"[i];
  assert_named(compound, sizeof compound, "docx.encrypted", "password");
}

static void other_packages_are_named(void **state) {
  (void)state;
  static const struct {
    const char *part, *other, *word;
  } cases[] = {{"xl/workbook.xml", "x", "XLSX"},
               {"ppt/presentation.xml", "x", "PPTX"},
               {"mimetype", "content.xml", "ODT"},
               {"a.txt", "b.txt", "archive"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    const Part parts[] = {{cases[i].part, "x"}, {cases[i].other, "x"}};
    Draft draft = read_parts(parts, 2);
    assert_int_equal(draft.verdict, LP_FAILED);
    assert_non_null(strstr(lp_account_diagnostic(draft.account, 0)->sentence, cases[i].word));
    free_draft(&draft);
  }
}

/* Whatever stands where it may not: no crash, and a ledger that balances. */
static void elements_out_of_place_do_no_harm(void **state) {
  (void)state;
  static const char *const documents[] = {
      "<w:p" NAMESPACES "><w:r><w:t>a</w:t></w:r></w:p>",
      "<w:hdr" NAMESPACES ">" P(R("a")) "</w:hdr>",
      DOCUMENT("<w:tc>" P(R("a")) "</w:tc><w:tr>" CELL("", "") "</w:tr>" R("b") "<w:t>c</w:t>"),
      DOCUMENT(P(P(R("a")) "<w:tbl><w:tr><w:tc>" R("b") "</w:tc></w:tr></w:tbl>" R("c"))),
      DOCUMENT("<w:footnote w:id='1'>" P(R("a")) "</w:footnote><w:comment>" P(R("b")) "</w:comment><w:hdr>" P(
          R("c")) "</w:hdr>"),
      DOCUMENT(MARK("end") MARK("separate") CODE("x") P(MARK("separate") MARK("end") R("a"))),
      DOCUMENT("<w:style w:styleId='x'><w:rPr><w:b/></w:rPr></w:style><w:rPr><w:b/></w:rPr><w:lvl/>" P(
          "<w:pPr><w:pPr><w:jc/></w:pPr></w:pPr>")),
      DOCUMENT(P("<w:pPr><w:rPr>" P("") P("") P(P(P(P(P(""))))) "<w:b/><w:ins/></w:rPr></w:pPr>" R("a"))),
      DOCUMENT("<w:tbl><w:tblPr>" TABLE(ROW("", CELL("", P("")))) "<w:jc w:val='center'/></w:tblPr></w:tbl>"),
      DOCUMENT(P("<w:ins><w:del>" R("a") "<w:p>" R("b") "</w:p></w:del></w:ins><w:rt>" R("c") "</w:rt>")),
      DOCUMENT("<mc:Choice Requires='x'>" P(R("a")) "</mc:Choice><mc:Fallback/><w:ruby><w:ruby><w:rt>" R(
          "a") "</w:rt></w:ruby></w:ruby>"),
      DOCUMENT(P("<w:r><w:footnoteReference w:id='9' w:customMarkFollows='1'/><w:sym w:font='Symbol' "
                 "w:char='F02A'/></w:r><w:r><w:sym/><w:sym w:char='zz'/></w:r>"))};
  for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
    Draft draft = read_draft(documents[i], NULL, 0);
    assert_int_equal(draft.verdict, LP_DONE);
    assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
    free_draft(&draft);
  }
}

static void definitions_out_of_place_do_no_harm(void **state) {
  (void)state;
  const Part others[] = {
      {MAIN_RELATIONSHIPS, RELATIONSHIPS(RELATIONSHIP("s", "styles", "styles.xml")
                                             RELATIONSHIP("n", "numbering", "numbering.xml"))},
      {"word/styles.xml",
       "<w:styles" NAMESPACES "><w:style w:styleId='A'><w:rPr><w:style w:styleId='A'><w:p/></w:style><w:b/>"
       "</w:rPr></w:style><w:style w:styleId='A' w:default='1'/><w:tblPr/><w:pPr/></w:styles>"},
      {"word/numbering.xml",
       "<w:numbering" NAMESPACES "><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:rPr>"
       "<w:abstractNum w:abstractNumId='0'/><w:num w:numId='1'/><w:b/></w:rPr></w:lvl></w:abstractNum>"
       "<w:num w:numId='1'><w:lvlOverride w:ilvl='0'><w:lvl><w:num w:numId='1'/><w:pPr/></w:lvl>"
       "</w:lvlOverride></w:num></w:numbering>"}};
  assert_tree_of(DOCUMENT(ITEM("1", "0", "a")), others, 3, "p('a')");
}

/* Nested beyond the limits: flattened, with all text. */
static void nesting_too_deep_loses_no_text(void **state) {
  (void)state;
  GString *tables = g_string_new("<w:document" NAMESPACES "><w:body>"), *fields = g_string_new(tables->str);
  for (int i = 0; i < 60; i++)
    g_string_append(tables, "<w:tbl><w:tr><w:tc>" P(R("a")));
  for (int i = 0; i < 60; i++)
    g_string_append(tables, "</w:tc></w:tr></w:tbl>");
  g_string_append(fields, "<w:p>");
  for (int i = 0; i < 60; i++)
    g_string_append(fields, MARK("begin") CODE("REF x") MARK("separate") R("a"));
  for (int i = 0; i < 60; i++)
    g_string_append(fields, R("b") MARK("end"));
  g_string_append(fields, R("c") "</w:p>");
  const char *documents[] = {g_string_append(tables, "</w:body></w:document>")->str,
                             g_string_append(fields, "</w:body></w:document>")->str};
  int64_t expected[] = {60, 121};
  for (int i = 0; i < 2; i++) {
    Draft draft = read_draft(documents[i], NULL, 0);
    assert_int_equal(draft.verdict, LP_DONE);
    assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
    assert_int_equal(lp_ledger(draft.account, LP_PHASE_READING)->out, expected[i]);
    assert_true(lp_account_warned(draft.account));
    free_draft(&draft);
  }
  g_string_free(tables, TRUE);
  g_string_free(fields, TRUE);
}

/* A reading that ends midway leaves nothing behind. */
static void a_cut_document_fails_with_its_place(void **state) {
  (void)state;
  Draft draft = read_draft("<w:document" NAMESPACES "><w:body><w:tbl><w:tr><w:tc><w:p>" MARK("begin")
                               CODE("x") "<w:hyperlink w:anchor='x'><w:ruby><w:rt>" R("a"),
                           NULL, 0);
  assert_int_equal(draft.verdict, LP_FAILED);
  assert_string_equal(lp_account_diagnostic(draft.account, 0)->code, "xml.malformed");
  assert_string_equal(lp_account_diagnostic(draft.account, 0)->place.part, "word/document.xml");
  free_draft(&draft);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(other_files_are_named),
      cmocka_unit_test(other_packages_are_named),
      cmocka_unit_test(elements_out_of_place_do_no_harm),
      cmocka_unit_test(definitions_out_of_place_do_no_harm),
      cmocka_unit_test(nesting_too_deep_loses_no_text),
      cmocka_unit_test(a_cut_document_fails_with_its_place),
  };
  return cmocka_run_group_tests_name("docx-hostile", tests, NULL, NULL);
}
