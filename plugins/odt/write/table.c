/* table:table (ODF 1.3, 9.1). */
#include "config.h"

#include "table.h"

#include "lists.h"
#include "paragraph.h"
#include "properties.h"
#include "roles.h"
#include "rows.h"
#include "state.h"

static size_t span_of(const LpNode *cell, LpAttribute attribute) {
  int32_t span = lp_node_integer(cell, attribute);
  return span > 1 ? (size_t)span : 1;
}

/* ---- measuring: rows and columns before the first is written ---- */

/* The characters of the longest paragraph in a cell, at most so many. */
enum { LONGEST = 60, SHORTEST = 3 };

static int32_t longest_line(const LpNode *cell) {
  int64_t longest = SHORTEST, line = 0;
  for (LpStep step = lp_walk_first(cell); step.node && longest < LONGEST; step = lp_walk_next(cell, step)) {
    size_t n;
    const char *text = lp_node_text(step.node, &n);
    line = text ? line + lp_characters(text, n) : lp_kind_is_block(lp_node_kind(step.node)) ? 0 : line;
    if (line > longest)
      longest = line;
  }
  return (int32_t)(longest < LONGEST ? longest : LONGEST);
}

/* Places the cells of a row; where wanted is not NULL, the lines of cells of one column are taken into it. */
static void measure_row(Table *table, const LpNode *row, int32_t *wanted) {
  grid_begin_row(&table->grid);
  for (LpStep step = lp_walk_first(row); step.node;) {
    if (step.leaving || lp_node_kind(step.node) != LP_KIND_CELL) {
      step = lp_walk_next(row, step);
      continue;
    }
    (void)grid_skip_taken(&table->grid);
    size_t column = table->grid.column;
    size_t placed = grid_place(&table->grid, span_of(step.node, LP_ATTRIBUTE_COLUMN_SPAN),
                               (int32_t)span_of(step.node, LP_ATTRIBUTE_ROW_SPAN));
    if (wanted && placed == 1) {
      int32_t line = longest_line(step.node);
      wanted[column] = line > wanted[column] ? line : wanted[column];
    }
    step = lp_walk_past(row, step);
  }
  (void)grid_skip_taken(&table->grid);
}

static bool is_head(const LpNode *group) {
  const LpNode *before = lp_node_previous(group);
  bool first = !before || lp_node_kind(before) == LP_KIND_CAPTION;
  return first && lp_node_integer(group, LP_ATTRIBUTE_HEADER);
}

/* Counts rows and columns; with wanted, only fills that. */
static void measure(Table *table, int32_t *wanted) {
  size_t head = 0, rows = 0;
  for (LpStep step = lp_walk_first(table->node); step.node;) {
    LpKind kind = lp_node_kind(step.node);
    if (kind == LP_KIND_ROW && !step.leaving) {
      measure_row(table, step.node, wanted);
      rows++;
    }
    if (kind == LP_KIND_ROW_GROUP && step.leaving) {
      grid_end_group(&table->grid);
      if (is_head(step.node))
        head = rows;
    }
    bool inside = kind == LP_KIND_ROW || kind == LP_KIND_CAPTION;
    step = inside && !step.leaving ? lp_walk_past(table->node, step) : lp_walk_next(table->node, step);
  }
  table->rows = rows;
  table->head_rows = head;
  grid_end_group(&table->grid);
}

/* ---- columns ---- */

/* The draft's widths, scaled to the table's; where it has none, by the longest lines: ODF knows no widths by
 * content. */
static void find_widths(OdtWriter *writer, Table *table, int32_t width) {
  enum { AIR = 2 }; /* characters between two columns */
  size_t count;
  const int32_t *given = lp_node_lengths(table->node, LP_ATTRIBUTE_COLUMN_WIDTHS, &count);
  if (count > table->columns && count <= table->grid.most)
    table->columns = count;
  int32_t *widths = lp_writing_allocate(writer->writing, table->columns * sizeof *widths);
  int64_t sum = 0;
  bool all = count == table->columns;
  for (size_t i = 0; all && i < count; i++) {
    all = given[i] > 0;
    sum += given[i];
  }
  if (!all) {
    measure(table, widths);
    sum = 0;
    for (size_t i = 0; i < table->columns; i++)
      sum += widths[i] += AIR;
  }
  for (size_t i = 0; i < table->columns; i++)
    widths[i] = (int32_t)((int64_t)(all ? given[i] : widths[i]) * width / sum);
  table->widths = widths;
}

