/* letterpress/kinds.h: what a document is made of.

   One table of the core (document/kinds.c) says of each kind its name, what it may contain, whether it is a
   leaf and its fallback; another says of each attribute its name and type. These enumerations only ever grow.
 */
#ifndef LETTERPRESS_KINDS_H
#define LETTERPRESS_KINDS_H

#include <letterpress/types.h>

LP_BEGIN_DECLS

typedef enum LpKind {
  LP_KIND_NONE = 0,

  /* blocks */
  LP_KIND_DOCUMENT = 1,        /* the root: blocks, then at most one NOTES */
  LP_KIND_SECTION = 2,         /* blocks that share page size, columns or language */
  LP_KIND_HEADING = 3,         /* inlines; LEVEL 1 to 6 */
  LP_KIND_PARAGRAPH = 4,       /* inlines */
  LP_KIND_LIST = 5,            /* list items; ORDERED */
  LP_KIND_LIST_ITEM = 6,       /* blocks; MARKER as the draft shows it */
  LP_KIND_TABLE = 7,           /* a caption, row groups, rows; COLUMN_WIDTHS */
  LP_KIND_ROW_GROUP = 8,       /* rows; HEADER: repeated on each page */
  LP_KIND_ROW = 9,             /* cells */
  LP_KIND_CELL = 10,           /* blocks; COLUMN_SPAN, ROW_SPAN, HEADER */
  LP_KIND_QUOTE = 11,          /* blocks */
  LP_KIND_PREFORMATTED = 12,   /* inlines; white space counts */
  LP_KIND_FIGURE = 13,         /* blocks and a caption */
  LP_KIND_CAPTION = 14,        /* inlines */
  LP_KIND_CONTENTS = 15,       /* blocks: a table of contents as the draft holds it */
  LP_KIND_THEMATIC_BREAK = 16, /* leaf */
  LP_KIND_PAGE_BREAK =
      17,            /* leaf; ORIGIN: 1 where the draft's page ended by a form feed or a running letterhead */
  LP_KIND_NOTE = 18, /* blocks; NAME, NOTE_CLASS; stands in NOTES */
  LP_KIND_TEXT_BOX = 19,        /* blocks */
  LP_KIND_SIGNATURE_BLOCK = 20, /* blocks: name, role, place of a signature, kept together */
  LP_KIND_GENERIC_BLOCK = 21,   /* blocks; ELEMENT: what the draft calls it */
  LP_KIND_COMMENT = 22,         /* blocks; NAME, AUTHOR, DATE; stands in NOTES */
  LP_KIND_BLOCK_REVISION = 23,  /* what its parent may contain; REVISION, AUTHOR, DATE */
  LP_KIND_NOTES = 24,           /* notes, comments, page headers; last child, made by the builder */
  /* The draft's own running header and footer, blocks; NAME: "default", "first", "even"; stand in NOTES.
     statement/page_parts.c takes them out with a reason, so no writer meets one. */
  LP_KIND_PAGE_HEADER = 25,
  LP_KIND_PAGE_FOOTER = 26,

  /* inlines */
  LP_KIND_TEXT = 64,           /* leaf: text of one style */
  LP_KIND_LINK = 65,           /* inlines; HREF, or TARGET within the document */
  LP_KIND_ANCHOR = 66,         /* leaf; NAME */
  LP_KIND_LINE_BREAK = 67,     /* leaf */
  LP_KIND_TAB = 68,            /* leaf */
  LP_KIND_IMAGE = 69,          /* leaf; RESOURCE, ALTERNATIVE, DECORATIVE, WIDTH_EMU, HEIGHT_EMU */
  LP_KIND_NOTE_REFERENCE = 70, /* leaf; TARGET, MARK */
  LP_KIND_FIELD = 71,          /* inlines: the result that the draft holds; FIELD, TARGET */
  LP_KIND_MATH = 72,           /* math elements; ALTERNATIVE */
  LP_KIND_MATH_ELEMENT = 73,   /* math elements and text; ELEMENT: the name in MathML Core */
  LP_KIND_REVISION = 74,       /* inlines; REVISION, AUTHOR, DATE */
  LP_KIND_COMMENT_RANGE = 75,  /* leaf; TARGET, EDGE */
  LP_KIND_RUBY = 76,           /* inlines and one RUBY_TEXT */
  LP_KIND_RUBY_TEXT = 77,      /* inlines */
  LP_KIND_BIDI_ISOLATE = 78,   /* inlines; its style's direction */
  LP_KIND_SPAN = 79            /* inlines; ELEMENT: what the draft calls it */
} LpKind;

