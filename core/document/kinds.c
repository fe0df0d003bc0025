/* The ONE table of kinds, and the one of attributes. Predicates, builder, editor, walk and events read them.
 */
#include "config.h"

#include "document/kinds.h"

#include <string.h>

/* What a kind is, as bits; what may stand in a kind is said in the same bits. */
enum {
  BLOCK = 1 << 0,
  INLINE = 1 << 1,
  ITEM = 1 << 2,
  ROWS = 1 << 3,
  ROW = 1 << 4,
  CELL = 1 << 5,
  CAPTION = 1 << 6,
  NOTE = 1 << 7,
  NOTES = 1 << 8,
  RUBY_TEXT = 1 << 9,
  MATH_PART = 1 << 10,
  TEXT_LEAF = 1 << 11,
  ROOT = 1 << 12
};

typedef struct KindRow {
  const char *name;
  unsigned is;       /* what it is */
  unsigned contains; /* what may stand in it; 0: a leaf */
  LpKind fallback;
  bool loses; /* shown by its fallback, something is missed */
} KindRow;

#define ANY_BLOCK_PART (BLOCK | ITEM | ROWS | ROW | CELL)

static const KindRow kinds[LP_KIND_COUNT] = {
    [LP_KIND_DOCUMENT] = {"document", ROOT, BLOCK | NOTES, LP_KIND_NONE, false},
    [LP_KIND_SECTION] = {"section", BLOCK, BLOCK, LP_KIND_NONE, false},
    [LP_KIND_HEADING] = {"heading", BLOCK, INLINE, LP_KIND_PARAGRAPH, true},
    [LP_KIND_PARAGRAPH] = {"paragraph", BLOCK, INLINE, LP_KIND_NONE, false},
    [LP_KIND_LIST] = {"list", BLOCK, ITEM, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_LIST_ITEM] = {"list-item", ITEM, BLOCK, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_TABLE] = {"table", BLOCK, ROWS | ROW | CAPTION, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_ROW_GROUP] = {"row-group", ROWS, ROW, LP_KIND_NONE, false},
    [LP_KIND_ROW] = {"row", ROW, CELL, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_CELL] = {"cell", CELL, BLOCK, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_QUOTE] = {"quote", BLOCK, BLOCK, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_PREFORMATTED] = {"preformatted", BLOCK, INLINE, LP_KIND_PARAGRAPH, true},
    [LP_KIND_FIGURE] = {"figure", BLOCK, BLOCK | CAPTION, LP_KIND_GENERIC_BLOCK, false},
    [LP_KIND_CAPTION] = {"caption", BLOCK | CAPTION, INLINE, LP_KIND_PARAGRAPH, false},
    [LP_KIND_CONTENTS] = {"contents", BLOCK, BLOCK, LP_KIND_GENERIC_BLOCK, false},
    [LP_KIND_THEMATIC_BREAK] = {"thematic-break", BLOCK, 0, LP_KIND_NONE, true},
    [LP_KIND_PAGE_BREAK] = {"page-break", BLOCK, 0, LP_KIND_NONE, false},
    [LP_KIND_NOTE] = {"note", NOTE, BLOCK, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_TEXT_BOX] = {"text-box", BLOCK, BLOCK, LP_KIND_QUOTE, true},
    [LP_KIND_SIGNATURE_BLOCK] = {"signature-block", BLOCK, BLOCK, LP_KIND_GENERIC_BLOCK, false},
    [LP_KIND_GENERIC_BLOCK] = {"generic-block", BLOCK, BLOCK, LP_KIND_NONE, false},
    [LP_KIND_COMMENT] = {"comment", NOTE, BLOCK, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_BLOCK_REVISION] = {"block-revision", ANY_BLOCK_PART, ANY_BLOCK_PART, LP_KIND_NONE, true},
    [LP_KIND_NOTES] = {"notes", NOTES, NOTE, LP_KIND_NONE, false},
    [LP_KIND_PAGE_HEADER] = {"page-header", NOTE, BLOCK, LP_KIND_GENERIC_BLOCK, true},
    [LP_KIND_PAGE_FOOTER] = {"page-footer", NOTE, BLOCK, LP_KIND_GENERIC_BLOCK, true},

    [LP_KIND_TEXT] = {"text", INLINE | TEXT_LEAF, 0, LP_KIND_NONE, true},
    [LP_KIND_LINK] = {"link", INLINE, INLINE, LP_KIND_SPAN, true},
    [LP_KIND_ANCHOR] = {"anchor", INLINE, 0, LP_KIND_NONE, false},
    [LP_KIND_LINE_BREAK] = {"line-break", INLINE, 0, LP_KIND_NONE, true},
    [LP_KIND_TAB] = {"tab", INLINE, 0, LP_KIND_NONE, true},
    [LP_KIND_IMAGE] = {"image", INLINE, 0, LP_KIND_NONE, true},
    [LP_KIND_NOTE_REFERENCE] = {"note-reference", INLINE, 0, LP_KIND_NONE, true},
    [LP_KIND_FIELD] = {"field", INLINE, INLINE, LP_KIND_SPAN, false},
    [LP_KIND_MATH] = {"math", INLINE, MATH_PART | TEXT_LEAF, LP_KIND_SPAN, true},
    [LP_KIND_MATH_ELEMENT] = {"math-element", MATH_PART, MATH_PART | TEXT_LEAF, LP_KIND_SPAN, false},
    [LP_KIND_REVISION] = {"revision", INLINE, INLINE, LP_KIND_SPAN, true},
    [LP_KIND_COMMENT_RANGE] = {"comment-range", INLINE, 0, LP_KIND_NONE, false},
    [LP_KIND_RUBY] = {"ruby", INLINE, INLINE | RUBY_TEXT, LP_KIND_SPAN, true},
    [LP_KIND_RUBY_TEXT] = {"ruby-text", RUBY_TEXT, INLINE, LP_KIND_SPAN, false},
    [LP_KIND_BIDI_ISOLATE] = {"bidi-isolate", INLINE, INLINE, LP_KIND_SPAN, false},
    [LP_KIND_SPAN] = {"span", INLINE, INLINE, LP_KIND_NONE, false},
};