static void write_columns(OdtWriter *writer, const Table *table) {
  for (size_t i = 0; i < table->columns;) {
    size_t same = 1;
    while (i + same < table->columns && table->widths[i + same] == table->widths[i])
      same++;
    XmlText attributes, properties;
    xml_clear(&attributes);
    xml_clear(&properties);
    xml_attribute_points(&attributes, "style:column-width", table->widths[i]);
    xml_attribute_format(&attributes, "style:rel-column-width", "%d*",
                         table->widths[i] / LP_EMU_PER_POINT * 20);
    xml_element(&properties, "style:table-column-properties", &attributes);
    lp_markup_open(writer->markup, "table:table-column");
    lp_markup_attribute(writer->markup, "table:style-name",
                        automatic_style(&writer->automatic, FAMILY_COLUMN, "", properties.bytes));
    if (same > 1)
      lp_markup_attribute_format(writer->markup, "table:number-columns-repeated", "%zu", same);
    lp_markup_close(writer->markup);
    i += same;
  }
}

/* ---- tables ---- */

static const char *table_style(OdtWriter *writer, const LpNode *node, int32_t width) {
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  xml_attribute_points(&attributes, "style:width", width);
  xml_attribute(&attributes, "table:align",
                width < writer->flow.width ? (writer->rtl ? "right" : "left") : "margins");
  const LpStyle *style = lp_node_style(node);
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  bool spaced = lp_style_has(style, LP_PROPERTY_SPACE_AFTER_EMU);
  xml_attribute_points(&attributes, "fo:margin-top", lp_style_integer(style, LP_PROPERTY_SPACE_BEFORE_EMU));
  xml_attribute_points(&attributes, "fo:margin-bottom",
                       lp_style_integer(spaced ? style : body, LP_PROPERTY_SPACE_AFTER_EMU));
  xml_attribute(&attributes, "table:border-model", "collapsing");
  xml_attribute(&attributes, "style:writing-mode", writer->rtl ? "rl-tb" : "lr-tb");
  if (paragraph_takes_break(writer))
    xml_attribute(&attributes, "fo:break-before", "page");
  xml_element(&properties, "style:table-properties", &attributes);
  return automatic_style(&writer->automatic, FAMILY_TABLE, paragraph_master_page(writer), properties.bytes);
}

static void write_caption(OdtWriter *writer, const LpNode *table) {
  for (const LpNode *child = lp_node_first_child(table); child; child = lp_node_next(child))
    if (lp_node_kind(child) == LP_KIND_CAPTION) {
      (void)paragraph_enter(writer, child);
      rows_write_children(writer, child);
      paragraph_leave(writer, child);
    }
}

static Table *new_table(OdtWriter *writer, const LpNode *node) {
  Table *table = lp_writing_allocate(writer->writing, sizeof *table);
  int64_t most = lp_account_limit(writer->account, LP_LIMIT_TABLE_COLUMNS);
  table->node = node;
  grid_begin(&table->grid, writer->writing, most > 0 && most < 16384 ? (size_t)most : 16384);
  measure(table, NULL);
  table->columns = table->grid.columns;
  return table;
}

/* LibreOffice shows no table in a note: the paragraphs of its cells follow each other. */
static bool is_flat(const OdtWriter *writer) {
  return writer->note && !writer->table;
}

/* A table without rows is none to ODF: its caption alone is written. */
LpWalkInto table_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (is_flat(writer)) {
    LpPlace place = lp_node_place(node);
    lp_warn(writer->account, "odt.table-in-note", &place,
            "A note holds a table, which LibreOffice does not show there: its text is kept as paragraphs.");
    return LP_WALK_INTO;
  }
  Table *table = new_table(writer, node);
  if (table->rows == 0) {
    write_caption(writer, node);
    return LP_WALK_PAST;
  }
  if (table->columns == 0)
    table->columns = 1;
  lists_suspend(writer);
  write_caption(writer, node);
  int32_t width = lp_style_integer(lp_node_style(node), LP_PROPERTY_TABLE_WIDTH_EMU);
  if (width <= 0 || width > writer->flow.width)
    width = writer->flow.width;
  find_widths(writer, table, width);
  const char *style = table_style(writer, node, width);
  lp_markup_open(writer->markup, "table:table");
  lp_markup_attribute(writer->markup, "table:style-name", style);
  write_columns(writer, table);
  table->outer = writer->table;
  writer->table = table;
  return LP_WALK_INTO;
}

