/* Drafts of small parts, packed here and read by the DOCX reader, and the trees that they become. */
#ifndef TESTS_UNIT_DOCX_DRAFT_H
#define TESTS_UNIT_DOCX_DRAFT_H

#include "account/account.h"
#include "document/edit.h"

#include <letterpress/sink.h>

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

/* Reads a source, which becomes the draft's own. */
Draft read_source(LpSource *source, LpAccount *account);

/* Packs parts and reads them. */
Draft read_parts(const Part *parts, size_t count);

/* The same of a main part, with others beside it. */
Draft read_draft(const char *document, const Part *others, size_t count);

void free_draft(Draft *draft);

/* A tree in one line: kinds, attributes, texts in quotes with signs of their look. */
char *drawn(const LpDocument *document);

void assert_tree_of(const char *document, const Part *others, size_t count, const char *expected);

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
#define CELL(properties, content) "<w:tc><w:tcPr>" properties "</w:tcPr>" content "</w:tc>"
#define ROW(properties, cells) "<w:tr><w:trPr>" properties "</w:trPr>" cells "</w:tr>"
#define TABLE(rows)                                                                                          \
  "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='2000'/></w:tblGrid>" rows "</w:tbl>"
#define MARK(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define CODE(code) "<w:r><w:instrText xml:space='preserve'>" code "</w:instrText></w:r>"
#define FIELD(code, result) MARK("begin") CODE(code) MARK("separate") result MARK("end")

#endif
