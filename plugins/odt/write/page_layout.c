/* Page layouts (ODF 1.3, 16.5): from the letterhead's baselines to margins, heights and spaces. */
#include "config.h"

#include "page_layout.h"

#include "properties.h"
#include "state.h"
#include "watermark.h"

static int32_t integer(const OdtWriter *writer, LpLetterheadKey key) {
  return lp_letterhead_integer(writer->letterhead, key);
}

static const LpStyle *style_of(const OdtWriter *writer, LpRole role) {
  return lp_letterhead_style(writer->letterhead, role);
}

static int32_t leading_of(const LpStyle *style) {
  return lp_style_integer(style, LP_PROPERTY_LEADING_EMU);
}

/* Where LibreOffice has the baseline in a line of fixed height: at four fifths. */
static int32_t ascent_of(const LpStyle *style) {
  return (int32_t)((int64_t)leading_of(style) * 4 / 5);
}

static int32_t at_least(int32_t value, int32_t least) {
  return value < least ? least : value;
}

/* A header: lines of fixed height from top on, then a paragraph whose lower border is the rule. */
typedef struct Head {
  int32_t top;     /* of the first line */
  int32_t gap;     /* from the first line to the second */
  int32_t to_rule; /* from the last line to the rule: the height of the rule's paragraph */
  int32_t height;  /* from top to below the rule */
  int32_t space;   /* from there to the text */
} Head;

/* What lies below the lines. */
static void measure_below(Head *head, int32_t lines_bottom, int32_t rule_top, int32_t thickness,
                          int32_t text_top) {
  enum { LEAST = 2 * LP_EMU_PER_POINT };
  head->to_rule = at_least(rule_top - lines_bottom, LEAST);
  int32_t bottom = lines_bottom + head->to_rule + thickness;
  head->height = bottom - head->top;
  head->space = at_least(text_top - bottom, 0);
}

/* How far below its place a first baseline would come: text is set that much higher. */
static int32_t shift_of_text(const OdtWriter *writer) {
  const LpStyle *body = style_of(writer, LP_ROLE_BODY);
  int32_t wanted =
      leading_of(body) / 2 + (int32_t)((int64_t)lp_style_integer(body, LP_PROPERTY_SIZE_EMU) * 33 / 100);
  return ascent_of(body) - wanted;
}

/* With the tagline before the name the two change places within the same space. */
static Head measure_first(const OdtWriter *writer) {
  const LpStyle *name = style_of(writer, LP_ROLE_NAME), *tagline = style_of(writer, LP_ROLE_TAGLINE);
  const LpScriptGroup *script;
  (void)fonts_class(writer, lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_LANGUAGE), &script);
  int32_t apart = script ? lp_script_group_spread_emu(script) / 2 : 0;
  bool two = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_TAGLINE) != NULL;
  Head head = {.top = integer(writer, LP_LETTERHEAD_FIRST_NAME_BASELINE) - apart - ascent_of(name)};
  int32_t bottom = head.top + leading_of(name);
  if (two) {
    int32_t second = integer(writer, LP_LETTERHEAD_FIRST_TAGLINE_BASELINE) + apart - ascent_of(tagline);
    head.gap = at_least(second - bottom, 0);
    bottom += head.gap + leading_of(tagline);
  }
  measure_below(&head, bottom, integer(writer, LP_LETTERHEAD_FIRST_RULE_TOP),
                integer(writer, LP_LETTERHEAD_FIRST_RULE_THICKNESS),
                integer(writer, LP_LETTERHEAD_FIRST_TEXT_TOP) - shift_of_text(writer));
  return head;
}

static Head measure_following(const OdtWriter *writer) {
  const LpStyle *name = style_of(writer, LP_ROLE_RUNNING_NAME),
                *tagline = style_of(writer, LP_ROLE_RUNNING_TAGLINE);
  Head head = {.top = integer(writer, LP_LETTERHEAD_FOLLOWING_BASELINE) - ascent_of(name)};
  int32_t bottom = head.top + leading_of(name);
  const char *second = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_FOLLOWING_SECOND);
  if (second && *second) {
    int32_t top = integer(writer, LP_LETTERHEAD_FOLLOWING_SECOND_BASELINE) - ascent_of(tagline);
    head.gap = at_least(top - bottom, 0);
    bottom += head.gap + leading_of(tagline);
  }
  int32_t text_top = integer(writer, LP_LETTERHEAD_FOLLOWING_TEXT_TOP) - shift_of_text(writer);
  measure_below(&head, bottom, integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_TOP),
                integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS), text_top);
  if (!integer(writer, LP_LETTERHEAD_FOLLOWING_SHOW))
    head = (Head){.top = text_top};
  return head;
}

