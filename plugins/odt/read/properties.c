/* ODF 1.3, 20: one row an attribute. */
#include "config.h"

#include "read/properties.h"

#include <string.h>

typedef struct Setting {
  Reader *reader;
  const LpStyle *style;
  int *size_percent;
} Setting;

typedef void (*Set)(Setting *setting, const char *value);

static void set(Setting *setting, LpProperty property, int32_t value) {
  setting->style = lp_style_with_integer(setting->reader->document, setting->style, property, value);
}

static void set_length(Setting *setting, LpProperty property, const char *value) {
  int32_t emu;
  if (lp_length_parse(value, &emu))
    set(setting, property, emu);
}

static bool read_colour(const char *value, int32_t *colour) {
  if (*value != '#' || strlen(value) != 7)
    return false;
  int32_t rgb = 0;
  for (int i = 1; i < 7; i++) {
    int digit = g_ascii_xdigit_value(value[i]);
    if (digit < 0)
      return false;
    rgb = rgb << 4 | digit;
  }
  *colour = rgb;
  return true;
}

static void set_colour(Setting *setting, LpProperty property, const char *value) {
  int32_t colour;
  if (read_colour(value, &colour))
    set(setting, property, colour);
  else if (strcmp(value, "transparent") == 0)
    setting->style = lp_style_without(setting->reader->document, setting->style, property);
}

/* ---- characters ---- */

static void set_weight(Setting *setting, const char *value) {
  int64_t weight = strcmp(value, "bold") == 0 ? 700 : 400;
  lp_integer_parse(value, 100, 900, &weight);
  set(setting, LP_PROPERTY_WEIGHT, weight >= 600 ? 700 : 400);
}

static void set_italic(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_ITALIC, strcmp(value, "italic") == 0 || strcmp(value, "oblique") == 0);
}

static void set_size(Setting *setting, const char *value) {
  int32_t emu;
  size_t n = strlen(value);
  int64_t percent;
  if (n > 1 && value[n - 1] == '%') {
    char *number = g_strndup(value, n - 1);
    if (lp_integer_parse(number, 1, 10000, &percent))
      *setting->size_percent = (int)percent;
    g_free(number);
  } else if (lp_length_parse(value, &emu) && emu >= 0 && emu <= 1638 * LP_EMU_PER_POINT) {
    set(setting, LP_PROPERTY_SIZE_EMU, emu);
    if (emu < 2 * LP_EMU_PER_POINT)
      set(setting, LP_PROPERTY_HIDDEN, 1); /* not to be seen */
  }
}

static void set_underline(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_UNDERLINE,
      strcmp(value, "none") == 0    ? LP_UNDERLINE_NONE
      : strcmp(value, "solid") == 0 ? LP_UNDERLINE_SINGLE
                                    : LP_UNDERLINE_OTHER);
}

static void set_underline_type(Setting *setting, const char *value) {
  if (strcmp(value, "double") == 0)
    set(setting, LP_PROPERTY_UNDERLINE, LP_UNDERLINE_DOUBLE);
}

static void set_strike(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_STRIKE, strcmp(value, "none") != 0);
}

/* "super 58%", "sub", "33% 58%", "0% 100%". */
static void set_position(Setting *setting, const char *value) {
  bool zero = g_str_has_prefix(value, "0%") || *value == 0;
  bool below = g_str_has_prefix(value, "sub") || *value == '-';
  set(setting, LP_PROPERTY_POSITION,
      zero    ? LP_POSITION_BASELINE
      : below ? LP_POSITION_SUBSCRIPT
              : LP_POSITION_SUPERSCRIPT);
}

static void set_variant(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_CASE, strcmp(value, "small-caps") == 0 ? LP_CASE_SMALL_CAPITALS : LP_CASE_NONE);
}

static void set_transform(Setting *setting, const char *value) {
  if (strcmp(value, "uppercase") == 0)
    set(setting, LP_PROPERTY_CASE, LP_CASE_CAPITALS);
}

