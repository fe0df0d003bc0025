#include "config.h"

#include "page/text.h"

static TextBox *text_of(Box *box) {
  return (TextBox *)(void *)box;
}

static void text_free(Box *box) {
  TextBox *text = text_of(box);
  content_free(text->content);
  paragraph_free(text->paragraph);
  if (text->tabs != NULL)
    g_array_unref(text->tabs);
  g_free(text);
}

/* The width that a picture in a narrow column can be brought down to. */
enum { PICTURE_LEAST = 60 * LP_EMU_PER_POINT };

static void text_widths(Box *box, int32_t *least, int32_t *natural) {
  TextBox *text = text_of(box);
  ParagraphText words = content_text(text->content);
  ParagraphShape shape = text->shape;
  shape.measure_emu = G_MAXINT32;
  paragraph_widths(text->layout->typesetter, &words, &shape, least, natural);
  if (words.object_count == 0)
    return;
  ParagraphObject *narrow = g_memdup2(words.objects, words.object_count * sizeof *narrow);
  for (size_t i = 0; i < words.object_count; i++)
    narrow[i].width_emu = MIN(narrow[i].width_emu, PICTURE_LEAST);
  words.objects = narrow;
  int32_t natural_then;
  paragraph_widths(text->layout->typesetter, &words, &shape, least, &natural_then);
  g_free(narrow);
}

/* Pictures are brought down to the measure and to the height of a page. */
static void fit_pictures(TextBox *text, int32_t measure) {
  GArray *pictures = text->content->pictures;
  const int64_t width = MAX(measure - text->shape.indent_start_emu - text->shape.indent_end_emu, 1);
  const int64_t height = MAX(text->layout->column_height_emu - 2 * (int64_t)text->shape.leading_emu, 1);
  for (guint i = 0; pictures != NULL && i < pictures->len; i++) {
    Picture *picture = &g_array_index(pictures, Picture, i);
    ParagraphObject *object = &g_array_index(text->content->objects, ParagraphObject, i);
    if (picture->width_emu > width) {
      picture->height_emu = (int32_t)MAX(picture->height_emu * width / picture->width_emu, 1);
      picture->width_emu = (int32_t)width;
    }
    if (picture->height_emu > height) {
      picture->width_emu = (int32_t)MAX(picture->width_emu * height / picture->height_emu, 1);
      picture->height_emu = (int32_t)height;
    }
    object->width_emu = picture->width_emu;
    object->ascent_emu = picture->height_emu;
  }
}

/* What a page break costs after line i of n. */
static int32_t line_cost(const TextBox *text, size_t i, size_t n) {
  int32_t cost = BREAK_FREE;
  if (i + 1 == n)
    return cost;
  if (i == 0 || i + 2 == n)
    cost += BREAK_WIDOW;
  if (text->keeps_together)
    cost += BREAK_KEEP;
  if (text->paragraph->lines[i].hyphenated)
    cost += BREAK_HYPHEN;
  return cost;
}

static void text_set(Box *box, int32_t measure_emu) {
  TextBox *text = text_of(box);
  fit_pictures(text, measure_emu);
  const ParagraphText words = content_text(text->content);
  text->shape.measure_emu = measure_emu;
  text->paragraph = paragraph_set(text->layout->typesetter, &words, &text->shape);
  text_report_missing(text->layout, text->content, text->paragraph);
  const size_t n = text->paragraph->line_count;
  box->slices = g_new0(Slice, n);
  box->slice_count = n;
  for (size_t i = 0; i < n; i++) {
    box->slices[i].height_emu = text->paragraph->lines[i].height_emu;
    box->slices[i].cost = line_cost(text, i, n);
  }
}

static const BoxKind text_kind = {text_widths, text_set, text_free};

TextBox *text_box_new(Layout *layout, Content *content, const ParagraphShape *shape, const LpNode *node) {
  TextBox *text = g_new0(TextBox, 1);
  text->box.kind = &text_kind;
  text->layout = layout;
  text->content = content;
  text->shape = *shape;
  text->node = node;
  text->ground = -1;
  return text;
}

bool box_is_text(const Box *box) {
  return box->kind == &text_kind;
}

Paragraph *text_line(Layout *layout, const Content *content, const ParagraphShape *shape) {
  const ParagraphText words = content_text(content);
  Paragraph *paragraph = paragraph_set(layout->typesetter, &words, shape);
  text_report_missing(layout, content, paragraph);
  return paragraph;
}

/* The node that the byte of the text came from; NULL for text that the writer made. */
static const LpNode *node_at(const Content *content, size_t offset) {
  guint low = 0, high = content->spans->len;
  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index(content->spans, ParagraphSpan, middle).start <= offset)
      low = middle;
    else
      high = middle;
  }
  return content->nodes->len == 0 ? NULL : g_array_index(content->nodes, const LpNode *, low);
}

static void report_one(Layout *layout, const ParagraphMissing *missing, const LpNode *node) {
  LpPlace place = {0};
  if (node != NULL)
    place = lp_node_place(node);
  char key[128], character[8] = "";
  character[g_unichar_to_utf8(missing->character, character)] = 0;
  if (missing->substitute == NULL) {
    layout->has_losses = true;
    g_snprintf(key, sizeof key, "missing %x", missing->character);
    if (!layout_is_news(layout, key))
      return;
    lp_warn(layout->account, "pdf.missing-glyph", node == NULL ? NULL : &place,
            "No installed font has the character %s (U+%04X); it was left out.", character,
            missing->character);
    return;
  }
  g_snprintf(key, sizeof key, "substitute %.100s", missing->substitute);
  if (!layout_is_news(layout, key))
    return;
  lp_warn(layout->account, "pdf.substituted-font", node == NULL ? NULL : &place,
          "No font of the letterhead has the character %s (U+%04X); %s was used for it and others.",
          character, missing->character, missing->substitute);
}

void text_report_missing(Layout *layout, const Content *content, const Paragraph *paragraph) {
  for (size_t i = 0; i < paragraph->missing_count; i++)
    report_one(layout, &paragraph->missing[i], node_at(content, paragraph->missing[i].offset));
}