typedef struct Foot {
  int32_t bottom;  /* margin below it */
  int32_t padding; /* between rule and text */
  int32_t height;  /* from the rule to the margin */
  int32_t space;   /* above the rule */
} Foot;

enum { HAIRLINE = LP_EMU_PER_POINT / 2 };

static Foot measure_foot(const OdtWriter *writer) {
  const LpStyle *style = style_of(writer, LP_ROLE_FOOTER);
  int32_t baseline = integer(writer, LP_LETTERHEAD_FOOTER_BASELINE);
  int32_t above = integer(writer, LP_LETTERHEAD_FOOTER_RULE_ABOVE);
  Foot foot = {.bottom = at_least(baseline - (leading_of(style) - ascent_of(style)), 0),
               .padding = at_least(above - ascent_of(style) - HAIRLINE, 0)};
  foot.height = HAIRLINE + foot.padding + leading_of(style);
  foot.space = at_least(
      integer(writer, LP_LETTERHEAD_TEXT_BOTTOM) + shift_of_text(writer) - foot.bottom - foot.height, 0);
  return foot;
}

/* ---- writing ---- */

static void write_notes_rule(const OdtWriter *writer, LpSink *sink) {
  int64_t measure = state_measure(writer);
  XmlText text;
  xml_clear(&text);
  int32_t gap = integer(writer, LP_LETTERHEAD_NOTE_RULE_GAP);
  xml_attribute_points(&text, "style:width", integer(writer, LP_LETTERHEAD_NOTE_RULE_THICKNESS));
  xml_attribute_points(&text, "style:distance-before-sep", gap);
  xml_attribute_points(&text, "style:distance-after-sep", gap);
  xml_attribute(&text, "style:line-style", "solid");
  xml_attribute(&text, "style:adjustment", writer->rtl ? "right" : "left");
  int64_t share = measure > 0 ? (int64_t)integer(writer, LP_LETTERHEAD_NOTE_RULE_LENGTH) * 1000 / measure : 0;
  xml_attribute_format(&text, "style:rel-width", "%d.%d%%", (int)(share / 10), (int)(share % 10));
  xml_attribute_colour(&text, "style:color", lp_letterhead_colour(writer->letterhead, LP_COLOUR_INK, false));
  lp_sink_format(sink, "<style:footnote-sep%s/>", text.bytes);
}

static void write_part(LpSink *sink, const char *element, const char *space_name, int32_t height,
                       int32_t space) {
  XmlText text;
  xml_clear(&text);
  xml_attribute_points(&text, "fo:min-height", height);
  xml_attribute(&text, "fo:margin-left", "0pt");
  xml_attribute(&text, "fo:margin-right", "0pt");
  xml_attribute_points(&text, space_name, space);
  xml_attribute(&text, "style:dynamic-spacing", "false");
  lp_sink_format(sink, "<%s><style:header-footer-properties%s/></%s>", element, text.bytes, element);
}

static void write_layout(const OdtWriter *writer, LpSink *sink, const char *name, const Head *head,
                         const Foot *foot) {
  XmlText text;
  xml_clear(&text);
  int32_t inner = integer(writer, LP_LETTERHEAD_MARGIN_INNER),
          outer = integer(writer, LP_LETTERHEAD_MARGIN_OUTER);
  xml_attribute_points(&text, "fo:page-width", integer(writer, LP_LETTERHEAD_PAGE_WIDTH));
  xml_attribute_points(&text, "fo:page-height", integer(writer, LP_LETTERHEAD_PAGE_HEIGHT));
  bool wide = integer(writer, LP_LETTERHEAD_PAGE_WIDTH) > integer(writer, LP_LETTERHEAD_PAGE_HEIGHT);
  xml_attribute(&text, "style:print-orientation", wide ? "landscape" : "portrait");
  xml_attribute_points(&text, "fo:margin-top", head->top);
  xml_attribute_points(&text, "fo:margin-bottom", foot->bottom);
  xml_attribute_points(&text, "fo:margin-left", writer->rtl ? outer : inner);
  xml_attribute_points(&text, "fo:margin-right", writer->rtl ? inner : outer);
  xml_attribute(&text, "style:writing-mode", writer->rtl ? "rl-tb" : "lr-tb");
  lp_sink_format(sink, "<style:page-layout style:name=\"%s\"><style:page-layout-properties%s>", name,
                 text.bytes);
  write_notes_rule(writer, sink);
  lp_sink_text(sink, "</style:page-layout-properties>");
  if (head->height > 0)
    write_part(sink, "style:header-style", "fo:margin-bottom", head->height, head->space);
  write_part(sink, "style:footer-style", "fo:margin-top", foot->height, foot->space);
  lp_sink_text(sink, "</style:page-layout>");
}

