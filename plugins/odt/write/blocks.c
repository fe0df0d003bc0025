/* The table of kinds, and the rows of what holds blocks. */
#include "config.h"

#include "changes.h"
#include "links.h"
#include "lists.h"
#include "notes.h"
#include "paragraph.h"
#include "pictures.h"
#include "roles.h"
#include "rows.h"
#include "signatures.h"
#include "state.h"
#include "table.h"
#include "text_box.h"

/* A table has written its caption before itself; in a note there is none. */
static LpWalkInto caption_enter(void *state, const LpNode *node) {
  const OdtWriter *writer = state;
  bool written = writer->table && role_parent_kind(node) == LP_KIND_TABLE;
  return written ? LP_WALK_PAST : paragraph_enter(state, node);
}

/* Columns are a section's; its language and page are those of what is in it. */
static LpWalkInto section_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  int32_t columns = lp_node_integer(node, LP_ATTRIBUTE_COLUMNS);
  if (columns < 2 || columns > 16 || !lp_node_first_child(node))
    return LP_WALK_INTO;
  XmlText properties;
  xml_clear(&properties);
  xml_raw(&properties, "<style:section-properties text:dont-balance-text-columns=\"false\"><style:columns");
  xml_attribute_format(&properties, "fo:column-count", "%d", columns);
  xml_attribute_points(&properties, "fo:column-gap", lp_node_integer(node, LP_ATTRIBUTE_COLUMN_GAP_EMU));
  xml_raw(&properties, "/></style:section-properties>");
  lp_markup_open(writer->markup, "text:section");
  lp_markup_attribute(writer->markup, "text:style-name",
                      automatic_style(&writer->automatic, FAMILY_SECTION, "", properties.bytes));
  lp_markup_attribute_format(writer->markup, "text:name", "Section%u", ++writer->section_count);
  return LP_WALK_INTO;
}

static void section_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  int32_t columns = lp_node_integer(node, LP_ATTRIBUTE_COLUMNS);
  if (columns >= 2 && columns <= 16 && lp_node_first_child(node))
    lp_markup_close(writer->markup);
}

/* A break belongs to the block that follows it. */
static LpWalkInto page_break_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  writer->break_is_pending = writer->page_is_set;
  return LP_WALK_INTO;
}

/* LibreOffice's own style for it. */
static LpWalkInto thematic_break_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  XmlText attributes;
  xml_clear(&attributes);
  xml_attribute(&attributes, "style:parent-style-name", "Horizontal_20_Line");
  const char *master = paragraph_master_page(writer);
  xml_raw(&attributes, master);
  const char *properties =
      paragraph_takes_break(writer) ? "<style:paragraph-properties fo:break-before=\"page\"/>" : "";
  bool plain = !*master && !*properties;
  paragraph_open(writer,
                 plain ? "Horizontal_20_Line"
                       : automatic_style(&writer->automatic, FAMILY_PARAGRAPH, attributes.bytes, properties));
  lp_markup_close(writer->markup);
  return LP_WALK_INTO;
}

/* text:ruby holds its base, then its ruby (ODF 1.3, 6.4); the base is closed where the ruby begins. */
static LpWalkInto ruby_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const LpNode *last = lp_node_last_child(node);
  if (writer->flow.plain || writer->ruby || !last || lp_node_kind(last) != LP_KIND_RUBY_TEXT)
    return LP_WALK_INTO;
  writer->ruby = node;
  lp_markup_open(writer->markup, "text:ruby");
  lp_markup_open(writer->markup, "text:ruby-base");
  return LP_WALK_INTO;
}

static void ruby_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (writer->ruby != node)
    return;
  lp_markup_close(writer->markup);
  writer->ruby = NULL;
}

static bool ends_ruby(const OdtWriter *writer, const LpNode *node) {
  return writer->ruby && lp_node_parent(node) == writer->ruby && !lp_node_next(node);
}

static LpWalkInto ruby_text_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (!ends_ruby(writer, node))
    return LP_WALK_INTO;
  lp_markup_close(writer->markup);
  lp_markup_open(writer->markup, "text:ruby-text");
  writer->flow.plain = true;
  return LP_WALK_INTO;
}

