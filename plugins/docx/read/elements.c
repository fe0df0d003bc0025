#include "config.h"

#include "read/elements.h"

#include "read/alternate.h"
#include "read/body.h"
#include "read/comments.h"
#include "read/drawing.h"
#include "read/fields.h"
#include "read/generic.h"
#include "read/links.h"
#include "read/notes.h"
#include "read/paragraph.h"
#include "read/paragraph_properties.h"
#include "read/revisions.h"
#include "read/run.h"
#include "read/run_properties.h"
#include "read/sections.h"
#include "read/spans.h"
#include "read/table.h"
#include "read/table_properties.h"
#include "read/textbox.h"

/* w:start is a side of a border in the strict schema, and where a level of a list begins to count. */
static LpXmlInto enter_start(void *state, const LpXmlElement *element) {
  return ((DocxReader *)state)->numbering->open_level ? docx_enter_level_start(state, element)
                                                      : docx_enter_border(state, element);
}

/* Properties of runs (17.3.2), paragraphs (17.3.1) and tables (17.4.59): they stand in stories and in styles.
 */
/* clang-format off */
#define PROPERTY_ROWS \
  {W, "rPr", docx_enter_run_properties, docx_leave_run_properties}, \
  {W, "b", docx_enter_run_flag, NULL}, \
  {W, "i", docx_enter_run_flag, NULL}, \
  {W, "caps", docx_enter_run_flag, NULL}, \
  {W, "smallCaps", docx_enter_run_flag, NULL}, \
  {W, "strike", docx_enter_run_flag, NULL}, \
  {W, "dstrike", docx_enter_run_flag, NULL}, \
  {W, "vanish", docx_enter_run_flag, NULL}, \
  {W, "rtl", docx_enter_run_flag, NULL}, \
  {W, "cs", docx_enter_run_flag, NULL}, \
  {W, "rFonts", docx_enter_fonts, NULL}, \
  {W, "sz", docx_enter_size, NULL}, \
  {W, "color", docx_enter_colour, NULL}, \
  {W, "highlight", docx_enter_highlight, NULL}, \
  {W, "u", docx_enter_underline, NULL}, \
  {W, "vertAlign", docx_enter_vertical_position, NULL}, \
  {W, "lang", docx_enter_language, NULL}, \
  {W, "rStyle", docx_enter_run_style, NULL}, \
  {W, "shd", docx_enter_shading, NULL}, \
  {W, "pPr", docx_enter_paragraph_properties, docx_leave_paragraph_properties}, \
  {W, "pStyle", docx_enter_paragraph_style, NULL}, \
  {W, "keepNext", docx_enter_paragraph_flag, NULL}, \
  {W, "keepLines", docx_enter_paragraph_flag, NULL}, \
  {W, "pageBreakBefore", docx_enter_paragraph_flag, NULL}, \
  {W, "bidi", docx_enter_paragraph_flag, NULL}, \
  {W, "suppressAutoHyphens", docx_enter_paragraph_flag, NULL}, \
  {W, "jc", docx_enter_alignment, NULL}, \
  {W, "ind", docx_enter_indents, NULL}, \
  {W, "spacing", docx_enter_spacing, NULL}, \
  {W, "outlineLvl", docx_enter_outline, NULL}, \
  {W, "numId", docx_enter_number_id, NULL}, \
  {W, "ilvl", docx_enter_number_level, NULL}, \
  {W, "top", docx_enter_border, NULL}, \
  {W, "bottom", docx_enter_border, NULL}, \
  {W, "left", docx_enter_border, NULL}, \
  {W, "right", docx_enter_border, NULL}, \
  {W, "end", docx_enter_border, NULL}, \
  {W, "insideH", docx_enter_border, NULL}, \
  {W, "insideV", docx_enter_border, NULL}, \
  {W, "tblPr", docx_enter_table_properties, docx_leave_table_properties}, \
  {W, "tblW", docx_enter_table_width, NULL}, \
  {W, "tblInd", docx_enter_table_indent, NULL}
/* clang-format on */

