/* letterpress/style.h: character, paragraph and cell properties.

   A style is an interned, immutable set of properties: equal sets are one pointer within a document. A
   property is set or absent. A reader gives each node its effective style: what the draft's own chain of
   styles and direct formatting come to; of a block, also the character properties of its named style, so that
   what a text has beyond them is known to be meant. After the last pass the same pointers hold the computed
   style of the house: every property that a writer asks for is then set. */
#ifndef LETTERPRESS_STYLE_H
#define LETTERPRESS_STYLE_H

#include <letterpress/kinds.h>
#include <letterpress/types.h>

LP_BEGIN_DECLS

typedef struct LpStyle LpStyle;
typedef struct LpDocument LpDocument;

typedef enum LpProperty {
  /* characters */
  LP_PROPERTY_FAMILY =
      0, /* string: a font family; absent in the house style: by script from the letterhead */
  LP_PROPERTY_SIZE_EMU = 1,   /* length */
  LP_PROPERTY_WEIGHT = 2,     /* integer: 400 regular, 700 bold */
  LP_PROPERTY_ITALIC = 3,     /* flag */
  LP_PROPERTY_UNDERLINE = 4,  /* integer: LpUnderline */
  LP_PROPERTY_STRIKE = 5,     /* flag */
  LP_PROPERTY_POSITION = 6,   /* integer: LpPosition */
  LP_PROPERTY_CASE = 7,       /* integer: LpCase; the text itself stays as it is */
  LP_PROPERTY_COLOUR = 8,     /* colour 0xRRGGBB */
  LP_PROPERTY_BACKGROUND = 9, /* colour: highlight or ground of characters */
  LP_PROPERTY_LANGUAGE = 10,  /* string: BCP 47 */
  LP_PROPERTY_DIRECTION = 11, /* integer: LpDirection; of a paragraph its base direction */
  LP_PROPERTY_HIDDEN = 12, /* flag: hidden, or not to be seen (in the colour of its ground, or under 2 pt) */
  LP_PROPERTY_TRACKING_EMU = 13, /* length */
  /* paragraphs */
  LP_PROPERTY_ROLE = 20,              /* integer: LpRole */
  LP_PROPERTY_NAME = 21,              /* string: the style's name in the draft */
  LP_PROPERTY_ALIGN = 22,             /* integer: LpAlign */
  LP_PROPERTY_INDENT_START_EMU = 23,  /* length, from the measure's start edge */
  LP_PROPERTY_INDENT_END_EMU = 24,    /* length */
  LP_PROPERTY_INDENT_FIRST_EMU = 25,  /* length, added to the first line's start; negative: hanging */
  LP_PROPERTY_SPACE_BEFORE_EMU = 26,  /* length */
  LP_PROPERTY_SPACE_AFTER_EMU = 27,   /* length */
  LP_PROPERTY_LEADING_EMU = 28,       /* length: from baseline to baseline */
  LP_PROPERTY_KEEP_WITH_NEXT = 29,    /* flag */
  LP_PROPERTY_KEEP_TOGETHER = 30,     /* flag */
  LP_PROPERTY_PAGE_BREAK_BEFORE = 31, /* flag */
  LP_PROPERTY_HYPHENATE = 32,         /* flag */
  LP_PROPERTY_BALANCE = 33,           /* flag: several lines are set about equally long */
  LP_PROPERTY_GROUND = 34,            /* colour: ground of a paragraph, cell, row or table */
  LP_PROPERTY_TABS = 35, /* string: "start 360000; decimal 720000 .": kind, position in EMU, leader */
  /* borders of paragraphs, cells, tables, boxes: width 0 is none */
  LP_PROPERTY_BORDER_TOP_EMU = 40,
  LP_PROPERTY_BORDER_BOTTOM_EMU = 41,
  LP_PROPERTY_BORDER_START_EMU = 42,
  LP_PROPERTY_BORDER_END_EMU = 43,
  LP_PROPERTY_BORDER_COLOUR = 44, /* colour */
  /* cells and tables */
  LP_PROPERTY_VERTICAL_ALIGN = 45,  /* integer: 0 top, 1 middle, 2 bottom */
  LP_PROPERTY_TABLE_WIDTH_EMU = 46, /* length */
  LP_PROPERTY_WRITING_MODE = 47,    /* integer: 0 horizontal, 1 vertical from the right, 2 turned left */
  LP_PROPERTY_COUNT = 48
} LpProperty;

