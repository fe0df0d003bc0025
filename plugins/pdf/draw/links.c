#include "config.h"

#include "draw/links.h"

/* The text of a link, which describes it (ISO 14289-1, 7.18.5). To be freed; NULL where it has none. */
static char *text_of_link(const Content *content, uint32_t link) {
  GString *text = g_string_new(NULL);
  for (guint i = content_tag(content, link)->first_span; i < content->spans->len; i++) {
    const ParagraphSpan *span = &g_array_index(content->spans, ParagraphSpan, i);
    uint32_t tag = span->tag;
    while (tag != link && tag != 0)
      tag = content_tag(content, tag)->parent;
    if (tag != link)
      break;
    g_string_append_len(text, content->text->str + span->start, (gssize)(span->end - span->start));
  }
  g_strstrip(text->str);
  return g_string_free(text, *text->str == 0);
}

void links_make(Layout *layout, const Content *content, uint32_t number) {
  Tag *tag = content_tag(content, number);
  const char *address = tag->node == NULL ? NULL : lp_node_string(tag->node, LP_ATTRIBUTE_HREF);
  char *text = text_of_link(content, number);
  if (tag->target != NULL)
    tag->link = pdf_link_to_destination(layout->tags, tag->element,
                                        pdf_destination_named(layout->tags, tag->target), text);
  else if (address != NULL)
    tag->link = pdf_link_to_uri(layout->tags, tag->element, address, text);
  g_free(text);
}

void links_add_piece(Pen *pen, const Content *content, const ParagraphPiece *piece, double x,
                     double baseline) {
  uint32_t tag = piece->tag;
  while (tag != 0 && content_tag(content, tag)->link == NULL)
    tag = content_tag(content, tag)->parent;
  if (content_tag(content, tag)->link == NULL)
    return;
  /* A link of white space alone has a place too (ISO 14289-1, 7.18.5: no Link without annotation). */
  const int32_t width = MAX(piece->right_emu - piece->left_emu, LP_EMU_PER_POINT);
  const double top = baseline - points(piece->rise_emu) - points(piece->ascent_emu);
  pdf_link_add_rectangle(pen->layout->tags, content_tag(content, tag)->link, pdf_marks_page(pen->marks),
                         x + points(piece->left_emu), top, points(width),
                         points(piece->ascent_emu + piece->descent_emu));
}

void links_place_anchors(Pen *pen, Content *content, const Paragraph *paragraph, size_t index, double x,
                         double y) {
  const bool is_last = index + 1 == paragraph->line_count;
  const guint count = content->anchors == NULL ? 0 : content->anchors->len;
  for (; content->next_anchor < count; content->next_anchor++) {
    const Anchor *anchor = &g_array_index(content->anchors, Anchor, content->next_anchor);
    if (anchor->offset >= paragraph->lines[index].end && !is_last)
      return;
    pdf_destination_place(pen->layout->tags, anchor->destination, content_tag(content, 0)->element,
                          pdf_marks_page(pen->marks), x, y);
  }
}
