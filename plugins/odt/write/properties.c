/* Computed styles as formatting properties. */
#include "config.h"

#include "properties.h"

#include "state.h"

#include <string.h>

int32_t base_integer(Base base, LpProperty property) {
  return lp_style_integer(lp_style_has(base.own, property) ? base.own : base.role, property);
}

static bool is_free(Base base) {
  return !base.own && !base.role;
}

/* Whether style sets a property to what base has not; *value gets it. */
static bool says(const LpStyle *style, LpProperty property, Base base, int32_t *value) {
  if (!lp_style_has(style, property))
    return false;
  *value = lp_style_integer(style, property);
  return is_free(base) || *value != base_integer(base, property);
}

/* ---- paragraphs ---- */

/* Lengths that LibreOffice keeps as one: if one of them is said the others are too, or they would be taken
 * for 0. */
typedef struct LengthGroup {
  unsigned skip;
  size_t count;
  struct {
    LpProperty property;
    const char *name;
  } rows[3];
} LengthGroup;

static const LengthGroup length_groups[] = {
    {SKIP_INDENTS,
     3,
     {{LP_PROPERTY_INDENT_START_EMU, "fo:margin-left"},
      {LP_PROPERTY_INDENT_END_EMU, "fo:margin-right"},
      {LP_PROPERTY_INDENT_FIRST_EMU, "fo:text-indent"}}},
    {SKIP_SPACES,
     2,
     {{LP_PROPERTY_SPACE_BEFORE_EMU, "fo:margin-top"}, {LP_PROPERTY_SPACE_AFTER_EMU, "fo:margin-bottom"}}},
    {SKIP_LEADING, 1, {{LP_PROPERTY_LEADING_EMU, "fo:line-height"}}},
};

static void add_lengths(XmlText *attributes, const LpStyle *style, Base base, unsigned skip) {
  for (size_t g = 0; g < sizeof length_groups / sizeof *length_groups; g++) {
    const LengthGroup *group = &length_groups[g];
    int32_t value;
    bool any = false;
    for (size_t i = 0; i < group->count; i++)
      any = any || says(style, group->rows[i].property, base, &value);
    if (!any || group->skip & skip)
      continue;
    for (size_t i = 0; i < group->count; i++)
      xml_attribute_points(attributes, group->rows[i].name,
                           base_integer((Base){.own = style, .role = base.role}, group->rows[i].property));
  }
}

static void add_keeps(XmlText *attributes, const LpStyle *style, Base base, unsigned skip) {
  int32_t value;
  if (says(style, LP_PROPERTY_KEEP_WITH_NEXT, base, &value))
    xml_attribute(attributes, "fo:keep-with-next", value ? "always" : "auto");
  if (says(style, LP_PROPERTY_KEEP_TOGETHER, base, &value))
    xml_attribute(attributes, "fo:keep-together", value ? "always" : "auto");
  if (lp_style_integer(style, LP_PROPERTY_PAGE_BREAK_BEFORE) && !(skip & SKIP_BREAK))
    xml_attribute(attributes, "fo:break-before", "page");
}

/* Start and end are said as sides where text runs from the right: LibreOffice takes them for left and right.
 */
static void add_alignment(XmlText *attributes, const LpStyle *style, Base base) {
  static const char *const names[2][4] = {{"start", "end", "center", "justify"},
                                          {"right", "left", "center", "justify"}};
  int32_t align, direction;
  bool turns = says(style, LP_PROPERTY_DIRECTION, base, &direction) && direction != LP_DIRECTION_AUTO;
  if (!turns)
    direction = base_integer((Base){.own = style, .role = base.role}, LP_PROPERTY_DIRECTION);
  bool aligns = says(style, LP_PROPERTY_ALIGN, base, &align);
  if (!aligns)
    align = base_integer((Base){.own = style, .role = base.role}, LP_PROPERTY_ALIGN);
  if ((aligns || turns) && align >= LP_ALIGN_START && align <= LP_ALIGN_JUSTIFY)
    xml_attribute(attributes, "fo:text-align", names[direction == LP_DIRECTION_RTL][align]);
  if (turns)
    xml_attribute(attributes, "style:writing-mode", direction == LP_DIRECTION_RTL ? "rl-tb" : "lr-tb");
}

void properties_add_box(XmlText *attributes, const LpStyle *style, bool rtl) {
  static const LpProperty sides[] = {LP_PROPERTY_BORDER_TOP_EMU, LP_PROPERTY_BORDER_BOTTOM_EMU,
                                     LP_PROPERTY_BORDER_START_EMU, LP_PROPERTY_BORDER_END_EMU};
  const char *const names[] = {"fo:border-top", "fo:border-bottom",
                               rtl ? "fo:border-right" : "fo:border-left",
                               rtl ? "fo:border-left" : "fo:border-right"};
  if (lp_style_has(style, LP_PROPERTY_GROUND))
    xml_attribute_colour(attributes, "fo:background-color", lp_style_integer(style, LP_PROPERTY_GROUND));
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
    if (lp_style_has(style, sides[i]))
      xml_attribute_border(attributes, names[i], lp_style_integer(style, sides[i]),
                           lp_style_integer(style, LP_PROPERTY_BORDER_COLOUR));
}

