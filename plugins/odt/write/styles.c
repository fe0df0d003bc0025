/* Named styles. Their names are LibreOffice's where it has such a style, so that it knows and translates
 * them. */
#include "config.h"

#include "styles.h"

#include "properties.h"
#include "state.h"

#include <stdio.h>

typedef struct NamedStyle {
  const char *name;
  const char *display; /* NULL: the name */
  const char *parent;
  const char *next;
  const char *class_;
  LpRole role;
  int32_t level; /* of the outline; 0: none */
} NamedStyle;

static const NamedStyle named[] = {
    {"Text_20_body", "Text body", "Standard", NULL, "text", LP_ROLE_BODY, 0},
    {"Title", NULL, "Standard", "Subtitle", "chapter", LP_ROLE_TITLE, 0},
    {"Subtitle", NULL, "Standard", "Text_20_body", "chapter", LP_ROLE_MEETING, 0},
    {"Date", NULL, "Standard", "Text_20_body", "chapter", LP_ROLE_DATE, 0},
    {"Embargo", NULL, "Standard", "Text_20_body", "chapter", LP_ROLE_EMBARGO, 0},
    {"Heading_20_1", "Heading 1", "Standard", "Text_20_body", "text", LP_ROLE_HEADING_1, 1},
    {"Heading_20_2", "Heading 2", "Standard", "Text_20_body", "text", LP_ROLE_HEADING_2, 2},
    {"Heading_20_3", "Heading 3", "Standard", "Text_20_body", "text", LP_ROLE_HEADING_3, 3},
    {"Heading_20_4", "Heading 4", "Standard", "Text_20_body", "text", LP_ROLE_HEADING_3, 4},
    {"Heading_20_5", "Heading 5", "Standard", "Text_20_body", "text", LP_ROLE_HEADING_3, 5},
    {"Heading_20_6", "Heading 6", "Standard", "Text_20_body", "text", LP_ROLE_HEADING_3, 6},
    {"List", NULL, "Standard", NULL, "list", LP_ROLE_LIST, 0},
    {"Quotations", NULL, "Standard", NULL, "html", LP_ROLE_QUOTE, 0},
    {"Table_20_Contents", "Table Contents", "Standard", NULL, "extra", LP_ROLE_TABLE_CELL, 0},
    {"Table_20_Heading", "Table Heading", "Standard", NULL, "extra", LP_ROLE_TABLE_HEAD, 0},
    {"Caption", NULL, "Standard", NULL, "extra", LP_ROLE_CAPTION, 0},
    {"Footnote", NULL, "Standard", NULL, "extra", LP_ROLE_NOTE, 0},
    {"Endnote", NULL, "Footnote", NULL, "extra", LP_ROLE_NOTE, 0},
    {"Signature", NULL, "Standard", "Signature_20_role", "extra", LP_ROLE_SIGNATURE_NAME, 0},
    {"Signature_20_role", "Signature role", "Standard", NULL, "extra", LP_ROLE_SIGNATURE_ROLE, 0},
    {"Preformatted_20_Text", "Preformatted Text", "Standard", NULL, "html", LP_ROLE_PREFORMATTED, 0},
    {"Contents_20_1", "Contents 1", "Standard", NULL, "index", LP_ROLE_CONTENTS, 0},
    {"Header", NULL, "Standard", NULL, "extra", LP_ROLE_RUNNING_NAME, 0},
    {"Header_20_tagline", "Header tagline", "Standard", NULL, "extra", LP_ROLE_RUNNING_TAGLINE, 0},
    {"Footer", NULL, "Standard", NULL, "extra", LP_ROLE_FOOTER, 0},
    {"Letterhead_20_name", "Letterhead name", "Standard", NULL, "extra", LP_ROLE_NAME, 0},
    {"Letterhead_20_tagline", "Letterhead tagline", "Standard", NULL, "extra", LP_ROLE_TAGLINE, 0},
};

enum { NAMED_COUNT = sizeof named / sizeof *named };

const char *style_name_of_role(LpRole role, int32_t level) {
  if (role >= LP_ROLE_HEADING_1 && role <= LP_ROLE_HEADING_3 && level > 0)
    for (size_t i = 0; i < NAMED_COUNT; i++)
      if (named[i].level == (level > 6 ? 6 : level))
        return named[i].name;
  for (size_t i = 0; i < NAMED_COUNT; i++)
    if (named[i].role == role)
      return named[i].name;
  return "Text_20_body";
}

