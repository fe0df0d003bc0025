/* The DOCX reader: drafts of small parts, packed here, and the trees that they become. */
#include "config.h"

#include "account/account.h"
#include "call/call.h"
#include "document/edit.h"
#include "read.h"

#include <letterpress/package.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

#define NAMESPACES                                                                                           \
  " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"                                  \
  " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"                           \
  " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"                                  \
  " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"                           \
  " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"                       \
  " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"                                         \
  " xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'"                                    \
  " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"                                    \
  " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"               \
  " xmlns:x='urn:unknown'"
#define OPEN "http://schemas.openxmlformats.org/"
#define RELATIONSHIPS(content)                                                                               \
  "<Relationships xmlns='" OPEN "package/2006/relationships'>" content "</Relationships>"
#define RELATIONSHIP(id, type, target)                                                                       \
  "<Relationship Id='" id "' Type='" OPEN "officeDocument/2006/relationships/" type "' Target='" target "'/" \
  ">"
#define DOCUMENT(content) "<w:document" NAMESPACES "><w:body>" content "</w:body></w:document>"
#define P(content) "<w:p>" content "</w:p>"
#define R(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define STYLED(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t>" text "</w:t></w:r>"

typedef struct Part {
  const char *name, *content;
} Part;

typedef struct Draft {
  LpAccount *account;
  LpSink *package;
  LpSource *source;
  LpDocument *document;
  LpVerdict verdict;
} Draft;

static const LpFormat format = {.size = sizeof format, .name = "docx"};

static Draft read_source(LpSource *source, LpAccount *account) {
  Draft draft = {.account = account, .source = source, .document = lp_document_new(account)};
  LpBuilder *builder = lp_builder_new(draft.document);
  LpReading reading = {.format = &format, .source = source, .builder = builder, .account = account};
  draft.verdict = docx_read(&reading);
  lp_builder_finish(builder);
  return draft;
}

static Draft read_parts(const Part *parts, size_t count) {
  LpAccount *account = lp_account_new();
  LpSink *sink = lp_sink_new_memory();
  LpPackageWriter *writer = lp_package_writer_new(sink, account);
  for (size_t i = 0; i < count; i++)
    lp_package_writer_add(writer, parts[i].name, parts[i].content, strlen(parts[i].content),
                          LP_PACKING_STORED);
  assert_true(lp_package_writer_finish(writer));
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  Draft draft = read_source(lp_source_new_bytes("draft.docx", bytes, n), account);
  draft.package = sink;
  return draft;
}

/* A draft of a body alone, with the parts behind it where there are any. */
static Draft read_draft(const char *document, const Part *others, size_t count) {
  Part parts[12] = {{"_rels/.rels", RELATIONSHIPS(RELATIONSHIP("r", "officeDocument", "word/document.xml"))},
                    {"word/document.xml", document}};
  for (size_t i = 0; i < count; i++)
    parts[2 + i] = others[i];
  return read_parts(parts, 2 + count);
}

static void free_draft(Draft *draft) {
  lp_document_free(draft->document);
  lp_source_free(draft->source);
  lp_sink_free(draft->package);
  lp_account_free(draft->account);
}

/* ---- a tree in one line ---- */

static void draw_attributes(GString *out, const LpNode *node) {
  static const LpAttribute shown[] = {
      LP_ATTRIBUTE_LEVEL,    LP_ATTRIBUTE_NAME,       LP_ATTRIBUTE_TARGET,      LP_ATTRIBUTE_HREF,
      LP_ATTRIBUTE_MARKER,   LP_ATTRIBUTE_VALUE,      LP_ATTRIBUTE_CONTINUES,   LP_ATTRIBUTE_COLUMN_SPAN,
      LP_ATTRIBUTE_ROW_SPAN, LP_ATTRIBUTE_HEADER,     LP_ATTRIBUTE_REVISION,    LP_ATTRIBUTE_AUTHOR,
      LP_ATTRIBUTE_FIELD,    LP_ATTRIBUTE_ELEMENT,    LP_ATTRIBUTE_BLANK_LINES, LP_ATTRIBUTE_MARK,
      LP_ATTRIBUTE_EDGE,     LP_ATTRIBUTE_NOTE_CLASS, LP_ATTRIBUTE_ALTERNATIVE, LP_ATTRIBUTE_WIDTH_EMU};
  for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
    if (!lp_node_has(node, shown[i]))
      continue;
    g_string_append_printf(out, " %s=", lp_attribute_name(shown[i]));
    if (lp_attribute_type(shown[i]) == LP_TYPE_STRING)
      g_string_append(out, lp_node_string(node, shown[i]));
    else
      g_string_append_printf(out, "%d", lp_node_integer(node, shown[i]));
  }
}

