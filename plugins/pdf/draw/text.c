#include "config.h"

#include "draw/text.h"

#include "draw/links.h"

/* The element that text of a tag belongs to, made with those around it when the first of it is drawn: so the
 * order of the elements is that of the text. */
static PdfElement *element_of_tag(Pen *pen, const Content *content, uint32_t number) {
  for (;;) {
    uint32_t outer = number;
    while (outer != 0 && content_tag(content, outer)->type == PDF_ELEMENT_TYPES &&
           content_tag(content, outer)->element == NULL)
      outer = content_tag(content, outer)->parent;
    if (content_tag(content, outer)->element != NULL)
      return content_tag(content, outer)->element;
    /* outer has a type and no element yet: find the outermost such tag above it, make that, and look again.
     */
    uint32_t make = outer, above = content_tag(content, outer)->parent;
    while (content_tag(content, above)->element == NULL) {
      if (content_tag(content, above)->type != PDF_ELEMENT_TYPES)
        make = above;
      above = content_tag(content, above)->parent;
    }
    Tag *tag = content_tag(content, make);
    tag->element = pdf_element_new(pen->layout->tags, content_tag(content, above)->element, tag->type);
    if (tag->language != NULL)
      pdf_element_set_language(pen->layout->tags, tag->element, tag->language);
    if (tag->type == PDF_LINK)
      links_make(pen->layout, content, make);
  }
}

/* Whether no font has the character, so that it was not drawn. */
static bool is_missing(const Paragraph *paragraph, gunichar character) {
  for (size_t i = 0; i < paragraph->missing_count; i++)
    if (paragraph->missing[i].character == character)
      return paragraph->missing[i].substitute == NULL;
  return false;
}

static void count_for_ledger(Pen *pen, const Content *content, const Paragraph *paragraph,
                             const ParagraphPiece *piece) {
  LpAccount *account = pen->layout->account;
  const char *text = content->text->str;
  size_t start = piece->start;
  for (size_t at = piece->start; paragraph->missing_count > 0 && at < piece->end;) {
    const size_t n = (size_t)g_utf8_skip[(guchar)text[at]];
    if (is_missing(paragraph, g_utf8_get_char(text + at))) {
      lp_ledger_write(account, text + start, at - start);
      lp_ledger_leave(account, LP_REASON_FALLBACK, text + at, n, NULL);
      start = at + n;
    }
    at += n;
  }
  if (start < piece->end)
    lp_ledger_write(account, text + start, piece->end - start);
}

static void draw_picture(Pen *pen, const Content *content, const ParagraphPiece *piece, double x, double y) {
  const Picture *picture = &g_array_index(content->pictures, Picture, piece->object);
  const double width = points(picture->width_emu), height = points(picture->height_emu);
  x += points(piece->left_emu);
  y -= points(piece->rise_emu) + height;
  if (pen->repeats) {
    pdf_picture_draw(pen->marks, picture->picture, x, y, width, height);
    return;
  }
  if (picture->is_decorative) {
    pdf_marks_begin_artifact(pen->marks, PDF_ARTIFACT_LAYOUT);
  } else {
    PdfElement *figure = element_of_tag(pen, content, picture->tag);
    pdf_element_set_alternative(pen->layout->tags, figure, picture->alternative);
    pdf_element_set_box(pen->layout->tags, figure, x, y, width, height);
    pdf_marks_begin_content(pen->marks, figure);
  }
  pdf_picture_draw(pen->marks, picture->picture, x, y, width, height);
  pdf_marks_end(pen->marks);
}

static void draw_piece(Pen *pen, const Content *content, const Paragraph *paragraph,
                       const ParagraphPiece *piece, double x, double baseline) {
  if (piece->object >= 0) {
    draw_picture(pen, content, piece, x, baseline);
    if (!pen->repeats)
      links_add_piece(pen, content, piece, x, baseline);
    return;
  }
  if (pen->repeats) {
    paragraph_piece_draw(piece, pen->cr, x, baseline);
    return;
  }
  PdfElement *element = element_of_tag(pen, content, piece->tag);
  pdf_marks_begin_content(pen->marks, element);
  paragraph_piece_draw(piece, pen->cr, x, baseline);
  pdf_marks_end(pen->marks);
  links_add_piece(pen, content, piece, x, baseline);
  if (!content_tag(content, piece->tag)->is_generated)
    count_for_ledger(pen, content, paragraph, piece);
}