/* The next word before ';', into word, cut where it is too long. false: there is none. */
static bool next_word(const char **at, char *word, size_t size) {
  *at += strspn(*at, " ");
  size_t n = strcspn(*at, " ;");
  size_t kept = n < size ? n : size - 1;
  memcpy(word, *at, kept);
  word[kept] = '\0';
  *at += n;
  return n > 0;
}

/* "decimal 720000 ." */
static void add_tab(XmlText *text, const char *tab) {
  static const struct {
    const char *name;
    const char *type;
    const char *character;
  } kinds[] = {
      {"start", "left", NULL}, {"end", "right", NULL}, {"centre", "center", NULL}, {"decimal", "char", "."}};
  char kind[16], digits[16], leader[8];
  int64_t position;
  if (!next_word(&tab, kind, sizeof kind) || !next_word(&tab, digits, sizeof digits) ||
      !lp_integer_parse(digits, 0, INT32_MAX, &position))
    return;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (strcmp(kind, kinds[i].name) != 0)
      continue;
    XmlText stop;
    xml_clear(&stop);
    xml_attribute(&stop, "style:type", kinds[i].type);
    xml_attribute(&stop, "style:char", kinds[i].character);
    xml_attribute_points(&stop, "style:position", (int32_t)position);
    if (next_word(&tab, leader, sizeof leader)) {
      xml_attribute(&stop, "style:leader-style", "dotted");
      xml_attribute(&stop, "style:leader-text", leader);
    }
    xml_element(text, "style:tab-stop", &stop);
  }
}

/* Tab stops as LP_PROPERTY_TABS has them: "start 360000; decimal 720000 .". */
static void add_tabs(XmlText *text, const char *tabs) {
  xml_raw(text, "<style:tab-stops>");
  while (*tabs) {
    add_tab(text, tabs);
    tabs += strcspn(tabs, ";");
    tabs += *tabs == ';';
  }
  xml_raw(text, "</style:tab-stops>");
}

void properties_add_paragraph(XmlText *text, const LpStyle *style, Base base, unsigned skip,
                              const XmlText *further, const char *tabs) {
  XmlText attributes;
  xml_clear(&attributes);
  if (further)
    xml_raw(&attributes, further->bytes);
  add_lengths(&attributes, style, base, skip);
  add_alignment(&attributes, style, base);
  add_keeps(&attributes, style, base, skip);
  properties_add_box(&attributes, style,
                     base_integer((Base){.own = style, .role = base.role}, LP_PROPERTY_DIRECTION) ==
                         LP_DIRECTION_RTL);
  if (lp_style_has(style, LP_PROPERTY_TABS))
    tabs = lp_style_string(style, LP_PROPERTY_TABS);
  if (!tabs) {
    xml_element(text, "style:paragraph-properties", &attributes);
    return;
  }
  xml_raw(text, "<style:paragraph-properties");
  xml_raw(text, attributes.bytes);
  xml_raw(text, ">");
  add_tabs(text, tabs);
  xml_raw(text, "</style:paragraph-properties>");
}

/* ---- text ---- */

/* The language that text has beyond its base, and what follows: the fonts of its script. */
static void add_language(OdtWriter *writer, XmlText *attributes, const LpStyle *style, Base base) {
  const char *language = lp_style_string(style, LP_PROPERTY_LANGUAGE);
  const char *usual = lp_style_string(lp_style_has(base.own, LP_PROPERTY_LANGUAGE) ? base.own : base.role,
                                      LP_PROPERTY_LANGUAGE);
  if (!language || (usual && strcmp(language, usual) == 0))
    return;
  const LpScriptGroup *group;
  ScriptClass class_ = fonts_class(writer, language, &group);
  fonts_add_language(attributes, class_, language);
  if (group == writer->fonts.groups[class_] || is_free(base))
    return;
  int32_t size;
  bool sized = says(style, LP_PROPERTY_SIZE_EMU, base, &size);
  fonts_add_face(writer, attributes, class_, group, sized ? 0 : base_integer(base, LP_PROPERTY_SIZE_EMU));
}

