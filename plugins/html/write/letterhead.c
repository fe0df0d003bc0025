/* The letterhead in HTML. */
#include "config.h"

#include "letterhead.h"

#include "css.h"
#include "differences.h"
#include "state.h"

#include <string.h>

static int32_t integer(const HtmlWriter *writer, LpLetterheadKey key) {
  return lp_letterhead_integer(writer->letterhead, key);
}

static const char *string(const HtmlWriter *writer, LpLetterheadKey key) {
  const char *value = lp_letterhead_string(writer->letterhead, key);
  return value && *value ? value : NULL;
}

int32_t letterhead_measure(const HtmlWriter *writer) {
  return integer(writer, LP_LETTERHEAD_PAGE_WIDTH) - integer(writer, LP_LETTERHEAD_MARGIN_INNER) -
         integer(writer, LP_LETTERHEAD_MARGIN_OUTER);
}

int32_t line_top(const LpStyle *style, int32_t baseline) {
  int64_t size = lp_style_integer(style, LP_PROPERTY_SIZE_EMU);
  return baseline - lp_style_integer(style, LP_PROPERTY_LEADING_EMU) / 2 - (int32_t)(size * 33 / 100);
}

/* ---- the emblem ---- */

/* Paths are scaled from their box of 1,000,000 units down to one of EMBLEM_UNITS. */
enum { EMBLEM_UNITS = 2000, PATH_UNITS = 1000000 };

/* Writes a number of at most four digits: there are hundreds of them. */
static void write_number(LpSink *sink, bool first, int32_t value) {
  char digits[8];
  size_t at = sizeof digits;
  bool negative = value < 0;
  uint32_t amount = (uint32_t)(negative ? -value : value) % 10000;
  do
    digits[--at] = (char)('0' + amount % 10);
  while (amount /= 10);
  if (negative)
    digits[--at] = '-';
  else if (!first)
    digits[--at] = ' ';
  lp_sink_write(sink, digits + at, sizeof digits - at);
}

static void write_path_data(LpSink *sink, const uint8_t *steps, size_t count, const int32_t *coordinates) {
  enum { SCALE = PATH_UNITS / EMBLEM_UNITS };
  static const struct {
    char letter;
    size_t coordinates;
  } kinds[] = {[LP_PATH_MOVE] = {'M', 2},
               [LP_PATH_LINE] = {'L', 2},
               [LP_PATH_CURVE] = {'C', 6},
               [LP_PATH_CLOSE] = {'Z', 0}};
  for (size_t i = 0; i < count; i++) {
    if (steps[i] > LP_PATH_CLOSE)
      return;
    lp_sink_write(sink, &kinds[steps[i]].letter, 1);
    for (size_t j = 0; j < kinds[steps[i]].coordinates; j++) {
      int32_t value = *coordinates++;
      write_number(sink, j == 0, (value < 0 ? value - SCALE / 2 : value + SCALE / 2) / SCALE);
    }
  }
}

/* The class by which a fill follows the colour scheme. */
static const char *fill_class(const HtmlWriter *writer, int32_t fill) {
  if (fill == lp_letterhead_colour(writer->letterhead, LP_COLOUR_HEADING, false))
    return "h";
  if (fill == lp_letterhead_colour(writer->letterhead, LP_COLOUR_ACCENT, false))
    return "a";
  return NULL;
}

/* The emblem's outlines, neighbours of one fill as one path. false: it is no such drawing, and nothing is
 * written. */
static bool write_outlines(const HtmlWriter *writer, LpMarkup *markup, LpSink *sink) {
  int32_t fill, last_fill = -1;
  const uint8_t *steps;
  size_t count;
  const int32_t *coordinates;
  for (size_t i = 0; lp_letterhead_emblem_path(writer->letterhead, i, &fill, &steps, &count, &coordinates);
       i++) {
    if (fill != last_fill) {
      if (last_fill >= 0) {
        lp_sink_text(sink, "\"");
        lp_markup_close(markup);
      }
      lp_markup_open(markup, "path");
      lp_markup_attribute_format(markup, "fill", "#%06X", (unsigned)fill & 0xFFFFFFU);
      lp_markup_attribute(markup, "class", fill_class(writer, fill));
      lp_sink_text(sink, " d=\"");
      last_fill = fill;
    }
    write_path_data(sink, steps, count, coordinates);
  }
  if (last_fill < 0)
    return false;
  lp_sink_text(sink, "\"");
  lp_markup_close(markup);
  return true;
}