/* Grounds of characters lie below the line's text. */
static void draw_backgrounds(Pen *pen, const Content *content, const ParagraphLine *line, double x,
                             double baseline) {
  for (size_t i = 0; i < line->piece_count; i++) {
    const ParagraphPiece *piece = &line->pieces[i];
    const Tag *tag = content_tag(content, piece->tag);
    if (!tag->has_background)
      continue;
    const double left = x + points(piece->left_emu), width = points(piece->right_emu - piece->left_emu);
    pen_fill_artifact(pen, PDF_ARTIFACT_BACKGROUND, tag->background, left,
                      baseline - points(piece->ascent_emu), width,
                      points(piece->ascent_emu + piece->descent_emu));
  }
}

/* Underlines, strikes and leaders lie above it. */
static void draw_ornaments(Pen *pen, const ParagraphLine *line, double x, double baseline) {
  if (line->ornament_count == 0)
    return;
  const bool is_open = pdf_marks_is_open(pen->marks);
  if (!is_open)
    pdf_marks_begin_artifact(pen->marks, PDF_ARTIFACT_LAYOUT);
  for (size_t i = 0; i < line->ornament_count; i++)
    paragraph_ornament_draw(&line->ornaments[i], pen->cr, x, baseline);
  if (!is_open)
    pdf_marks_end(pen->marks);
}

static void draw_line(Pen *pen, const Content *content, const Paragraph *paragraph, const ParagraphLine *line,
                      double x, double baseline) {
  draw_backgrounds(pen, content, line, x, baseline);
  for (size_t i = 0; i < line->piece_count; i++)
    draw_piece(pen, content, paragraph, &line->pieces[i], x, baseline);
  draw_ornaments(pen, line, x, baseline);
}

/* The ground and the borders of a paragraph, the part of them that belongs to a line. */
static void draw_frame(Pen *pen, const TextBox *text, size_t index, double x, double y) {
  const double width = points(text->box.measure_emu),
               height = points(text->paragraph->lines[index].height_emu);
  if (text->ground >= 0)
    pen_fill_artifact(pen, PDF_ARTIFACT_BACKGROUND, (uint32_t)text->ground, x, y, width, height);
  const bool right_to_left = text->paragraph->right_to_left;
  const double top = points(text->border_emu[0]), bottom = points(text->border_emu[1]);
  const double left = points(text->border_emu[right_to_left ? 3 : 2]);
  const double right = points(text->border_emu[right_to_left ? 2 : 3]);
  if (top > 0 && index == 0)
    pen_fill_artifact(pen, PDF_ARTIFACT_LAYOUT, text->border_colour, x, y - top, width, top);
  if (bottom > 0 && index + 1 == text->paragraph->line_count)
    pen_fill_artifact(pen, PDF_ARTIFACT_LAYOUT, text->border_colour, x, y + height, width, bottom);
  if (left > 0)
    pen_fill_artifact(pen, PDF_ARTIFACT_LAYOUT, text->border_colour, x - left, y, left, height);
  if (right > 0)
    pen_fill_artifact(pen, PDF_ARTIFACT_LAYOUT, text->border_colour, x + width, y, right, height);
}

void draw_text_line(Pen *pen, const TextBox *text, size_t index, int64_t x_emu, int64_t y_emu) {
  const Paragraph *paragraph = text->paragraph;
  const ParagraphLine *line = &paragraph->lines[index];
  draw_frame(pen, text, index, points(x_emu), points(y_emu));
  if (!pen->repeats)
    links_place_anchors(pen, text->content, paragraph, index, points(x_emu), points(y_emu));
  draw_line(pen, text->content, paragraph, line, points(x_emu), points(y_emu + line->baseline_emu));
}

void draw_set_paragraph(Pen *pen, const Content *content, const Paragraph *paragraph, int64_t x_emu,
                        int64_t baseline_emu) {
  int64_t y = baseline_emu - paragraph->lines[0].baseline_emu;
  for (size_t i = 0; i < paragraph->line_count; i++) {
    const ParagraphLine *line = &paragraph->lines[i];
    draw_line(pen, content, paragraph, line, points(x_emu), points(y + line->baseline_emu));
    y += line->height_emu;
  }
}
