/* Text and what stands among it. */
#include "config.h"

#include "inlines.h"

#include "state.h"

#include <string.h>

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

enum { WHOLE_BYTES = 24 };

/* The first word in text with a hyphen before a digit, "COVID-19": browsers would break it there. Bytes from
 *from to *to; false: there is none. */
static bool find_whole(const char *text, size_t n, size_t *from, size_t *to) {
  const char *hyphen = text;
  while ((hyphen = memchr(hyphen, '-', n - (size_t)(hyphen - text)))) {
    size_t at = (size_t)(hyphen++ - text);
    if (at == 0 || at + 1 >= n || !is_word(text[at - 1]) || !is_digit(text[at + 1]))
      continue;
    *from = at;
    while (*from > 0 && at - *from <= WHOLE_BYTES && is_word(text[*from - 1]))
      --*from;
    *to = at + 1;
    while (*to < n && *to - *from <= WHOLE_BYTES && (is_word(text[*to]) || text[*to] == '-'))
      ++*to;
    if (*to - *from <= WHOLE_BYTES)
      return true;
  }
  return false;
}

LpWalkInto text_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  size_t n;
  const char *text = lp_node_text(node, &n);
  formatting_for(writer, lp_node_style(node));
  size_t from, to;
  while (find_whole(text, n, &from, &to)) {
    lp_markup_text(writer->markup, text, from);
    lp_markup_open(writer->markup, "span");
    lp_markup_attribute(writer->markup, "class", "whole");
    lp_markup_text(writer->markup, text + from, to - from);
    lp_markup_close(writer->markup);
    text += to;
    n -= to;
  }
  lp_markup_text(writer->markup, text, n);
  return LP_WALK_INTO;
}

/* Whether there is something in a link by which it could be followed. */
static bool is_visible(const LpNode *link) {
  for (LpStep step = lp_walk_first(link); step.node; step = lp_walk_next(link, step)) {
    size_t n;
    const char *text = lp_node_text(step.node, &n);
    if (lp_node_kind(step.node) == LP_KIND_IMAGE || (text && lp_characters(text, n) > 0))
      return true;
  }
  return false;
}

/* Opens an a or, where that cannot be, a span. */
static void open_reference(HtmlWriter *writer, const LpNode *node, const char *target) {
  bool found = target && lp_document_named(writer->document, LP_KIND_ANCHOR, target);
  if (target && !found) {
    LpPlace place = lp_node_place(node);
    lp_warn(writer->account, "html.link-target", &place,
            "A reference aims at “%s”, which is not in the draft: its text is kept without a link.", target);
  }
  if (!found || writer->elements.link || !is_visible(node)) {
    element_open(writer, "span", node);
    return;
  }
  element_open(writer, "a", node);
  writer->elements.link = writer->elements.count;
  element_anchor(writer, target, true);
}

LpWalkInto link_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const char *href = lp_node_string(node, LP_ATTRIBUTE_HREF);
  if (!href || writer->elements.link || !is_visible(node)) {
    open_reference(writer, node, lp_node_string(node, LP_ATTRIBUTE_TARGET));
    return LP_WALK_INTO;
  }
  element_open(writer, "a", node);
  writer->elements.link = writer->elements.count;
  lp_markup_attribute(writer->markup, "href", href);
  lp_markup_attribute(writer->markup, "title", lp_node_string(node, LP_ATTRIBUTE_TITLE));
  return LP_WALK_INTO;
}

LpWalkInto field_enter(void *state, const LpNode *node) {
  open_reference(state, node, lp_node_string(node, LP_ATTRIBUTE_TARGET));
  return LP_WALK_INTO;
}

LpWalkInto anchor_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const char *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  if (!name || lp_document_named(writer->document, LP_KIND_ANCHOR, name) != node)
    return LP_WALK_INTO;
  element_open(writer, "span", NULL);
  element_anchor(writer, name, false);
  element_close(writer);
  return LP_WALK_INTO;
}

LpWalkInto line_break_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  (void)node;
  const LpNode *block = writer->formatting.block;
  if (block && lp_node_kind(block) == LP_KIND_PREFORMATTED)
    lp_markup_generated(writer->markup, "\n");
  else {
    lp_markup_open(writer->markup, "br");
    lp_markup_close(writer->markup);
  }
  return LP_WALK_INTO;
}

LpWalkInto tab_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  (void)node;
  formatting_end(writer);
  lp_markup_open(writer->markup, "span");
  lp_markup_attribute(writer->markup, "class", "tab");
  lp_markup_generated(writer->markup, "\t");
  lp_markup_close(writer->markup);
  return LP_WALK_INTO;
}

LpWalkInto isolate_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpStyle *style = lp_node_style(node);
  int32_t direction = lp_style_integer(style, LP_PROPERTY_DIRECTION);
  bool said = element_new_direction(writer, style) != NULL;
  element_open(writer, "bdi", node);
  if (!said && direction != LP_DIRECTION_AUTO)
    lp_markup_attribute(writer->markup, "dir", direction == LP_DIRECTION_RTL ? "rtl" : "ltr");
  return LP_WALK_INTO;
}

LpWalkInto ruby_enter(void *state, const LpNode *node) {
  element_open(state, "ruby", node);
  return LP_WALK_INTO;
}

LpWalkInto ruby_text_enter(void *state, const LpNode *node) {
  element_open(state, "rt", node);
  return LP_WALK_INTO;
}

void inline_leave(void *state, const LpNode *node) {
  (void)node;
  element_close(state);
}
