/* Fonts and languages by class of script. */
#include "config.h"

#include "fonts.h"

#include "state.h"

#include <ctype.h>
#include <string.h>

static const char *const suffixes[SCRIPT_CLASSES] = {"", "-asian", "-complex"};

static ScriptClass class_of_group(const LpScriptGroup *group) {
  static const struct {
    const char *script;
    ScriptClass class_;
  } known[] = {{"Latn", SCRIPT_WESTERN}, {"Cyrl", SCRIPT_WESTERN}, {"Grek", SCRIPT_WESTERN},
               {"Hans", SCRIPT_ASIAN},   {"Hant", SCRIPT_ASIAN},   {"Hani", SCRIPT_ASIAN},
               {"Jpan", SCRIPT_ASIAN},   {"Kore", SCRIPT_ASIAN}};
  for (size_t i = 0; group && i < sizeof known / sizeof *known; i++)
    if (strcmp(lp_script_group_script(group), known[i].script) == 0)
      return known[i].class_;
  return group ? SCRIPT_COMPLEX : SCRIPT_WESTERN;
}

ScriptClass fonts_class(const OdtWriter *writer, const char *language, const LpScriptGroup **group) {
  *group = lp_letterhead_script_for(writer->letterhead, NULL, language);
  return class_of_group(*group);
}

void fonts_begin(OdtWriter *writer) {
  static const char *const usual[SCRIPT_CLASSES] = {"Latn", "Hans", "Arab"};
  const LpScriptGroup *own;
  ScriptClass class_ = fonts_class(writer, writer->language, &own);
  for (ScriptClass i = SCRIPT_WESTERN; i < SCRIPT_CLASSES; i++)
    writer->fonts.groups[i] = lp_letterhead_script_for(writer->letterhead, usual[i], NULL);
  writer->fonts.groups[class_] = own;
}

/* Declares a family and returns it as ODF names it; NULL: there are too many. */
static const char *declare(OdtWriter *writer, const char *family) {
  Fonts *fonts = &writer->fonts;
  for (size_t i = 0; i < fonts->count; i++)
    if (strcmp(fonts->families[i], family) == 0)
      return fonts->families[i];
  if (fonts->count == FONTS_KEPT)
    return NULL;
  return fonts->families[fonts->count++] = family;
}

static void add(XmlText *text, const char *name, ScriptClass class_, const char *value) {
  char full[64];
  size_t n = strlen(name), m = strlen(suffixes[class_]);
  memcpy(full, name, n);
  memcpy(full + n, suffixes[class_], m + 1);
  xml_attribute(text, full, value);
}

static void add_points(XmlText *text, ScriptClass class_, int32_t size_emu) {
  static const char *const names[] = {"fo:font-size", "style:font-size-asian", "style:font-size-complex"};
  xml_attribute_points(text, names[class_], size_emu);
}

static int32_t scaled(int32_t size_emu, const LpScriptGroup *group) {
  int32_t scale = group ? lp_script_group_scale(group) : 1000;
  /* Word processors keep sizes to a tenth of a point. */
  enum { TENTH = LP_EMU_PER_POINT / 10 };
  int64_t size = (int64_t)size_emu * scale / 1000;
  return scale == 1000 ? size_emu : (int32_t)((size + TENTH / 2) / TENTH * TENTH);
}

void fonts_add_face(OdtWriter *writer, XmlText *text, ScriptClass class_, const LpScriptGroup *group,
                    int32_t size_emu) {
  const char *family = group ? lp_script_group_family(group, 0) : NULL;
  if (family)
    add(text, "style:font-name", class_, declare(writer, family));
  if (size_emu > 0)
    add_points(text, class_, scaled(size_emu, group));
}

void fonts_add_family(OdtWriter *writer, XmlText *text, const char *family) {
  const char *declared = declare(writer, family);
  for (ScriptClass i = SCRIPT_WESTERN; i < SCRIPT_CLASSES; i++)
    add(text, "style:font-name", i, declared);
}

void fonts_add_size(const OdtWriter *writer, XmlText *text, int32_t size_emu, ScriptClass class_,
                    const LpScriptGroup *group) {
  for (ScriptClass i = SCRIPT_WESTERN; i < SCRIPT_CLASSES; i++)
    add_points(text, i, scaled(size_emu, i == class_ ? group : writer->fonts.groups[i]));
}

void fonts_add_weight(XmlText *text, int32_t weight) {
  const char *value = weight >= 600 ? "bold" : "normal";
  xml_attribute(text, "fo:font-weight", value);
  xml_attribute(text, "style:font-weight-asian", value);
  xml_attribute(text, "style:font-weight-complex", value);
}

void fonts_add_slant(const OdtWriter *writer, XmlText *text, bool italic) {
  static const char *const names[] = {"fo:font-style", "style:font-style-asian", "style:font-style-complex"};
  for (ScriptClass i = SCRIPT_WESTERN; i < SCRIPT_CLASSES; i++) {
    const LpScriptGroup *group = writer->fonts.groups[i];
    bool slanted = italic && (!group || lp_script_group_has_italic(group));
    xml_attribute(text, names[i], slanted ? "italic" : "normal");
  }
}

/* ---- languages ---- */

/* The parts of a BCP 47 tag that ODF has attributes for. */
typedef struct Tag {
  char language[9], script[9], country[9];
} Tag;

static bool all_of(const char *text, size_t n, int (*is)(int)) {
  for (size_t i = 0; i < n; i++)
    if ((unsigned char)text[i] >= 0x80 || !is((unsigned char)text[i]))
      return false;
  return true;
}

static void take(char *part, const char *text, size_t n) {
  memcpy(part, text, n);
  part[n] = '\0';
}

static bool parse_tag(const char *text, Tag *tag) {
  *tag = (Tag){.country = "none"};
  size_t n = strcspn(text, "-");
  if (n < 2 || n > 8 || !all_of(text, n, isalpha))
    return false;
  take(tag->language, text, n);
  text += n;
  while (*text == '-') {
    n = strcspn(++text, "-");
    if (n == 4 && all_of(text, n, isalpha))
      take(tag->script, text, n);
    else if ((n == 2 && all_of(text, n, isalpha)) || (n == 3 && all_of(text, n, isdigit)))
      take(tag->country, text, n);
    else
      break;
    text += n;
  }
  return true;
}

void fonts_add_language(XmlText *text, ScriptClass class_, const char *language) {
  static const char *const names[SCRIPT_CLASSES][3] = {
      {"fo:language", "fo:country", "fo:script"},
      {"style:language-asian", "style:country-asian", "style:script-asian"},
      {"style:language-complex", "style:country-complex", "style:script-complex"}};
  Tag tag;
  if (!language || !parse_tag(language, &tag))
    return;
  xml_attribute(text, names[class_][0], tag.language);
  xml_attribute(text, names[class_][1], tag.country);
  if (*tag.script)
    xml_attribute(text, names[class_][2], tag.script);
}

void fonts_write(const OdtWriter *writer, LpSink *sink) {
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_XML);
  lp_markup_open(markup, "office:font-face-decls");
  for (size_t i = 0; i < writer->fonts.count; i++) {
    lp_markup_open(markup, "style:font-face");
    lp_markup_attribute(markup, "style:name", writer->fonts.families[i]);
    lp_markup_attribute_format(markup, "svg:font-family", "'%s'", writer->fonts.families[i]);
    lp_markup_attribute(markup, "style:font-family-generic", "roman");
    lp_markup_attribute(markup, "style:font-pitch", "variable");
    lp_markup_close(markup);
  }
  lp_markup_free(markup);
}