static void write_paragraph(LpSink *sink, const char *name, const char *parent, const XmlText *attributes,
                            const char *content) {
  lp_sink_format(sink,
                 "<style:style style:name=\"%s\" style:family=\"paragraph\" style:parent-style-name=\"%s\">"
                 "<style:paragraph-properties%s>%s</style:paragraph-properties></style:style>",
                 name, parent, attributes->bytes, content);
}

static void write_line_style(LpSink *sink, const char *name, const char *parent, int32_t indent,
                             int32_t above, const char *content) {
  XmlText text;
  xml_clear(&text);
  xml_attribute_points(&text, "fo:margin-left", indent);
  xml_attribute_points(&text, "fo:margin-top", above);
  xml_attribute(&text, "fo:margin-bottom", "0pt");
  write_paragraph(sink, name, parent, &text, content);
}

/* The paragraph whose lower border is the rule. */
static void write_rule_style(const OdtWriter *writer, LpSink *sink, const char *name, int32_t height,
                             int32_t thickness) {
  XmlText text;
  xml_clear(&text);
  xml_attribute_points(&text, "fo:line-height", height);
  xml_attribute(&text, "fo:margin-top", "0pt");
  xml_attribute(&text, "fo:margin-bottom", "0pt");
  xml_attribute(&text, "fo:padding", "0pt");
  xml_attribute(&text, "fo:border-top", "none");
  xml_attribute(&text, "fo:border-left", "none");
  xml_attribute(&text, "fo:border-right", "none");
  xml_attribute_border(&text, "fo:border-bottom", thickness,
                       lp_letterhead_colour(writer->letterhead, LP_COLOUR_RULE, false));
  lp_sink_format(
      sink,
      "<style:style style:name=\"%s\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
      "<style:paragraph-properties%s/><style:text-properties fo:font-size=\"2pt\" "
      "style:font-size-asian=\"2pt\" style:font-size-complex=\"2pt\"/></style:style>",
      name, text.bytes);
}

static void write_span_style(OdtWriter *writer, LpSink *sink, const char *name, LpRole role, LpRole within) {
  XmlText text;
  xml_clear(&text);
  properties_add_text(writer, &text, style_of(writer, role), (Base){.role = style_of(writer, within)});
  lp_sink_format(sink, "<style:style style:name=\"%s\" style:family=\"text\">%s</style:style>", name,
                 text.bytes);
}

/* One tab stop, or two, as style:tab-stops. */
static const char *tab_stops(XmlText *text, int32_t centre, int32_t end) {
  XmlText stop;
  xml_clear(text);
  xml_raw(text, "<style:tab-stops>");
  if (centre > 0) {
    xml_clear(&stop);
    xml_attribute_points(&stop, "style:position", centre);
    xml_attribute(&stop, "style:type", "center");
    xml_element(text, "style:tab-stop", &stop);
  }
  xml_clear(&stop);
  xml_attribute_points(&stop, "style:position", end);
  xml_attribute(&stop, "style:type", "right");
  xml_element(text, "style:tab-stop", &stop);
  xml_raw(text, "</style:tab-stops>");
  return text->bytes;
}

