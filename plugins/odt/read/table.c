/* Tables: columns first, then rows. */
#include "config.h"

#include "read/table.h"

#include "read/frames.h"
#include "read/paragraph.h"
#include "read/styles.h"

static OpenTable *top_table(const Reader *reader) {
  return reader->tables->len ? &g_array_index(reader->tables, OpenTable, reader->tables->len - 1) : NULL;
}

LpXmlInto odt_enter_table(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (!reader->in_body || reader->in_deletion)
    return LP_XML_INTO;
  odt_become_text_box(reader, &place);
  const StyleDefinition *style =
      odt_style(reader, "table", lp_xml_attribute(element, NS_TABLE, "style-name"));
  OpenTable table = {.widths = g_array_new(FALSE, FALSE, sizeof(int32_t)),
                     .shares = g_array_new(FALSE, FALSE, sizeof(int32_t)),
                     .width_emu = style ? lp_style_integer(style->block, LP_PROPERTY_TABLE_WIDTH_EMU) : 0};
  g_array_append_val(reader->tables, table);
  odt_push_ground(reader, style ? style->block : NULL);
  lp_builder_open(reader->builder, LP_KIND_TABLE, &place);
  lp_builder_style(reader->builder, style ? style->block : NULL);
  return LP_XML_INTO;
}

void odt_leave_table(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  if (!table || reader->in_deletion)
    return;
  g_array_free(table->widths, TRUE);
  g_array_free(table->shares, TRUE);
  g_array_set_size(reader->tables, reader->tables->len - 1);
  lp_builder_close(reader->builder, LP_KIND_TABLE);
  odt_pop_ground(reader);
  odt_set_text_style(reader);
}

LpXmlInto odt_enter_column(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  if (!table || table->widths_set)
    return LP_XML_INTO;
  int most = (int)MIN(lp_account_limit(reader->account, LP_LIMIT_TABLE_COLUMNS), INT32_MAX);
  int repeated = odt_integer(element, NS_TABLE, "number-columns-repeated", 1, INT32_MAX, 1);
  const StyleDefinition *style =
      odt_style(reader, "table-column", lp_xml_attribute(element, NS_TABLE, "style-name"));
  int32_t width = style ? MAX(style->column_width_emu, 0) : 0, share = style ? style->column_share : 0;
  for (int i = 0; i < repeated && (int)table->widths->len < most; i++) {
    g_array_append_val(table->widths, width);
    g_array_append_val(table->shares, share);
  }
  return LP_XML_INTO;
}

/* Columns that have shares of the width and no width of their own. */
static void divide_width(OpenTable *table) {
  enum { USUAL_EMU = 6 * LP_EMU_PER_INCH }; /* a table as wide as its text */
  int64_t sum = 0, whole = table->width_emu > 0 ? table->width_emu : USUAL_EMU;
  const int32_t *shares = (const int32_t *)(void *)table->shares->data;
  int32_t *widths = (int32_t *)(void *)table->widths->data;
  for (guint i = 0; i < table->widths->len; i++) {
    if (widths[i] > 0 || shares[i] == 0)
      return;
    sum += shares[i];
  }
  for (guint i = 0; i < table->widths->len; i++)
    widths[i] = (int32_t)(whole * shares[i] / sum);
}

/* The widths belong to the table: they are told before its first row. */
static void set_widths(Reader *reader, OpenTable *table) {
  if (!table->widths_set)
    divide_width(table);
  if (!table->widths_set && table->widths->len)
    lp_builder_lengths(reader->builder, LP_ATTRIBUTE_COLUMN_WIDTHS,
                       (const int32_t *)(void *)table->widths->data, table->widths->len);
  table->widths_set = true;
}

LpXmlInto odt_enter_header_rows(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  LpPlace place = lp_xml_place(element);
  if (!table || reader->in_deletion)
    return LP_XML_INTO;
  set_widths(reader, table);
  table->in_header = true;
  lp_builder_open(reader->builder, LP_KIND_ROW_GROUP, &place);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_HEADER, 1);
  return LP_XML_INTO;
}

void odt_leave_header_rows(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  if (!table || reader->in_deletion)
    return;
  table->in_header = false;
  lp_builder_close(reader->builder, LP_KIND_ROW_GROUP);
}

LpXmlInto odt_enter_row(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  LpPlace place = lp_xml_place(element);
  if (!table || reader->in_deletion)
    return LP_XML_INTO;
  set_widths(reader, table);
  table->cells = 0;
  if (odt_integer(element, NS_TABLE, "number-rows-repeated", 1, INT32_MAX, 1) > 1)
    lp_warn(reader->account, "odt.repeated-rows", &place, "A row that is repeated in the draft is set once.");
  const StyleDefinition *style =
      odt_style(reader, "table-row", lp_xml_attribute(element, NS_TABLE, "style-name"));
  odt_push_ground(reader, style ? style->block : NULL);
  lp_builder_open(reader->builder, LP_KIND_ROW, &place);
  lp_builder_style(reader->builder, style ? style->block : NULL);
  return LP_XML_INTO;
}

void odt_leave_row(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!top_table(reader) || reader->in_deletion)
    return;
  lp_builder_close(reader->builder, LP_KIND_ROW);
  odt_pop_ground(reader);
}

/* Empty cells that fill the row up to its columns; what is repeated beyond them is the paper of a
 * spreadsheet. */
static void repeat_cell(Reader *reader, OpenTable *table, int repeated, const LpPlace *place) {
  for (int i = 1; i < repeated && table->cells < MAX(table->widths->len, 1); i++, table->cells++) {
    lp_builder_open(reader->builder, LP_KIND_CELL, place);
    lp_builder_close(reader->builder, LP_KIND_CELL);
  }
}

LpXmlInto odt_enter_cell(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  LpPlace place = lp_xml_place(element);
  if (!table || reader->in_deletion)
    return LP_XML_INTO;
  int most = (int)MIN(lp_account_limit(reader->account, LP_LIMIT_TABLE_COLUMNS), INT32_MAX);
  int columns = odt_integer(element, NS_TABLE, "number-columns-spanned", 1, most, 1);
  int rows = odt_integer(element, NS_TABLE, "number-rows-spanned", 1, INT32_MAX, 1);
  table->cells++;
  repeat_cell(reader, table, odt_integer(element, NS_TABLE, "number-columns-repeated", 1, INT32_MAX, 1),
              &place);
  const StyleDefinition *style =
      odt_style(reader, "table-cell", lp_xml_attribute(element, NS_TABLE, "style-name"));
  odt_push_ground(reader, style ? style->block : NULL);
  lp_builder_open(reader->builder, LP_KIND_CELL, &place);
  lp_builder_style(reader->builder, style ? style->block : NULL);
  if (table->in_header)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_HEADER, 1);
  if (columns > 1)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_COLUMN_SPAN, columns);
  if (rows > 1)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_ROW_SPAN, rows);
  return LP_XML_INTO;
}

void odt_leave_cell(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!top_table(reader) || reader->in_deletion)
    return;
  lp_builder_close(reader->builder, LP_KIND_CELL);
  odt_pop_ground(reader);
}

/* Under a span nothing is seen; text there is hidden (ODF 1.3, 9.1.5). */
LpXmlInto odt_enter_covered_cell(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  OpenTable *table = top_table(reader);
  if (!table)
    return LP_XML_INTO;
  table->cells++;
  return LP_XML_LEAVE + LP_REASON_HIDDEN;
}
