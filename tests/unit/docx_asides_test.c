/* The DOCX reader: links, fields, tracked changes, comments, notes, headers, drawings. */
#include "config.h"

#include "docx_draft.h"

/* ---- links, fields ---- */

static void links_lead_out_and_within(void **state) {
  (void)state;
  WITH(P("<w:hyperlink r:id='out'>" R("a") "</w:hyperlink><w:hyperlink w:anchor='here'>" R(
           "b") "</w:hyperlink>") "<w:bookmarkStart w:id='0' w:name='here'/>" P("<w:bookmarkStart w:id='1' "
                                                                                "w:name='_GoBack'/>" R("c")),
       "p(link href=https://example.org/a?b&c('a')link target=here('b'))p(anchor name=here;'c')",
       {MAIN_RELATIONSHIPS, RELATIONSHIPS("<Relationship Id='out' Type='x/hyperlink' "
                                          "Target='https://example.org/a?b&amp;c' TargetMode='External'/>")});
}

static void fields_give_their_results(void **state) {
  (void)state;
  ASSERT_TREE(P(R("a ") FIELD(" PAGE ", R("3"))
                    FIELD(" REF _Ref1 \\h ", R("b")) "<w:fldSimple w:instr='SEQ Figure'>" R(
                        "1") "</w:fldSimple>" FIELD("HYPERLINK \"https://example.org\" \\l \"x\"", R("c"))
                        FIELD(" UNHEARD of ", R("d")) MARK("begin") CODE("XE \"e\"") MARK("end")),
              "p('a 'field field=page('3')field target=_Ref1 field=reference('b')field field=sequence('1')"
              "link href=https://example.org#x('c')field field=other:UNHEARD('d'))");
  ASSERT_TREE(P(MARK("begin") CODE("IF ") FIELD("MERGEFIELD x", R("hidden")) CODE(" = 1 ") MARK("separate")
                    R("seen") MARK("end")),
              "p(field field=other:IF('seen'))");
}

static void a_field_without_an_end_loses_no_text(void **state) {
  (void)state;
  Draft draft = read_draft(DOCUMENT(P(MARK("begin") CODE("PAGE") R("kept"))), NULL, 0);
  char *line = drawn(draft.document);
  assert_string_equal(line, "p('kept')");
  g_free(line);
  assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
  assert_int_equal(lp_account_code_count(draft.account, "docx.field-open"), 1);
  free_draft(&draft);
}

static void a_table_of_contents_is_a_block(void **state) {
  (void)state;
  ASSERT_TREE(P(MARK("begin") CODE("TOC \\o") MARK("separate") R("One")) P(R("Two") MARK("end"))
                  P(R("after")),
              "contents(p('One')p('Two'))p('after')");
  ASSERT_TREE(P(MARK("begin") CODE("TOC \\o") MARK("separate") R("One")) P(MARK("end")) P(R("after")),
              "contents(p('One'))p blank-lines=2('after')");
}

/* ---- revisions, comments, notes ---- */

#define CHANGE(name, content)                                                                                \
  "<w:" name " w:id='1' w:author='Ann' w:date='2024-01-02T00:00:00Z'>" content "</w:" name ">"
#define DELETED(text) "<w:r><w:delText>" text "</w:delText></w:r>"

static void changes_are_told_apart(void **state) {
  (void)state;
  ASSERT_TREE(P(R("a") CHANGE("ins", R("b")) CHANGE("del", DELETED("c")) CHANGE("moveFrom", R("d"))
                    CHANGE("moveTo", R("e"))),
              "p('a'revision revision=1 author=Ann('b')revision revision=2 author=Ann('c')revision "
              "revision=3 author=Ann('d')"
              "revision revision=4 author=Ann('e'))");
  ASSERT_TREE("<w:p><w:pPr><w:rPr>" CHANGE("del", "") "</w:rPr></w:pPr>" R("a") DELETED("b") "</w:p>",
              "p revision=2 author=Ann('a'revision revision=2('b'))");
  ASSERT_TREE(P("<w:r><w:rPr><w:b/>" CHANGE("rPrChange",
                                            "<w:rPr><w:i/></w:rPr>") "</w:rPr><w:t>a</w:t></w:r>" R("b")),
              "p(revision revision=5 author=Ann('a'b)'b')");
  ASSERT_TREE(CHANGE("ins", P(R("a"))) P(R("b")), "block-revision revision=1 author=Ann(p('a'))p('b')");
}

static void a_field_that_ends_in_a_deletion_leaks_nothing(void **state) {
  (void)state;
  ASSERT_TREE(
      P(MARK("begin") CODE("DATE") MARK("separate") R("a") CHANGE("del", MARK("end") DELETED("gone")) R("b")),
      "p(field field=date('a'revision revision=2 author=Ann())revision revision=2 author=Ann('gone')'b')");
}