typedef struct AttributeRow {
  const char *name;
  LpAttributeType type;
} AttributeRow;

static const AttributeRow attributes[LP_ATTRIBUTE_COUNT] = {
    [LP_ATTRIBUTE_LEVEL] = {"level", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_NAME] = {"name", LP_TYPE_STRING},
    [LP_ATTRIBUTE_TARGET] = {"target", LP_TYPE_STRING},
    [LP_ATTRIBUTE_HREF] = {"href", LP_TYPE_STRING},
    [LP_ATTRIBUTE_TITLE] = {"title", LP_TYPE_STRING},
    [LP_ATTRIBUTE_RESOURCE] = {"resource", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_ALTERNATIVE] = {"alternative", LP_TYPE_STRING},
    [LP_ATTRIBUTE_DECORATIVE] = {"decorative", LP_TYPE_FLAG},
    [LP_ATTRIBUTE_WIDTH_EMU] = {"width-emu", LP_TYPE_LENGTH},
    [LP_ATTRIBUTE_HEIGHT_EMU] = {"height-emu", LP_TYPE_LENGTH},
    [LP_ATTRIBUTE_COLUMN_SPAN] = {"column-span", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_ROW_SPAN] = {"row-span", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_HEADER] = {"header", LP_TYPE_FLAG},
    [LP_ATTRIBUTE_COLUMN_WIDTHS] = {"column-widths", LP_TYPE_LENGTHS},
    [LP_ATTRIBUTE_ORDERED] = {"ordered", LP_TYPE_FLAG},
    [LP_ATTRIBUTE_START] = {"start", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_NUMBER_STYLE] = {"number-style", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_MARKER] = {"marker", LP_TYPE_STRING},
    [LP_ATTRIBUTE_VALUE] = {"value", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_CONTINUES] = {"continues", LP_TYPE_FLAG},
    [LP_ATTRIBUTE_FIELD] = {"field", LP_TYPE_STRING},
    [LP_ATTRIBUTE_REVISION] = {"revision", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_AUTHOR] = {"author", LP_TYPE_STRING},
    [LP_ATTRIBUTE_DATE] = {"date", LP_TYPE_STRING},
    [LP_ATTRIBUTE_EDGE] = {"edge", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_ELEMENT] = {"element", LP_TYPE_STRING},
    [LP_ATTRIBUTE_MARK] = {"mark", LP_TYPE_STRING},
    [LP_ATTRIBUTE_NOTE_CLASS] = {"note-class", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_ORIGIN] = {"origin", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_PAGE_WIDTH_EMU] = {"page-width-emu", LP_TYPE_LENGTH},
    [LP_ATTRIBUTE_PAGE_HEIGHT_EMU] = {"page-height-emu", LP_TYPE_LENGTH},
    [LP_ATTRIBUTE_COLUMNS] = {"columns", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_COLUMN_GAP_EMU] = {"column-gap-emu", LP_TYPE_LENGTH},
    [LP_ATTRIBUTE_RESOLVED] = {"resolved", LP_TYPE_FLAG},
    [LP_ATTRIBUTE_TIGHT] = {"tight", LP_TYPE_FLAG},
    [LP_ATTRIBUTE_LINE_FILL] = {"line-fill", LP_TYPE_INTEGER},
    [LP_ATTRIBUTE_BLANK_LINES] = {"blank-lines", LP_TYPE_INTEGER},
};