/* ---- defaults ---- */

/* What all paragraphs have, unless they say otherwise. */
static void write_default(OdtWriter *writer, LpSink *sink) {
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  int32_t size = lp_style_integer(body, LP_PROPERTY_SIZE_EMU);
  XmlText attributes;
  xml_clear(&attributes);
  for (ScriptClass i = SCRIPT_WESTERN; i < SCRIPT_CLASSES; i++)
    fonts_add_face(writer, &attributes, i, writer->fonts.groups[i], size);
  const LpScriptGroup *own;
  fonts_add_language(&attributes, fonts_class(writer, writer->language, &own), writer->language);
  xml_attribute_colour(&attributes, "fo:color", lp_style_integer(body, LP_PROPERTY_COLOUR));
  xml_attribute(&attributes, "style:letter-kerning", "true");
  lp_sink_format(
      sink,
      "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:orphans=\"2\" "
      "fo:widows=\"2\" style:tab-stop-distance=\"36pt\" style:writing-mode=\"%s\" "
      "style:text-autospace=\"ideograph-alpha\" style:punctuation-wrap=\"hanging\" "
      "style:line-break=\"strict\"/><style:text-properties%s/></style:default-style>",
      writer->rtl ? "rl-tb" : "lr-tb", attributes.bytes);
  lp_sink_text(sink, "<style:default-style style:family=\"graphic\"/>"
                     "<style:default-style style:family=\"table\"><style:table-properties "
                     "table:border-model=\"collapsing\"/></style:default-style>"
                     "<style:default-style style:family=\"table-row\"><style:table-row-properties "
                     "fo:keep-together=\"always\"/></style:default-style>");
}

/* The parent of all: body text without its spaces. */
static void write_standard(OdtWriter *writer, LpSink *sink) {
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  XmlText leading;
  xml_clear(&leading);
  xml_attribute_points(&leading, "fo:line-height", lp_style_integer(body, LP_PROPERTY_LEADING_EMU));
  lp_sink_format(sink,
                 "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\">"
                 "<style:paragraph-properties%s/></style:style>",
                 leading.bytes);
}

/* ---- roles ---- */

/* style:paragraph-properties of a named style: all of the role's. Cells have their spaces as padding; notes
   hang by the width of their number. */
static void add_paragraph(const OdtWriter *writer, XmlText *properties, const NamedStyle *style) {
  const LpStyle *role = lp_letterhead_style(writer->letterhead, style->role);
  bool in_cell = style->role == LP_ROLE_TABLE_CELL || style->role == LP_ROLE_TABLE_HEAD;
  XmlText hanging;
  xml_clear(&hanging);
  if (style->role == LP_ROLE_NOTE) {
    int32_t width = lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_NOTE_NUMBER_WIDTH);
    xml_attribute_points(&hanging, "fo:margin-left", width);
    xml_attribute_points(&hanging, "fo:text-indent", -width);
  }
  unsigned skip = in_cell ? SKIP_SPACES : hanging.n ? SKIP_INDENTS : SKIP_NOTHING;
  /* Of contents the last tab leads to the page. */
  char tabs[32] = "";
  if (style->role == LP_ROLE_CONTENTS)
    snprintf(tabs, sizeof tabs, "end %d .", state_measure(writer));
  properties_add_paragraph(properties, role, (Base){0}, skip, &hanging, *tabs ? tabs : NULL);
}

static void write_named(OdtWriter *writer, LpSink *sink, const NamedStyle *style) {
  const LpStyle *role = lp_letterhead_style(writer->letterhead, style->role);
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  XmlText head, properties;
  xml_clear(&head);
  xml_clear(&properties);
  xml_attribute(&head, "style:name", style->name);
  xml_attribute(&head, "style:display-name", style->display);
  xml_attribute(&head, "style:family", "paragraph");
  xml_attribute(&head, "style:parent-style-name", style->parent);
  xml_attribute(&head, "style:next-style-name", style->next);
  if (style->level)
    xml_attribute_format(&head, "style:default-outline-level", "%d", style->level);
  xml_attribute(&head, "style:class", style->class_);
  add_paragraph(writer, &properties, style);
  properties_add_text(writer, &properties, role,
                      style->role == LP_ROLE_BODY ? (Base){.role = role} : (Base){.role = body});
  lp_sink_format(sink, "<style:style%s>%s</style:style>", head.bytes, properties.bytes);
}

