#include "config.h"

#include "read/paragraph_properties.h"

#include "read/run_properties.h"
#include "read/state.h"
#include "read/values.h"

#include <string.h>

LpXmlInto docx_enter_paragraph_properties(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  reader->paragraph_target = NULL;
  if (docx_is_in(element, "p") && docx_paragraph(reader))
    reader->paragraph_target = &docx_paragraph(reader)->properties;
  else if (docx_is_in(element, "style") && reader->styles->open)
    reader->paragraph_target = &reader->styles->open->paragraph;
  else if (docx_is_in(element, "pPrDefault"))
    reader->paragraph_target = &reader->styles->default_paragraph;
  else if (docx_is_in(element, "lvl") && reader->numbering->open_level)
    reader->paragraph_target = &reader->numbering->open_level->paragraph;
  return reader->paragraph_target ? LP_XML_INTO : LP_XML_LEAVE + LP_REASON_STRUCTURE;
}

void docx_leave_paragraph_properties(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->paragraph_target = NULL;
}

LpXmlInto docx_enter_paragraph_flag(void *state, const LpXmlElement *element) {
  static const struct {
    const char *name;
    uint32_t flag;
  } flags[] = {{"keepNext", DOCX_KEEP_NEXT},
               {"keepLines", DOCX_KEEP_LINES},
               {"pageBreakBefore", DOCX_BREAK_BEFORE},
               {"bidi", DOCX_BIDI},
               {"suppressAutoHyphens", DOCX_NO_HYPHENS}};
  DocxParagraphProperties *properties = ((DocxReader *)state)->paragraph_target;
  for (size_t i = 0; i < G_N_ELEMENTS(flags) && properties; i++)
    if (strcmp(lp_xml_name(element), flags[i].name) == 0) {
      properties->set |= flags[i].flag;
      properties->on = docx_is_on(element) ? properties->on | flags[i].flag : properties->on & ~flags[i].flag;
    }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_paragraph_style(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *id = docx_value(element, "val");
  if (docx_is_in(element, "lvl") && reader->numbering->open_level)
    reader->numbering->open_level->paragraph_style = docx_intern(reader, id);
  if (reader->paragraph_target && !reader->styles->open) {
    reader->paragraph_target->set |= DOCX_PARAGRAPH_STYLE;
    reader->paragraph_target->style = docx_style(reader, DOCX_STYLE_PARAGRAPH, id);
  }
  return LP_XML_INTO;
}

/* ST_Jc (17.18.44): left and right are the start and the end, whichever way the paragraph runs. */
static LpAlign alignment(const char *value) {
  if (strcmp(value, "center") == 0)
    return LP_ALIGN_CENTRE;
  if (strcmp(value, "right") == 0 || strcmp(value, "end") == 0)
    return LP_ALIGN_END;
  if (strcmp(value, "left") == 0 || strcmp(value, "start") == 0 || strcmp(value, "numTab") == 0)
    return LP_ALIGN_START;
  return LP_ALIGN_JUSTIFY; /* both, distribute, thaiDistribute, the kashidas */
}

LpXmlInto docx_enter_alignment(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *value = docx_value(element, "val");
  if (value && reader->paragraph_target && docx_is_in(element, "pPr")) {
    reader->paragraph_target->set |= DOCX_ALIGN;
    reader->paragraph_target->align = (int32_t)alignment(value);
  }
  if (value && reader->table_target && docx_is_in(element, "tblPr")) {
    reader->table_target->set |= DOCX_TABLE_ALIGN;
    reader->table_target->align = (int32_t)alignment(value);
  }
  return LP_XML_INTO;
}

static bool either(const LpXmlElement *element, const char *name, const char *other, int32_t *emu) {
  return docx_twips(element, name, emu) || docx_twips(element, other, emu);
}

LpXmlInto docx_enter_indents(void *state, const LpXmlElement *element) {
  DocxParagraphProperties *properties = ((DocxReader *)state)->paragraph_target;
  int32_t emu;
  if (!properties)
    return LP_XML_INTO;
  if (either(element, "start", "left", &properties->start_emu))
    properties->set |= DOCX_START;
  if (either(element, "end", "right", &properties->end_emu))
    properties->set |= DOCX_END;
  if (docx_twips(element, "hanging", &emu)) {
    properties->set |= DOCX_FIRST;
    properties->first_emu = -emu;
  } else if (docx_twips(element, "firstLine", &emu)) {
    properties->set |= DOCX_FIRST;
    properties->first_emu = emu;
  }
  return LP_XML_INTO;
}

/* Line height: exact lengths as they are; in 240ths of a line they are negative here, until the size is
 * known. */
static void leading(DocxParagraphProperties *properties, const LpXmlElement *element) {
  const char *rule = docx_value(element, "lineRule");
  bool is_length = rule && (strcmp(rule, "exact") == 0 || strcmp(rule, "atLeast") == 0);
  int32_t emu;
  if (!is_length) {
    int32_t line = docx_integer(element, "line", 1, 240 * 100, 0);
    properties->leading_emu = -line;
    properties->set |= line ? (uint32_t)DOCX_LEADING : 0;
  } else if (docx_twips(element, "line", &emu) && emu > 0) {
    properties->leading_emu = emu;
    properties->set |= DOCX_LEADING;
  }
}

LpXmlInto docx_enter_spacing(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxParagraphProperties *properties = reader->paragraph_target;
  if (docx_is_in(element, "rPr"))
    return docx_enter_tracking(state, element);
  if (!properties || !docx_is_in(element, "pPr"))
    return LP_XML_INTO;
  if (docx_twips(element, "before", &properties->before_emu))
    properties->set |= DOCX_BEFORE;
  if (docx_twips(element, "after", &properties->after_emu))
    properties->set |= DOCX_AFTER;
  leading(properties, element);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_outline(void *state, const LpXmlElement *element) {
  DocxParagraphProperties *properties = ((DocxReader *)state)->paragraph_target;
  if (properties) {
    properties->set |= DOCX_OUTLINE;
    properties->outline = docx_integer(element, "val", 0, 9, 9);
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_number_id(void *state, const LpXmlElement *element) {
  DocxParagraphProperties *properties = ((DocxReader *)state)->paragraph_target;
  if (properties && docx_is_in(element, "numPr")) {
    properties->set |= DOCX_NUMBER;
    properties->number = docx_integer(element, "val", 0, INT32_MAX, 0);
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_number_level(void *state, const LpXmlElement *element) {
  DocxParagraphProperties *properties = ((DocxReader *)state)->paragraph_target;
  if (properties && docx_is_in(element, "numPr")) {
    properties->set |= DOCX_NUMBER_LEVEL;
    properties->number_level = docx_integer(element, "val", 0, DOCX_LEVELS - 1, 0);
  }
  return LP_XML_INTO;
}

/* Tab stops as the core writes them: "start 360000; decimal 720000 .". Of w:tabs this is called for each
 * w:tab. */
static void add_tab(DocxReader *reader, const LpXmlElement *element) {
  static const struct {
    const char *name, *kind;
  } kinds[] = {{"left", "start"}, {"start", "start"},     {"center", "centre"}, {"right", "end"},
               {"end", "end"},    {"decimal", "decimal"}, {"num", "start"}};
  static const struct {
    const char *name, *sign;
  } leaders[] = {
      {"dot", " ."}, {"hyphen", " -"}, {"underscore", " _"}, {"middleDot", " \302\267"}, {"heavy", " _"}};
  DocxParagraphProperties *properties = reader->paragraph_target;
  const char *value = docx_value(element, "val"), *leader = docx_value(element, "leader");
  const char *kind = NULL, *sign = "";
  int32_t position;
  for (size_t i = 0; value && i < G_N_ELEMENTS(kinds); i++)
    if (strcmp(value, kinds[i].name) == 0)
      kind = kinds[i].kind;
  for (size_t i = 0; leader && i < G_N_ELEMENTS(leaders); i++)
    if (strcmp(leader, leaders[i].name) == 0)
      sign = leaders[i].sign;
  if (!kind || !docx_twips(element, "pos", &position))
    return;
  const char *before = properties->set & DOCX_TABS && properties->tabs ? properties->tabs : "";
  g_autofree char *all = g_strdup_printf("%s%s%s %d%s", before, *before ? "; " : "", kind, position, sign);
  if (strlen(all) < 1024) {
    properties->set |= DOCX_TABS;
    properties->tabs = docx_intern(reader, all);
  }
}

LpXmlInto docx_enter_tabs(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->paragraph_target && docx_is_in(element, "tabs"))
    add_tab(reader, element);
  return LP_XML_INTO;
}

/* ---- borders ---- */

static void set_table_border(DocxTableProperties *table, int side, const LpXmlElement *element) {
  docx_border(element, &table->border_emu[side], &table->border_colour[side]);
  table->set |= (uint32_t)DOCX_TABLE_BORDER << side;
}

LpXmlInto docx_enter_border(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *name = lp_xml_name(element);
  int side = docx_side(name);
  if (docx_is_in(element, "pBdr") && reader->paragraph_target && side >= 0) {
    docx_border(element, &reader->paragraph_target->border_emu[side],
                &reader->paragraph_target->border_colour[side]);
    reader->paragraph_target->set |= (uint32_t)DOCX_BORDER_TOP << side;
  } else if (docx_is_in(element, "tblBorders") && reader->table_target) {
    if (strcmp(name, "insideH") == 0)
      side = DOCX_INSIDE_ROWS;
    else if (strcmp(name, "insideV") == 0)
      side = DOCX_INSIDE_COLUMNS;
    if (side >= 0)
      set_table_border(reader->table_target, side, element);
  } else if (docx_is_in(element, "tcBorders") && docx_table(reader) && !reader->styles->open && side >= 0) {
    DocxBorder *border = &docx_table(reader)->cell.look.borders[side];
    docx_border(element, &border->width_emu, &border->colour);
    border->is_set = true;
  }
  return LP_XML_INTO;
}