/* Stories: ECMA-376-1, 17.2, 17.3, 17.6, 17.10. */
static const LpXmlRow story_rows[] = {
    PROPERTY_ROWS,
    {W, "start", docx_enter_border, NULL},
    {W, "sectPr", docx_enter_section, docx_leave_section},
    {W, "type", docx_enter_section_type, NULL},
    {W, "headerReference", docx_enter_header_reference, NULL},
    {W, "footerReference", docx_enter_header_reference, NULL},
    {W, "titlePg", docx_enter_title_page, NULL},
    {W, "p", docx_enter_paragraph, docx_leave_paragraph},
    {W, "r", docx_enter_run, docx_leave_run},

    /* what stands in runs: 17.3.3 */
    {W, "t", docx_enter_text, docx_leave_text},
    {W, "delText", docx_enter_deleted_text, docx_leave_deleted_text},
    {W, "instrText", docx_enter_field_code, docx_leave_text},
    {W, "delInstrText", docx_enter_field_code, docx_leave_text},
    {W, "tab", docx_enter_tab, NULL},
    {W, "ptab", docx_enter_tab, NULL},
    {W, "br", docx_enter_break, NULL},
    {W, "cr", docx_enter_break, NULL},
    {W, "noBreakHyphen", docx_enter_no_break_hyphen, NULL},
    {W, "softHyphen", docx_enter_soft_hyphen, NULL},
    {W, "sym", docx_enter_symbol, NULL},
    {W, "fldChar", docx_enter_field_mark, NULL},
    {W, "fldSimple", docx_enter_simple_field, docx_leave_simple_field},
    {W, "ffData", docx_leave_out_values, NULL},
    {W, "fldData", docx_leave_out_values, NULL},
    {W, "footnoteReference", docx_enter_note_reference, NULL},
    {W, "endnoteReference", docx_enter_note_reference, NULL},
    {W, "footnoteRef", docx_enter_note_mark, NULL},
    {W, "endnoteRef", docx_enter_note_mark, NULL},
    {W, "ruby", docx_enter_ruby, docx_leave_ruby},
    {W, "rubyPr", docx_leave_out_values, NULL},
    {W, "rt", docx_enter_ruby_text, docx_leave_ruby_text},

    /* what stands around runs */
    {W, "hyperlink", docx_enter_hyperlink, docx_leave_wrapper},
    {W, "bookmarkStart", docx_enter_bookmark, NULL},
    {W, "altChunk", docx_enter_other_document, NULL},
    {W, "subDoc", docx_enter_other_document, NULL},
    {W, "sdtPr", docx_leave_out_values, NULL},
    {W, "sdtEndPr", docx_leave_out_values, NULL},
    {W, "smartTagPr", docx_leave_out_values, NULL},
    {W, "customXmlPr", docx_leave_out_values, NULL},

    /* tracked changes and comments: 17.13 */
    {W, "ins", docx_enter_change, docx_leave_change},
    {W, "del", docx_enter_change, docx_leave_change},
    {W, "moveFrom", docx_enter_change, docx_leave_change},
    {W, "moveTo", docx_enter_change, docx_leave_change},
    {W, "cellIns", docx_enter_cell_change, NULL},
    {W, "cellDel", docx_enter_cell_change, NULL},
    {W, "rPrChange", docx_enter_format_change, NULL},
    {W, "pPrChange", docx_enter_format_change, NULL},
    {W, "sectPrChange", docx_leave_out_values, NULL},
    {W, "tblPrChange", docx_leave_out_values, NULL},
    {W, "tblPrExChange", docx_leave_out_values, NULL},
    {W, "tblGridChange", docx_leave_out_values, NULL},
    {W, "trPrChange", docx_leave_out_values, NULL},
    {W, "tcPrChange", docx_leave_out_values, NULL},
    {W, "commentRangeStart", docx_enter_comment_edge, NULL},
    {W, "commentRangeEnd", docx_enter_comment_edge, NULL},
    {W, "commentReference", docx_enter_comment_edge, NULL},
    {W, "comment", docx_enter_comment, docx_leave_comment},
    {W, "footnote", docx_enter_note, docx_leave_note},
    {W, "endnote", docx_enter_note, docx_leave_note},

    /* tables: 17.4 */
    {W, "tbl", docx_enter_table, docx_leave_table},
    {W, "tblStyle", docx_enter_table_style, NULL},
    {W, "tblCaption", docx_enter_table_caption, NULL},
    {W, "tblDescription", docx_enter_table_caption, NULL},
    {W, "tblGrid", NULL, docx_leave_grid},
    {W, "gridCol", docx_enter_grid_column, NULL},
    {W, "tr", docx_enter_row, docx_leave_row},
    {W, "tblHeader", docx_enter_row_property, NULL},
    {W, "cantSplit", docx_enter_row_property, NULL},
    {W, "hidden", docx_enter_row_property, NULL},
    {W, "gridBefore", docx_enter_row_property, NULL},
    {W, "gridAfter", docx_enter_row_property, NULL},
    {W, "tc", docx_enter_cell, docx_leave_cell},
    {W, "gridSpan", docx_enter_cell_property, NULL},
    {W, "vMerge", docx_enter_cell_property, NULL},
    {W, "vAlign", docx_enter_cell_property, NULL},
    {W, "textDirection", docx_enter_cell_property, NULL},

    /* drawings: 20.4, 20.2; ECMA-376-4, 19 */
    {WP, "inline", docx_enter_drawing, docx_leave_drawing},
    {WP, "anchor", docx_enter_drawing, docx_leave_drawing},
    {WP, "extent", docx_enter_extent, NULL},
    {WP, "docPr", docx_enter_drawing_title, NULL},
    {WP, "align", docx_leave_out_values, NULL},
    {WP, "posOffset", docx_leave_out_values, NULL},
    {WP14, "pctPosHOffset", docx_leave_out_values, NULL},
    {WP14, "pctPosVOffset", docx_leave_out_values, NULL},
    {WP14, "pctWidth", docx_leave_out_values, NULL},
    {WP14, "pctHeight", docx_leave_out_values, NULL},
    {ADEC, "decorative", docx_enter_decorative, NULL},
    {PICTURE, "cNvPr", docx_enter_drawing_title, NULL},
    {WPG, "wgp", docx_enter_group, NULL},
    {WPC, "wpc", docx_enter_group, NULL},
    {A, "graphicData", docx_enter_graphic_data, NULL},
    {A, "blip", docx_enter_blip, NULL},
    {A, "p", docx_enter_drawing_paragraph, NULL},
    {A, "t", docx_enter_text, docx_leave_text},
    {W, "txbxContent", docx_enter_textbox, docx_leave_textbox},
    {V, "shape", docx_enter_vml_shape, docx_leave_drawing},
    {V, "rect", docx_enter_vml_shape, docx_leave_drawing},
    {V, "roundrect", docx_enter_vml_shape, docx_leave_drawing},
    {V, "oval", docx_enter_vml_shape, docx_leave_drawing},
    {V, "imagedata", docx_enter_vml_picture, NULL},
    {V, "textpath", docx_enter_textpath, NULL},

    /* mathematics: 22.1; alternatives: ECMA-376-3, 10.2 */
    {M, "oMath", docx_enter_math, docx_leave_wrapper},
    {M, "r", docx_enter_run, docx_leave_run},
    {M, "t", docx_enter_text, docx_leave_text},
    {MC, "AlternateContent", docx_enter_alternate, docx_leave_alternate},
    {MC, "Choice", docx_enter_choice, NULL},
    {MC, "Fallback", docx_enter_fallback, NULL},
};

