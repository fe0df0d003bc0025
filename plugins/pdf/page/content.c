#include "config.h"

#include "page/content.h"

#define OBJECT_REPLACEMENT "\xEF\xBF\xBC" /* U+FFFC */

Content *content_new(PdfElement *element) {
  Content *content = g_new0(Content, 1);
  content->text = g_string_new(NULL);
  content->spans = g_array_new(FALSE, FALSE, sizeof(ParagraphSpan));
  content->nodes = g_array_new(FALSE, FALSE, sizeof(const LpNode *));
  content->tags = g_array_new(FALSE, FALSE, sizeof(Tag));
  const Tag block = {.type = PDF_ELEMENT_TYPES, .element = element};
  g_array_append_val(content->tags, block);
  return content;
}

static void free_array(GArray *array) {
  if (array != NULL)
    g_array_unref(array);
}

void content_free(Content *content) {
  if (content == NULL)
    return;
  g_string_free(content->text, TRUE);
  free_array(content->spans);
  free_array(content->nodes);
  free_array(content->tags);
  free_array(content->objects);
  free_array(content->pictures);
  free_array(content->anchors);
  g_free(content);
}

uint32_t content_add_tag(Content *content, uint32_t parent, PdfElementType type, const LpNode *node) {
  const Tag tag = {.parent = parent, .first_span = content->spans->len, .type = type, .node = node};
  g_array_append_val(content->tags, tag);
  return content->tags->len - 1;
}

void content_add_text(Content *content, const char *text, size_t n, const ParagraphSpan *look,
                      const LpNode *node) {
  if (n == 0)
    return;
  ParagraphSpan span = *look;
  span.start = content->text->len;
  g_string_append_len(content->text, text, (gssize)n);
  span.end = content->text->len;
  g_array_append_val(content->spans, span);
  g_array_append_val(content->nodes, node);
}

void content_add_anchor(Content *content, PdfDestination *destination) {
  if (content->anchors == NULL)
    content->anchors = g_array_new(FALSE, FALSE, sizeof(Anchor));
  const Anchor anchor = {content->text->len, destination};
  g_array_append_val(content->anchors, anchor);
}

void content_add_picture(Content *content, const Picture *picture, const ParagraphSpan *look) {
  if (content->objects == NULL) {
    content->objects = g_array_new(FALSE, FALSE, sizeof(ParagraphObject));
    content->pictures = g_array_new(FALSE, FALSE, sizeof(Picture));
  }
  const ParagraphObject object = {
      .offset = content->text->len, .width_emu = picture->width_emu, .ascent_emu = picture->height_emu};
  g_array_append_val(content->objects, object);
  g_array_append_vals(content->pictures, picture, 1);
  ParagraphSpan span = *look;
  span.tag = picture->tag;
  content_add_text(content, OBJECT_REPLACEMENT, sizeof OBJECT_REPLACEMENT - 1, &span, NULL);
}

ParagraphText content_text(const Content *content) {
  return (ParagraphText){.utf8 = content->text->str,
                         .length = content->text->len,
                         .spans = (const ParagraphSpan *)(const void *)content->spans->data,
                         .span_count = content->spans->len,
                         .objects = content->objects == NULL
                                        ? NULL
                                        : (const ParagraphObject *)(const void *)content->objects->data,
                         .object_count = content->objects == NULL ? 0 : content->objects->len};
}