static bool has_outlines(const HtmlWriter *writer) {
  int32_t fill;
  const uint8_t *steps;
  size_t count;
  const int32_t *coordinates;
  return lp_letterhead_emblem_path(writer->letterhead, 0, &fill, &steps, &count, &coordinates);
}

static bool has_emblem(const HtmlWriter *writer, LpLetterheadKey size) {
  size_t n;
  bool is_svg;
  return integer(writer, size) > 0 &&
         (has_outlines(writer) || lp_letterhead_emblem(writer->letterhead, &n, &is_svg));
}

/* The emblem as a picture: an SVG within img runs and fetches nothing. */
static void write_picture(const HtmlWriter *writer, LpMarkup *markup, const char *attribute) {
  size_t n;
  bool is_svg;
  const uint8_t *bytes = lp_letterhead_emblem(writer->letterhead, &n, &is_svg);
  if (bytes)
    lp_markup_attribute_data(markup, attribute, is_svg ? "image/svg+xml" : "image/png", bytes, n);
}

static void write_emblem(HtmlWriter *writer) {
  const char *alternative = string(writer, LP_LETTERHEAD_EMBLEM_ALTERNATIVE);
  LpMarkup *markup = writer->markup;
  lp_markup_open(markup, has_outlines(writer) ? "svg" : "img");
  lp_markup_attribute(markup, "class", "emblem");
  if (has_outlines(writer)) {
    lp_markup_attribute_format(markup, "viewBox", "0 0 %d %d", EMBLEM_UNITS, EMBLEM_UNITS);
    lp_markup_attribute(markup, "role", alternative ? "img" : NULL);
    lp_markup_attribute(markup, "aria-label", alternative);
    lp_markup_attribute(markup, "aria-hidden", alternative ? NULL : "true");
    write_outlines(writer, markup, writer->sink);
  } else {
    lp_markup_attribute(markup, "alt", alternative ? alternative : "");
    write_picture(writer, markup, "src");
  }
  lp_markup_close(markup);
}

/* ---- the masthead ---- */

/* language: NULL: the page's. */
static void write_line(HtmlWriter *writer, const char *class_, const char *text, const char *language) {
  if (!text)
    return;
  if (language && strcmp(language, element_current(writer)->language) == 0)
    language = NULL;
  lp_markup_open(writer->markup, "p");
  lp_markup_attribute(writer->markup, "class", class_);
  lp_markup_attribute(writer->markup, "lang", language);
  lp_markup_generated(writer->markup, text);
  lp_markup_close(writer->markup);
}

static void write_masthead(HtmlWriter *writer) {
  const char *name = string(writer, LP_LETTERHEAD_NAME);
  const char *tagline = string(writer, LP_LETTERHEAD_TAGLINE);
  const char *language = string(writer, LP_LETTERHEAD_LANGUAGE);
  bool before = integer(writer, LP_LETTERHEAD_TAGLINE_BEFORE);
  element_open_line(writer, "div", NULL);
  element_class(writer, "masthead", NULL, NULL);
  if (has_emblem(writer, LP_LETTERHEAD_EMBLEM_SIZE))
    write_emblem(writer);
  element_open(writer, "div", NULL);
  if (before)
    write_line(writer, "tagline", tagline, language);
  write_line(writer, "name", name, language);
  if (!before)
    write_line(writer, "tagline", tagline, language);
  element_close(writer);
  element_close(writer);
}

void letterhead_write(HtmlWriter *writer) {
  const char *mark = string(writer, LP_LETTERHEAD_MARK);
  const char *classification = string(writer, LP_LETTERHEAD_CLASSIFICATION);
  const char *embargo = string(writer, LP_LETTERHEAD_EMBARGO);
  element_open(writer, "header", NULL);
  write_masthead(writer);
  if (mark || classification || embargo) {
    element_open_line(writer, "div", NULL);
    element_class(writer, "status", NULL, NULL);
    write_line(writer, "mark", mark, NULL);
    write_line(writer, "classification", classification, NULL);
    write_line(writer, "classification", embargo, NULL);
    element_close(writer);
  }
  element_close(writer);
}

static const char masthead_rules[] =
    ".masthead{display:flex;align-items:center;position:relative;border-block-end:1px solid var(--rule);"
    "padding-block-end:1.1rem;margin-block-end:2.2rem}\n"
    ".masthead::after{content:\"\";position:absolute;inset-inline-start:0;inset-block-end:-2px;height:3px;"
    "background:var(--accent)}\n"
    ".masthead p{margin:0}\n"
    ".emblem{display:block;flex:none}\n"
    ".emblem .h{fill:var(--heading)}\n"
    ".emblem .a{fill:var(--accent)}\n"
    ".status{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem 1.5rem;margin-block:-1.2rem 1.8rem}\n"
    ".status p{margin:0}\n"
    ".mark{font-weight:700;letter-spacing:.08em;color:var(--heading)}\n";

