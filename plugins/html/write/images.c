/* Pictures as data URIs, one in memory at a time. */
#include "config.h"

#include "images.h"

#include "state.h"

/* An SVG shown by img runs no script and fetches nothing (SVG Integration, 2.2: secure static mode). */
static bool is_shown_by_browsers(LpMediaType type) {
  switch (type) {
  case LP_MEDIA_PNG:
  case LP_MEDIA_JPEG:
  case LP_MEDIA_GIF:
  case LP_MEDIA_WEBP:
  case LP_MEDIA_SVG: return true;
  default: return false;
  }
}

static void write_alternative(HtmlWriter *writer, const LpNode *image) {
  const char *alternative = lp_node_string(image, LP_ATTRIBUTE_ALTERNATIVE);
  if (!alternative || !*alternative)
    return;
  element_open(writer, "span", NULL);
  element_class(writer, "picture", NULL, NULL);
  lp_markup_generated(writer->markup, alternative);
  element_close(writer);
}

/* The bytes of a picture that can be shown, and the source that holds them; NULL: reported. */
static const uint8_t *open_picture(HtmlWriter *writer, const LpNode *image, const LpResource *resource,
                                   LpSource **source, size_t *n) {
  LpPlace place = lp_node_place(image);
  if (resource && !is_shown_by_browsers(lp_resource_media_type(resource))) {
    lp_warn(
        writer->account, "html.picture-format", &place,
        "A picture of type %s is one that browsers do not show: its alternative text stands in its place.",
        lp_resource_mime_type(resource));
    return NULL;
  }
  /* The reader has said already why it has none. */
  if (!resource && !lp_node_has(image, LP_ATTRIBUTE_RESOURCE))
    return NULL;
  *source = resource ? lp_resource_open(resource) : NULL;
  const uint8_t *bytes = *source ? lp_source_bytes(*source, n) : NULL;
  if (!bytes)
    lp_warn(writer->account, "html.picture-unreadable", &place,
            "A picture could not be read: its alternative text stands in its place.");
  return bytes;
}

/* CSS pixels of a length: 96 an inch. */
static int32_t pixels(const LpNode *image, LpAttribute attribute, int32_t own, int32_t own_per_inch) {
  int32_t length = lp_node_integer(image, attribute);
  if (length > 0)
    return length / 9525 > 0 ? length / 9525 : 1;
  if (own <= 0)
    return 0;
  return own_per_inch > 96 ? (int32_t)((int64_t)own * 96 / own_per_inch) : own;
}

static void write_size(HtmlWriter *writer, const LpNode *image, const LpResource *resource) {
  int32_t per_inch = lp_resource_pixels_per_inch(resource);
  int32_t width = pixels(image, LP_ATTRIBUTE_WIDTH_EMU, lp_resource_pixel_width(resource), per_inch);
  int32_t height = pixels(image, LP_ATTRIBUTE_HEIGHT_EMU, lp_resource_pixel_height(resource), per_inch);
  if (width <= 0 || height <= 0)
    return;
  lp_markup_attribute_format(writer->markup, "width", "%d", width);
  lp_markup_attribute_format(writer->markup, "height", "%d", height);
}

LpWalkInto image_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  int32_t number =
      lp_node_has(node, LP_ATTRIBUTE_RESOURCE) ? lp_node_integer(node, LP_ATTRIBUTE_RESOURCE) : -1;
  const LpResource *resource = lp_document_resource(writer->document, number);
  LpSource *source = NULL;
  size_t n = 0;
  const uint8_t *bytes = open_picture(writer, node, resource, &source, &n);
  if (bytes) {
    const char *alternative = lp_node_string(node, LP_ATTRIBUTE_ALTERNATIVE);
    bool decorative = lp_node_integer(node, LP_ATTRIBUTE_DECORATIVE) || !alternative;
    element_open(writer, "img", NULL);
    lp_markup_attribute(writer->markup, "alt", decorative ? "" : alternative);
    write_size(writer, node, resource);
    lp_markup_attribute_data(writer->markup, "src", lp_resource_mime_type(resource), bytes, n);
    element_close(writer);
  } else
    write_alternative(writer, node);
  lp_source_free(source);
  return LP_WALK_INTO;
}