/* A thematic break: an empty paragraph with a line below. */
static void write_horizontal_line(const OdtWriter *writer, LpSink *sink) {
  const LpStyle *body = lp_letterhead_style(writer->letterhead, LP_ROLE_BODY);
  XmlText attributes;
  xml_clear(&attributes);
  xml_attribute_points(&attributes, "fo:margin-bottom", lp_style_integer(body, LP_PROPERTY_SPACE_AFTER_EMU));
  xml_attribute(&attributes, "fo:padding", "0pt");
  xml_attribute(&attributes, "fo:border-top", "none");
  xml_attribute(&attributes, "fo:border-left", "none");
  xml_attribute(&attributes, "fo:border-right", "none");
  xml_attribute_border(&attributes, "fo:border-bottom", LP_EMU_PER_POINT / 2,
                       lp_letterhead_colour(writer->letterhead, LP_COLOUR_HAIRLINE, false));
  lp_sink_format(sink,
                 "<style:style style:name=\"Horizontal_20_Line\" style:display-name=\"Horizontal Line\" "
                 "style:family=\"paragraph\" style:parent-style-name=\"Standard\" "
                 "style:next-style-name=\"Text_20_body\" style:class=\"html\">"
                 "<style:paragraph-properties%s/></style:style>",
                 attributes.bytes);
}

/* ---- what is not a paragraph ---- */

static const char text_styles[] =
    "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" style:family=\"text\">"
    "<style:text-properties style:text-underline-style=\"none\"/></style:style>"
    "<style:style style:name=\"Footnote_20_Symbol\" style:display-name=\"Footnote Symbol\" "
    "style:family=\"text\"/>"
    "<style:style style:name=\"Endnote_20_Symbol\" style:display-name=\"Endnote Symbol\" "
    "style:family=\"text\"/>"
    "<style:style style:name=\"Footnote_20_anchor\" style:display-name=\"Footnote anchor\" "
    "style:family=\"text\">"
    "<style:text-properties style:text-position=\"super 58%\"/></style:style>"
    "<style:style style:name=\"Endnote_20_anchor\" style:display-name=\"Endnote anchor\" "
    "style:family=\"text\">"
    "<style:text-properties style:text-position=\"super 58%\"/></style:style>"
    "<style:style style:name=\"Graphics\" style:family=\"graphic\"/>"
    "<style:style style:name=\"Frame\" style:family=\"graphic\"/>";

static void write_outline(LpSink *sink) {
  lp_sink_text(sink, "<text:outline-style style:name=\"Outline\">");
  for (int level = 1; level <= 10; level++)
    lp_sink_format(sink, "<text:outline-level-style text:level=\"%d\" style:num-format=\"\"/>", level);
  lp_sink_text(sink, "</text:outline-style>");
}

static const char notes[] =
    "<text:notes-configuration text:note-class=\"footnote\" text:default-style-name=\"Footnote\" "
    "text:citation-style-name=\"Footnote_20_Symbol\" text:citation-body-style-name=\"Footnote_20_anchor\" "
    "style:num-format=\"1\" text:start-value=\"0\" text:footnotes-position=\"page\" "
    "text:start-numbering-at=\"document\"/>"
    "<text:notes-configuration text:note-class=\"endnote\" text:default-style-name=\"Endnote\" "
    "text:citation-style-name=\"Endnote_20_Symbol\" text:citation-body-style-name=\"Endnote_20_anchor\" "
    "style:num-format=\"i\" text:start-value=\"0\" "
    /* or LibreOffice sets their page without letterhead */
    "text:master-page-name=\"Following\"/>"
    "<text:linenumbering-configuration text:number-lines=\"false\" text:increment=\"5\"/>";

void styles_write(OdtWriter *writer, LpSink *sink) {
  lp_sink_text(sink, "<office:styles>");
  write_default(writer, sink);
  write_standard(writer, sink);
  for (size_t i = 0; i < NAMED_COUNT; i++)
    write_named(writer, sink, &named[i]);
  write_horizontal_line(writer, sink);
  lp_sink_text(sink, text_styles);
  write_outline(sink);
  lp_sink_text(sink, notes);
  lp_sink_text(sink, "</office:styles>");
}
