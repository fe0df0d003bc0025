/* Signature blocks that follow each other are the cells of a table without lines, which keeps each in one
   piece: above each the space to sign and a rule, between two a gap. */
#include "config.h"

#include "signatures.h"

#include "lists.h"
#include "paragraph.h"
#include "state.h"

static int32_t integer(const OdtWriter *writer, LpLetterheadKey key) {
  return lp_letterhead_integer(writer->letterhead, key);
}

static bool is_signature(const LpNode *node) {
  return node && lp_node_kind(node) == LP_KIND_SIGNATURE_BLOCK;
}

static int32_t columns_of(const OdtWriter *writer) {
  int32_t columns = integer(writer, LP_LETTERHEAD_SIGNATURE_COLUMNS);
  return columns < 1 ? 1 : columns > 4 ? 4 : columns;
}

static int32_t width_of(const OdtWriter *writer) {
  int32_t columns = columns_of(writer);
  return (writer->flow.width - (columns - 1) * integer(writer, LP_LETTERHEAD_SIGNATURE_GAP)) / columns;
}

/* ---- the table ---- */

static void write_column(OdtWriter *writer, int32_t width) {
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  xml_attribute_points(&attributes, "style:column-width", width);
  xml_element(&properties, "style:table-column-properties", &attributes);
  lp_markup_open(writer->markup, "table:table-column");
  lp_markup_attribute(writer->markup, "table:style-name",
                      automatic_style(&writer->automatic, FAMILY_COLUMN, "", properties.bytes));
  lp_markup_close(writer->markup);
}

static void open_table(OdtWriter *writer) {
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  xml_attribute_points(&attributes, "style:width", writer->flow.width);
  xml_attribute(&attributes, "table:align", "margins");
  xml_attribute(&attributes, "style:may-break-between-rows", "true");
  xml_attribute(&attributes, "style:writing-mode", writer->rtl ? "rl-tb" : "lr-tb");
  if (paragraph_takes_break(writer))
    xml_attribute(&attributes, "fo:break-before", "page");
  xml_element(&properties, "style:table-properties", &attributes);
  const char *style =
      automatic_style(&writer->automatic, FAMILY_TABLE, paragraph_master_page(writer), properties.bytes);
  lp_markup_open(writer->markup, "table:table");
  lp_markup_attribute(writer->markup, "table:style-name", style);
  for (int32_t i = 0; i < columns_of(writer); i++) {
    if (i > 0)
      write_column(writer, integer(writer, LP_LETTERHEAD_SIGNATURE_GAP));
    write_column(writer, width_of(writer));
  }
}

/* ---- cells ---- */

static const char *cell_style(OdtWriter *writer, bool signed_here) {
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  xml_attribute(&attributes, "fo:padding", "0pt");
  xml_attribute(&attributes, "fo:border-left", "none");
  xml_attribute(&attributes, "fo:border-right", "none");
  xml_attribute(&attributes, "fo:border-bottom", "none");
  int32_t rule = integer(writer, LP_LETTERHEAD_SIGNATURE_RULE_THICKNESS);
  xml_attribute_border(&attributes, "fo:border-top", signed_here ? rule : 0,
                       lp_letterhead_colour(writer->letterhead, LP_COLOUR_INK, false));
  xml_element(&properties, "style:table-cell-properties", &attributes);
  return automatic_style(&writer->automatic, FAMILY_CELL, "", properties.bytes);
}

static void open_cell(OdtWriter *writer, bool signed_here) {
  const char *style = cell_style(writer, signed_here);
  lp_markup_open(writer->markup, "table:table-cell");
  lp_markup_attribute(writer->markup, "table:style-name", style);
}

static void write_empty_cell(OdtWriter *writer) {
  open_cell(writer, false);
  paragraph_open(writer, "Table_20_Contents");
  lp_markup_close(writer->markup);
  lp_markup_close(writer->markup);
}

/* The space to sign: a row of that height, kept with the next by its paragraphs. */
static void write_space(OdtWriter *writer) {
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  xml_attribute_points(&attributes, "style:row-height",
                       integer(writer, LP_LETTERHEAD_SIGNATURE_SPACE_TO_SIGN));
  xml_attribute(&attributes, "fo:keep-together", "always");
  xml_element(&properties, "style:table-row-properties", &attributes);
  lp_markup_open(writer->markup, "table:table-row");
  lp_markup_attribute(writer->markup, "table:style-name",
                      automatic_style(&writer->automatic, FAMILY_ROW, "", properties.bytes));
  const char *kept =
      automatic_style(&writer->automatic, FAMILY_PARAGRAPH, " style:parent-style-name=\"Table_20_Contents\"",
                      "<style:paragraph-properties fo:keep-with-next=\"always\"/>");
  for (int32_t i = 0; i < 2 * columns_of(writer) - 1; i++) {
    open_cell(writer, false);
    paragraph_open(writer, kept);
    lp_markup_close(writer->markup);
    lp_markup_close(writer->markup);
  }
  lp_markup_close(writer->markup);
}

LpWalkInto signature_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (!is_signature(lp_node_previous(node))) {
    lists_suspend(writer);
    open_table(writer);
    writer->signatures = 0;
  }
  if (writer->signatures % columns_of(writer) == 0) {
    write_space(writer);
    lp_markup_open(writer->markup, "table:table-row");
  } else
    write_empty_cell(writer);
  open_cell(writer, true);
  writer->outer_flow = state_begin_flow(writer, width_of(writer));
  if (!lp_node_first_child(node)) {
    paragraph_open(writer, "Signature");
    lp_markup_close(writer->markup);
  }
  return LP_WALK_INTO;
}

void signature_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  bool last = !is_signature(lp_node_next(node));
  state_end_flow(writer, writer->outer_flow);
  lp_markup_close(writer->markup);
  writer->signatures++;
  while (last && writer->signatures % columns_of(writer) != 0) {
    write_empty_cell(writer);
    write_empty_cell(writer);
    writer->signatures++;
  }
  if (writer->signatures % columns_of(writer) == 0)
    lp_markup_close(writer->markup);
  if (last) {
    lp_markup_close(writer->markup);
    lists_resume(writer);
  }
}
