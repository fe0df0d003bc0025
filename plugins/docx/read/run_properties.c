#include "config.h"

#include "read/run_properties.h"

#include "read/state.h"
#include "read/values.h"

#include <string.h>

/* Where the properties of a w:rPr go, by what stands around it. */
static DocxRun *target(DocxReader *reader, const LpXmlElement *element) {
  if (docx_is_in(element, "r"))
    return &reader->run;
  if (docx_is_in(element, "pPr")) {
    const LpXmlElement *around = lp_xml_parent(lp_xml_parent(element));
    if (around && strcmp(lp_xml_name(around), "p") == 0 && docx_paragraph(reader))
      return &docx_paragraph(reader)->mark;
    return NULL;
  }
  if (docx_is_in(element, "style") && reader->styles->open)
    return &reader->styles->open->run;
  if (docx_is_in(element, "rPrDefault"))
    return &reader->styles->default_run;
  if (docx_is_in(element, "lvl") && reader->numbering->open_level)
    return &reader->numbering->open_level->run;
  return NULL;
}

LpXmlInto docx_enter_run_properties(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  reader->run_target = target(reader, element);
  return reader->run_target ? LP_XML_INTO : LP_XML_LEAVE + LP_REASON_STRUCTURE;
}

void docx_leave_run_properties(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->run_target = NULL;
}

static void set_flag(DocxRun *run, uint32_t flag, bool on) {
  run->set |= flag;
  run->on = on ? run->on | flag : run->on & ~flag;
}

LpXmlInto docx_enter_run_flag(void *state, const LpXmlElement *element) {
  static const struct {
    const char *name;
    uint32_t flag;
  } flags[] = {{"b", DOCX_BOLD},           {"i", DOCX_ITALIC},
               {"caps", DOCX_CAPITALS},    {"smallCaps", DOCX_SMALL_CAPITALS},
               {"strike", DOCX_STRIKE},    {"dstrike", DOCX_DOUBLE_STRIKE},
               {"vanish", DOCX_HIDDEN},    {"rtl", DOCX_RIGHT_TO_LEFT},
               {"cs", DOCX_COMPLEX_SCRIPT}};
  DocxReader *reader = state;
  for (size_t i = 0; i < G_N_ELEMENTS(flags) && reader->run_target; i++)
    if (strcmp(lp_xml_name(element), flags[i].name) == 0)
      set_flag(reader->run_target, flags[i].flag, docx_is_on(element));
  return LP_XML_INTO;
}

LpXmlInto docx_enter_fonts(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (!reader->run_target)
    return LP_XML_INTO;
  const char *theme = docx_value(element, "asciiTheme");
  const char *family = theme && g_str_has_prefix(theme, "major")   ? reader->theme_major
                       : theme && g_str_has_prefix(theme, "minor") ? reader->theme_minor
                                                                   : NULL;
  if (!family)
    family = docx_value(element, "ascii");
  if (!family)
    family = docx_value(element, "hAnsi");
  if (family && *family) {
    reader->run_target->set |= DOCX_FAMILY;
    reader->run_target->family = docx_intern(reader, family);
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_size(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  int32_t half_points = docx_half_points(element, "val");
  if (reader->run_target && half_points > 0) {
    reader->run_target->set |= DOCX_SIZE;
    reader->run_target->half_points = half_points;
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_colour(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->run_target && docx_is_in(element, "rPr")) {
    reader->run_target->set |= DOCX_COLOUR;
    reader->run_target->colour = docx_colour(element, "val");
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_highlight(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *name = docx_value(element, "val");
  if (reader->run_target && name) {
    reader->run_target->set |= DOCX_HIGHLIGHT;
    reader->run_target->highlight = docx_highlight(name);
  }
  return LP_XML_INTO;
}

/* ST_Underline (17.18.99). */
LpXmlInto docx_enter_underline(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *kind = docx_value(element, "val");
  if (!reader->run_target || !kind)
    return LP_XML_INTO;
  LpUnderline underline = LP_UNDERLINE_OTHER;
  if (strcmp(kind, "none") == 0)
    underline = LP_UNDERLINE_NONE;
  else if (strcmp(kind, "single") == 0 || strcmp(kind, "words") == 0)
    underline = LP_UNDERLINE_SINGLE;
  else if (strcmp(kind, "double") == 0)
    underline = LP_UNDERLINE_DOUBLE;
  reader->run_target->set |= DOCX_UNDERLINE;
  reader->run_target->underline = underline;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_vertical_position(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *position = docx_value(element, "val");
  if (!reader->run_target || !position)
    return LP_XML_INTO;
  reader->run_target->set |= DOCX_POSITION;
  reader->run_target->position = strcmp(position, "superscript") == 0 ? LP_POSITION_SUPERSCRIPT
                                 : strcmp(position, "subscript") == 0 ? LP_POSITION_SUBSCRIPT
                                                                      : LP_POSITION_BASELINE;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_tracking(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->run_target && docx_is_in(element, "rPr") &&
      docx_twips(element, "val", &reader->run_target->tracking_emu))
    reader->run_target->set |= DOCX_TRACKING;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_language(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxRun *run = reader->run_target;
  const char *latin = docx_value(element, "val"), *complex = docx_value(element, "bidi");
  const char *east_asian = docx_value(element, "eastAsia");
  if (!run)
    return LP_XML_INTO;
  if (latin && strcmp(latin, "x-none") != 0) { /* x-none: not to be checked for spelling */
    run->set |= DOCX_LANGUAGE;
    run->language = docx_intern(reader, latin);
  }
  if (complex) {
    run->set |= DOCX_LANGUAGE_COMPLEX;
    run->language_complex = docx_intern(reader, complex);
  }
  if (east_asian) {
    run->set |= DOCX_LANGUAGE_EAST_ASIAN;
    run->language_east_asian = docx_intern(reader, east_asian);
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_run_style(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->run_target && !reader->styles->open) {
    reader->run_target->set |= DOCX_RUN_STYLE;
    reader->run_target->style = docx_style(reader, DOCX_STYLE_CHARACTER, docx_value(element, "val"));
  }
  return LP_XML_INTO;
}

LpXmlInto docx_enter_shading(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  int32_t ground = docx_shading(element);
  if (reader->styles->in_part) {
    if (ground != DOCX_AUTO && reader->styles->open)
      reader->styles->open->shades_parts = true;
  } else if (docx_is_in(element, "rPr")) {
    if (reader->run_target) {
      reader->run_target->set |= DOCX_GROUND;
      reader->run_target->ground = ground;
    }
  } else if (docx_is_in(element, "pPr")) {
    if (reader->paragraph_target) {
      reader->paragraph_target->set |= DOCX_FILL;
      reader->paragraph_target->fill = ground;
    }
  } else if (docx_is_in(element, "tblPr")) {
    if (reader->table_target && ground != DOCX_AUTO) {
      reader->table_target->set |= DOCX_TABLE_FILL;
      reader->table_target->fill = ground;
    }
  } else if (docx_is_in(element, "tcPr")) {
    if (reader->styles->open && ground != DOCX_AUTO)
      reader->styles->open->shades_parts = true;
    else if (docx_table(reader) && !reader->styles->open)
      docx_table(reader)->cell.look.fill = ground;
  }
  return LP_XML_INTO;
}
