#include "config.h"

#include "draw/emblem.h"

static const double units = 1000000.0; /* of the square that outlines are given in */

static void trace(cairo_t *cr, const uint8_t *steps, size_t count, const int32_t *at) {
  for (size_t i = 0; i < count; i++) {
    switch ((LpPathStep)steps[i]) {
    case LP_PATH_MOVE:
      cairo_move_to(cr, at[0], at[1]);
      at += 2;
      break;
    case LP_PATH_LINE:
      cairo_line_to(cr, at[0], at[1]);
      at += 2;
      break;
    case LP_PATH_CURVE:
      cairo_curve_to(cr, at[0], at[1], at[2], at[3], at[4], at[5]);
      at += 6;
      break;
    case LP_PATH_CLOSE: cairo_close_path(cr); break;
    }
  }
}

static bool draw_outlines(Pen *pen, double x, double y, double size) {
  const LpLetterhead *letterhead = pen->layout->letterhead;
  int32_t fill;
  const uint8_t *steps;
  const int32_t *coordinates;
  size_t count, index = 0;
  cairo_save(pen->cr);
  cairo_translate(pen->cr, x, y);
  cairo_scale(pen->cr, size / units, size / units);
  for (; lp_letterhead_emblem_path(letterhead, index, &fill, &steps, &count, &coordinates); index++) {
    trace(pen->cr, steps, count, coordinates);
    cairo_set_source_rgb(pen->cr, (fill >> 16 & 0xFF) / 255.0, (fill >> 8 & 0xFF) / 255.0,
                         (fill & 0xFF) / 255.0);
    cairo_fill(pen->cr);
  }
  cairo_restore(pen->cr);
  return index > 0;
}

void draw_emblem(Pen *pen, double x, double y, double size) {
  if (size <= 0 || draw_outlines(pen, x, y, size))
    return;
  size_t n;
  bool is_svg;
  if (lp_letterhead_emblem(pen->layout->letterhead, &n, &is_svg) == NULL)
    return;
  if (!is_svg) {
    pdf_picture_draw(pen->marks, pdf_picture_new(pen->layout->tags, EMBLEM_PICTURE), x, y, size, size);
    return;
  }
  pen->layout->has_losses = true;
  if (layout_is_news(pen->layout, "emblem"))
    lp_warn(pen->layout->account, "pdf.emblem", NULL,
            "The letterhead's emblem is a drawing of more than filled outlines; it was left out. A PNG file "
            "of it "
            "can be used.");
}
