/* The elements of OpenDocument text, a row each. What has no row has its content walked; its text is kept. */
#include "config.h"

#include "read/changes.h"
#include "read/fields.h"
#include "read/frames.h"
#include "read/lists.h"
#include "read/metadata.h"
#include "read/notes.h"
#include "read/pages.h"
#include "read/paragraph.h"
#include "read/styles.h"
#include "read/table.h"

static LpXmlInto enter_body(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->in_body = true;
  return LP_XML_INTO;
}

static void leave_body(void *state, const LpXmlElement *element) {
  (void)element;
  odt_place_lost_deletions(state);
  ((Reader *)state)->in_body = false;
}

/* Content that is not text of the document: templates of indexes, number formats, scripts, declarations. */
static LpXmlInto leave_out(void *state, const LpXmlElement *element) {
  (void)state, (void)element;
  return LP_XML_LEAVE + LP_REASON_STRUCTURE;
}

#define FIELD(name)                                                                                          \
  { NS_TEXT, name, odt_enter_field, odt_leave_field }
#define SHAPE(name)                                                                                          \
  { NS_DRAW, name, odt_enter_shape, odt_leave_shape }
#define INDEX(name)                                                                                          \
  { NS_TEXT, name, odt_enter_index, odt_leave_index }
#define LEFT_OUT(number, name)                                                                               \
  { number, name, leave_out, NULL }