static void draw_text(GString *out, const LpNode *node) {
  static const struct {
    LpProperty property;
    int32_t value;
    const char *sign;
  } signs[] = {{LP_PROPERTY_WEIGHT, 700, "b"},  {LP_PROPERTY_ITALIC, 1, "i"},
               {LP_PROPERTY_UNDERLINE, 1, "u"}, {LP_PROPERTY_STRIKE, 1, "s"},
               {LP_PROPERTY_POSITION, 1, "^"},  {LP_PROPERTY_CASE, 1, "c"},
               {LP_PROPERTY_HIDDEN, 1, "h"}};
  g_string_append_printf(out, "'%s'", lp_node_text(node, &(size_t){0}));
  for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
    if (lp_style_has(lp_node_style(node), signs[i].property) &&
        lp_style_integer(lp_node_style(node), signs[i].property) == signs[i].value)
      g_string_append(out, signs[i].sign);
}

static char *drawn(const LpDocument *document) {
  GString *out = g_string_new(NULL);
  const LpNode *root = lp_document_root(document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (kind == LP_KIND_DOCUMENT)
      continue;
    if (step.leaving) {
      g_string_append_c(out, ')');
    } else if (kind == LP_KIND_TEXT) {
      draw_text(out, step.node);
    } else {
      g_string_append(out, kind == LP_KIND_PARAGRAPH ? "p" : lp_kind_name(kind));
      draw_attributes(out, step.node);
      g_string_append(out, lp_kind_is_leaf(kind) ? ";" : "(");
    }
  }
  return g_string_free(out, FALSE);
}

static void assert_tree_of(const char *document, const Part *others, size_t count, const char *expected) {
  Draft draft = read_draft(document, others, count);
  char *line = drawn(draft.document);
  assert_string_equal(line, expected);
  g_free(line);
  assert_int_equal(draft.verdict, LP_DONE);
  assert_true(lp_ledger_balance(draft.account, LP_PHASE_READING));
  free_draft(&draft);
}

#define ASSERT_TREE(content, expected) assert_tree_of(DOCUMENT(content), NULL, 0, expected)

/* Parts that the main part leads to, by their types. */
#define WITH(content, expected, ...)                                                                         \
  do {                                                                                                       \
    const Part others[] = {__VA_ARGS__};                                                                     \
    assert_tree_of(DOCUMENT(content), others, G_N_ELEMENTS(others), expected);                               \
  } while (0)

#define MAIN_RELATIONSHIPS "word/_rels/document.xml.rels"
#define STYLES(content)                                                                                      \
  {MAIN_RELATIONSHIPS, RELATIONSHIPS(RELATIONSHIP("s", "styles", "styles.xml"))}, {                          \
    "word/styles.xml", "<w:styles" NAMESPACES ">" content "</w:styles>"                                      \
  }

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
             "w:bidi='ar-SA'/></w:rPr></w:rPrDefault>"
             "<w:pPrDefault><w:pPr><w:spacing w:after='200'/></w:pPr></w:pPrDefault></w:docDefaults>"
             "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/><w:pPr><w:jc "
             "w:val='both'/></w:pPr></w:style>"
             "<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Body'/><w:basedOn "
             "w:val='N'/><w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr></w:style>")};
  Draft draft = read_draft(DOCUMENT("<w:p><w:pPr><w:pStyle w:val='Q'/><w:spacing w:after='100'/></w:pPr>" R(
                               "a") STYLED("<w:rtl/>", "b") "</w:p>"),
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

#define NUMBERING(content)                                                                                   \
  {MAIN_RELATIONSHIPS, RELATIONSHIPS(RELATIONSHIP("n", "numbering", "numbering.xml"))}, {                    \
    "word/numbering.xml", "<w:numbering" NAMESPACES ">" content "</w:numbering>"                             \
  }
#define LEVEL(level, format, text)                                                                           \
  "<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text      \
  "'/>"                                                                                                      \
  "<w:pPr><w:ind w:left='720'/></w:pPr></w:lvl>"
#define NUM(id, abstract, more)                                                                              \
  "<w:num w:numId='" id "'><w:abstractNumId w:val='" abstract "'/>" more "</w:num>"
#define ITEM(id, level, text)                                                                                \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id                                      \
  "'/></w:numPr></w:pPr>" R(text) "</w:p>"
#define OUTLINE                                                                                              \
  "<w:abstractNum w:abstractNumId='0'>" LEVEL("0", "decimal", "%1.") LEVEL("1", "lowerRoman", "(%2)")        \
      LEVEL("2", "decimal", "%1.%2.%3") "</w:abstractNum>"

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

#define CELL(properties, content) "<w:tc><w:tcPr>" properties "</w:tcPr>" content "</w:tc>"
#define ROW(properties, cells) "<w:tr><w:trPr>" properties "</w:trPr>" cells "</w:tr>"
#define TABLE(rows)                                                                                          \
  "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='2000'/></w:tblGrid>" rows "</w:tbl>"

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

#define MARK(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define CODE(code) "<w:r><w:instrText xml:space='preserve'>" code "</w:instrText></w:r>"
#define FIELD(code, result) MARK("begin") CODE(code) MARK("separate") result MARK("end")

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
  assert_named("Plain text", 10, "docx.no-docx", "ZIP");
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
      cmocka_unit_test(other_files_are_named),
      cmocka_unit_test(other_packages_are_named),
      cmocka_unit_test(elements_out_of_place_do_no_harm),
      cmocka_unit_test(definitions_out_of_place_do_no_harm),
      cmocka_unit_test(a_cut_document_fails_with_its_place),
  };
  return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
