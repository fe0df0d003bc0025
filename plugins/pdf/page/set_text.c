#include "config.h"

#include "page/set_text.h"

#include "page/looks.h"
#include "page/text.h"

#include <string.h>

RoleLook role_look(Layout *layout, LpRole role, const char *language, int32_t size_emu) {
  const LpStyle *style = lp_letterhead_style(layout->letterhead, role);
  RoleLook look = {.span = look_of_text(layout, NULL, style), .shape = look_of_block(layout, style)};
  look.shape.indent_start_emu = look.shape.indent_end_emu = look.shape.indent_first_emu = 0;
  look.shape.hyphenate = false;
  if (language != NULL)
    look.span.language = look.shape.language = language;
  if (size_emu > 0 && look.span.size_emu != size_emu) {
    look.shape.leading_emu = (int32_t)((int64_t)look.shape.leading_emu * size_emu / look.span.size_emu);
    look.span.size_emu = look.shape.size_emu = size_emu;
  }
  return look;
}

/* The strip's side in terms of the text's own direction. */
static ParagraphAlign own_side(const Layout *layout, ParagraphAlign align, bool right_to_left) {
  if (right_to_left == layout->right_to_left)
    return align;
  if (align == PARAGRAPH_ALIGN_START)
    return PARAGRAPH_ALIGN_END;
  return align == PARAGRAPH_ALIGN_END ? PARAGRAPH_ALIGN_START : align;
}

SetText set_text(Layout *layout, const char *text, const RoleLook *look, const Strip *strip, int32_t baseline,
                 PdfElement *element) {
  SetText set = {.left_emu = strip->left_emu, .baseline_emu = baseline};
  if (text == NULL || *text == 0)
    return set;
  set.content = content_new(element);
  content_tag(set.content, 0)->is_generated = true;
  content_add_text(set.content, text, strlen(text), &look->span, NULL);
  const ParagraphText words = content_text(set.content);
  ParagraphShape shape = look->shape;
  shape.direction = PARAGRAPH_DIRECTION_AUTO;
  shape.align = strip->align;
  shape.measure_emu = MAX(strip->width_emu, 1);
  shape.balance = true;
  set.paragraph = paragraph_set(layout->typesetter, &words, &shape);
  const ParagraphAlign side = own_side(layout, strip->align, set.paragraph->right_to_left);
  if (side != shape.align) {
    paragraph_free(set.paragraph);
    shape.align = side;
    set.paragraph = paragraph_set(layout->typesetter, &words, &shape);
  }
  text_report_missing(layout, set.content, set.paragraph);
  return set;
}

int32_t text_width(Layout *layout, const char *text, const RoleLook *look) {
  if (text == NULL || *text == 0)
    return 0;
  ParagraphSpan span = look->span;
  span.end = strlen(text);
  const ParagraphText words = {.utf8 = text, .length = span.end, .spans = &span, .span_count = 1};
  ParagraphShape shape = look->shape;
  shape.measure_emu = G_MAXINT32;
  int32_t least, natural;
  paragraph_widths(layout->typesetter, &words, &shape, &least, &natural);
  return natural;
}

/* The end of the word before the one that ends at `end`, without the white space behind it; 0: there is none.
 */
static size_t word_before(const char *text, size_t end) {
  const char *p = text + end;
  while (p > text && !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(p))))
    p = g_utf8_prev_char(p);
  while (p > text && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(p))))
    p = g_utf8_prev_char(p);
  return (size_t)(p - text);
}

SetText set_text_cut(Layout *layout, const char *text, const RoleLook *look, const Strip *strip,
                     int32_t baseline) {
  if (text == NULL || *text == 0 || text_width(layout, text, look) <= strip->width_emu)
    return set_text(layout, text, look, strip, baseline, NULL);
  GString *cut = g_string_new(NULL);
  size_t end = strlen(text);
  do {
    end = word_before(text, end);
    g_string_assign(cut, "");
    g_string_append_len(cut, text, (gssize)end);
    g_string_append(cut, "\xE2\x80\xA6");
  } while (end > 0 && text_width(layout, cut->str, look) > strip->width_emu);
  SetText set = end > 0 ? set_text(layout, cut->str, look, strip, baseline, NULL) : (SetText){0};
  g_string_free(cut, TRUE);
  return set;
}

int32_t set_text_drop(const SetText *text) {
  if (text->paragraph == NULL || text->paragraph->line_count == 0)
    return 0;
  const Paragraph *paragraph = text->paragraph;
  const ParagraphLine *last = &paragraph->lines[paragraph->line_count - 1];
  return paragraph->height_emu - last->height_emu + last->baseline_emu - paragraph->lines[0].baseline_emu;
}

void set_text_clear(SetText *text) {
  content_free(text->content);
  paragraph_free(text->paragraph);
  *text = (SetText){0};
}
