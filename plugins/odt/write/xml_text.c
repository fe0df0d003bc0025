/* Pieces of XML. */
#include "config.h"

#include "xml_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void xml_clear(XmlText *text) {
  text->n = 0;
  text->full = false;
  text->bytes[0] = '\0';
}

static void add(XmlText *text, const char *bytes, size_t n) {
  if (n >= sizeof text->bytes - text->n) {
    text->full = true;
    return;
  }
  memcpy(text->bytes + text->n, bytes, n);
  text->n += n;
  text->bytes[text->n] = '\0';
}

void xml_raw(XmlText *text, const char *bytes) {
  add(text, bytes, strlen(bytes));
}

static const char *escape_of(char c) {
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  case '\n': return "&#10;";
  case '\t': return "&#9;";
  default: return NULL;
  }
}

void xml_attribute(XmlText *text, const char *name, const char *value) {
  size_t before = text->n;
  if (!value || text->full)
    return;
  add(text, " ", 1);
  xml_raw(text, name);
  add(text, "=\"", 2);
  for (; *value; value++) {
    const char *escape = escape_of(*value);
    add(text, escape ? escape : value, escape ? strlen(escape) : 1);
  }
  add(text, "\"", 1);
  if (text->full)
    text->n = before;
  text->bytes[text->n] = '\0';
}

void xml_attribute_format(XmlText *text, const char *name, const char *format, ...) {
  char value[512];
  va_list arguments;
  va_start(arguments, format);
  int n = vsnprintf(value, sizeof value, format, arguments);
  va_end(arguments);
  if (n >= 0 && (size_t)n < sizeof value)
    xml_attribute(text, name, value);
}

/* A length in points with at most three decimals. */
static void format_points(int32_t length_emu, char *value, size_t size) {
  int64_t half = length_emu < 0 ? -LP_EMU_PER_POINT / 2 : LP_EMU_PER_POINT / 2;
  int64_t thousandths = ((int64_t)length_emu * 1000 + half) / LP_EMU_PER_POINT;
  unsigned long long amount = (unsigned long long)(thousandths < 0 ? -thousandths : thousandths);
  int n = snprintf(value, size, "%s%llu.%03llu", thousandths < 0 ? "-" : "", amount / 1000, amount % 1000);
  while (value[n - 1] == '0')
    n--;
  if (value[n - 1] == '.')
    n--;
  memcpy(value + n, "pt", 3);
}

void xml_attribute_points(XmlText *text, const char *name, int32_t length_emu) {
  char value[40];
  format_points(length_emu, value, sizeof value);
  xml_attribute(text, name, value);
}

void xml_attribute_border(XmlText *text, const char *name, int32_t width_emu, int32_t colour) {
  char width[40];
  format_points(width_emu, width, sizeof width);
  if (width_emu > 0)
    xml_attribute_format(text, name, "%s solid #%06x", width, (unsigned)colour & 0xFFFFFFU);
  else
    xml_attribute(text, name, "none");
}

void xml_attribute_colour(XmlText *text, const char *name, int32_t colour) {
  xml_attribute_format(text, name, "#%06x", (unsigned)colour & 0xFFFFFFU);
}

void xml_element(XmlText *text, const char *name, const XmlText *attributes) {
  size_t before = text->n;
  if (!attributes->n || text->full)
    return;
  add(text, "<", 1);
  xml_raw(text, name);
  add(text, attributes->bytes, attributes->n);
  add(text, "/>", 2);
  if (text->full)
    text->n = before;
  text->bytes[text->n] = '\0';
}