/* The emblem on screen keeps its proportion to the name, which keeps --k of its distance from body text. */
void letterhead_write_rules(HtmlWriter *writer) {
  LpSink *sink = writer->sink;
  int64_t name =
      lp_style_integer(lp_letterhead_style(writer->letterhead, LP_ROLE_NAME), LP_PROPERTY_SIZE_EMU);
  int64_t body = writer->body_size_emu;
  int64_t name_rem = 1000 + 3 * (name * 1000 / body - 1000) / 4;
  int64_t emblem = name > 0 ? integer(writer, LP_LETTERHEAD_EMBLEM_SIZE) * name_rem / name : 0;
  int64_t gap = name > 0 ? integer(writer, LP_LETTERHEAD_EMBLEM_GAP) * name_rem / name : 0;
  lp_sink_text(sink, masthead_rules);
  bool centred = integer(writer, LP_LETTERHEAD_FIRST_ALIGN) == LP_ALIGN_CENTRE;
  CssText size = {0}, space = {0}, narrow_size = {0}, narrow_name = {0}, accent = {0};
  css_declare_length(&size, "width", emblem, "rem");
  css_declare_length(&size, "height", emblem, "rem");
  css_declare_length(&space, "gap", gap, "rem");
  if (centred)
    css_declare(&space, "flex-direction:column;text-align:center");
  css_declare_length(&accent, "width", emblem, "rem");
  css_declare_length(&narrow_size, "width", emblem * 765 / 1000, "rem");
  css_declare_length(&narrow_size, "height", emblem * 765 / 1000, "rem");
  css_declare_length(&narrow_name, "font-size", name_rem * 745 / 1000, "rem");
  lp_sink_format(sink, ".emblem{%s}\n.masthead{%s}\n.masthead::after{%s}\n", size.bytes, space.bytes,
                 accent.bytes);
  lp_sink_format(sink,
                 "@media screen and (max-width:30rem){.emblem{%s}.masthead::after{%.*s}.name{%s}"
                 "body{padding:1.3rem .9rem 3rem}}\n",
                 narrow_size.bytes, (int)(strchr(narrow_size.bytes, ';') - narrow_size.bytes),
                 narrow_size.bytes, narrow_name.bytes);
}

/* ---- the running head ---- */

int32_t letterhead_running_top(const HtmlWriter *writer) {
  const LpStyle *name = lp_letterhead_style(writer->letterhead, LP_ROLE_RUNNING_NAME);
  int32_t top = line_top(name, integer(writer, LP_LETTERHEAD_FOLLOWING_BASELINE));
  int32_t emblem = integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_TOP);
  return integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE) > 0 && emblem < top ? emblem : top;
}

int32_t letterhead_running_height(const HtmlWriter *writer) {
  return integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_TOP) +
         integer(writer, LP_LETTERHEAD_FOLLOWING_ACCENT_THICKNESS) - letterhead_running_top(writer);
}

/* Lengths in an SVG whose unit is a thousandth of a point. */
static int64_t unit(int32_t length_emu) {
  return (int64_t)length_emu * 1000 / LP_EMU_PER_POINT;
}

static void write_unit(LpMarkup *markup, const char *name, int64_t value) {
  lp_markup_attribute_format(markup, name, "%lld", (long long)value);
}

static void write_rectangle(LpMarkup *markup, int64_t x, int64_t y, int64_t width, int64_t height,
                            int32_t colour) {
  lp_markup_open(markup, "path");
  lp_markup_attribute_format(markup, "fill", "#%06X", (unsigned)colour & 0xFFFFFFU);
  lp_markup_attribute_format(markup, "d", "M%lld %lldh%lldv%lldh-%lldz", (long long)x, (long long)y,
                             (long long)width, (long long)height, (long long)width);
  lp_markup_close(markup);
}