static void add_lines(XmlText *attributes, const LpStyle *style, Base base) {
  int32_t value;
  if (says(style, LP_PROPERTY_UNDERLINE, base, &value) && (value != LP_UNDERLINE_NONE || !is_free(base))) {
    xml_attribute(attributes, "style:text-underline-style", value == LP_UNDERLINE_NONE ? "none" : "solid");
    if (value != LP_UNDERLINE_NONE) {
      xml_attribute(attributes, "style:text-underline-width", "auto");
      xml_attribute(attributes, "style:text-underline-color", "font-color");
    }
    if (value == LP_UNDERLINE_DOUBLE)
      xml_attribute(attributes, "style:text-underline-type", "double");
  }
  if (says(style, LP_PROPERTY_STRIKE, base, &value) && (value || !is_free(base)))
    xml_attribute(attributes, "style:text-line-through-style", value ? "solid" : "none");
  if (says(style, LP_PROPERTY_POSITION, base, &value) && (value != LP_POSITION_BASELINE || !is_free(base)))
    xml_attribute(attributes, "style:text-position",
                  value == LP_POSITION_SUPERSCRIPT ? "super 58%"
                  : value == LP_POSITION_SUBSCRIPT ? "sub 58%"
                                                   : "0% 100%");
}

static void add_case(XmlText *attributes, const LpStyle *style, Base base) {
  int32_t value;
  if (!says(style, LP_PROPERTY_CASE, base, &value) || (value == LP_CASE_NONE && is_free(base)))
    return;
  if (value == LP_CASE_SMALL_CAPITALS)
    xml_attribute(attributes, "fo:font-variant", "small-caps");
  else if (value == LP_CASE_CAPITALS)
    xml_attribute(attributes, "fo:text-transform", "uppercase");
  else {
    xml_attribute(attributes, "fo:font-variant", "normal");
    xml_attribute(attributes, "fo:text-transform", "none");
  }
}

/* The class of script of text in that style, and its fonts. */
static ScriptClass class_of(const OdtWriter *writer, const LpStyle *style, Base base,
                            const LpScriptGroup **group) {
  const LpStyle *sources[] = {style, base.own, base.role};
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
    if (lp_style_has(sources[i], LP_PROPERTY_LANGUAGE))
      return fonts_class(writer, lp_style_string(sources[i], LP_PROPERTY_LANGUAGE), group);
  return fonts_class(writer, writer->language, group);
}

static void add_size(OdtWriter *writer, XmlText *attributes, const LpStyle *style, Base base) {
  const LpScriptGroup *group;
  int32_t value;
  if (!says(style, LP_PROPERTY_SIZE_EMU, base, &value) || value <= 0)
    return;
  ScriptClass class_ = class_of(writer, style, base, &group);
  fonts_add_size(writer, attributes, value, class_, group);
}

/* Small capitals and tracking tear the letters of other scripts apart. */
static void add_spacing(const OdtWriter *writer, XmlText *attributes, const LpStyle *style, Base base) {
  const LpScriptGroup *group;
  int32_t value;
  if (class_of(writer, style, base, &group) != SCRIPT_WESTERN)
    return;
  add_case(attributes, style, base);
  if (says(style, LP_PROPERTY_TRACKING_EMU, base, &value) && (value || !is_free(base)))
    xml_attribute_points(attributes, "fo:letter-spacing", value);
}

static void add_hyphenation(XmlText *attributes, const LpStyle *style, Base base) {
  int32_t value;
  if (!says(style, LP_PROPERTY_HYPHENATE, base, &value))
    return;
  xml_attribute(attributes, "fo:hyphenate", value ? "true" : "false");
  if (!value)
    return;
  xml_attribute(attributes, "fo:hyphenation-remain-char-count", "2");
  xml_attribute(attributes, "fo:hyphenation-push-char-count", "3");
}

void properties_add_text(OdtWriter *writer, XmlText *text, const LpStyle *style, Base base) {
  XmlText attributes;
  xml_clear(&attributes);
  int32_t value;
  const char *family = lp_style_string(style, LP_PROPERTY_FAMILY);
  if (family && *family)
    fonts_add_family(writer, &attributes, family);
  add_language(writer, &attributes, style, base);
  add_size(writer, &attributes, style, base);
  if (says(style, LP_PROPERTY_WEIGHT, base, &value))
    fonts_add_weight(&attributes, value);
  if (says(style, LP_PROPERTY_ITALIC, base, &value))
    fonts_add_slant(writer, &attributes, value);
  add_lines(&attributes, style, base);
  add_spacing(writer, &attributes, style, base);
  if (says(style, LP_PROPERTY_COLOUR, base, &value))
    xml_attribute_colour(&attributes, "fo:color", value);
  if (lp_style_has(style, LP_PROPERTY_BACKGROUND))
    xml_attribute_colour(&attributes, "fo:background-color", lp_style_integer(style, LP_PROPERTY_BACKGROUND));
  add_hyphenation(&attributes, style, base);
  xml_element(text, "style:text-properties", &attributes);
}
