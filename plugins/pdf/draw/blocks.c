#include "config.h"

#include "draw/blocks.h"

#include "draw/grid.h"
#include "draw/text.h"
#include "page/rule.h"

static void draw_rule(Pen *pen, const RuleBox *rule, int64_t x, int64_t y) {
  const int32_t spare = rule->box.measure_emu - rule->length_emu;
  const int64_t left = x + (rule->is_centred ? spare / 2 : rule->right_to_left ? spare : 0);
  pen_fill_artifact(pen, PDF_ARTIFACT_LAYOUT, rule->colour, points(left), points(y), points(rule->length_emu),
                    points(rule->thickness_emu));
}

void draw_slice(Pen *pen, const Box *box, size_t index, int64_t x_emu, int64_t y_emu, unsigned where) {
  const void *any = box;
  if (box_is_text(box))
    draw_text_line(pen, any, index, x_emu, y_emu);
  else if (box_is_grid(box))
    draw_grid_slice(pen, any, index, x_emu, y_emu, where);
  else if (box_is_rule(box))
    draw_rule(pen, any, x_emu, y_emu);
}

void draw_repeated(Pen *pen, const Box *box, int64_t x_emu, int64_t y_emu) {
  const void *any = box;
  if (!box_is_grid(box))
    return;
  const bool is_open = pdf_marks_is_open(pen->marks), repeats = pen->repeats;
  if (!is_open)
    pdf_marks_begin_artifact(pen->marks, PDF_ARTIFACT_PAGINATION);
  pen->repeats = true;
  draw_grid_head(pen, any, x_emu, y_emu);
  pen->repeats = repeats;
  if (!is_open)
    pdf_marks_end(pen->marks);
}
