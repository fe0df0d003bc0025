/* Elements with language and direction. */
#include "config.h"

#include "elements.h"

#include "state.h"

#include <string.h>

static void push(HtmlWriter *writer, size_t depth, const char *language, LpDirection direction) {
  Elements *elements = &writer->elements;
  if (elements->count == elements->capacity) {
    size_t capacity = elements->capacity ? elements->capacity * 2 : 32;
    Element *open = lp_writing_allocate(writer->writing, capacity * sizeof *open);
    if (elements->count)
      memcpy(open, elements->open, elements->count * sizeof *open);
    elements->open = open;
    elements->capacity = capacity;
  }
  elements->open[elements->count++] =
      (Element){.depth = depth, .language = language, .direction = direction, .number = 1};
}

Element *element_current(HtmlWriter *writer) {
  return &writer->elements.open[writer->elements.count - 1];
}

static const Element *in_force(const HtmlWriter *writer) {
  return &writer->elements.open[writer->elements.count - 1];
}

void elements_begin(HtmlWriter *writer) {
  bool rtl = lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_RIGHT_TO_LEFT) != 0;
  const char *language = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_DOCUMENT_LANGUAGE);
  lp_markup_open(writer->markup, "html");
  lp_markup_attribute(writer->markup, "lang", language);
  lp_markup_attribute(writer->markup, "dir", rtl ? "rtl" : "ltr");
  push(writer, 0, language ? language : "", rtl ? LP_DIRECTION_RTL : LP_DIRECTION_LTR);
}

const char *element_new_language(const HtmlWriter *writer, const LpStyle *style) {
  const char *language = lp_style_string(style, LP_PROPERTY_LANGUAGE);
  if (!language || !*language)
    return NULL;
  return strcmp(language, in_force(writer)->language) == 0 ? NULL : language;
}

const char *element_new_direction(const HtmlWriter *writer, const LpStyle *style) {
  LpDirection direction = (LpDirection)lp_style_integer(style, LP_PROPERTY_DIRECTION);
  if (direction == LP_DIRECTION_AUTO || direction == in_force(writer)->direction)
    return NULL;
  return direction == LP_DIRECTION_RTL ? "rtl" : "ltr";
}

void element_open(HtmlWriter *writer, const char *name, const LpNode *node) {
  formatting_end(writer);
  const LpStyle *style = node ? lp_node_style(node) : NULL;
  const char *language = element_new_language(writer, style);
  const char *direction = element_new_direction(writer, style);
  size_t depth = lp_markup_depth(writer->markup);
  lp_markup_open(writer->markup, name);
  lp_markup_attribute(writer->markup, "lang", language);
  lp_markup_attribute(writer->markup, "dir", direction);
  const Element *outer = in_force(writer);
  push(writer, depth, language ? language : outer->language,
       direction ? (LpDirection)lp_style_integer(style, LP_PROPERTY_DIRECTION) : outer->direction);
}

void element_open_line(HtmlWriter *writer, const char *name, const LpNode *node) {
  formatting_end(writer);
  lp_markup_generated(writer->markup, "\n");
  element_open(writer, name, node);
}

void element_close(HtmlWriter *writer) {
  formatting_end(writer);
  Elements *elements = &writer->elements;
  if (elements->count <= 1)
    return;
  if (elements->count == elements->link)
    elements->link = 0;
  lp_markup_close_to(writer->markup, elements->open[--elements->count].depth);
}

void element_class(HtmlWriter *writer, const char *a, const char *b, const char *c) {
  if (!a && !b && !c)
    return;
  bool gap_before_b = a && b, gap_before_c = (a || b) && c;
  lp_markup_attribute_format(writer->markup, "class", "%s%s%s%s%s", a ? a : "", gap_before_b ? " " : "",
                             b ? b : "", gap_before_c ? " " : "", c ? c : "");
}

static bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

void element_anchor(HtmlWriter *writer, const char *name, bool href) {
  static const char digits[] = "0123456789ABCDEF";
  size_t length = strlen(name);
  char *id = lp_writing_allocate(writer->writing, length * 3 + 4);
  size_t n = 0;
  memcpy(id, "#a-", 3);
  n = 3;
  for (size_t i = 0; i < length; i++) {
    if (stands_for_itself(name[i])) {
      id[n++] = name[i];
      continue;
    }
    id[n++] = '_';
    id[n++] = digits[(unsigned char)name[i] >> 4];
    id[n++] = digits[(unsigned char)name[i] & 15];
  }
  lp_markup_attribute(writer->markup, href ? "href" : "id", href ? id : id + 1);
}

void element_numbered(HtmlWriter *writer, const char *attribute, const char *prefix, uint32_t number) {
  lp_markup_attribute_format(writer->markup, attribute, "%s-%u", prefix, number);
}