static const KindRow *row_of(LpKind kind) {
  return (size_t)kind < LP_KIND_COUNT && kinds[kind].name ? &kinds[kind] : NULL;
}

const char *lp_kind_name(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row ? row->name : NULL;
}

LpKind lp_kind_by_name(const char *name) {
  for (int i = 0; i < LP_KIND_COUNT; i++)
    if (kinds[i].name && strcmp(kinds[i].name, name) == 0)
      return (LpKind)i;
  return LP_KIND_NONE;
}

bool lp_kind_may_contain(LpKind parent, LpKind child) {
  const KindRow *p = row_of(parent), *c = row_of(child);
  return p && c && (p->contains & c->is);
}

bool lp_kind_is_block(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row && !(row->is & (INLINE | RUBY_TEXT | MATH_PART));
}

bool lp_kind_is_leaf(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row && !row->contains;
}

bool lp_kind_takes_inlines(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row && (row->contains & (INLINE | TEXT_LEAF));
}

LpKind lp_kind_fallback(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row ? row->fallback : LP_KIND_NONE;
}

bool lp_kind_fallback_loses(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row && row->loses;
}

bool lp_kind_stands_in_notes(LpKind kind) {
  const KindRow *row = row_of(kind);
  return row && (row->is & NOTE);
}

LpKind lp_kind_bridge(LpKind parent, LpKind child) {
  const KindRow *p = row_of(parent), *c = row_of(child);
  if (!p || !c)
    return LP_KIND_NONE;
  if (parent == LP_KIND_LIST)
    return LP_KIND_LIST_ITEM;
  if (parent == LP_KIND_TABLE || parent == LP_KIND_ROW_GROUP)
    return LP_KIND_ROW;
  if (parent == LP_KIND_ROW)
    return LP_KIND_CELL;
  if (!(p->contains & BLOCK))
    return c->is & MATH_PART && p->contains & INLINE ? LP_KIND_MATH : LP_KIND_NONE;
  if (c->is & (INLINE | MATH_PART))
    return LP_KIND_PARAGRAPH;
  if (c->is & ITEM)
    return LP_KIND_LIST;
  return c->is & (ROWS | ROW | CELL) ? LP_KIND_TABLE : LP_KIND_NONE;
}

const char *lp_attribute_name(LpAttribute attribute) {
  return (size_t)attribute < LP_ATTRIBUTE_COUNT ? attributes[attribute].name : NULL;
}

LpAttribute lp_attribute_by_name(const char *name) {
  for (int i = 0; i < LP_ATTRIBUTE_COUNT; i++)
    if (attributes[i].name && strcmp(attributes[i].name, name) == 0)
      return (LpAttribute)i;
  return (LpAttribute)0;
}

LpAttributeType lp_attribute_type(LpAttribute attribute) {
  return (size_t)attribute < LP_ATTRIBUTE_COUNT ? attributes[attribute].type : LP_TYPE_INTEGER;
}