void table_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  if (is_flat(writer))
    return;
  lp_markup_close(writer->markup);
  writer->table = writer->table->outer;
  lists_resume(writer);
}

LpWalkInto row_group_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (is_flat(writer))
    return LP_WALK_INTO;
  writer->table->in_head = is_head(node) && lp_node_first_child(node);
  if (writer->table->in_head)
    lp_markup_open(writer->markup, "table:table-header-rows");
  return LP_WALK_INTO;
}

void row_group_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (is_flat(writer))
    return;
  (void)node;
  if (writer->table->in_head)
    lp_markup_close(writer->markup);
  writer->table->in_head = false;
  grid_end_group(&writer->table->grid);
}

/* ---- rows ---- */

LpWalkInto row_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (is_flat(writer))
    return LP_WALK_INTO;
  (void)node;
  grid_begin_row(&writer->table->grid);
  lp_markup_open(writer->markup, "table:table-row");
  return LP_WALK_INTO;
}

static void write_covered(OdtWriter *writer, size_t count) {
  for (; count > 0; count--) {
    lp_markup_open(writer->markup, "table:covered-table-cell");
    lp_markup_close(writer->markup);
  }
}

/* ---- cells ---- */

/* The rules of the house: above the first row and below the last, below the head, between rows. A cell that
   has borders of its own has those. */
static void add_rules(const OdtWriter *writer, XmlText *attributes, size_t rows) {
  const Table *table = writer->table;
  const LpLetterhead *letterhead = writer->letterhead;
  size_t next = table->row + rows;
  int32_t rule = lp_letterhead_colour(letterhead, LP_COLOUR_RULE, false);
  int32_t hairline = lp_letterhead_colour(letterhead, LP_COLOUR_HAIRLINE, false);
  xml_attribute_border(
      attributes, "fo:border-top",
      table->row == 0 ? lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_OUTER) : 0, rule);
  if (next >= table->rows)
    xml_attribute_border(attributes, "fo:border-bottom",
                         lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_OUTER), rule);
  else if (next == table->head_rows)
    xml_attribute_border(attributes, "fo:border-bottom",
                         lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_HEAD), rule);
  else
    xml_attribute_border(attributes, "fo:border-bottom",
                         lp_letterhead_integer(letterhead, LP_LETTERHEAD_TABLE_RULE_ROW), hairline);
  xml_attribute(attributes, "fo:border-left", "none");
  xml_attribute(attributes, "fo:border-right", "none");
}

static bool has_borders(const LpStyle *style) {
  for (LpProperty side = LP_PROPERTY_BORDER_TOP_EMU; side <= LP_PROPERTY_BORDER_END_EMU; side++)
    if (lp_style_has(style, side))
      return true;
  return false;
}

enum { CELL_PADDING = 5 * LP_EMU_PER_POINT };

/* The padding: the role's spaces above and below; text stands flush with the measure at the sides of the
 * table. */
static void add_padding(const OdtWriter *writer, XmlText *attributes, const LpNode *cell, size_t first,
                        size_t columns) {
  LpRole role = cell && role_cell_is_header(cell) ? LP_ROLE_TABLE_HEAD : LP_ROLE_TABLE_CELL;
  const LpStyle *style = lp_letterhead_style(writer->letterhead, role);
  bool bare = !cell || !has_borders(lp_node_style(cell));
  xml_attribute_points(attributes, "fo:padding-top", lp_style_integer(style, LP_PROPERTY_SPACE_BEFORE_EMU));
  xml_attribute_points(attributes, "fo:padding-bottom", lp_style_integer(style, LP_PROPERTY_SPACE_AFTER_EMU));
  bool last = first + columns >= writer->table->columns;
  xml_attribute_points(attributes, writer->rtl ? "fo:padding-right" : "fo:padding-left",
                       bare && first == 0 ? 0 : CELL_PADDING);
  xml_attribute_points(attributes, writer->rtl ? "fo:padding-left" : "fo:padding-right",
                       bare && last ? 0 : CELL_PADDING);
}