static void write_text(const HtmlWriter *writer, LpMarkup *markup, LpRole role, LpLetterheadKey text,
                       LpLetterheadKey baseline, int64_t x) {
  const LpStyle *style = lp_letterhead_style(writer->letterhead, role);
  if (!string(writer, text))
    return;
  bool rtl = integer(writer, LP_LETTERHEAD_RIGHT_TO_LEFT);
  lp_markup_open(markup, "text");
  write_unit(markup, "x", x);
  write_unit(markup, "y", unit(integer(writer, baseline)));
  write_unit(markup, "font-size", unit(lp_style_integer(style, LP_PROPERTY_SIZE_EMU)) * writer->scale / 1000);
  lp_markup_attribute_format(markup, "fill", "#%06X",
                             (unsigned)lp_style_integer(style, LP_PROPERTY_COLOUR) & 0xFFFFFFU);
  if (rtl)
    lp_markup_attribute(markup, "direction", "rtl");
  if (lp_style_integer(style, LP_PROPERTY_ITALIC) && fonts_have_italic(writer))
    lp_markup_attribute(markup, "font-style", "italic");
  if (lp_style_integer(style, LP_PROPERTY_CASE) == LP_CASE_SMALL_CAPITALS)
    lp_markup_attribute(markup, "font-variant", "small-caps");
  int32_t tracking = lp_style_integer(style, LP_PROPERTY_TRACKING_EMU);
  if (tracking)
    write_unit(markup, "letter-spacing", unit(tracking));
  lp_markup_generated(markup, string(writer, text));
  lp_markup_close(markup);
}

static void write_running_emblem(const HtmlWriter *writer, LpMarkup *markup, LpSink *sink, int64_t x) {
  int64_t size = unit(integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE));
  lp_markup_open(markup, has_outlines(writer) ? "svg" : "image");
  write_unit(markup, "x", x);
  write_unit(markup, "y", unit(integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_TOP)));
  write_unit(markup, "width", size);
  write_unit(markup, "height", size);
  if (has_outlines(writer)) {
    lp_markup_attribute_format(markup, "viewBox", "0 0 %d %d", EMBLEM_UNITS, EMBLEM_UNITS);
    write_outlines(writer, markup, sink);
  } else
    write_picture(writer, markup, "href");
  lp_markup_close(markup);
}

void letterhead_write_running_head(HtmlWriter *writer, LpSink *sink) {
  int64_t width = unit(letterhead_measure(writer));
  bool rtl = integer(writer, LP_LETTERHEAD_RIGHT_TO_LEFT);
  bool emblem = has_emblem(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE);
  int64_t size = emblem ? unit(integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_SIZE)) : 0;
  int64_t indent = emblem ? size + unit(integer(writer, LP_LETTERHEAD_FOLLOWING_EMBLEM_GAP)) : 0;
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_XML);
  lp_markup_open(markup, "svg");
  lp_markup_attribute(markup, "xmlns", "http://www.w3.org/2000/svg");
  lp_markup_attribute_format(markup, "viewBox", "0 %lld %lld %lld",
                             (long long)unit(letterhead_running_top(writer)), (long long)width,
                             (long long)unit(letterhead_running_height(writer)));
  lp_markup_attribute(markup, "style", "font-synthesis:weight");
  lp_sink_text(sink, " font-family=\"");
  fonts_write_families(writer, string(writer, LP_LETTERHEAD_LANGUAGE), sink, '\'');
  lp_sink_text(sink, "\"");
  if (emblem)
    write_running_emblem(writer, markup, sink, rtl ? width - size : 0);
  int64_t x = rtl ? width - indent : indent;
  write_text(writer, markup, LP_ROLE_RUNNING_NAME, LP_LETTERHEAD_FOLLOWING_START,
             LP_LETTERHEAD_FOLLOWING_BASELINE, x);
  write_text(writer, markup, LP_ROLE_RUNNING_TAGLINE, LP_LETTERHEAD_FOLLOWING_SECOND,
             LP_LETTERHEAD_FOLLOWING_SECOND_BASELINE, x);
  int64_t top = unit(integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_TOP));
  int64_t thickness = unit(integer(writer, LP_LETTERHEAD_FOLLOWING_RULE_THICKNESS));
  int64_t accent = unit(integer(writer, LP_LETTERHEAD_FOLLOWING_ACCENT_LENGTH));
  int64_t accent_thickness = unit(integer(writer, LP_LETTERHEAD_FOLLOWING_ACCENT_THICKNESS));
  write_rectangle(markup, 0, top, width, thickness,
                  lp_letterhead_colour(writer->letterhead, LP_COLOUR_RULE, false));
  write_rectangle(markup, rtl ? width - accent : 0, top + thickness / 2 - accent_thickness / 2, accent,
                  accent_thickness, lp_letterhead_colour(writer->letterhead, LP_COLOUR_ACCENT, false));
  lp_markup_free(markup);
}
