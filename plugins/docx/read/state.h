/* What is open while a document is read: one state, that all rows of elements.c share. */
#ifndef DOCX_READ_STATE_H
#define DOCX_READ_STATE_H

#include "read/namespaces.h"
#include "read/numbering.h"
#include "read/properties.h"
#include "read/relationships.h"
#include "read/styles.h"

#include <glib.h>
#include <letterpress/plugin.h>

enum { DOCX_GROUND_UNKNOWN = -2 }; /* beside DOCX_AUTO and colours: a shape or a table style may colour it */

/* Who changed something, and when. */
typedef struct DocxChange {
  LpRevision revision;
  const char *author, *date; /* interned; NULL: not said */
} DocxChange;

/* An inline that encloses others: it can be closed and opened again around a piece of text, since fields and
   page breaks keep to no nesting. */
typedef struct DocxWrapper {
  uint32_t serial;
  LpKind kind; /* LINK, REVISION, FIELD, SPAN, RUBY */
  DocxChange change;
  const char *href, *target, *title, *field, *element; /* interned */
  LpPlace place;
} DocxWrapper;

/* An inline leaf that waits for the next paragraph: bookmarks and comment ranges may stand between blocks. */
typedef struct DocxWaiting {
  LpKind kind; /* ANCHOR, COMMENT_RANGE */
  const char *name;
  int32_t edge;
  LpPlace place;
} DocxWaiting;

typedef struct DocxParagraph {
  DocxParagraphProperties properties;
  DocxRun mark;
  DocxChange change; /* of its mark, or of its properties */
  LpPlace place;
  size_t container;              /* the one that it stands in */
  size_t wrappers;               /* the first wrapper that is its own */
  const struct DocxBlock *block; /* its effective properties; NULL until they are asked for */
  LpKind kind;                   /* of its node, once is_open */
  bool is_open;
  bool breaks;       /* a page break stands behind what it holds so far */
  bool ends_section; /* on a new page */
} DocxParagraph;

/* A list that is open in a container; its item is, too. */
typedef struct DocxList {
  int32_t number, level;
  const void *definition; /* the abstract numbering */
  int32_t text_start_emu; /* where the item's text begins */
} DocxList;

enum { DOCX_LIST_DEPTH = 9 };

/* A page break that waits for the next block. */
typedef enum DocxBreak { DOCX_NO_BREAK = 0, DOCX_BREAK_OF_SECTION, DOCX_BREAK_OF_PAGE } DocxBreak;

/* Where blocks stand: the body, a cell, a text box, a note. */
typedef struct DocxContainer {
  LpKind kind;
  DocxList lists[DOCX_LIST_DEPTH];
  size_t list_count;
  int32_t blank;    /* empty paragraphs since the last block */
  int32_t ground;   /* colour, DOCX_AUTO, DOCX_GROUND_UNKNOWN */
  DocxBreak breaks; /* before the next block */
  bool in_quote;
  bool in_contents;
  bool contents_end; /* its field has ended, its last paragraph has not */
  bool is_hidden;    /* it stands in hidden text */
  /* of the run around it, to go on with behind it */
  DocxRun run;
  DocxChange run_change;
  uint32_t run_wrapper;
  bool has_block_revision; /* the container's own: it stands in a tracked change */
} DocxContainer;

typedef struct DocxBorder {
  int32_t width_emu, colour, is_set;
} DocxBorder;

/* A cell that goes on in the rows below (17.4.84). */
typedef struct DocxMerge {
  const LpNode *cell;
  int32_t columns, rows;
  uint32_t group; /* the row group that it began in */
} DocxMerge;

/* How a cell looks: plain values, compared as bytes. */
typedef struct DocxCellLook {
  DocxBorder borders[DOCX_SIDES];
  int32_t fill, vertical, writing_mode;
} DocxCellLook;

typedef struct DocxCell {
  DocxCellLook look;
  int32_t columns;
  bool continues; /* vMerge without restart */
  bool restarts;
  bool is_open;
  DocxChange change;
  LpPlace place;
} DocxCell;

typedef struct DocxTable {
  const DocxStyle *style;
  DocxTableProperties properties;
  GArray *widths;        /* int32_t, of the grid's columns */
  GHashTable *merges;    /* column to DocxMerge */
  int32_t column;        /* of the next cell */
  int32_t before, after; /* columns that the row leaves free */
  uint32_t row, group;
  bool is_flat; /* too deep: its text stays in the cell around it */
  bool row_is_open, row_is_header, row_is_hidden, row_keeps_together, in_header;
  DocxChange row_change;
  DocxCell cell;
  DocxCellLook looked[4]; /* the looks made last: of the first and of other rows and columns */
  const LpStyle *looks[4];
} DocxTable;

typedef enum DocxFieldPart { DOCX_FIELD_CODE = 0, DOCX_FIELD_RESULT } DocxFieldPart;