static void write_foot_styles(OdtWriter *writer, LpSink *sink, const Foot *foot) {
  int32_t measure = state_measure(writer);
  XmlText text, tabs;
  xml_clear(&text);
  xml_attribute_points(&text, "fo:padding-top", foot->padding);
  xml_attribute(&text, "fo:padding-bottom", "0pt");
  xml_attribute(&text, "fo:padding-left", "0pt");
  xml_attribute(&text, "fo:padding-right", "0pt");
  xml_attribute_border(&text, "fo:border-top", LP_EMU_PER_POINT / 2,
                       lp_letterhead_colour(writer->letterhead, LP_COLOUR_HAIRLINE, false));
  xml_attribute(&text, "fo:border-bottom", "none");
  xml_attribute(&text, "fo:border-left", "none");
  xml_attribute(&text, "fo:border-right", "none");
  write_paragraph(sink, "Foot", "Footer", &text, tab_stops(&tabs, measure / 2, measure));
  write_span_style(writer, sink, "FootCentre", LP_ROLE_CLASSIFICATION, LP_ROLE_FOOTER);
}

/* Emblem and accent: at a height of the page, at the start of the text. */
static void write_shapes(const OdtWriter *writer, LpSink *sink) {
  XmlText place;
  xml_clear(&place);
  xml_attribute(&place, "style:wrap", "run-through");
  xml_attribute(&place, "style:run-through", "foreground");
  xml_attribute(&place, "style:vertical-pos", "from-top");
  xml_attribute(&place, "style:vertical-rel", "page");
  xml_attribute(&place, "style:horizontal-pos", writer->rtl ? "right" : "left");
  xml_attribute(&place, "style:horizontal-rel", "page-content");
  xml_attribute(&place, "style:flow-with-text", "false");
  lp_sink_format(sink,
                 "<style:style style:name=\"LetterheadPicture\" style:family=\"graphic\" "
                 "style:parent-style-name=\"Graphics\"><style:graphic-properties%s fo:border=\"none\" "
                 "fo:padding=\"0pt\"/></style:style>",
                 place.bytes);
  lp_sink_format(
      sink,
      "<style:style style:name=\"LetterheadAccent\" style:family=\"graphic\"><style:graphic-properties%s "
      "draw:stroke=\"none\" draw:fill=\"solid\" draw:fill-color=\"#%06x\"/></style:style>",
      place.bytes, (unsigned)lp_letterhead_colour(writer->letterhead, LP_COLOUR_ACCENT, false) & 0xFFFFFFU);
}

static int32_t emblem_indent(const OdtWriter *writer, LpLetterheadKey size, LpLetterheadKey gap) {
  return integer(writer, size) > 0 ? integer(writer, size) + integer(writer, gap) : 0;
}

void page_layouts_write(OdtWriter *writer, LpSink *sink) {
  Head first = measure_first(writer), following = measure_following(writer);
  Foot foot = measure_foot(writer);
  bool before = integer(writer, LP_LETTERHEAD_TAGLINE_BEFORE);
  XmlText tabs;
  lp_sink_text(sink, "<office:automatic-styles>");
  int32_t indent = emblem_indent(writer, LP_LETTERHEAD_EMBLEM_SIZE, LP_LETTERHEAD_EMBLEM_GAP);
  write_line_style(sink, "FirstName", "Letterhead_20_name", indent, before ? first.gap : 0, "");
  write_line_style(sink, "FirstTagline", "Letterhead_20_tagline", indent, before ? 0 : first.gap, "");
  write_rule_style(writer, sink, "FirstRule", first.to_rule,
                   integer(writer, LP_LETTERHEAD_FIRST_RULE_THICKNESS));
  indent = emblem_indent(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE, LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP);
  write_line_style(sink, "FollowingName", "Header", indent, 0,
                   tab_stops(&tabs, 0, state_measure(writer) - indent));
  write_line_style(sink, "FollowingTagline", "Header_20_tagline", indent, following.gap, "");
  write_rule_style(writer, sink, "FollowingRule", following.to_rule,
                   integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS));
  write_span_style(writer, sink, "FollowingTitle", LP_ROLE_RUNNING_TITLE, LP_ROLE_RUNNING_NAME);
  write_foot_styles(writer, sink, &foot);
  write_shapes(writer, sink);
  watermark_write_styles(writer, sink);
  write_layout(writer, sink, "FirstLayout", &first, &foot);
  write_layout(writer, sink, "FollowingLayout", &following, &foot);
  lp_sink_text(sink, "</office:automatic-styles>");
}