typedef enum LpUnderline {
  LP_UNDERLINE_NONE = 0,
  LP_UNDERLINE_SINGLE = 1,
  LP_UNDERLINE_DOUBLE = 2,
  LP_UNDERLINE_OTHER = 3
} LpUnderline;
typedef enum LpPosition {
  LP_POSITION_BASELINE = 0,
  LP_POSITION_SUPERSCRIPT = 1,
  LP_POSITION_SUBSCRIPT = 2
} LpPosition;
typedef enum LpCase { LP_CASE_NONE = 0, LP_CASE_SMALL_CAPITALS = 1, LP_CASE_CAPITALS = 2 } LpCase;
typedef enum LpAlign {
  LP_ALIGN_START = 0,
  LP_ALIGN_END = 1,
  LP_ALIGN_CENTRE = 2,
  LP_ALIGN_JUSTIFY = 3
} LpAlign;

/* What a paragraph is for. The letterhead has a style a role. */
typedef enum LpRole {
  LP_ROLE_BODY = 0,
  LP_ROLE_TITLE = 1,
  LP_ROLE_MEETING = 2,
  LP_ROLE_DATE = 3,
  LP_ROLE_HEADING_1 = 4, /* the highest heading under the title */
  LP_ROLE_HEADING_2 = 5,
  LP_ROLE_HEADING_3 = 6, /* levels 3 and deeper */
  LP_ROLE_LIST = 7,
  LP_ROLE_QUOTE = 8,
  LP_ROLE_TABLE_HEAD = 9,
  LP_ROLE_TABLE_CELL = 10,
  LP_ROLE_CAPTION = 11,
  LP_ROLE_NOTE = 12,
  LP_ROLE_SIGNATURE_NAME = 13,
  LP_ROLE_SIGNATURE_ROLE = 14,
  LP_ROLE_PREFORMATTED = 15,
  LP_ROLE_CONTENTS = 16,
  LP_ROLE_EMBARGO = 17,
  /* of the letterhead itself */
  LP_ROLE_NAME = 32,
  LP_ROLE_TAGLINE = 33,
  LP_ROLE_RUNNING_NAME = 34,
  LP_ROLE_RUNNING_TAGLINE = 35,
  LP_ROLE_RUNNING_TITLE = 36,
  LP_ROLE_FOOTER = 37,
  LP_ROLE_CLASSIFICATION = 38
} LpRole;

/* The name of a role in events and style sheets ("signature-name"); NULL if none. */
const char *lp_role_name(LpRole role);

/* The role of that name; false: none, *role untouched. */
bool lp_role_by_name(const char *name, LpRole *role);

/* Whether the property is set. style may be NULL: nothing is set. */
bool lp_style_has(const LpStyle *style, LpProperty property);

/* The value of a property that is no string; 0 where absent. */
int32_t lp_style_integer(const LpStyle *style, LpProperty property);

/* The value of a string property; NULL where absent. Owned by the document. */
const char *lp_style_string(const LpStyle *style, LpProperty property);

/* A style equal to base (NULL: the empty one) but for one property. Owned by the document, as are all styles.
 */
const LpStyle *lp_style_with_integer(LpDocument *document, const LpStyle *base, LpProperty property,
                                     int32_t value);
const LpStyle *lp_style_with_string(LpDocument *document, const LpStyle *base, LpProperty property,
                                    const char *value);

/* base without that property. */
const LpStyle *lp_style_without(LpDocument *document, const LpStyle *base, LpProperty property);

/* base with every property that over sets: how a chain of styles is resolved, parent first. Either may be
 * NULL. */
const LpStyle *lp_style_over(LpDocument *document, const LpStyle *base, const LpStyle *over);

/* A small number that is the style's own within its document, from 0, dense: for tables of a writer. */
uint32_t lp_style_number(const LpStyle *style);

/* The name of a property in events ("indent-first-emu"), the property of a name (LP_PROPERTY_COUNT if none),
 * its type. */
const char *lp_property_name(LpProperty property);
LpProperty lp_property_by_name(const char *name);
LpAttributeType lp_property_type(LpProperty property);

LP_END_DECLS
#endif