static void a_deleted_text_box_is_a_deleted_block(void **state) {
  (void)state;
  ASSERT_TREE(P(R("a") CHANGE("del", "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" P(
                                         R("b")) "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")),
              "p('a'revision revision=2 author=Ann())block-revision revision=2 author=Ann(text-box(p('b')))");
}

static void comments_stand_aside(void **state) {
  (void)state;
  WITH("<w:commentRangeStart w:id='7'/>" P(
           R("a") "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>"),
       "p(comment-range target=7 edge=0;'a'comment-range target=7 edge=1;comment-range target=7 edge=2;)"
       "notes(comment name=7 author=Ann(p('why?')))",
       {MAIN_RELATIONSHIPS, RELATIONSHIPS(RELATIONSHIP("c", "comments", "comments.xml"))},
       {"word/comments.xml", "<w:comments" NAMESPACES "><w:comment w:id='7' w:author='Ann'>" P(
                                 R("why?")) "</w:comment></w:comments>"});
}

static void notes_stand_aside(void **state) {
  (void)state;
  WITH(P(R("a") "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:footnoteReference w:customMarkFollows='1' "
                "w:id='3'/><w:t>*</w:t></w:r>"),
       "p('a'note-reference target=footnote-2;note-reference target=footnote-3 mark=*;)"
       "notes(note name=footnote-2 note-class=0(p('two'))note name=footnote-3 note-class=0(p('three')))",
       {MAIN_RELATIONSHIPS, RELATIONSHIPS(RELATIONSHIP("f", "footnotes", "footnotes.xml"))},
       {"word/footnotes.xml",
        "<w:footnotes" NAMESPACES "><w:footnote w:type='separator' w:id='0'>" P(
            "<w:r><w:separator/></w:r>") "</w:footnote>"
                                         "<w:footnote w:id='2'>" P("<w:r><w:footnoteRef/></w:r>" R(" two")) "</w:footnote><w:footnote w:id='3'>" P(
                                             R("three")) "</w:footnote>"
                                                         "<w:footnote w:id='4'>" P(
                                                             R("never referred to")) "</w:footnote></"
                                                                                     "w:footnotes>"});
}

static void headers_stand_aside(void **state) {
  (void)state;
  WITH(P(R("a")) "<w:sectPr><w:headerReference w:type='default' r:id='h'/><w:headerReference w:type='first' "
                 "r:id='g'/>"
                 "<w:footerReference w:type='default' r:id='f'/></w:sectPr>",
       "p('a')notes(page-header name=default(p('head'))page-footer name=default(p(field field=page('1'))))",
       {MAIN_RELATIONSHIPS, RELATIONSHIPS(RELATIONSHIP("h", "header", "h.xml") RELATIONSHIP(
                                "f", "footer", "/word/f.xml") RELATIONSHIP("g", "header", "g.xml"))},
       {"word/h.xml", "<w:hdr" NAMESPACES ">" P(R("head")) "</w:hdr>"},
       {"word/g.xml", "<w:hdr" NAMESPACES ">" P(R("not shown")) "</w:hdr>"},
       {"word/f.xml", "<w:ftr" NAMESPACES ">" P(FIELD("PAGE", R("1"))) "</w:ftr>"});
}

/* ---- drawings, alternatives, what is not known ---- */

#define PNG "\211PNG\r\n\032\n"

static void pictures_are_resources(void **state) {
  (void)state;
  const Part others[] = {
      {MAIN_RELATIONSHIPS,
       RELATIONSHIPS(RELATIONSHIP(
           "p", "image", "media/a.png") "<Relationship Id='l' Type='x/image' "
                                        "Target='http://example.org/b.png' TargetMode='External'/>")},
      {"word/media/a.png", PNG}};
#define PICTURE(attribute)                                                                                   \
  "<w:r><w:drawing><wp:inline><wp:extent cx='12700' cy='25400'/><wp:docPr id='1' name='n' descr='A "         \
  "seal'/><a:graphic><a:graphicData uri='x'>"                                                                \
  "<pic:pic><pic:blipFill><a:blip " attribute                                                                \
  "/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  Draft draft = read_draft(
      DOCUMENT(P(PICTURE("r:embed='p'") PICTURE("r:link='l'") PICTURE("r:embed='none'"))), others, 2);
  char *line = drawn(draft.document);
  assert_string_equal(line, "p(image alternative=A seal width-emu=12700;)");
  g_free(line);
  assert_int_equal(lp_account_code_count(draft.account, "docx.picture-linked"), 1);
  assert_int_equal(lp_account_code_count(draft.account, "docx.picture-missing"), 1);
  LpSource *picture = lp_resource_open(lp_document_resource(draft.document, 0));
  assert_int_equal(lp_source_size(picture), strlen(PNG));
  lp_source_free(picture);
  free_draft(&draft);
}