typedef enum LpAttribute {
  LP_ATTRIBUTE_LEVEL = 1,          /* integer: of a heading, from 1 */
  LP_ATTRIBUTE_NAME = 2,           /* string: what others aim at; unique by kind */
  LP_ATTRIBUTE_TARGET = 3,         /* string: the NAME aimed at */
  LP_ATTRIBUTE_HREF = 4,           /* string: an outside address; http, https, mailto only */
  LP_ATTRIBUTE_TITLE = 5,          /* string: a tooltip or title */
  LP_ATTRIBUTE_RESOURCE = 6,       /* integer: see lp_document_resource */
  LP_ATTRIBUTE_ALTERNATIVE = 7,    /* string: text for those who do not see it */
  LP_ATTRIBUTE_DECORATIVE = 8,     /* flag */
  LP_ATTRIBUTE_WIDTH_EMU = 9,      /* length, 0 or absent: natural */
  LP_ATTRIBUTE_HEIGHT_EMU = 10,    /* length */
  LP_ATTRIBUTE_COLUMN_SPAN = 11,   /* integer, absent: 1 */
  LP_ATTRIBUTE_ROW_SPAN = 12,      /* integer, absent: 1; never beyond the row group */
  LP_ATTRIBUTE_HEADER = 13,        /* flag: of a row group or a cell */
  LP_ATTRIBUTE_COLUMN_WIDTHS = 14, /* lengths in EMU, one a column; 0: by content */
  LP_ATTRIBUTE_ORDERED = 15,       /* flag */
  LP_ATTRIBUTE_START = 16,         /* integer: number of a list's first item */
  LP_ATTRIBUTE_NUMBER_STYLE = 17,  /* integer: LpNumberStyle */
  LP_ATTRIBUTE_MARKER =
      18,                  /* string: the label as the draft shows it, "(iii)", without the white around it */
  LP_ATTRIBUTE_VALUE = 19, /* integer: the item's number */
  LP_ATTRIBUTE_CONTINUES = 20, /* flag: the list goes on from an earlier one */
  /* string: page, pages, date, time, title, author, reference, page-reference, sequence, placeholder, or
     "other:NAME" */
  LP_ATTRIBUTE_FIELD = 21,
  LP_ATTRIBUTE_REVISION = 22,   /* integer: LpRevision; on a paragraph, row or cell: of its mark, of itself */
  LP_ATTRIBUTE_AUTHOR = 23,     /* string */
  LP_ATTRIBUTE_DATE = 24,       /* string: ISO 8601 */
  LP_ATTRIBUTE_EDGE = 25,       /* integer: 0 the start, 1 the end, 2 a point */
  LP_ATTRIBUTE_ELEMENT = 26,    /* string: name of what a generic block or span was, or of a MathML element */
  LP_ATTRIBUTE_MARK = 27,       /* string: the mark that the draft itself gives a note */
  LP_ATTRIBUTE_NOTE_CLASS = 28, /* integer: 0 footnote, 1 endnote */
  LP_ATTRIBUTE_ORIGIN = 29,     /* integer: see PAGE_BREAK */
  LP_ATTRIBUTE_PAGE_WIDTH_EMU = 30,  /* length: of a section */
  LP_ATTRIBUTE_PAGE_HEIGHT_EMU = 31, /* length */
  LP_ATTRIBUTE_COLUMNS = 32,         /* integer, absent: 1 */
  LP_ATTRIBUTE_COLUMN_GAP_EMU = 33,  /* length */
  LP_ATTRIBUTE_RESOLVED = 34,        /* flag: of a comment */
  LP_ATTRIBUTE_TIGHT = 35,           /* flag: a list whose items stand without space between */
  LP_ATTRIBUTE_LINE_FILL = 36,  /* integer: thousandths of the measure that the draft's last hard line of this
                                   paragraph filled; only where the draft was hard-wrapped */
  LP_ATTRIBUTE_BLANK_LINES = 37 /* integer: of a block: blank lines before it, if 2 or more; where
                                    paragraphs need none between them: empty paragraphs before it, and 1 */
} LpAttribute;

typedef enum LpAttributeType {
  LP_TYPE_INTEGER = 0,
  LP_TYPE_FLAG = 1,
  LP_TYPE_LENGTH = 2,
  LP_TYPE_STRING = 3,
  LP_TYPE_LENGTHS = 4,
  LP_TYPE_COLOUR = 5 /* of styles only */
} LpAttributeType;

typedef enum LpRevision {
  LP_REVISION_NONE = 0,
  LP_REVISION_INSERTED = 1,
  LP_REVISION_DELETED = 2,
  LP_REVISION_MOVED_FROM = 3,
  LP_REVISION_MOVED_TO = 4,
  LP_REVISION_FORMAT = 5
} LpRevision;

/* The name of a kind in events and messages ("list-item"); NULL for a number that is none. */
const char *lp_kind_name(LpKind kind);

/* The kind of that name; LP_KIND_NONE if there is none. */
LpKind lp_kind_by_name(const char *name);

/* Whether a child of that kind may stand directly in that parent. */
bool lp_kind_may_contain(LpKind parent, LpKind child);

/* Whether it is a block; the others are inlines. */
bool lp_kind_is_block(LpKind kind);

/* Whether it never has children. */
bool lp_kind_is_leaf(LpKind kind);

/* Whether its children are inlines. */
bool lp_kind_takes_inlines(LpKind kind);

/* The kind whose row a writer takes when it has none for this one; LP_KIND_NONE at the end of the chain: its
   children are walked, or its text lost and named. */
LpKind lp_kind_fallback(LpKind kind);

/* The name of an attribute in events ("column-span"), and its type. */
const char *lp_attribute_name(LpAttribute attribute);
LpAttribute lp_attribute_by_name(const char *name);
LpAttributeType lp_attribute_type(LpAttribute attribute);

LP_END_DECLS
#endif
