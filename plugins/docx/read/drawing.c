#include "config.h"

#include "read/drawing.h"

#include "read/generic.h"
#include "read/run.h"
#include "read/values.h"

#include <string.h>

static DocxPicture *picture(const DocxReader *reader) {
  return reader->pictures->len ? &g_array_index(reader->pictures, DocxPicture, reader->pictures->len - 1)
                               : NULL;
}

LpXmlInto docx_enter_drawing(void *state, const LpXmlElement *element) {
  (void)element;
  DocxPicture fresh = {0};
  g_array_append_val(((DocxReader *)state)->pictures, fresh);
  return LP_XML_INTO;
}

void docx_leave_drawing(void *state, const LpXmlElement *element) {
  (void)element;
  GArray *pictures = ((DocxReader *)state)->pictures;
  if (pictures->len)
    g_array_set_size(pictures, pictures->len - 1);
}

LpXmlInto docx_enter_extent(void *state, const LpXmlElement *element) {
  DocxPicture *open = picture(state);
  if (open) {
    open->width_emu = docx_integer(element, "cx", 0, INT32_MAX, 0);
    open->height_emu = docx_integer(element, "cy", 0, INT32_MAX, 0);
  }
  return LP_XML_INTO;
}

/* wp:docPr of a drawing, pic:cNvPr of a picture within it: the text for those who do not see it. */
LpXmlInto docx_enter_drawing_title(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxPicture *open = picture(reader);
  const char *text = docx_value(element, "descr");
  if (!text || !*text)
    text = docx_value(element, "title");
  if (open && text && *text && (!open->alternative || open->is_group))
    open->alternative = docx_intern(reader, text);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_decorative(void *state, const LpXmlElement *element) {
  if (picture(state))
    picture(state)->is_decorative = docx_is_on(element);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_group(void *state, const LpXmlElement *element) {
  (void)element;
  if (picture(state))
    picture(state)->is_group = true;
  return LP_XML_INTO;
}

/* What a drawing shows besides pictures and shapes is not read yet: it is named. */
LpXmlInto docx_enter_graphic_data(void *state, const LpXmlElement *element) {
  static const struct {
    const char *end, *name;
  } kinds[] = {{"/chart", "chart"}, {"/chartex", "chart"}, {"/diagram", "diagram"}};
  const char *address = docx_value(element, "uri");
  LpPlace place = lp_xml_place(element);
  for (size_t i = 0; address && i < G_N_ELEMENTS(kinds); i++)
    if (g_str_has_suffix(address, kinds[i].end))
      docx_report_once(state, "docx.drawing-left-out", kinds[i].name, &place,
                       "drawings of this kind cannot be shown and are left out");
  return LP_XML_INTO;
}

static void show(DocxReader *reader, const char *part, const DocxPicture *open, const LpPlace *place) {
  int32_t resource = lp_package_resource(reader->package, reader->builder, part);
  if (resource < 0 || !docx_ready(reader))
    return;
  lp_builder_leaf(reader->builder, LP_KIND_IMAGE, place);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_RESOURCE, resource);
  lp_builder_style(reader->builder, reader->last_style);
  if (!open)
    return;
  lp_builder_string(reader->builder, LP_ATTRIBUTE_ALTERNATIVE, open->alternative);
  if (open->is_decorative)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_DECORATIVE, 1);
  if (open->width_emu > 0 && open->height_emu > 0 && !open->is_group) {
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_WIDTH_EMU, open->width_emu);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_HEIGHT_EMU, open->height_emu);
  }
}

static void find_and_show(DocxReader *reader, const char *id, const DocxPicture *open, const LpPlace *place) {
  const DocxRelationship *relationship = docx_relationship(reader->relationships, id);
  if (relationship && !relationship->is_outer && relationship->target)
    show(reader, relationship->target, open, place);
  else
    docx_report_once(reader,
                     relationship && relationship->is_outer ? "docx.picture-linked" : "docx.picture-missing",
                     "picture", place, "it does not lie within the draft and is left out");
}

LpXmlInto docx_enter_blip(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const LpXmlElement *fill = lp_xml_parent(element);
  if (!fill || lp_xml_namespace(fill) != PICTURE) /* the ground of a shape is its look, not its content */
    return LP_XML_INTO;
  const char *id = lp_xml_attribute(element, R, "embed");
  if (!id || !*id)
    id = lp_xml_attribute(element, R, "link");
  LpPlace place = lp_xml_place(element);
  if (id && *id)
    find_and_show(reader, id, picture(reader), &place);
  return LP_XML_INTO;
}

/* ---- VML ---- */

/* A length of a style attribute: "width:12pt". */
static int32_t style_length(const char *style, const char *name) {
  size_t n = strlen(name);
  int32_t emu = 0;
  for (const char *at = style; (at = strstr(at, name)); at += n) {
    if ((at != style && at[-1] != ';' && at[-1] != ' ') || at[n] != ':')
      continue;
    g_autofree char *value = g_strndup(at + n + 1, strcspn(at + n + 1, ";"));
    if (lp_length_parse(g_strstrip(value), &emu) && emu > 0)
      return emu;
  }
  return 0;
}

LpXmlInto docx_enter_vml_shape(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *style = lp_xml_attribute(element, 0, "style");
  DocxPicture open = {.alternative = docx_intern(reader, lp_xml_attribute(element, 0, "alt"))};
  if (style) {
    open.width_emu = style_length(style, "width");
    open.height_emu = style_length(style, "height");
  }
  g_array_append_val(reader->pictures, open);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_vml_picture(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxPicture *open = picture(reader);
  const char *id = lp_xml_attribute(element, R, "id"), *title = lp_xml_attribute(element, O, "title");
  LpPlace place = lp_xml_place(element);
  if (open && !open->alternative)
    open->alternative = docx_intern(reader, title);
  if (id && *id)
    find_and_show(reader, id, open, &place);
  return LP_XML_INTO;
}