static void one_branch_of_an_alternative_is_read(void **state) {
  (void)state;
#define BOX(text) "<w:txbxContent>" P(R(text)) "</w:txbxContent>"
  ASSERT_TREE(
      P("<w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice Requires='x'>" BOX(
          "no") "</mc:Choice><mc:Choice Requires='wps'><wps:txbx>" BOX("yes") "</wps:txbx></mc:Choice>"
                                                                              "<mc:Fallback>" BOX(
                                                                                  "no") "</mc:Fallback></"
                                                                                        "mc:AlternateContent>"
                                                                                        "<w:t>b</w:t></w:r>"),
      "p('a''b')text-box(p('yes'))");
  ASSERT_TREE(P("<mc:AlternateContent><mc:Choice Requires='x'>" R("no") "</mc:Choice><mc:Fallback>" R(
                  "yes") "</mc:Fallback></mc:AlternateContent>"),
              "p('yes')");
}

static void content_controls_are_unwrapped(void **state) {
  (void)state;
  ASSERT_TREE("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" P(
                  "<w:smartTag>" R("a") "</w:smartTag>") "</w:sdtContent></w:sdt>",
              "p('a')");
}

static void ruby_stands_behind_its_base(void **state) {
  (void)state;
  ASSERT_TREE(P("<w:r><w:ruby><w:rubyPr/><w:rt>" R("above") "</w:rt><w:rubyBase>" R(
                  "base") "</w:rubyBase></w:ruby></w:r>"),
              "p(ruby('base'ruby-text('above')))");
}

static void unknown_elements_keep_their_text(void **state) {
  (void)state;
  Draft draft = read_draft(DOCUMENT("<x:box>loose</x:box>" P(
                               R("a") "<x:y>b</x:y><x:y>c</x:y><m:oMath><m:r><m:t>d</m:t></m:r></m:oMath>")),
                           NULL, 0);
  char *line = drawn(draft.document);
  assert_string_equal(line, "p(span element=x:box('loose'))p('a'span element=x:y('b')span "
                            "element=x:y('c')span element=m:oMath('d'))");
  g_free(line);
  assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
  assert_int_equal(lp_account_code_count(draft.account, "docx.unknown-element"), 2);
  free_draft(&draft);
}

static void metadata_takes_four_entries(void **state) {
  (void)state;
  const Part parts[] = {
      {"_rels/.rels",
       RELATIONSHIPS(RELATIONSHIP("r", "officeDocument",
                                  "word/document.xml") "<Relationship Id='c' Type='x/core-properties' "
                                                       "Target='docProps/core.xml'/>")},
      {"word/document.xml", DOCUMENT(P(R("a")))},
      {"docProps/core.xml",
       "<p:coreProperties xmlns:p='" OPEN
       "package/2006/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
       "<dc:title> A &amp; B "
       "</dc:title><dc:creator>Secret</dc:creator><p:lastModifiedBy>Secret</"
       "p:lastModifiedBy><dc:language>en-AU</dc:language></p:coreProperties>"}};
  Draft draft = read_parts(parts, 3);
  assert_int_equal(draft.verdict, LP_DONE);
  assert_string_equal(lp_document_metadata(draft.document, LP_METADATA_TITLE), "A & B");
  assert_string_equal(lp_document_metadata(draft.document, LP_METADATA_LANGUAGE), "en-AU");
  assert_null(lp_document_metadata(draft.document, LP_METADATA_AUTHORS));
  free_draft(&draft);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(links_lead_out_and_within),
      cmocka_unit_test(fields_give_their_results),
      cmocka_unit_test(a_field_without_an_end_loses_no_text),
      cmocka_unit_test(a_table_of_contents_is_a_block),
      cmocka_unit_test(changes_are_told_apart),
      cmocka_unit_test(a_field_that_ends_in_a_deletion_leaks_nothing),
      cmocka_unit_test(a_deleted_text_box_is_a_deleted_block),
      cmocka_unit_test(comments_stand_aside),
      cmocka_unit_test(notes_stand_aside),
      cmocka_unit_test(headers_stand_aside),
      cmocka_unit_test(pictures_are_resources),
      cmocka_unit_test(one_branch_of_an_alternative_is_read),
      cmocka_unit_test(content_controls_are_unwrapped),
      cmocka_unit_test(ruby_stands_behind_its_base),
      cmocka_unit_test(unknown_elements_keep_their_text),
      cmocka_unit_test(metadata_takes_four_entries),
  };
  return cmocka_run_group_tests_name("docx-asides", tests, NULL, NULL);
}