/* cell may be NULL: one that the draft lacks. */
static const char *cell_style(OdtWriter *writer, const LpNode *cell, size_t first, size_t columns,
                              size_t rows) {
  static const char *const vertical[] = {"top", "middle", "bottom"};
  const LpStyle *style = cell ? lp_node_style(cell) : NULL;
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  if (!has_borders(style))
    add_rules(writer, &attributes, rows);
  properties_add_box(&attributes, style, writer->rtl);
  add_padding(writer, &attributes, cell, first, columns);
  int32_t align = lp_style_integer(style, LP_PROPERTY_VERTICAL_ALIGN);
  bool head = cell && role_cell_is_header(cell) && !lp_style_has(style, LP_PROPERTY_VERTICAL_ALIGN);
  xml_attribute(&attributes, "style:vertical-align",
                vertical[head                       ? 2
                         : align >= 0 && align <= 2 ? align
                                                    : 0]);
  int32_t mode = lp_style_integer(style, LP_PROPERTY_WRITING_MODE);
  if (mode == 1)
    xml_attribute(&attributes, "style:writing-mode", "tb-rl");
  xml_element(&properties, "style:table-cell-properties", &attributes);
  return automatic_style(&writer->automatic, FAMILY_CELL, "", properties.bytes);
}

static int32_t width_of(const Table *table, size_t first, size_t columns) {
  int64_t width = 0;
  for (size_t i = first; i < first + columns && i < table->columns; i++)
    width += table->widths[i];
  return width > 4 * CELL_PADDING ? (int32_t)(width - 2 * CELL_PADDING) : 2 * CELL_PADDING;
}

/* The rows that a cell reaches over, none beyond the table. */
static size_t rows_of(const Table *table, const LpNode *cell) {
  size_t rows = span_of(cell, LP_ATTRIBUTE_ROW_SPAN);
  size_t left = table->rows - table->row;
  return rows > left ? left : rows;
}

LpWalkInto cell_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  Table *table = writer->table;
  if (is_flat(writer))
    return LP_WALK_INTO;
  write_covered(writer, grid_skip_taken(&table->grid));
  size_t first = table->grid.column;
  size_t rows = rows_of(table, node);
  size_t columns = grid_place(&table->grid, span_of(node, LP_ATTRIBUTE_COLUMN_SPAN), (int32_t)rows);
  table->covered = columns > 0 ? columns - 1 : 0;
  const char *style = cell_style(writer, node, first, columns, rows);
  lp_markup_open(writer->markup, "table:table-cell");
  lp_markup_attribute(writer->markup, "table:style-name", style);
  lp_markup_attribute(writer->markup, "office:value-type", "string");
  if (columns > 1)
    lp_markup_attribute_format(writer->markup, "table:number-columns-spanned", "%zu", columns);
  if (rows > 1)
    lp_markup_attribute_format(writer->markup, "table:number-rows-spanned", "%zu", rows);
  table->outer_flow = state_begin_flow(writer, width_of(table, first, columns));
  if (!lp_node_first_child(node)) {
    paragraph_open(writer, "Table_20_Contents");
    lp_markup_close(writer->markup);
  }
  return LP_WALK_INTO;
}

void cell_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (is_flat(writer))
    return;
  (void)node;
  state_end_flow(writer, writer->table->outer_flow);
  lp_markup_close(writer->markup);
  write_covered(writer, writer->table->covered);
}

/* The rest of a row: cells from above, and cells that the draft lacks. */
void row_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  Table *table = writer->table;
  (void)node;
  if (is_flat(writer))
    return;
  for (;;) {
    write_covered(writer, grid_skip_taken(&table->grid));
    if (table->grid.column >= table->columns)
      break;
    size_t first = table->grid.column;
    if (grid_place(&table->grid, 1, 1) == 0)
      break;
    lp_markup_open(writer->markup, "table:table-cell");
    lp_markup_attribute(writer->markup, "table:style-name", cell_style(writer, NULL, first, 1, 1));
    paragraph_open(writer, "Table_20_Contents");
    lp_markup_close(writer->markup);
    lp_markup_close(writer->markup);
  }
  lp_markup_close(writer->markup);
  table->row++;
}
