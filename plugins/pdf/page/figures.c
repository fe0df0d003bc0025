#include "config.h"

#include "page/galley.h"
#include "page/looks.h"

enum { SCREEN_PIXELS_PER_INCH = 96 };

/* The size that the draft gives, else that of the pixels; false where neither is known. */
static bool size_of(const LpNode *image, const LpResource *resource, Picture *picture) {
  const int64_t across = lp_resource_pixel_width(resource), down = lp_resource_pixel_height(resource);
  if (across <= 0 || down <= 0)
    return false;
  int64_t width = lp_node_integer(image, LP_ATTRIBUTE_WIDTH_EMU);
  int64_t height = lp_node_integer(image, LP_ATTRIBUTE_HEIGHT_EMU);
  int64_t per_inch = lp_resource_pixels_per_inch(resource);
  if (per_inch <= 0)
    per_inch = SCREEN_PIXELS_PER_INCH;
  if (width <= 0 && height <= 0)
    width = across * LP_EMU_PER_INCH / per_inch;
  if (width <= 0)
    width = height * across / down;
  if (height <= 0)
    height = width * down / across;
  picture->width_emu = (int32_t)CLAMP(width, 1, G_MAXINT32 / 4);
  picture->height_emu = (int32_t)CLAMP(height, 1, G_MAXINT32 / 4);
  return true;
}

/* The text of the caption of the figure that the image stands in; NULL: none. To be freed. */
static char *caption_of(const LpNode *image) {
  const LpNode *figure = lp_node_parent(image);
  while (figure != NULL && lp_node_kind(figure) != LP_KIND_FIGURE)
    figure = lp_kind_is_block(lp_node_kind(figure)) && lp_node_kind(figure) != LP_KIND_PARAGRAPH
                 ? NULL
                 : lp_node_parent(figure);
  const LpNode *part = figure == NULL ? NULL : lp_node_first_child(figure);
  while (part != NULL && lp_node_kind(part) != LP_KIND_CAPTION)
    part = lp_node_next(part);
  return part == NULL ? NULL : plain_text(part);
}

/* What is read aloud for a picture: the draft's words, else its caption, else that it has none. */
static const char *alternative_of(Galley *galley, const LpNode *image) {
  const char *given = lp_node_string(image, LP_ATTRIBUTE_ALTERNATIVE);
  if (given != NULL && *given != 0)
    return given;
  const LpPlace place = lp_node_place(image);
  char *caption = caption_of(image);
  lp_warn(galley->layout->account, "pdf.no-alternative", &place,
          "A picture has no description for people who do not see it; %s is read instead.",
          caption != NULL && *caption != 0 ? "its caption" : "\"picture without description\"");
  const char *text = caption != NULL && *caption != 0 ? caption : "Picture without description";
  text = g_string_chunk_insert_const(galley->layout->strings, text);
  g_free(caption);
  return text;
}

/* A picture that cannot be shown: its description stands for it. */
static void put_description(Galley *galley, const LpNode *image, const char *why) {
  const char *given = lp_node_string(image, LP_ATTRIBUTE_ALTERNATIVE);
  const LpPlace place = lp_node_place(image);
  galley->layout->has_losses = true;
  lp_warn(galley->layout->account, "pdf.missing-picture", &place, "A picture cannot be shown (%s); %s.", why,
          given != NULL && *given != 0 ? "its description stands in its place" : "it was left out");
  if (given == NULL || *given == 0)
    return;
  const uint32_t tag = content_add_tag(galley->content, inlines_current_tag(galley), PDF_ELEMENT_TYPES, NULL);
  content_tag(galley->content, tag)->is_generated = true;
  inlines_generate(galley, "[", tag);
  inlines_generate(galley, given, tag);
  inlines_generate(galley, "]", tag);
}

/* Whether the image can be set; if so, its size is known. */
static bool is_shown(const Galley *galley, const LpNode *image, Picture *picture, char *why, size_t n) {
  const Layout *layout = galley->layout;
  const LpResource *resource =
      lp_document_resource(layout->document, lp_node_integer(image, LP_ATTRIBUTE_RESOURCE));
  const LpMediaType type = resource == NULL ? LP_MEDIA_UNKNOWN : lp_resource_media_type(resource);
  if (type != LP_MEDIA_PNG && type != LP_MEDIA_JPEG) {
    g_snprintf(why, n, "%s", resource == NULL ? "it is missing" : lp_resource_mime_type(resource));
    return false;
  }
  g_strlcpy(why, "its size is not known", n);
  return size_of(image, resource, picture) &&
         layout->takes_picture(resource, lp_account_limit(layout->account, LP_LIMIT_PICTURE_PIXELS), why, n);
}

LpWalkInto figures_image(void *state, const LpNode *node) {
  Galley *galley = state;
  Content *content = galley->content;
  if (content == NULL)
    return LP_WALK_INTO;
  Picture picture = {.is_decorative = lp_node_integer(node, LP_ATTRIBUTE_DECORATIVE) != 0};
  char why[256];
  if (!is_shown(galley, node, &picture, why, sizeof why)) {
    put_description(galley, node, why);
    return LP_WALK_INTO;
  }
  picture.picture =
      pdf_picture_new(galley->layout->tags, (uint32_t)lp_node_integer(node, LP_ATTRIBUTE_RESOURCE));
  if (!picture.is_decorative)
    picture.alternative = alternative_of(galley, node);
  picture.tag = content_add_tag(content, inlines_current_tag(galley),
                                picture.is_decorative ? PDF_ELEMENT_TYPES : PDF_FIGURE, node);
  content_tag(content, picture.tag)->is_generated = true;
  const ParagraphSpan look = look_of_text(galley->layout, lp_node_style(node), galley->block_style);
  content_add_picture(content, &picture, &look);
  return LP_WALK_INTO;
}

/* The picture and its caption stay together. */
LpWalkInto figures_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  lists_flush_label(galley);
  galley_open(galley, node, galley_element(galley, PDF_DIV), 0, 0);
  return LP_WALK_INTO;
}
