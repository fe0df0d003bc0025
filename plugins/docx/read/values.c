#include "config.h"

#include "read/values.h"

#include "read/namespaces.h"

#include <glib.h>
#include <string.h>

enum { EMU_PER_TWIP = LP_EMU_PER_POINT / 20, EMU_PER_HALF_POINT = LP_EMU_PER_POINT / 2 };

const char *docx_value(const LpXmlElement *element, const char *name) {
  const char *value = lp_xml_attribute(element, W, name);
  return value ? value : lp_xml_attribute(element, 0, name);
}

static bool says_on(const char *value) {
  return strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0;
}

bool docx_is_on(const LpXmlElement *element) {
  const char *value = docx_value(element, "val");
  return !value || says_on(value);
}

bool docx_flag(const LpXmlElement *element, const char *name) {
  const char *value = docx_value(element, name);
  return value && says_on(value);
}

int32_t docx_integer(const LpXmlElement *element, const char *name, int32_t least, int32_t most,
                     int32_t otherwise) {
  const char *value = docx_value(element, name);
  int64_t number;
  return value && lp_integer_parse(value, least, most, &number) ? (int32_t)number : otherwise;
}

bool docx_twips(const LpXmlElement *element, const char *name, int32_t *emu) {
  const char *value = docx_value(element, name);
  int64_t twips;
  if (!value)
    return false;
  if (lp_integer_parse(value, INT32_MIN / EMU_PER_TWIP, INT32_MAX / EMU_PER_TWIP, &twips)) {
    *emu = (int32_t)twips * EMU_PER_TWIP;
    return true;
  }
  /* Some programs write fractions of a twip. */
  const char *point = strchr(value, '.');
  if (point && point[1 + strspn(point + 1, "0123456789")] == '\0') {
    g_autofree char *whole = g_strndup(value, (gsize)(point - value));
    if (!lp_integer_parse(whole, INT32_MIN / EMU_PER_TWIP, INT32_MAX / EMU_PER_TWIP, &twips))
      return false;
    *emu = (int32_t)twips * EMU_PER_TWIP;
    return true;
  }
  return lp_length_parse(value, emu);
}

int32_t docx_half_points(const LpXmlElement *element, const char *name) {
  const char *value = docx_value(element, name);
  int64_t number;
  int32_t emu;
  if (!value)
    return 0;
  if (lp_integer_parse(value, 0, 3276, &number))
    return (int32_t)number;
  return lp_length_parse(value, &emu) && emu >= 0 && emu <= 3276 * EMU_PER_HALF_POINT
             ? emu / EMU_PER_HALF_POINT
             : 0;
}

int32_t docx_colour(const LpXmlElement *element, const char *name) {
  const char *value = docx_value(element, name);
  if (!value)
    return DOCX_AUTO;
  if (*value == '#')
    value++;
  int32_t colour = 0;
  for (int i = 0; i < 6; i++) {
    int digit = g_ascii_xdigit_value(value[i]);
    if (digit < 0)
      return DOCX_AUTO;
    colour = colour << 4 | digit;
  }
  return value[6] == '\0' ? colour : DOCX_AUTO;
}

int32_t docx_highlight(const char *name) {
  static const struct {
    const char *name;
    int32_t colour;
  } colours[] = {
      {"black", 0x000000},    {"blue", 0x0000ff},       {"cyan", 0x00ffff},      {"green", 0x00ff00},
      {"magenta", 0xff00ff},  {"red", 0xff0000},        {"yellow", 0xffff00},    {"white", 0xffffff},
      {"darkBlue", 0x000080}, {"darkCyan", 0x008080},   {"darkGreen", 0x008000}, {"darkMagenta", 0x800080},
      {"darkRed", 0x800000},  {"darkYellow", 0x808000}, {"darkGray", 0x808080},  {"lightGray", 0xc0c0c0}};
  for (size_t i = 0; i < G_N_ELEMENTS(colours); i++)
    if (strcmp(colours[i].name, name) == 0)
      return colours[i].colour;
  return DOCX_AUTO;
}

int32_t docx_shading(const LpXmlElement *element) {
  const char *pattern = docx_value(element, "val");
  if (pattern && strcmp(pattern, "solid") == 0)
    return docx_colour(element, "color");
  return docx_colour(element, "fill");
}

bool docx_is_in(const LpXmlElement *element, const char *parent_name) {
  const LpXmlElement *parent = lp_xml_parent(element);
  return parent && strcmp(lp_xml_name(parent), parent_name) == 0;
}
