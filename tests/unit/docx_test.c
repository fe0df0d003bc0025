/* The DOCX reader: paragraphs, runs, styles, lists, tables. */
#include "config.h"

#include "docx_draft.h"

/* ---- paragraphs and runs ---- */

static void paragraphs_and_runs(void **state) {
  (void)state;
  ASSERT_TREE(P(R("One ") STYLED("<w:b/><w:i w:val='1'/>", "two")
                    STYLED("<w:b w:val='0'/><w:u w:val='single'/>", "three"))
                  P("<w:r><w:t>four</w:t><w:tab/><w:t>five</w:t><w:br/><w:cr/><w:t>six</w:t></w:r>"),
              "p('One ''two'bi'three'u)p('four'tab;'five'line-break;line-break;'six')");
  ASSERT_TREE(P(STYLED("<w:strike/>", "a") STYLED("<w:vertAlign w:val='superscript'/>", "b")
                    STYLED("<w:smallCaps/>", "c") "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>"),
              "p('a's'b'^'c'c'\342\200\221\302\255')");
}

static void both_schemas_are_read(void **state) {
  (void)state;
  assert_tree_of(
      "<d:document xmlns:d='http://purl.oclc.org/ooxml/wordprocessingml/main'><d:body><d:p><d:pPr>"
      "<d:outlineLvl d:val='1'/></d:pPr><d:r><d:rPr><d:b d:val='true'/></d:rPr><d:t>strict</d:t></d:r></d:p>"
      "</d:body></d:document>",
      NULL, 0, "heading level=2('strict'b)");
}

static void empty_paragraphs_are_blank_lines(void **state) {
  (void)state;
  ASSERT_TREE(P(R("a")) P("") "<w:p/>" P(R("b")) P(R("c")), "p('a')p blank-lines=3('b')p('c')");
  ASSERT_TREE(P(R("a")) P(R(" ") R("\302\240")) P(R("  ") R("b")), "p('a')p blank-lines=2('  b')");
  ASSERT_TREE(P(R("a")) P("<w:pPr><w:pBdr><w:bottom w:val='single' w:sz='4'/></w:pBdr></w:pPr>") P(R("b")),
              "p('a')thematic-break;p('b')");
}

static void page_breaks_part_paragraphs(void **state) {
  (void)state;
#define BREAK "<w:r><w:br w:type='page'/></w:r>"
  ASSERT_TREE(P(R("a")) P(BREAK) P(R("b")), "p('a')page-break;p blank-lines=2('b')");
  ASSERT_TREE(P(BREAK R("a")) P(R("b") BREAK), "page-break;p('a')p('b')");
  ASSERT_TREE(
      P(STYLED("<w:b/>", "a") BREAK "<w:hyperlink w:anchor='x'>" R("b") BREAK R("c") "</w:hyperlink>" R("d")),
      "p('a'b)page-break;p(link target=x('b'))page-break;p(link target=x('c')'d')");
}

static void sections_break_pages_as_the_next_one_says(void **state) {
  (void)state;
#define SECTION(type) "<w:p><w:pPr><w:sectPr>" type "</w:sectPr></w:pPr>" R("s") "</w:p>"
  ASSERT_TREE(SECTION("") SECTION("<w:type w:val='continuous'/>") SECTION("")
                  P(R("z")) "<w:sectPr><w:type w:val='oddPage'/></w:sectPr>",
              "p('s')p('s')page-break;p('s')page-break;p('z')");
}

static void symbols_become_unicode(void **state) {
  (void)state;
  ASSERT_TREE(P("<w:r><w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Wingdings' w:char='F0FC'/>"
                "<w:sym w:font='Any' w:char='00E9'/></w:r>"
                "<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>\357\201\242\357\200\240b</w:t></w:r>"),
              "p('\316\261\342\234\224\303\251''\316\262 \316\262')");
}

/* ---- styles ---- */

static void styles_inherit_and_toggle(void **state) {
  (void)state;
  WITH("<w:p><w:pPr><w:pStyle w:val='Sub'/></w:pPr>" R("a") STYLED("<w:rStyle w:val='Strong'/>", "b")
           STYLED("<w:rStyle w:val='Strong'/><w:b/>", "c")
               STYLED("<w:b w:val='0'/>", "d") "</w:p>" P(R("e") STYLED("<w:rStyle w:val='Strong'/>", "f")),
       "p('a'bi'b'i'c'bi'd'i)p('e''f'b)",
       STYLES("<w:style w:type='paragraph' w:styleId='Base'><w:rPr><w:b/></w:rPr></w:style>"
              "<w:style w:type='paragraph' w:styleId='Sub'><w:basedOn "
              "w:val='Base'/><w:rPr><w:i/></w:rPr></w:style>"
              "<w:style w:type='character' w:styleId='Strong'><w:rPr><w:b/></w:rPr></w:style>"));
}