typedef struct DocxField {
  DocxFieldPart part;
  GString *code;
  GString *shown;   /* text met where the code stands: shown only if the field never ends */
  uint32_t wrapper; /* its node's serial; 0: none */
  size_t contents;  /* the container whose CONTENTS it opened, plus 1; 0: none */
  size_t container;
} DocxField;

/* What is known of a drawing before its picture comes. */
typedef struct DocxPicture {
  int32_t width_emu, height_emu;
  const char *alternative; /* interned */
  bool is_decorative;
  bool is_group; /* its pictures have sizes of their own */
} DocxPicture;

/* A header or footer that a section shows. */
typedef struct DocxHeader {
  LpKind kind;
  const char *type; /* "default", "first", "even" */
  const char *part;
} DocxHeader;

/* Which of a run's three languages its text is in (17.3.2.20). */
typedef enum DocxScript { DOCX_LATIN = 0, DOCX_COMPLEX, DOCX_EAST_ASIAN } DocxScript;

typedef enum DocxText {
  DOCX_TEXT_NONE = 0,
  DOCX_TEXT_SHOWN,
  DOCX_TEXT_DELETED,
  DOCX_TEXT_CODE,
  DOCX_TEXT_MARK /* the mark that the draft gives a note */
} DocxText;

typedef struct DocxReader {
  LpReading *reading;
  LpAccount *account;
  LpBuilder *builder;
  LpDocument *document;
  LpPackage *package;

  const char *main_part;
  DocxRelationships *main_relationships, *relationships; /* the latter: of the part being read */
  DocxStyles *styles;
  DocxNumbering *numbering;
  const char *theme_minor, *theme_major; /* font families; NULL: none */

  /* where the properties met go; NULL: nowhere */
  DocxRun *run_target;
  DocxParagraphProperties *paragraph_target;
  DocxTableProperties *table_target;

  GArray *containers;   /* of DocxContainer */
  GArray *paragraphs;   /* of DocxParagraph */
  GArray *wrappers;     /* of DocxWrapper */
  GArray *elements;     /* of uint32_t: for each open element that may have a wrapper its serial, or 0 */
  GArray *waiting;      /* of DocxWaiting */
  GArray *tables;       /* of DocxTable */
  uint32_t deep_fields; /* open beyond the limit of their depth: only counted */
  GArray *fields;       /* of DocxField */
  GArray *choices;      /* of bool: a branch of this alternative was taken */
  GArray *headers;      /* of DocxHeader, each part once */
  GHashTable *header_parts;
  GArray *pictures;            /* of DocxPicture */
  size_t header;               /* the one being read */
  const LpNode *section_break; /* the page break between the section before and this one; NULL: none, or none
                                  of a section */
  bool section_goes_on;        /* the section that ends began on the page of the one before */
  bool has_first_headers, has_even_headers; /* some section shows them */
  GHashTable *anchors;                      /* names of bookmarks met */
  GHashTable *note_ids;                     /* notes that are referred to: "footnote-3" */
  GHashTable *reported;                     /* names of elements reported as not known */
  GHashTable *blocks;                       /* effective.c */
  GHashTable *texts;
  struct DocxTextKey *last_text;
  const LpStyle *last_style;

  DocxRun run;
  DocxChange run_change; /* its properties were changed */
  uint32_t run_wrapper;
  DocxText text;
  DocxScript script; /* of the text that comes next */
  GString *piece;    /* of the text element that stands open */
  LpPlace piece_place;
  GString *white;       /* white space at the beginning of a paragraph that has no node yet */
  bool mark_follows;    /* the run's text is a note's own mark */
  bool after_note_mark; /* white space after a note's number is left out */
  GString *ruby;        /* the text above, being read; NULL: not in it */
  GString *ruby_text;   /* once read, until its base has ended */
  uint32_t serial;
} DocxReader;

static inline DocxContainer *docx_container(const DocxReader *reader) {
  return &g_array_index(reader->containers, DocxContainer, reader->containers->len - 1);
}

/* The paragraph that stands open in the innermost container; NULL: none does. */
static inline DocxParagraph *docx_paragraph(const DocxReader *reader) {
  if (reader->paragraphs->len == 0)
    return NULL;
  DocxParagraph *paragraph = &g_array_index(reader->paragraphs, DocxParagraph, reader->paragraphs->len - 1);
  return paragraph->container + 1 == reader->containers->len ? paragraph : NULL;
}

/* Properties that stand open have nowhere to go any more: a paragraph or a table begins within them, where
 * none may. */
static inline void docx_drop_targets(DocxReader *reader) {
  reader->run_target = NULL;
  reader->paragraph_target = NULL;
  reader->table_target = NULL;
}

static inline DocxTable *docx_table(const DocxReader *reader) {
  return reader->tables->len ? &g_array_index(reader->tables, DocxTable, reader->tables->len - 1) : NULL;
}

static inline const char *docx_intern(const DocxReader *reader, const char *text) {
  return text ? lp_document_intern(reader->document, text, strlen(text)) : NULL;
}

#endif