static void set_text_colour(Setting *setting, const char *value) {
  set_colour(setting, LP_PROPERTY_COLOUR, value);
}

static void set_highlight(Setting *setting, const char *value) {
  set_colour(setting, LP_PROPERTY_BACKGROUND, value);
}

static void set_language(Setting *setting, const char *value) {
  if (strcmp(value, "none") == 0 || strcmp(value, "zxx") == 0)
    return;
  setting->style =
      lp_style_with_string(setting->reader->document, setting->style, LP_PROPERTY_LANGUAGE, value);
}

static void set_country(Setting *setting, const char *value) {
  const char *language = lp_style_string(setting->style, LP_PROPERTY_LANGUAGE);
  if (!language || strcmp(value, "none") == 0)
    return;
  char *tag = g_strconcat(language, "-", value, NULL);
  setting->style = lp_style_with_string(setting->reader->document, setting->style, LP_PROPERTY_LANGUAGE, tag);
  g_free(tag);
}

static void set_font_name(Setting *setting, const char *value) {
  const char *family = g_hash_table_lookup(setting->reader->fonts, value);
  setting->style = lp_style_with_string(setting->reader->document, setting->style, LP_PROPERTY_FAMILY,
                                        family ? family : value);
}

static void set_tracking(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_TRACKING_EMU, strcmp(value, "normal") == 0 ? "0pt" : value);
}

static void set_display(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_HIDDEN, strcmp(value, "none") == 0);
}

/* ---- paragraphs, cells, tables ---- */

static void set_align(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_ALIGN,
      strcmp(value, "justify") == 0                              ? LP_ALIGN_JUSTIFY
      : strcmp(value, "center") == 0                             ? LP_ALIGN_CENTRE
      : strcmp(value, "end") == 0 || strcmp(value, "right") == 0 ? LP_ALIGN_END
                                                                 : LP_ALIGN_START);
}

static void set_writing_mode(Setting *setting, const char *value) {
  if (strcmp(value, "rl-tb") == 0 || strcmp(value, "rl") == 0)
    set(setting, LP_PROPERTY_DIRECTION, LP_DIRECTION_RTL);
  else if (strcmp(value, "lr-tb") == 0 || strcmp(value, "lr") == 0)
    set(setting, LP_PROPERTY_DIRECTION, LP_DIRECTION_LTR);
  else if (g_str_has_prefix(value, "tb"))
    set(setting, LP_PROPERTY_WRITING_MODE, 1);
}

static void set_margin_start(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_INDENT_START_EMU, value);
}

static void set_margin_end(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_INDENT_END_EMU, value);
}

static void set_indent(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_INDENT_FIRST_EMU, value);
}

static void set_before(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_SPACE_BEFORE_EMU, value);
}

static void set_after(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_SPACE_AFTER_EMU, value);
}

static void set_line_height(Setting *setting, const char *value) {
  if (!strchr(value, '%'))
    set_length(setting, LP_PROPERTY_LEADING_EMU, value);
}

static void set_keep_next(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_KEEP_WITH_NEXT, strcmp(value, "always") == 0);
}

static void set_keep_together(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_KEEP_TOGETHER, strcmp(value, "always") == 0);
}

static void set_break_before(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_PAGE_BREAK_BEFORE, strcmp(value, "page") == 0);
}

static void set_ground(Setting *setting, const char *value) {
  set_colour(setting, LP_PROPERTY_GROUND, value);
}

/* "0.05pt solid #000000", "none" (XSL 1.1, 7.8). */
static void set_border(Setting *setting, LpProperty property, const char *value) {
  char **words = g_strsplit(value, " ", 4);
  int32_t width = 0, colour;
  for (size_t i = 0; words[i]; i++) {
    if (read_colour(words[i], &colour))
      set(setting, LP_PROPERTY_BORDER_COLOUR, colour);
    else if (g_ascii_isdigit(*words[i]) || *words[i] == '.')
      lp_length_parse(words[i], &width);
  }
  g_strfreev(words);
  set(setting, property, width);
}

