#include "config.h"

#include "read/table_properties.h"

#include "read/values.h"

#include <string.h>

static const LpProperty sides[DOCX_SIDES] = {LP_PROPERTY_BORDER_TOP_EMU, LP_PROPERTY_BORDER_BOTTOM_EMU,
                                             LP_PROPERTY_BORDER_START_EMU, LP_PROPERTY_BORDER_END_EMU};

LpXmlInto docx_enter_table_properties(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  reader->table_target = NULL;
  if (docx_is_in(element, "tbl") && docx_table(reader))
    reader->table_target = &docx_table(reader)->properties;
  else if (docx_is_in(element, "style") && reader->styles->open)
    reader->table_target = &reader->styles->open->table;
  return LP_XML_INTO;
}

/* What the table's style gives it, then its own. */
static DocxTableProperties effective(const DocxTable *table) {
  DocxTableProperties result = table->properties;
  if (!table->style)
    return result;
  const DocxTableProperties *of_style = &table->style->table;
  uint32_t missing = of_style->set & ~result.set;
  for (int i = 0; i < DOCX_TABLE_BORDERS; i++)
    if (missing & (uint32_t)DOCX_TABLE_BORDER << i) {
      result.border_emu[i] = of_style->border_emu[i];
      result.border_colour[i] = of_style->border_colour[i];
    }
  if (missing & DOCX_TABLE_ALIGN)
    result.align = of_style->align;
  if (missing & DOCX_TABLE_WIDTH)
    result.width_emu = of_style->width_emu;
  if (missing & DOCX_TABLE_FILL)
    result.fill = of_style->fill;
  if (missing & DOCX_TABLE_START)
    result.start_emu = of_style->start_emu;
  if (missing & DOCX_TABLE_BIDI)
    result.is_bidi = of_style->is_bidi;
  result.set |= missing;
  return result;
}

static const LpStyle *with(DocxReader *reader, const LpStyle *look, LpProperty property, int32_t value) {
  return lp_style_with_integer(reader->document, look, property, value);
}

static const LpStyle *bordered(DocxReader *reader, const LpStyle *look, int side, int32_t width_emu,
                               int32_t colour) {
  look = with(reader, look, sides[side], width_emu);
  if (width_emu > 0 && colour != DOCX_AUTO)
    look = with(reader, look, LP_PROPERTY_BORDER_COLOUR, colour);
  return look;
}

static const LpStyle *table_look(DocxReader *reader, const DocxTable *table) {
  const DocxTableProperties *properties = &table->properties;
  const LpStyle *look = NULL;
  if (table->style)
    look = lp_style_with_string(reader->document, look, LP_PROPERTY_NAME, table->style->name);
  for (int side = 0; side < DOCX_SIDES; side++)
    if (properties->set & (uint32_t)DOCX_TABLE_BORDER << side)
      look = bordered(reader, look, side, properties->border_emu[side], properties->border_colour[side]);
  if (properties->set & DOCX_TABLE_ALIGN)
    look = with(reader, look, LP_PROPERTY_ALIGN, properties->align);
  if (properties->set & DOCX_TABLE_WIDTH)
    look = with(reader, look, LP_PROPERTY_TABLE_WIDTH_EMU, properties->width_emu);
  if (properties->set & DOCX_TABLE_START)
    look = with(reader, look, LP_PROPERTY_INDENT_START_EMU, properties->start_emu);
  if (properties->set & DOCX_TABLE_FILL)
    look = with(reader, look, LP_PROPERTY_GROUND, properties->fill);
  if (properties->set & DOCX_TABLE_BIDI)
    look =
        with(reader, look, LP_PROPERTY_DIRECTION, properties->is_bidi ? LP_DIRECTION_RTL : LP_DIRECTION_LTR);
  return look;
}

void docx_leave_table_properties(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  if (table && reader->table_target == &table->properties) {
    table->properties = effective(table);
    if (!table->is_flat)
      lp_builder_style(reader->builder, table_look(reader, table));
  }
  reader->table_target = NULL;
}