static const LpXmlRow rows[] = {
    /* styles */
    {NS_OFFICE, "automatic-styles", odt_enter_automatic, odt_leave_automatic},
    {NS_STYLE, "style", odt_enter_style, odt_leave_style},
    {NS_STYLE, "default-style", odt_enter_default_style, odt_leave_style},
    {NS_STYLE, "text-properties", odt_enter_text_properties, NULL},
    {NS_STYLE, "paragraph-properties", odt_enter_block_properties, NULL},
    {NS_STYLE, "table-properties", odt_enter_block_properties, NULL},
    {NS_STYLE, "table-row-properties", odt_enter_block_properties, NULL},
    {NS_STYLE, "table-cell-properties", odt_enter_block_properties, NULL},
    {NS_STYLE, "table-column-properties", odt_enter_column_properties, NULL},
    {NS_STYLE, "font-face", odt_enter_font_face, NULL},
    {NS_TEXT, "list-style", odt_enter_list_style, odt_leave_list_style},
    {NS_TEXT, "outline-style", odt_enter_outline_style, odt_leave_list_style},
    {NS_TEXT, "outline-level-style", odt_enter_level_number, NULL},
    {NS_TEXT, "list-level-style-number", odt_enter_level_number, NULL},
    {NS_TEXT, "list-level-style-bullet", odt_enter_level_bullet, NULL},
    {NS_TEXT, "list-level-style-image", odt_enter_level_bullet, NULL},
    {NS_STYLE, "header", odt_enter_page_part, odt_leave_page_part},
    {NS_STYLE, "header-left", odt_enter_page_part, odt_leave_page_part},
    {NS_STYLE, "header-first", odt_enter_page_part, odt_leave_page_part},
    {NS_STYLE, "footer", odt_enter_page_part, odt_leave_page_part},
    {NS_STYLE, "footer-left", odt_enter_page_part, odt_leave_page_part},
    {NS_STYLE, "footer-first", odt_enter_page_part, odt_leave_page_part},
    /* metadata of a flat file */
    {NS_DC, "title", odt_enter_metadata, odt_leave_metadata},
    {NS_DC, "subject", odt_enter_metadata, odt_leave_metadata},
    {NS_DC, "language", odt_enter_metadata, odt_leave_metadata},
    {NS_META, "keyword", odt_enter_metadata, odt_leave_metadata},
    LEFT_OUT(NS_DC, "description"),
    LEFT_OUT(NS_META, "user-defined"),
    /* the body */
    {NS_OFFICE, "text", enter_body, leave_body},
    {NS_TEXT, "p", odt_enter_paragraph, odt_leave_paragraph},
    {NS_TEXT, "h", odt_enter_heading, odt_leave_paragraph},
    {NS_TEXT, "span", odt_enter_span, odt_leave_span},
    {NS_TEXT, "a", odt_enter_link, odt_leave_link},
    {NS_TEXT, "s", odt_enter_spaces, NULL},
    {NS_TEXT, "tab", odt_enter_tab, NULL},
    {NS_TEXT, "line-break", odt_enter_line_break, NULL},
    {NS_TEXT, "bookmark", odt_enter_anchor, NULL},
    {NS_TEXT, "bookmark-start", odt_enter_anchor, NULL},
    {NS_TEXT, "reference-mark", odt_enter_anchor, NULL},
    {NS_TEXT, "reference-mark-start", odt_enter_anchor, NULL},
    {NS_TEXT, "ruby", odt_enter_ruby, odt_leave_ruby},
    {NS_TEXT, "ruby-text", odt_enter_ruby_text, odt_leave_ruby_text},
    {NS_TEXT, "list", odt_enter_list, odt_leave_list},
    {NS_TEXT, "list-item", odt_enter_item, odt_leave_item},
    {NS_TEXT, "list-header", odt_enter_list_header, odt_leave_item},
    {NS_TEXT, "section", odt_enter_section, odt_leave_section},
    INDEX("table-of-content"),
    INDEX("illustration-index"),
    INDEX("table-index"),
    INDEX("object-index"),
    INDEX("user-index"),
    INDEX("alphabetical-index"),
    INDEX("bibliography"),
    LEFT_OUT(NS_TEXT, "table-of-content-source"),
    LEFT_OUT(NS_TEXT, "illustration-index-source"),
    LEFT_OUT(NS_TEXT, "table-index-source"),
    LEFT_OUT(NS_TEXT, "object-index-source"),
    LEFT_OUT(NS_TEXT, "user-index-source"),
    LEFT_OUT(NS_TEXT, "alphabetical-index-source"),
    LEFT_OUT(NS_TEXT, "bibliography-source"),
    LEFT_OUT(NS_TEXT, "notes-configuration"),
    LEFT_OUT(NS_OFFICE, "forms"),
    LEFT_OUT(NS_OFFICE, "scripts"),
    LEFT_OUT(NS_OFFICE, "event-listeners"),
    /* tables */
    {NS_TABLE, "table", odt_enter_table, odt_leave_table},
    {NS_TABLE, "table-column", odt_enter_column, NULL},
    {NS_TABLE, "table-header-rows", odt_enter_header_rows, odt_leave_header_rows},
    {NS_TABLE, "table-row", odt_enter_row, odt_leave_row},
    {NS_TABLE, "table-cell", odt_enter_cell, odt_leave_cell},
    {NS_TABLE, "covered-table-cell", odt_enter_covered_cell, NULL},
    /* notes, annotations, changes */
    {NS_TEXT, "note", odt_enter_note, NULL},
    {NS_TEXT, "note-citation", odt_enter_citation, odt_leave_citation},
    {NS_TEXT, "note-body", odt_enter_note_body, odt_leave_note_body},
    {NS_OFFICE, "annotation", odt_enter_annotation, odt_leave_annotation},
    {NS_OFFICE, "annotation-end", odt_enter_annotation_end, NULL},
    {NS_DC, "creator", odt_enter_about, odt_leave_about},
    {NS_DC, "date", odt_enter_about, odt_leave_about},
    {NS_META, "creator-initials", odt_enter_about, odt_leave_about},
    {NS_LOEXT, "sender-initials", odt_enter_about, odt_leave_about},
    {NS_TEXT, "changed-region", odt_enter_changed_region, odt_leave_changed_region},
    {NS_TEXT, "insertion", odt_enter_insertion, NULL},
    {NS_TEXT, "deletion", odt_enter_deletion, odt_leave_deletion},
    {NS_TEXT, "format-change", odt_enter_format_change, NULL},
    {NS_TEXT, "change", odt_enter_change, NULL},
    {NS_TEXT, "change-start", odt_enter_change_start, NULL},
    {NS_TEXT, "change-end", odt_enter_change_end, NULL},
    /* frames and shapes */
    {NS_DRAW, "frame", odt_enter_frame, odt_leave_frame},
    {NS_DRAW, "image", odt_enter_picture, NULL},
    {NS_DRAW, "object", odt_enter_object, NULL},
    {NS_DRAW, "object-ole", odt_enter_object, NULL},
    {NS_DRAW, "plugin", odt_enter_object, NULL},
    LEFT_OUT(NS_OFFICE, "binary-data"),
    {NS_SVG, "title", odt_enter_alternative, odt_leave_alternative},
    {NS_SVG, "desc", odt_enter_alternative, odt_leave_alternative},
    SHAPE("text-box"),
    SHAPE("custom-shape"),
    SHAPE("rect"),
    SHAPE("circle"),
    SHAPE("ellipse"),
    SHAPE("line"),
    SHAPE("polyline"),
    SHAPE("polygon"),
    SHAPE("regular-polygon"),
    SHAPE("path"),
    SHAPE("connector"),
    SHAPE("measure"),
    SHAPE("caption"),
    /* fields */
    FIELD("page-number"),
    FIELD("page-count"),
    FIELD("date"),
    FIELD("time"),
    FIELD("title"),
    FIELD("subject"),
    FIELD("keywords"),
    FIELD("description"),
    FIELD("author-name"),
    FIELD("author-initials"),
    FIELD("initial-creator"),
    FIELD("creator"),
    FIELD("creation-date"),
    FIELD("creation-time"),
    FIELD("modification-date"),
    FIELD("modification-time"),
    FIELD("print-date"),
    FIELD("file-name"),
    FIELD("template-name"),
    FIELD("chapter"),
    FIELD("word-count"),
    FIELD("paragraph-count"),
    FIELD("character-count"),
    FIELD("bookmark-ref"),
    FIELD("reference-ref"),
    FIELD("note-ref"),
    FIELD("sequence-ref"),
    FIELD("sequence"),
    FIELD("placeholder"),
    FIELD("text-input"),
    FIELD("variable-set"),
    FIELD("variable-get"),
    FIELD("user-field-get"),
    FIELD("user-defined"),
    FIELD("expression"),
    FIELD("conditional-text"),
    FIELD("database-display"),
    FIELD("bibliography-mark"),
    FIELD("sender-firstname"),
    FIELD("sender-lastname"),
    {NS_TEXT, "hidden-text", odt_enter_hidden_field, odt_leave_hidden_field},
    /* number formats */
    LEFT_OUT(NS_NUMBER, "text"),
};

LpXmlRows odt_rows(void) {
  return (LpXmlRows){
      .namespaces = odt_namespaces,
      .namespace_count = odt_namespace_count,
      .rows = rows,
      .row_count = sizeof rows / sizeof rows[0],
      .text = odt_text,
      .counted = true,
  };
}
