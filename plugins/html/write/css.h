/* write/css.h: declarations of CSS in the making. */
#ifndef HTML_WRITE_CSS_H
#define HTML_WRITE_CSS_H

#include <letterpress/sink.h>

/* A list of declarations. What does not fit is left out whole: the list stays valid. */
typedef struct CssText {
  size_t n;
  bool full;
  char bytes[1022];
} CssText;

/* Adds a declaration "property:value", with ';' before it if it is not the first. Only %d, %s and %c. */
void css_declare(CssText *text, const char *format, ...) LP_PRINTF(2, 3);

/* Adds a declaration of a length in thousandths of a unit: "margin:1.25rem". */
void css_declare_length(CssText *text, const char *property, int64_t thousandths, const char *unit);

/* Adds a declaration of a colour 0xRRGGBB. */
void css_declare_colour(CssText *text, const char *property, int32_t colour);

/* Writes a length as points, "11.25pt". */
void points_write(LpSink *sink, int32_t length_emu);

/* Writes text as a CSS string with its quotation marks (CSS Syntax 3, 4.3.5); safe within a style element. */
void css_write_string(LpSink *sink, const char *text);

/* The same into buffer of n bytes, cut at a whole character where it does not fit. Returns buffer. */
char *css_string(const char *text, char *buffer, size_t n);

#endif