static void set_border_top(Setting *setting, const char *value) {
  set_border(setting, LP_PROPERTY_BORDER_TOP_EMU, value);
}

static void set_border_bottom(Setting *setting, const char *value) {
  set_border(setting, LP_PROPERTY_BORDER_BOTTOM_EMU, value);
}

static void set_border_start(Setting *setting, const char *value) {
  set_border(setting, LP_PROPERTY_BORDER_START_EMU, value);
}

static void set_border_end(Setting *setting, const char *value) {
  set_border(setting, LP_PROPERTY_BORDER_END_EMU, value);
}

static void set_borders(Setting *setting, const char *value) {
  for (LpProperty side = LP_PROPERTY_BORDER_TOP_EMU; side <= LP_PROPERTY_BORDER_END_EMU;
       side = (LpProperty)(side + 1))
    set_border(setting, side, value);
}

static void set_vertical_align(Setting *setting, const char *value) {
  set(setting, LP_PROPERTY_VERTICAL_ALIGN,
      strcmp(value, "middle") == 0   ? 1
      : strcmp(value, "bottom") == 0 ? 2
                                     : 0);
}

static void set_width(Setting *setting, const char *value) {
  set_length(setting, LP_PROPERTY_TABLE_WIDTH_EMU, value);
}

typedef struct Row {
  int namespace_number;
  const char *name;
  Set set;
} Row;

static const Row text_rows[] = {
    {NS_FO, "font-weight", set_weight},
    {NS_FO, "font-style", set_italic},
    {NS_FO, "font-size", set_size},
    {NS_STYLE, "text-underline-style", set_underline},
    {NS_STYLE, "text-underline-type", set_underline_type},
    {NS_STYLE, "text-line-through-style", set_strike},
    {NS_STYLE, "text-position", set_position},
    {NS_FO, "font-variant", set_variant},
    {NS_FO, "text-transform", set_transform},
    {NS_FO, "color", set_text_colour},
    {NS_FO, "background-color", set_highlight},
    {NS_FO, "language", set_language},
    {NS_FO, "country", set_country},
    {NS_STYLE, "font-name", set_font_name},
    {NS_FO, "letter-spacing", set_tracking},
    {NS_TEXT, "display", set_display},
};

static const Row block_rows[] = {
    {NS_FO, "text-align", set_align},
    {NS_STYLE, "writing-mode", set_writing_mode},
    {NS_FO, "margin-left", set_margin_start},
    {NS_FO, "margin-right", set_margin_end},
    {NS_FO, "text-indent", set_indent},
    {NS_FO, "margin-top", set_before},
    {NS_FO, "margin-bottom", set_after},
    {NS_FO, "line-height", set_line_height},
    {NS_FO, "keep-with-next", set_keep_next},
    {NS_FO, "keep-together", set_keep_together},
    {NS_FO, "break-before", set_break_before},
    {NS_FO, "background-color", set_ground},
    {NS_FO, "border", set_borders},
    {NS_FO, "border-top", set_border_top},
    {NS_FO, "border-bottom", set_border_bottom},
    {NS_FO, "border-left", set_border_start},
    {NS_FO, "border-right", set_border_end},
    {NS_STYLE, "vertical-align", set_vertical_align},
    {NS_STYLE, "width", set_width},
};

static const LpStyle *apply(Setting *setting, const LpXmlElement *element, const Row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *value = lp_xml_attribute(element, rows[i].namespace_number, rows[i].name);
    if (value)
      rows[i].set(setting, value);
  }
  return setting->style;
}

const LpStyle *odt_text_properties(Reader *reader, const LpStyle *base, const LpXmlElement *element,
                                   int *size_percent) {
  Setting setting = {reader, base, size_percent};
  return apply(&setting, element, text_rows, G_N_ELEMENTS(text_rows));
}

const LpStyle *odt_block_properties(Reader *reader, const LpStyle *base, const LpXmlElement *element) {
  int ignored = 0;
  Setting setting = {reader, base, &ignored};
  return apply(&setting, element, block_rows, G_N_ELEMENTS(block_rows));
}
