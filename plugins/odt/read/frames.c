/* What is drawn: pictures become images, shapes with text become text boxes. */
#include "config.h"

#include "read/frames.h"

#include "read/paragraph.h"

#include <string.h>

LpXmlInto odt_enter_frame(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *width = lp_xml_attribute(element, NS_SVG, "width"),
             *height = lp_xml_attribute(element, NS_SVG, "height");
  reader->picture_taken = false;
  reader->frame_width_emu = reader->frame_height_emu = 0;
  if (width)
    lp_length_parse(width, &reader->frame_width_emu);
  if (height)
    lp_length_parse(height, &reader->frame_height_emu);
  return LP_XML_INTO;
}

void odt_leave_frame(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->picture_taken = false;
}

/* A part of the package, or nothing: what lies outside is not read. */
static int32_t resource_of(Reader *reader, const char *address, const LpPlace *place) {
  while (g_str_has_prefix(address, "./"))
    address += 2;
  if (*address == '#')
    address++; /* OpenOffice.org 1.x */
  if (reader->package && lp_package_has(reader->package, address))
    return lp_package_resource(reader->package, reader->builder, address);
  lp_warn(reader->account, "odt.picture-outside", place, "A picture is not within the draft; it is missing.");
  return -1;
}

LpXmlInto odt_enter_picture(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *address = lp_xml_attribute(element, NS_XLINK, "href");
  LpPlace place = lp_xml_place(element);
  if (reader->picture_taken || !reader->in_body || reader->in_deletion)
    return LP_XML_INTO;
  if (!address) {
    lp_warn(reader->account, "odt.picture-inline", &place,
            "A picture stands within a flat file; it is missing.");
    return LP_XML_LEAVE + LP_REASON_STRUCTURE; /* its bytes in base64 */
  }
  reader->picture_taken = true;
  int32_t resource = resource_of(reader, address, &place);
  lp_builder_leaf(reader->builder, LP_KIND_IMAGE, &place);
  if (resource >= 0)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_RESOURCE, resource);
  if (reader->frame_width_emu > 0 && reader->frame_height_emu > 0) {
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_WIDTH_EMU, reader->frame_width_emu);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_HEIGHT_EMU, reader->frame_height_emu);
  }
  return LP_XML_INTO;
}

/* Formulas, charts, OLE: their picture stands for them. */
LpXmlInto odt_enter_object(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (reader->in_body)
    lp_warn(reader->account, "odt.object", &place,
            "An embedded object (a formula, a chart) is shown by its picture.");
  return LP_XML_INTO;
}

/* svg:title and svg:desc of the picture before them. */
LpXmlInto odt_enter_alternative(void *state, const LpXmlElement *element) {
  (void)element;
  odt_collect(state, LP_REASON_METADATA);
  return LP_XML_INTO;
}

void odt_leave_alternative(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  char *text = odt_collected(reader);
  bool is_title = strcmp(lp_xml_name(element), "title") == 0;
  if (reader->picture_taken && text && *g_strstrip(text))
    lp_builder_string(reader->builder, is_title ? LP_ATTRIBUTE_TITLE : LP_ATTRIBUTE_ALTERNATIVE, text);
  g_free(text);
}

/* ---- shapes ---- */

LpXmlInto odt_enter_shape(void *state, const LpXmlElement *element) {
  (void)element;
  uint8_t closed = false;
  g_array_append_val(((Reader *)state)->shapes, closed);
  return LP_XML_INTO;
}

void odt_leave_shape(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!reader->shapes->len)
    return;
  if (g_array_index(reader->shapes, uint8_t, reader->shapes->len - 1)) {
    lp_builder_close(reader->builder, LP_KIND_TEXT_BOX);
    odt_set_text_style(reader);
  }
  g_array_set_size(reader->shapes, reader->shapes->len - 1);
}

void odt_become_text_box(Reader *reader, const LpPlace *place) {
  if (!reader->shapes->len || reader->in_deletion)
    return;
  uint8_t *open = &g_array_index(reader->shapes, uint8_t, reader->shapes->len - 1);
  if (!*open)
    lp_builder_open(reader->builder, LP_KIND_TEXT_BOX, place);
  *open = true;
}
