/* A small emblem becomes outlines by ourselves: opening librsvg for it costs more than the rest of a page. */
#include "config.h"

#include "letterhead/emblem.h"

#include "letterhead/emblem_path.h"

#include <glib.h>
#include <string.h>

static const LpMatrix identity = {1, 0, 0, 1, 0, 0};

typedef struct Svg {
  LpPen pen;
  GArray *paths; /* of LpOutlinePath */
  LpMatrix box;  /* from the view box to 1000000 units */
  bool has_box;
} Svg;

/* An attribute of a tag: n bytes of value. */
typedef struct Attribute {
  const char *name, *value;
  size_t name_n, n;
} Attribute;

static bool is_named(const Attribute *attribute, const char *name) {
  return strlen(name) == attribute->name_n && memcmp(name, attribute->name, attribute->name_n) == 0;
}

/* The next attribute before end; false: none, and *at is at end unless the tag is not well-formed. */
static bool next_attribute(const char **at, const char *end, Attribute *attribute) {
  while (*at < end && g_ascii_isspace(**at))
    (*at)++;
  attribute->name = *at;
  while (*at < end && **at != '=' && !g_ascii_isspace(**at))
    (*at)++;
  attribute->name_n = (size_t)(*at - attribute->name);
  if (end - *at < 3 || (*at)[0] != '=' || ((*at)[1] != '"' && (*at)[1] != '\''))
    return false;
  attribute->value = *at + 2;
  const char *close = memchr(attribute->value, (*at)[1], (size_t)(end - attribute->value));
  if (!close)
    return false;
  attribute->n = (size_t)(close - attribute->value);
  *at = close + 1;
  return true;
}

static bool fill_parse(const Attribute *attribute, int32_t *fill) {
  if (attribute->n != 7 && attribute->n != 4)
    return false;
  if (attribute->value[0] != '#')
    return false;
  int32_t colour = 0;
  size_t repeats = attribute->n == 4 ? 2 : 1; /* #abc is #aabbcc */
  for (size_t i = 1; i < attribute->n; i++) {
    int nibble = g_ascii_xdigit_value(attribute->value[i]);
    if (nibble < 0)
      return false;
    for (size_t k = 0; k < repeats; k++)
      colour = colour * 16 + nibble;
  }
  *fill = colour;
  return true;
}

/* viewBox="x y width height", drawn into the middle of a square. */
static bool take_box(Svg *svg, const Attribute *attribute) {
  double box[4];
  const char *at = attribute->value, *end = at + attribute->n;
  for (size_t i = 0; i < G_N_ELEMENTS(box); i++)
    if (!lp_number_next(&at, end, &box[i]))
      return false;
  if (!(box[2] > 0 && box[3] > 0))
    return false;
  double scale = 1000000 / MAX(box[2], box[3]);
  svg->box = (LpMatrix){scale,
                        0,
                        0,
                        scale,
                        (1000000 - box[2] * scale) / 2 - box[0] * scale,
                        (1000000 - box[3] * scale) / 2 - box[1] * scale};
  svg->has_box = true;
  return true;
}

static bool take_root(Svg *svg, const char *at, const char *end) {
  Attribute attribute;
  while (next_attribute(&at, end, &attribute))
    if (is_named(&attribute, "viewBox") && !take_box(svg, &attribute))
      return false;
  return svg->has_box && at == end;
}

static bool take_path(Svg *svg, const char *at, const char *end) {
  LpOutlinePath path = {
      .fill = 0, .first_step = svg->pen.steps->len, .first_coordinate = svg->pen.coordinates->len};
  Attribute attribute, data = {0};
  LpMatrix own = identity;
  while (next_attribute(&at, end, &attribute)) {
    if (is_named(&attribute, "d")) {
      data = attribute;
    } else if (is_named(&attribute, "fill")) {
      if (!fill_parse(&attribute, &path.fill))
        return false;
    } else if (is_named(&attribute, "transform")) {
      if (!lp_transform_parse(attribute.value, attribute.n, &own))
        return false;
    } else if (!is_named(&attribute, "class") && !is_named(&attribute, "id")) {
      return false; /* a stroke, a style, an opacity: not plain */
    }
  }
  if (!svg->has_box || !data.value || at != end)
    return false;
  svg->pen.matrix = lp_matrix_after(&own, &svg->box);
  if (!lp_pen_draw(&svg->pen, data.value, data.n))
    return false;
  path.step_count = svg->pen.steps->len - path.first_step;
  g_array_append_val(svg->paths, path);
  return true;
}

/* One tag, without its angle brackets and maybe with the slash of an empty element. */
static bool take_tag(Svg *svg, const char *tag, const char *end) {
  static const char *const silent[] = {"title", "desc", "metadata"};
  if (*tag == '/' || *tag == '?')
    return true;
  if (end > tag && end[-1] == '/')
    end--;
  size_t n = 0;
  while (tag + n < end && !g_ascii_isspace(tag[n]))
    n++;
  if (n == 3 && memcmp(tag, "svg", 3) == 0)
    return !svg->has_box && take_root(svg, tag + n, end);
  if (n == 4 && memcmp(tag, "path", 4) == 0)
    return take_path(svg, tag + n, end);
  for (size_t i = 0; i < G_N_ELEMENTS(silent); i++)
    if (strlen(silent[i]) == n && memcmp(silent[i], tag, n) == 0)
      return true;
  return false;
}

static bool take_svg(Svg *svg, const char *at, const char *end) {
  while ((at = memchr(at, '<', (size_t)(end - at)))) {
    const char *closing = end - at >= 4 && memcmp(at, "<!--", 4) == 0 ? "-->" : ">";
    const char *close = g_strstr_len(at, end - at, closing);
    if (!close)
      return false;
    if (*closing == '>' && !take_tag(svg, at + 1, close))
      return false;
    at = close + strlen(closing);
  }
  return svg->paths->len > 0;
}

static const void *kept(LpDocument *document, const GArray *array, size_t size) {
  void *copy = lp_document_allocate(document, array->len * size);
  if (array->len)
    memcpy(copy, array->data, array->len * size);
  return copy;
}

LpOutline *lp_emblem_outline(LpDocument *document, const uint8_t *bytes, size_t n) {
  Svg svg = {.pen.steps = g_array_new(FALSE, FALSE, 1),
             .pen.coordinates = g_array_new(FALSE, FALSE, sizeof(int32_t)),
             .paths = g_array_new(FALSE, FALSE, sizeof(LpOutlinePath))};
  LpOutline *outline = lp_document_allocate(document, sizeof *outline);
  const char *text = (const char *)bytes;
  if (take_svg(&svg, text, text + n)) {
    outline->paths = kept(document, svg.paths, sizeof(LpOutlinePath));
    outline->path_count = svg.paths->len;
    outline->steps = kept(document, svg.pen.steps, 1);
    outline->coordinates = kept(document, svg.pen.coordinates, sizeof(int32_t));
  }
  g_array_free(svg.pen.steps, TRUE);
  g_array_free(svg.pen.coordinates, TRUE);
  g_array_free(svg.paths, TRUE);
  return outline;
}