static void defaults_and_chains_reach_the_node(void **state) {
  (void)state;
  const Part others[] = {
      STYLES("<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/><w:lang w:val='en-GB' "
             "w:bidi='ar-SA' w:eastAsia='zh-CN'/></w:rPr></w:rPrDefault>"
             "<w:pPrDefault><w:pPr><w:spacing w:after='200'/></w:pPr></w:pPrDefault></w:docDefaults>"
             "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/><w:pPr><w:jc "
             "w:val='both'/></w:pPr></w:style>"
             "<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Body'/><w:basedOn "
             "w:val='N'/><w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr></w:style>")};
  Draft draft = read_draft(DOCUMENT("<w:p><w:pPr><w:pStyle w:val='Q'/><w:spacing w:after='100'/></w:pPr>" R(
                               "a") STYLED("<w:rtl/>", "b") R("1 \344\270\255") R("\330\247") "</w:p>"),
                           others, 2);
  const LpNode *paragraph = lp_node_first_child(lp_document_root(draft.document));
  const LpStyle *look = lp_node_style(paragraph);
  assert_string_equal(lp_style_string(look, LP_PROPERTY_NAME), "Body");
  assert_int_equal(lp_style_integer(look, LP_PROPERTY_ALIGN), LP_ALIGN_JUSTIFY);
  assert_int_equal(lp_style_integer(look, LP_PROPERTY_SPACE_AFTER_EMU), 5 * LP_EMU_PER_POINT);
  assert_int_equal(lp_style_integer(look, LP_PROPERTY_INDENT_START_EMU), 36 * LP_EMU_PER_POINT);
  assert_int_equal(lp_style_integer(look, LP_PROPERTY_INDENT_FIRST_EMU), -18 * LP_EMU_PER_POINT);
  assert_int_equal(lp_style_integer(look, LP_PROPERTY_SIZE_EMU), 12 * LP_EMU_PER_POINT);
  const LpNode *text = lp_node_first_child(paragraph);
  assert_string_equal(lp_style_string(lp_node_style(text), LP_PROPERTY_LANGUAGE), "en-GB");
  assert_string_equal(lp_style_string(lp_node_style(lp_node_next(text)), LP_PROPERTY_LANGUAGE), "ar-SA");
  text = lp_node_next(lp_node_next(text));
  assert_string_equal(lp_style_string(lp_node_style(text), LP_PROPERTY_LANGUAGE), "zh-CN");
  assert_string_equal(lp_style_string(lp_node_style(lp_node_next(text)), LP_PROPERTY_LANGUAGE), "ar-SA");
  free_draft(&draft);
}

static void headings_are_known_by_outline_and_by_name(void **state) {
  (void)state;
#define OF_STYLE(id) "<w:p><w:pPr><w:pStyle w:val='" id "'/></w:pPr>" R("x") "</w:p>"
  WITH(OF_STYLE("berschrift2") OF_STYLE("Own") OF_STYLE("Heading3") OF_STYLE("Not") OF_STYLE("T"),
       "heading level=2('x')heading level=4('x')heading level=3('x')p('x')p('x')",
       STYLES("<w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>"
              "<w:style w:type='paragraph' w:styleId='Own'><w:pPr><w:outlineLvl w:val='3'/></w:pPr></w:style>"
              "<w:style w:type='paragraph' w:styleId='Not'><w:basedOn "
              "w:val='berschrift2'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
              "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>"));
}

static void a_cycle_of_styles_is_cut(void **state) {
  (void)state;
  const Part others[] = {STYLES(
      "<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/><w:rPr><w:i/></w:rPr></w:style>")};
  Draft draft = read_draft(DOCUMENT(OF_STYLE("A")), others, 2);
  char *line = drawn(draft.document);
  assert_string_equal(line, "p('x'bi)");
  g_free(line);
  assert_int_equal(lp_account_code_count(draft.account, "docx.style-cycle"), 1);
  free_draft(&draft);
}

static void hidden_text_is_told_apart(void **state) {
  (void)state;
  ASSERT_TREE(P(R("a") STYLED("<w:vanish/>", "b") STYLED("<w:sz w:val='3'/>", "c")
                    STYLED("<w:color w:val='FFFFFF'/>", "d")
                        STYLED("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>", "e")
                            STYLED("<w:color w:val='336699'/><w:shd w:fill='336699'/>", "f")),
              "p('a''b'h'c'h'd'h'e''f'h)");
  ASSERT_TREE("<w:p><w:pPr><w:shd w:fill='000000'/></w:pPr>" STYLED("<w:color w:val='FFFFFF'/>", "a")
                  STYLED("<w:color w:val='000000'/>", "b") "</w:p>",
              "p('a''b'h)");
}

/* ---- lists ---- */

static void lists_grow_from_numbering(void **state) {
  (void)state;
  WITH(ITEM("1", "0", "a") ITEM("1", "1", "b") ITEM("1", "1", "c") ITEM("1", "2", "d") ITEM("1", "0", "e")
           P(R("f")) ITEM("1", "0", "g"),
       "list(list-item marker=1. value=1(p('a')list(list-item marker=(i) value=1(p('b'))list-item "
       "marker=(ii) value=2(p('c')"
       "list(list-item marker=1.ii.1 value=1(p('d'))))))list-item marker=2. value=2(p('e')))p('f')"
       "list continues=1(list-item marker=3. value=3(p('g')))",
       NUMBERING(OUTLINE NUM("1", "0", "")));
}

