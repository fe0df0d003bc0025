/* draw:frame and draw:image (ODF 1.3, 10.4). */
#include "config.h"

#include "pictures.h"

#include "state.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *extension;
  const char *mime_type;
} types[] = {[LP_MEDIA_PNG] = {"png", "image/png"},   [LP_MEDIA_JPEG] = {"jpg", "image/jpeg"},
             [LP_MEDIA_GIF] = {"gif", "image/gif"},   [LP_MEDIA_WEBP] = {"webp", "image/webp"},
             [LP_MEDIA_TIFF] = {"tif", "image/tiff"}, [LP_MEDIA_SVG] = {"svg", "image/svg+xml"},
             [LP_MEDIA_EMF] = {"emf", "image/x-emf"}, [LP_MEDIA_WMF] = {"wmf", "image/x-wmf"}};

enum { TYPES = sizeof types / sizeof *types };

const char *picture_mime_type(LpMediaType type) {
  return (size_t)type < TYPES && types[type].mime_type ? types[type].mime_type : "application/octet-stream";
}

static const Picture *find(const OdtWriter *writer, int32_t resource) {
  /* Pictures are met in the order of the draft: the one asked for is most often new. */
  for (size_t i = writer->pictures.count; i-- > 0;)
    if (writer->pictures.all[i].resource == resource)
      return &writer->pictures.all[i];
  return NULL;
}

static Picture *add(OdtWriter *writer) {
  Pictures *pictures = &writer->pictures;
  if (pictures->count == pictures->capacity) {
    size_t capacity = pictures->capacity ? pictures->capacity * 2 : 8;
    Picture *all = lp_writing_allocate(writer->writing, capacity * sizeof *all);
    if (pictures->count)
      memcpy(all, pictures->all, pictures->count * sizeof *all);
    pictures->all = all;
    pictures->capacity = capacity;
  }
  return &pictures->all[pictures->count++];
}

/* Puts a picture into the package, unless it is there already. NULL: reported. */
static const Picture *pack(OdtWriter *writer, const LpNode *image, int32_t number) {
  const Picture *known = find(writer, number);
  const LpResource *resource = lp_document_resource(writer->document, number);
  LpPlace place = lp_node_place(image);
  if (known)
    return known;
  LpMediaType type = resource ? lp_resource_media_type(resource) : LP_MEDIA_UNKNOWN;
  if (resource && ((size_t)type >= TYPES || !types[type].extension)) {
    lp_warn(writer->account, "odt.picture-format", &place,
            "A picture is of no known kind: its alternative text stands in its place.");
    return NULL;
  }
  /* The reader has said already why it has none. */
  if (!resource && !lp_node_has(image, LP_ATTRIBUTE_RESOURCE))
    return NULL;
  LpSource *source = resource ? lp_resource_open(resource) : NULL;
  size_t n = 0;
  const uint8_t *bytes = source ? lp_source_bytes(source, &n) : NULL;
  Picture *picture = NULL;
  if (bytes) {
    picture = add(writer);
    picture->resource = number;
    picture->type = type;
    snprintf(picture->name, sizeof picture->name, "Pictures/picture%d.%s", number + 1, types[type].extension);
    bool packs = type == LP_MEDIA_SVG || type == LP_MEDIA_EMF || type == LP_MEDIA_WMF;
    lp_package_writer_add(writer->package, picture->name, bytes, n,
                          packs ? LP_PACKING_DEFLATED : LP_PACKING_STORED);
  } else
    lp_warn(writer->account, "odt.picture-unreadable", &place,
            "A picture could not be read: its alternative text stands in its place.");
  lp_source_free(source);
  return picture;
}

/* ---- size ---- */

static int32_t natural(int32_t pixels, int32_t per_inch) {
  int64_t length = (int64_t)pixels * LP_EMU_PER_INCH / (per_inch > 0 ? per_inch : 96);
  return length < INT32_MAX ? (int32_t)length : INT32_MAX;
}

/* The draft's size, else the picture's own; made smaller where it is wider than the text. */
static void find_size(const OdtWriter *writer, const LpNode *image, const LpResource *resource,
                      int32_t *width, int32_t *height) {
  int32_t per_inch = lp_resource_pixels_per_inch(resource);
  *width = lp_node_integer(image, LP_ATTRIBUTE_WIDTH_EMU);
  *height = lp_node_integer(image, LP_ATTRIBUTE_HEIGHT_EMU);
  if (*width <= 0 || *height <= 0) {
    *width = natural(lp_resource_pixel_width(resource), per_inch);
    *height = natural(lp_resource_pixel_height(resource), per_inch);
  }
  if (*width <= 0 || *height <= 0)
    *width = *height = LP_EMU_PER_INCH;
  if (*width > writer->flow.width) {
    *height = (int32_t)((int64_t)*height * writer->flow.width / *width);
    *width = writer->flow.width;
  }
}

static void write_alternative(OdtWriter *writer, const LpNode *image) {
  const char *alternative = lp_node_string(image, LP_ATTRIBUTE_ALTERNATIVE);
  if (alternative)
    lp_markup_generated(writer->markup, alternative);
}

static const char frame_properties[] = "<style:graphic-properties style:vertical-pos=\"bottom\" "
                                       "style:vertical-rel=\"baseline\" fo:border=\"none\" "
                                       "fo:padding=\"0pt\"/>";

static void write_frame(OdtWriter *writer, const LpNode *image, const Picture *picture, int32_t number) {
  const char *alternative = lp_node_string(image, LP_ATTRIBUTE_ALTERNATIVE);
  int32_t width, height;
  find_size(writer, image, lp_document_resource(writer->document, number), &width, &height);
  const char *style = automatic_style(&writer->automatic, FAMILY_GRAPHIC,
                                      " style:parent-style-name=\"Graphics\"", frame_properties);
  lp_markup_open(writer->markup, "draw:frame");
  lp_markup_attribute(writer->markup, "draw:style-name", style);
  lp_markup_attribute(writer->markup, "text:anchor-type", "as-char");
  lp_markup_attribute_points(writer->markup, "svg:width", width);
  lp_markup_attribute_points(writer->markup, "svg:height", height);
  lp_markup_open(writer->markup, "draw:image");
  lp_markup_attribute(writer->markup, "xlink:href", picture->name);
  lp_markup_attribute(writer->markup, "xlink:type", "simple");
  lp_markup_attribute(writer->markup, "xlink:show", "embed");
  lp_markup_attribute(writer->markup, "xlink:actuate", "onLoad");
  lp_markup_close(writer->markup);
  if (alternative && *alternative && !lp_node_integer(image, LP_ATTRIBUTE_DECORATIVE)) {
    lp_markup_open(writer->markup, "svg:title");
    lp_markup_generated(writer->markup, alternative);
    lp_markup_close(writer->markup);
  }
  lp_markup_close(writer->markup);
}

LpWalkInto image_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  int32_t number =
      lp_node_has(node, LP_ATTRIBUTE_RESOURCE) ? lp_node_integer(node, LP_ATTRIBUTE_RESOURCE) : -1;
  const Picture *picture = writer->flow.plain ? NULL : pack(writer, node, number);
  if (picture)
    write_frame(writer, node, picture, number);
  else
    write_alternative(writer, node);
  writer->flow.after_space = false;
  return LP_WALK_INTO;
}
