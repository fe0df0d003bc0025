/* Declarations and strings of CSS. */
#include "config.h"

#include "css.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void declare(CssText *text, const char *declaration, size_t n) {
  size_t separator = text->n > 0;
  if (text->full || n + separator > sizeof text->bytes - text->n - 1) {
    text->full = true;
    return;
  }
  if (separator)
    text->bytes[text->n++] = ';';
  memcpy(text->bytes + text->n, declaration, n);
  text->n += n;
  text->bytes[text->n] = '\0';
}

void css_declare(CssText *text, const char *format, ...) {
  char declaration[sizeof text->bytes];
  va_list arguments;
  va_start(arguments, format);
  int n = vsnprintf(declaration, sizeof declaration, format, arguments);
  va_end(arguments);
  if (n < 0 || (size_t)n >= sizeof declaration)
    return;
  declare(text, declaration, (size_t)n);
}

/* Thousandths as a decimal number without trailing zeros and without a 0 before the point. */
static void format_thousandths(int64_t thousandths, char *buffer, size_t n) {
  bool negative = thousandths < 0;
  uint64_t amount = negative ? -(uint64_t)thousandths : (uint64_t)thousandths;
  unsigned long long whole = amount / 1000;
  unsigned fraction = (unsigned)(amount % 1000);
  int digits = 3;
  while (fraction && fraction % 10 == 0) {
    fraction /= 10;
    digits--;
  }
  const char *sign = negative ? "-" : "";
  if (!fraction)
    snprintf(buffer, n, "%s%llu", sign, whole);
  else if (!whole)
    snprintf(buffer, n, "%s.%0*u", sign, digits, fraction);
  else
    snprintf(buffer, n, "%s%llu.%0*u", sign, whole, digits, fraction);
}

void css_declare_length(CssText *text, const char *property, int64_t thousandths, const char *unit) {
  char number[32];
  format_thousandths(thousandths, number, sizeof number);
  css_declare(text, "%s:%s%s", property, number, thousandths == 0 ? "" : unit);
}

void points_write(LpSink *sink, int32_t length_emu) {
  char number[32];
  format_thousandths((int64_t)length_emu * 1000 / LP_EMU_PER_POINT, number, sizeof number);
  lp_sink_format(sink, "%spt", number);
}

void css_declare_colour(CssText *text, const char *property, int32_t colour) {
  css_declare(text, "%s:#%06X", property, (unsigned)colour & 0xFFFFFFU);
}

/* How a byte stands within a string; NULL: as it is. '<' is escaped so that no "</style" can arise. */
static const char *escape_of(char c) {
  switch (c) {
  case '"': return "\\\"";
  case '\\': return "\\\\";
  case '<': return "\\3C ";
  case '\n': return "\\A ";
  case '\r': return "\\D ";
  case '\f': return "\\C ";
  default: return NULL;
  }
}

void css_write_string(LpSink *sink, const char *text) {
  lp_sink_write(sink, "\"", 1);
  size_t from = 0;
  size_t n = strlen(text);
  for (size_t i = 0; i < n; i++) {
    const char *escape = escape_of(text[i]);
    if (!escape)
      continue;
    lp_sink_write(sink, text + from, i - from);
    lp_sink_text(sink, escape);
    from = i + 1;
  }
  lp_sink_write(sink, text + from, n - from);
  lp_sink_write(sink, "\"", 1);
}

char *css_string(const char *text, char *buffer, size_t n) {
  size_t at = 0;
  buffer[at++] = '"';
  while (*text) {
    const char *escape = escape_of(*text);
    size_t length = 1;
    while (!escape && ((unsigned char)text[length] & 0xC0) == 0x80)
      length++;
    const char *from = escape ? escape : text;
    size_t bytes = escape ? strlen(escape) : length;
    if (at + bytes + 2 > n)
      break;
    memcpy(buffer + at, from, bytes);
    at += bytes;
    text += length;
  }
  buffer[at++] = '"';
  buffer[at] = '\0';
  return buffer;
}
