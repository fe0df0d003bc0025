#include "config.h"

#include "read/table.h"

#include "read/body.h"
#include "read/grouping.h"
#include "read/table_properties.h"
#include "read/wrappers.h"

#include <string.h>

static gpointer key(int32_t column) {
  return GINT_TO_POINTER(column);
}

void docx_free_table(DocxTable *table) {
  g_array_free(table->widths, TRUE);
  g_hash_table_destroy(table->merges);
}

LpXmlInto docx_enter_table(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  docx_drop_targets(reader);
  docx_open_cell(reader);
  docx_close_groups(reader);
  docx_place_page_break(reader);
  docx_container(reader)->blank = 0;
  DocxTable table = {.widths = g_array_new(FALSE, FALSE, sizeof(int32_t)),
                     .merges = g_hash_table_new_full(NULL, NULL, NULL, g_free)};
  table.is_flat = !lp_builder_open(reader->builder, LP_KIND_TABLE, &place);
  if (reader->styles->default_table_style)
    table.style = docx_style(reader, DOCX_STYLE_TABLE, reader->styles->default_table_style->id);
  g_array_append_val(reader->tables, table);
  return LP_XML_INTO;
}

void docx_leave_table(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  lp_builder_close(reader->builder, LP_KIND_TABLE);
  docx_free_table(docx_table(reader));
  g_array_set_size(reader->tables, reader->tables->len - 1);
}

/* ---- rows ---- */

LpXmlInto docx_enter_row(void *state, const LpXmlElement *element) {
  (void)element;
  DocxTable *table = docx_table(state);
  if (!table)
    return LP_XML_INTO;
  table->column = table->before = table->after = 0;
  table->row_is_header = table->row_is_hidden = table->row_keeps_together = false;
  table->row_change = (DocxChange){0};
  return LP_XML_INTO;
}

static void free_columns(DocxReader *reader, DocxTable *table, int32_t columns) {
  lp_builder_open(reader->builder, LP_KIND_CELL, NULL);
  if (columns > 1)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_COLUMN_SPAN, columns);
  lp_builder_close(reader->builder, LP_KIND_CELL);
  table->column += columns;
}

/* Only the first rows of a table are repeated on its pages. */
static void place_row_group(DocxReader *reader, DocxTable *table) {
  bool is_header = table->row_is_header && (table->row == 0 || table->in_header);
  if (is_header == table->in_header)
    return;
  if (is_header) {
    lp_builder_open(reader->builder, LP_KIND_ROW_GROUP, NULL);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_HEADER, 1);
  } else {
    lp_builder_close(reader->builder, LP_KIND_ROW_GROUP);
  }
  table->in_header = is_header;
  table->group++;
}

/* A row's node, at its first cell. */
static void open_row(DocxReader *reader, DocxTable *table, const LpPlace *place) {
  place_row_group(reader, table);
  lp_builder_open(reader->builder, LP_KIND_ROW, place);
  docx_set_change(reader, &table->row_change);
  if (table->row_keeps_together)
    lp_builder_style(reader->builder,
                     lp_style_with_integer(reader->document, NULL, LP_PROPERTY_KEEP_TOGETHER, 1));
  table->row_is_open = true;
  if (table->before > 0)
    free_columns(reader, table, table->before);
}

void docx_leave_row(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  if (!table)
    return;
  if (table->row_is_open) {
    if (table->after > 0)
      free_columns(reader, table, table->after);
    lp_builder_close(reader->builder, LP_KIND_ROW);
  }
  table->row_is_open = false;
  table->row++;
}

/* ---- cells ---- */

LpXmlInto docx_enter_cell(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  if (table) {
    LpPlace place = lp_xml_place(element);
    if (!table->is_flat && !table->row_is_open)
      open_row(reader, table, &place);
    memset(&table->cell, 0, sizeof table->cell);
    table->cell.look.fill = DOCX_AUTO;
    table->cell.columns = 1;
    table->cell.is_open = table->is_flat;
    table->cell.place = place;
  }
  docx_open_container(reader, LP_KIND_CELL, docx_container(reader)->ground);
  if (table && table->row_is_hidden)
    docx_container(reader)->is_hidden = true;
  return LP_XML_INTO;
}

void docx_open_cell(DocxReader *reader) {
  DocxTable *table = docx_table(reader);
  if (!table || docx_container(reader)->kind != LP_KIND_CELL || table->cell.is_open)
    return;
  DocxCell *cell = &table->cell;
  cell->is_open = true;
  lp_builder_open(reader->builder, LP_KIND_CELL, &cell->place);
  if (cell->columns > 1)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_COLUMN_SPAN, cell->columns);
  if (table->in_header)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_HEADER, 1);
  docx_set_change(reader, &cell->change);
  lp_builder_style(reader->builder, docx_cell_look(reader, table));
  docx_container(reader)->ground = docx_cell_ground(table, docx_container(reader)->ground);
  g_hash_table_remove(table->merges, key(table->column));
  if (!cell->restarts)
    return;
  DocxMerge *merge = g_new0(DocxMerge, 1);
  *merge = (DocxMerge){lp_builder_node(reader->builder), cell->columns, 1, table->group};
  g_hash_table_insert(table->merges, key(table->column), merge);
}

/* A cell that goes on from above is none of its own, unless it holds something. true: it was joined. */
static bool join(DocxReader *reader, DocxTable *table) {
  if (!table->cell.continues || table->cell.is_open)
    return false;
  DocxMerge *merge = g_hash_table_lookup(table->merges, key(table->column));
  if (!merge || merge->group != table->group || merge->columns != table->cell.columns)
    return false;
  lp_builder_integer_at(reader->builder, merge->cell, LP_ATTRIBUTE_ROW_SPAN, ++merge->rows);
  return true;
}

void docx_leave_cell(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  if (table && !join(reader, table))
    docx_open_cell(reader);
  docx_close_container(reader);
  if (!table)
    return;
  if (table->cell.is_open && !table->is_flat)
    lp_builder_close(reader->builder, LP_KIND_CELL);
  table->column += table->cell.columns;
}