static void numbering_starts_anew_where_it_is_told(void **state) {
  (void)state;
  WITH(ITEM("1", "0", "a") ITEM("2", "0", "b") ITEM("2", "0", "c") ITEM("1", "0", "d"),
       "list(list-item marker=1. value=1(p('a'))list-item marker=5. value=5(p('b'))list-item marker=6. "
       "value=6(p('c'))"
       "list-item marker=7. value=7(p('d')))",
       NUMBERING(OUTLINE NUM("1", "0", "") NUM(
           "2", "0", "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>")));
}

static void bullets_are_signs_of_unicode(void **state) {
  (void)state;
  WITH(ITEM("1", "0", "a") "<w:p><w:pPr><w:ind w:left='720'/></w:pPr>" R("goes on") "</w:p>" ITEM("1", "0",
                                                                                                  "b"),
       "list(list-item marker=\342\200\242(p('a')p('goes on'))list-item marker=\342\200\242(p('b')))",
       NUMBERING("<w:abstractNum w:abstractNumId='4'>"
                 "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\357\202\267'/><w:pPr><w:ind "
                 "w:left='720' w:hanging='360'/></w:pPr>"
                 "<w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr></w:lvl></w:abstractNum>" NUM("1", "4", "")));
}

static void numbered_headings_keep_their_number(void **state) {
  (void)state;
  WITH("<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr>" R(
           "a") "</w:p>" ITEM("0", "0", "not numbered") ITEM("9", "0", "nor this"),
       "heading level=1 marker=1. value=1('a')p('not numbered')p('nor this')",
       NUMBERING(OUTLINE NUM("1", "0", "")));
}

/* ---- tables ---- */

static void tables_span_and_repeat_their_heads(void **state) {
  (void)state;
  ASSERT_TREE(TABLE(ROW("<w:tblHeader/>", CELL("<w:gridSpan w:val='2'/>", P(R("h"))))
                        ROW("", CELL("<w:vMerge w:val='restart'/>", P(R("a"))) CELL("", P(R("b"))))
                            ROW("", CELL("<w:vMerge/>", P("")) CELL("", P("")))
                                ROW("", CELL("", P(R("c"))) CELL("<w:vMerge/>", P(R("d"))))),
              "table(row-group header=1(row(cell column-span=2 header=1(p('h'))))row(cell "
              "row-span=2(p('a'))cell(p('b')))"
              "row(cell())row(cell(p('c'))cell(p('d'))))");
}

static void cells_that_a_row_leaves_free_are_kept(void **state) {
  (void)state;
  ASSERT_TREE(TABLE(ROW("<w:gridBefore w:val='1'/>", CELL("", P(R("a"))))
                        ROW("<w:gridAfter w:val='1'/><w:del w:author='X'/>", CELL("", P(R("b"))))),
              "table(row(cell()cell(p('a')))row revision=2 author=X(cell(p('b'))cell()))");
}

static void tables_stand_in_cells(void **state) {
  (void)state;
  ASSERT_TREE(
      TABLE(ROW("", CELL("", P(R("a")) TABLE(ROW("", CELL("", P(R("b"))))) P("")) CELL("", P(R("c"))))),
      "table(row(cell(p('a')table(row(cell(p('b')))))cell(p('c'))))");
}

static void white_text_in_a_coloured_cell_is_seen(void **state) {
  (void)state;
  ASSERT_TREE(TABLE(ROW("", CELL("<w:shd w:fill='1F3864'/>", P(STYLED("<w:color w:val='FFFFFF'/>", "a")))
                                CELL("", P(STYLED("<w:color w:val='FFFFFF'/>", "b"))))),
              "table(row(cell(p('a'))cell(p('b'h))))");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paragraphs_and_runs),
      cmocka_unit_test(both_schemas_are_read),
      cmocka_unit_test(empty_paragraphs_are_blank_lines),
      cmocka_unit_test(page_breaks_part_paragraphs),
      cmocka_unit_test(sections_break_pages_as_the_next_one_says),
      cmocka_unit_test(symbols_become_unicode),
      cmocka_unit_test(styles_inherit_and_toggle),
      cmocka_unit_test(defaults_and_chains_reach_the_node),
      cmocka_unit_test(headings_are_known_by_outline_and_by_name),
      cmocka_unit_test(a_cycle_of_styles_is_cut),
      cmocka_unit_test(hidden_text_is_told_apart),
      cmocka_unit_test(lists_grow_from_numbering),
      cmocka_unit_test(numbering_starts_anew_where_it_is_told),
      cmocka_unit_test(bullets_are_signs_of_unicode),
      cmocka_unit_test(numbered_headings_keep_their_number),
      cmocka_unit_test(tables_span_and_repeat_their_heads),
      cmocka_unit_test(cells_that_a_row_leaves_free_are_kept),
      cmocka_unit_test(tables_stand_in_cells),
      cmocka_unit_test(white_text_in_a_coloured_cell_is_seen),
  };
  return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
