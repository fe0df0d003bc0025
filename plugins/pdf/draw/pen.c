#include "config.h"

#include "draw/pen.h"

void pen_fill(Pen *pen, uint32_t colour, double x, double y, double width, double height) {
  cairo_set_source_rgb(pen->cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                       (colour & 0xFF) / 255.0);
  cairo_rectangle(pen->cr, x, y, width, height);
  cairo_fill(pen->cr);
}

void pen_fill_artifact(Pen *pen, PdfArtifact artifact, uint32_t colour, double x, double y, double width,
                       double height) {
  const bool is_open = pdf_marks_is_open(pen->marks);
  if (!is_open)
    pdf_marks_begin_artifact(pen->marks, artifact);
  pen_fill(pen, colour, x, y, width, height);
  if (!is_open)
    pdf_marks_end(pen->marks);
}