static void ruby_text_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (!ends_ruby(writer, node))
    return;
  lp_markup_close(writer->markup);
  writer->flow.plain = false;
}

/* ODF has no isolates: the characters of Unicode stand in for them. */
static LpWalkInto isolate_enter(void *state, const LpNode *node) {
  static const char *const openers[] = {
      [LP_DIRECTION_AUTO] = "\u2068", [LP_DIRECTION_LTR] = "\u2066", [LP_DIRECTION_RTL] = "\u2067"};
  OdtWriter *writer = state;
  int32_t direction = lp_style_integer(lp_node_style(node), LP_PROPERTY_DIRECTION);
  lp_markup_generated(writer->markup,
                      openers[direction >= 0 && direction <= LP_DIRECTION_RTL ? direction : 0]);
  return LP_WALK_INTO;
}

static void isolate_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  lp_markup_generated(writer->markup, "\u2069");
}

static const LpRow rows[] = {
    {LP_KIND_DOCUMENT, NULL, NULL},
    {LP_KIND_SECTION, section_enter, section_leave},
    {LP_KIND_HEADING, heading_enter, paragraph_leave},
    {LP_KIND_PARAGRAPH, paragraph_enter, paragraph_leave},
    {LP_KIND_LIST, list_enter, list_leave},
    {LP_KIND_LIST_ITEM, list_item_enter, list_item_leave},
    {LP_KIND_TABLE, table_enter, table_leave},
    {LP_KIND_ROW_GROUP, row_group_enter, row_group_leave},
    {LP_KIND_ROW, row_enter, row_leave},
    {LP_KIND_CELL, cell_enter, cell_leave},
    {LP_KIND_QUOTE, NULL, NULL},
    {LP_KIND_PREFORMATTED, paragraph_enter, paragraph_leave},
    {LP_KIND_FIGURE, NULL, NULL},
    {LP_KIND_CAPTION, caption_enter, paragraph_leave},
    {LP_KIND_CONTENTS, NULL, NULL},
    {LP_KIND_THEMATIC_BREAK, thematic_break_enter, NULL},
    {LP_KIND_PAGE_BREAK, page_break_enter, NULL},
    {LP_KIND_TEXT_BOX, text_box_enter, text_box_leave},
    {LP_KIND_SIGNATURE_BLOCK, signature_enter, signature_leave},
    {LP_KIND_GENERIC_BLOCK, NULL, NULL},
    {LP_KIND_BLOCK_REVISION, revision_enter, revision_leave},
    {LP_KIND_NOTES, notes_enter, NULL},
    {LP_KIND_TEXT, text_enter, NULL},
    {LP_KIND_LINK, link_enter, link_leave},
    {LP_KIND_ANCHOR, anchor_enter, NULL},
    {LP_KIND_LINE_BREAK, line_break_enter, NULL},
    {LP_KIND_TAB, tab_enter, NULL},
    {LP_KIND_IMAGE, image_enter, NULL},
    {LP_KIND_NOTE_REFERENCE, note_reference_enter, NULL},
    {LP_KIND_FIELD, field_enter, field_leave},
    {LP_KIND_REVISION, revision_enter, revision_leave},
    {LP_KIND_COMMENT_RANGE, comment_range_enter, NULL},
    {LP_KIND_RUBY, ruby_enter, ruby_leave},
    {LP_KIND_RUBY_TEXT, ruby_text_enter, ruby_text_leave},
    {LP_KIND_BIDI_ISOLATE, isolate_enter, isolate_leave},
    {LP_KIND_SPAN, NULL, NULL},
};

void rows_write(OdtWriter *writer, const LpNode *node) {
  lp_walk_rows(writer->document, node, rows, sizeof rows / sizeof *rows, writer);
}

void rows_write_children(OdtWriter *writer, const LpNode *node) {
  for (const LpNode *child = lp_node_first_child(node); child; child = lp_node_next(child))
    rows_write(writer, child);
}