LpXmlInto docx_enter_table_style(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  if (table && reader->table_target == &table->properties)
    table->style = docx_style(reader, DOCX_STYLE_TABLE, docx_value(element, "val"));
  return LP_XML_INTO;
}

static bool is_in_twips(const LpXmlElement *element) {
  const char *type = docx_value(element, "type");
  return !type || strcmp(type, "dxa") == 0;
}

LpXmlInto docx_enter_table_width(void *state, const LpXmlElement *element) {
  DocxTableProperties *properties = ((DocxReader *)state)->table_target;
  int32_t emu;
  if (properties && docx_is_in(element, "tblPr") && is_in_twips(element) && docx_twips(element, "w", &emu) &&
      emu > 0) {
    properties->set |= DOCX_TABLE_WIDTH;
    properties->width_emu = emu;
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_table_indent(void *state, const LpXmlElement *element) {
  DocxTableProperties *properties = ((DocxReader *)state)->table_target;
  if (properties && is_in_twips(element) && docx_twips(element, "w", &properties->start_emu))
    properties->set |= DOCX_TABLE_START;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_table_bidi(void *state, const LpXmlElement *element) {
  DocxTableProperties *properties = ((DocxReader *)state)->table_target;
  if (properties) {
    properties->set |= DOCX_TABLE_BIDI;
    properties->is_bidi = docx_is_on(element);
  }
  return LP_XML_INTO;
}

/* Title and description for those who do not see the table. */
LpXmlInto docx_enter_table_caption(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const DocxTable *table = docx_table(reader);
  if (table && !table->is_flat && reader->table_target == &table->properties)
    lp_builder_string(reader->builder,
                      strcmp(lp_xml_name(element), "tblCaption") == 0 ? LP_ATTRIBUTE_TITLE
                                                                      : LP_ATTRIBUTE_ALTERNATIVE,
                      docx_value(element, "val"));
  return LP_XML_INTO;
}

LpXmlInto docx_enter_grid_column(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  int32_t emu = 0;
  if (!table || table->widths->len >= lp_account_limit(reader->account, LP_LIMIT_TABLE_COLUMNS))
    return LP_XML_INTO;
  docx_twips(element, "w", &emu);
  emu = MAX(emu, 0);
  g_array_append_val(table->widths, emu);
  return LP_XML_INTO;
}

void docx_leave_grid(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  const DocxTable *table = docx_table(reader);
  if (table && !table->is_flat && table->row == 0 && table->widths->len > 0)
    lp_builder_lengths(reader->builder, LP_ATTRIBUTE_COLUMN_WIDTHS,
                       (const int32_t *)(void *)table->widths->data, table->widths->len);
}

/* How many columns a row may still have. */
static int32_t columns_left(const DocxReader *reader, const DocxTable *table) {
  int64_t left = lp_account_limit(reader->account, LP_LIMIT_TABLE_COLUMNS) - table->column;
  return (int32_t)CLAMP(left, 1, INT32_MAX);
}

LpXmlInto docx_enter_row_property(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  const char *name = lp_xml_name(element);
  if (!table || reader->styles->open || !docx_is_in(element, "trPr"))
    return LP_XML_INTO;
  if (strcmp(name, "tblHeader") == 0)
    table->row_is_header = docx_is_on(element);
  else if (strcmp(name, "cantSplit") == 0)
    table->row_keeps_together = docx_is_on(element);
  else if (strcmp(name, "hidden") == 0)
    table->row_is_hidden = docx_is_on(element);
  else if (strcmp(name, "gridBefore") == 0)
    table->before = docx_integer(element, "val", 0, columns_left(reader, table), 0);
  else if (strcmp(name, "gridAfter") == 0)
    table->after = docx_integer(element, "val", 0, columns_left(reader, table), 0);
  return LP_XML_INTO;
}

/* ST_TextDirection (17.18.93): of the transitional and the strict schema. */
static int32_t writing_mode(const char *value) {
  if (strcmp(value, "tbRl") == 0 || strcmp(value, "tbRlV") == 0 || strcmp(value, "rl") == 0)
    return 1;
  return strcmp(value, "btLr") == 0 || strcmp(value, "lr") == 0 ? 2 : 0;
}

LpXmlInto docx_enter_cell_property(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxTable *table = docx_table(reader);
  const char *name = lp_xml_name(element), *value = docx_value(element, "val");
  if (!table || reader->styles->open || !docx_is_in(element, "tcPr"))
    return LP_XML_INTO;
  if (strcmp(name, "gridSpan") == 0) {
    int32_t columns = docx_integer(element, "val", 1, INT32_MAX, 1);
    table->cell.columns = MIN(columns, columns_left(reader, table));
  } else if (strcmp(name, "vMerge") == 0) {
    table->cell.restarts = value && strcmp(value, "restart") == 0;
    table->cell.continues = !table->cell.restarts;
  } else if (strcmp(name, "vAlign") == 0 && value) {
    table->cell.look.vertical = strcmp(value, "center") == 0 ? 1 : strcmp(value, "bottom") == 0 ? 2 : 0;
  } else if (strcmp(name, "textDirection") == 0 && value) {
    table->cell.look.writing_mode = writing_mode(value);
  }
  return LP_XML_INTO;
}

/* ---- looks ---- */

/* The table's border on a side of a cell: that of the table at its edge, else that between cells. Below and
   at the end the edge is not known yet; there the table's own border stands. */
static int border_of(int side, bool first_row, bool first_column) {
  switch (side) {
  case DOCX_TOP: return first_row ? DOCX_TOP : DOCX_INSIDE_ROWS;
  case DOCX_BOTTOM: return DOCX_INSIDE_ROWS;
  case DOCX_LEFT: return first_column ? DOCX_LEFT : DOCX_INSIDE_COLUMNS;
  default: return DOCX_INSIDE_COLUMNS;
  }
}

static const LpStyle *make_look(DocxReader *reader, const DocxTable *table, bool first_row,
                                bool first_column) {
  const DocxTableProperties *properties = &table->properties;
  const DocxCellLook *cell = &table->cell.look;
  const LpStyle *look = NULL;
  for (int side = 0; side < DOCX_SIDES; side++) {
    int border = border_of(side, first_row, first_column);
    if (cell->borders[side].is_set)
      look = bordered(reader, look, side, cell->borders[side].width_emu, cell->borders[side].colour);
    else if (properties->set & (uint32_t)DOCX_TABLE_BORDER << border)
      look = bordered(reader, look, side, properties->border_emu[border], properties->border_colour[border]);
  }
  if (cell->fill != DOCX_AUTO)
    look = with(reader, look, LP_PROPERTY_GROUND, cell->fill);
  if (cell->vertical)
    look = with(reader, look, LP_PROPERTY_VERTICAL_ALIGN, cell->vertical);
  if (cell->writing_mode)
    look = with(reader, look, LP_PROPERTY_WRITING_MODE, cell->writing_mode);
  return look;
}

const LpStyle *docx_cell_look(DocxReader *reader, DocxTable *table) {
  bool first_row = table->row == 0, first_column = table->column == 0;
  int slot = (first_row ? 1 : 0) | (first_column ? 2 : 0);
  if (!table->looks[slot] || memcmp(&table->looked[slot], &table->cell.look, sizeof table->cell.look) != 0) {
    table->looks[slot] = make_look(reader, table, first_row, first_column);
    table->looked[slot] = table->cell.look;
  }
  return table->looks[slot];
}

int32_t docx_cell_ground(const DocxTable *table, int32_t around) {
  if (table->cell.look.fill != DOCX_AUTO)
    return table->cell.look.fill;
  if (table->style && table->style->shades_parts)
    return DOCX_GROUND_UNKNOWN;
  return table->properties.set & DOCX_TABLE_FILL ? table->properties.fill : around;
}
