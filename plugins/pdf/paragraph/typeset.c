#include "config.h"

#include "paragraph/breaks.h"
#include "paragraph/candidates.h"
#include "paragraph/fit.h"
#include "paragraph/hyphenate.h"
#include "paragraph/itemise.h"
#include "paragraph/pieces.h"
#include "paragraph/shape.h"
#include "paragraph/tabs.h"

#include <glib.h>
#include <string.h>

/* ---- What paragraphs share ---- */

Typesetter *typesetter_new(FontConfiguration *configuration) {
  Typesetter *typesetter = g_new0(Typesetter, 1);
  typesetter->fonts = configuration;
  typesetter->buffer = hb_buffer_create();
  typesetter->store = store_new();
  typesetter->hyphenator = hyphenator_new();
  return typesetter;
}

void typesetter_free(Typesetter *typesetter) {
  if (!typesetter)
    return;
  hb_buffer_destroy(typesetter->buffer);
  store_free(typesetter->store);
  hyphenator_free(typesetter->hyphenator);
  g_free(typesetter);
}

/* ---- The way of a paragraph ---- */

static Setting begin(Typesetter *typesetter, const ParagraphText *text, const ParagraphShape *shape) {
  Setting setting = {.typesetter = typesetter,
                     .fonts = typesetter->fonts,
                     .store = typesetter->store,
                     .text = text,
                     .utf8 = text->utf8,
                     .shape = shape};
  itemise(&setting);
  shape_items(&setting);
  find_breaks(&setting);
  resolve_tabs(&setting);
  return setting;
}

typedef struct Made {
  Paragraph paragraph;
  Store *store;
} Made;

static void add_line(Setting *setting, Paragraph *paragraph, Store *store, ParagraphLine *result,
                     const Choice *choice, bool first) {
  const ParagraphShape *shape = setting->shape;
  Line line = set_line(setting, choice, first);
  int32_t above = 0, below = 0;
  find_excess(setting, &line, &above, &below);
  *result = (ParagraphLine){.start = setting->offsets[choice->start],
                            .end = setting->offsets[choice->next],
                            .height_emu = shape->leading_emu + above + below,
                            .baseline_emu = shape->leading_emu / 2 + shape->size_emu * 33 / 100 + above,
                            .left_emu = line.left_emu,
                            .right_emu = line.right_emu,
                            .hyphenated = choice->added_hyphen,
                            .forced = choice->forced};
  make_pieces(setting, &line, store, result);
  make_ornaments(setting, &line, store, result);
  paragraph->overfull = paragraph->overfull || line.overfull;
  if (__builtin_add_overflow(paragraph->height_emu, result->height_emu, &paragraph->height_emu))
    paragraph->height_emu = INT32_MAX;
}

static void copy_missing(const Setting *setting, Paragraph *paragraph, Store *store) {
  ParagraphMissing *missing = store_take(store, setting->missing_count + 1, sizeof *missing);
  if (setting->missing_count)
    memcpy(missing, setting->missing, setting->missing_count * sizeof *missing);
  paragraph->missing = missing;
  paragraph->missing_count = setting->missing_count;
}

Paragraph *paragraph_set(Typesetter *typesetter, const ParagraphText *text, const ParagraphShape *shape) {
  Store *store = store_new();
  Made *made = store_take(store, 1, sizeof *made);
  made->store = store;
  Setting setting = begin(typesetter, text, shape);
  find_gives(&setting);
  fit(&setting);
  bool ends_forced = setting.count == 0 || setting.marks[setting.count] & MARK_FORCED;
  uint32_t count = setting.choice_count + (ends_forced ? 1 : 0);
  ParagraphLine *lines = store_take(store, count, sizeof *lines);
  for (uint32_t i = 0; i < setting.choice_count; i++)
    add_line(&setting, &made->paragraph, store, &lines[i], &setting.choices[i], i == 0);
  if (ends_forced) {
    Choice empty = {.start = setting.count, .end = setting.count, .next = setting.count, .last = true};
    add_line(&setting, &made->paragraph, store, &lines[count - 1], &empty, count == 1);
  }
  made->paragraph.lines = lines;
  made->paragraph.line_count = count;
  made->paragraph.right_to_left = setting.right_to_left;
  copy_missing(&setting, &made->paragraph, store);
  store_reset(typesetter->store);
  return &made->paragraph;
}

void paragraph_free(Paragraph *paragraph) {
  if (paragraph)
    store_free(((Made *)(void *)paragraph)->store);
}

/* ---- Widths ---- */

static int32_t to_width(int64_t width) {
  return width > INT32_MAX ? INT32_MAX : (int32_t)width;
}

void paragraph_widths(Typesetter *typesetter, const ParagraphText *text, const ParagraphShape *shape,
                      int32_t *least_emu, int32_t *natural_emu) {
  Setting setting = begin(typesetter, text, shape);
  int64_t part = 0, part_inked = 0, line = 0, line_inked = 0, least = 0, natural = 0;
  for (uint32_t i = 0; i < setting.count; i++) {
    part += setting.widths[i];
    line += setting.widths[i];
    if (!(setting.marks[i] & MARK_WHITE)) {
      part_inked = part;
      line_inked = line;
    }
    bool last = i + 1 == setting.count;
    if (last || setting.marks[i + 1] & MARK_BREAK) {
      least = MAX(least, part_inked);
      part = part_inked = 0;
    }
    if (last || setting.marks[i + 1] & MARK_FORCED) {
      natural = MAX(natural, line_inked);
      line = line_inked = 0;
    }
  }
  int64_t indents =
      (int64_t)shape->indent_start_emu + shape->indent_end_emu + MAX(shape->indent_first_emu, 0);
  *least_emu = to_width(least + indents);
  *natural_emu = to_width(natural + indents);
  store_reset(typesetter->store);
}