/* Styles: 17.7; numbering: 17.9. */
static const LpXmlRow definition_rows[] = {
    PROPERTY_ROWS,
    {W, "start", enter_start, NULL},
    {W, "tab", docx_enter_tabs, NULL},
    {W, "style", docx_enter_style, docx_leave_style},
    {W, "name", docx_enter_style_name, NULL},
    {W, "basedOn", docx_enter_based_on, NULL},
    {W, "tblStylePr", docx_enter_style_part, docx_leave_style_part},
    {W, "latentStyles", docx_leave_out_values, NULL},
    {W, "abstractNum", docx_enter_abstract, docx_leave_abstract},
    {W, "numStyleLink", docx_enter_numbering_link, NULL},
    {W, "lvl", docx_enter_level, docx_leave_level},
    {W, "numFmt", docx_enter_number_format, NULL},
    {W, "lvlText", docx_enter_level_text, NULL},
    {W, "lvlRestart", docx_enter_level_restart, NULL},
    {W, "isLgl", docx_enter_is_legal, NULL},
    {W, "num", docx_enter_number, docx_leave_number},
    {W, "abstractNumId", docx_enter_abstract_id, NULL},
    {W, "lvlOverride", docx_enter_override, NULL},
    {W, "startOverride", docx_enter_start_override, NULL},
};

static LpXmlRows table(const LpXmlRow *rows, size_t count) {
  return (LpXmlRows){.namespaces = docx_namespaces,
                     .namespace_count = docx_namespace_count,
                     .rows = rows,
                     .row_count = count};
}

LpVerdict docx_read_story(DocxReader *reader, const char *part, LpKind kind) {
  LpXmlRows with = table(story_rows, G_N_ELEMENTS(story_rows));
  with.enter_other = docx_enter_other;
  with.text = docx_text;
  with.counted = true;
  docx_open_container(reader, kind, DOCX_AUTO);
  LpVerdict verdict = lp_xml_read_part(reader->package, part, &with, reader);
  if (verdict == LP_DONE)
    docx_close_container(reader);
  return verdict;
}

LpVerdict docx_read_definitions(DocxReader *reader, const char *part) {
  LpXmlRows with = table(definition_rows, G_N_ELEMENTS(definition_rows));
  return lp_xml_read_part(reader->package, part, &with, reader);
}
