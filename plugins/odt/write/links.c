/* text:a, text:bookmark and text fields (ODF 1.3, 6.1.8, 6.2, 7). */
#include "config.h"

#include "links.h"

#include "state.h"

#include <string.h>

void link_identify(OdtWriter *writer, const char *attribute, const char *prefix, const LpNode *node) {
  const char *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  lp_markup_attribute_format(writer->markup, attribute, "%s%s", prefix, name ? name : "");
}

static bool has_anchor(const OdtWriter *writer, const char *target) {
  return target && lp_document_named(writer->document, LP_KIND_ANCHOR, target);
}

static void warn_of_target(OdtWriter *writer, const LpNode *node, const char *target) {
  LpPlace place = lp_node_place(node);
  lp_warn(writer->account, "odt.link-target", &place,
          "A reference aims at “%s”, which is not in the draft: its text is kept without a link.", target);
}

static bool is_link(const OdtWriter *writer, const LpNode *node) {
  return lp_node_string(node, LP_ATTRIBUTE_HREF) ||
         has_anchor(writer, lp_node_string(node, LP_ATTRIBUTE_TARGET));
}

LpWalkInto link_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const char *href = lp_node_string(node, LP_ATTRIBUTE_HREF);
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  if (!is_link(writer, node) || writer->link || writer->flow.plain) {
    if (target && !href && !has_anchor(writer, target))
      warn_of_target(writer, node, target);
    return LP_WALK_INTO;
  }
  writer->link = node;
  lp_markup_open(writer->markup, "text:a");
  lp_markup_attribute(writer->markup, "xlink:type", "simple");
  if (href)
    lp_markup_attribute(writer->markup, "xlink:href", href);
  else
    lp_markup_attribute_format(writer->markup, "xlink:href", "#%s", target);
  lp_markup_attribute(writer->markup, "office:title", lp_node_string(node, LP_ATTRIBUTE_TITLE));
  lp_markup_attribute(writer->markup, "text:style-name", "Internet_20_link");
  lp_markup_attribute(writer->markup, "text:visited-style-name", "Internet_20_link");
  return LP_WALK_INTO;
}

void link_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (writer->link != node)
    return;
  lp_markup_close(writer->markup);
  writer->link = NULL;
}

LpWalkInto anchor_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const char *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  if (!name || writer->flow.plain || lp_document_named(writer->document, LP_KIND_ANCHOR, name) != node)
    return LP_WALK_INTO;
  lp_markup_open(writer->markup, "text:bookmark");
  lp_markup_attribute(writer->markup, "text:name", name);
  lp_markup_close(writer->markup);
  return LP_WALK_INTO;
}

/* In a heading a reference is a link: libxml2 takes the field for an error there, though the schema allows
 * it. */
static bool is_in_heading(const OdtWriter *writer) {
  return writer->flow.block && lp_node_kind(writer->flow.block) == LP_KIND_HEADING;
}

/* The element of a field that stays alive; NULL: its result is text. */
static const char *element_of(const OdtWriter *writer, const LpNode *node) {
  const char *field = lp_node_string(node, LP_ATTRIBUTE_FIELD);
  if (!field || writer->flow.plain)
    return NULL;
  if (strcmp(field, "page") == 0)
    return "text:page-number";
  if (strcmp(field, "pages") == 0)
    return "text:page-count";
  bool refers = strcmp(field, "reference") == 0 || strcmp(field, "page-reference") == 0;
  return refers && has_anchor(writer, lp_node_string(node, LP_ATTRIBUTE_TARGET)) ? "text:bookmark-ref" : NULL;
}

LpWalkInto field_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  const char *element = element_of(writer, node);
  if (element && is_in_heading(writer) && strcmp(element, "text:bookmark-ref") == 0)
    return link_enter(state, node);
  if (!element) {
    if (target && !has_anchor(writer, target))
      warn_of_target(writer, node, target);
    return LP_WALK_INTO;
  }
  lp_markup_open(writer->markup, element);
  if (strcmp(element, "text:page-number") == 0)
    lp_markup_attribute(writer->markup, "text:select-page", "current");
  if (strcmp(element, "text:bookmark-ref") == 0) {
    bool page = strcmp(lp_node_string(node, LP_ATTRIBUTE_FIELD), "page-reference") == 0;
    lp_markup_attribute(writer->markup, "text:reference-format", page ? "page" : "text");
    lp_markup_attribute(writer->markup, "text:ref-name", target);
  }
  writer->field = node;
  writer->flow.plain = true;
  return LP_WALK_INTO;
}

void field_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  link_leave(state, node);
  if (writer->field != node)
    return;
  lp_markup_close(writer->markup);
  writer->field = NULL;
  writer->flow.plain = false;
}
