#include "config.h"

#include "draw/letterhead.h"

#include "draw/emblem.h"
#include "draw/text.h"
#include "page/set_text.h"

#include <math.h>

static void fill_rule(Pen *pen, const Rule *rule) {
  if (rule->height_emu <= 0)
    return;
  pen_fill(pen, rule->colour, points(rule->left_emu), points(rule->top_emu), points(rule->width_emu),
           points(rule->height_emu));
}

static void draw_set_text(Pen *pen, const SetText *text) {
  if (text->paragraph != NULL)
    draw_set_paragraph(pen, text->content, text->paragraph, text->left_emu, text->baseline_emu);
}

static void draw_emblem_of(Pen *pen, const Head *head) {
  draw_emblem(pen, points(head->emblem_left_emu), points(head->emblem_top_emu),
              points(head->emblem_size_emu));
}

/* Draws within one artifact, text included. */
static void begin_artifact(Pen *pen, PdfArtifact artifact) {
  pdf_marks_begin_artifact(pen->marks, artifact);
  pen->repeats = true;
}

static void end_artifact(Pen *pen) {
  pen->repeats = false;
  pdf_marks_end(pen->marks);
}

void draw_masthead(Pen *pen, const Head *head) {
  if (head->emblem != NULL) {
    const double size = points(head->emblem_size_emu);
    pdf_element_set_box(pen->layout->tags, head->emblem, points(head->emblem_left_emu),
                        points(head->emblem_top_emu), size, size);
    pdf_marks_begin_content(pen->marks, head->emblem);
    draw_emblem_of(pen, head);
    pdf_marks_end(pen->marks);
  }
  begin_artifact(pen, PDF_ARTIFACT_HEADER);
  if (head->emblem == NULL)
    draw_emblem_of(pen, head);
  fill_rule(pen, &head->rule);
  fill_rule(pen, &head->accent);
  end_artifact(pen);
  if (head->tagline_first)
    draw_set_text(pen, &head->tagline);
  draw_set_text(pen, &head->name);
  if (!head->tagline_first)
    draw_set_text(pen, &head->tagline);
}

/* A centre with the number of the page is none that is read. */
static bool is_read(const Footer *footer, unsigned page) {
  return page == 1 && footer->fixed[FOOTER_CENTRE].paragraph != NULL;
}

void draw_classification(Pen *pen, const Head *head, const Footer *footer) {
  if (!is_read(footer, 1))
    return;
  const SetText *text = &footer->fixed[FOOTER_CENTRE];
  content_tag(text->content, 0)->element = head->classification;
  draw_set_text(pen, text);
}

void draw_running_head(Pen *pen, const Head *head) {
  begin_artifact(pen, PDF_ARTIFACT_HEADER);
  draw_emblem_of(pen, head);
  fill_rule(pen, &head->rule);
  fill_rule(pen, &head->accent);
  draw_set_text(pen, &head->name);
  draw_set_text(pen, &head->tagline);
  draw_set_text(pen, &head->title);
  end_artifact(pen);
}

static bool needs_total(const char *pattern) {
  return pattern != NULL && g_strrstr(pattern, "{pages}") != NULL;
}

static void draw_slot(Pen *pen, const PageFormat *format, const Footer *footer, FooterSlot slot,
                      unsigned page, unsigned total) {
  SetText text = footer_text(pen->layout, format, footer, slot, page, total);
  draw_set_text(pen, &text);
  set_text_clear(&text);
}

void draw_footer(Pen *pen, const PageFormat *format, const Footer *footer, unsigned page, unsigned total) {
  begin_artifact(pen, PDF_ARTIFACT_FOOTER);
  fill_rule(pen, &footer->rule);
  for (int slot = 0; slot < FOOTER_SLOTS; slot++) {
    const char *pattern = footer->patterns[slot];
    if (pattern == NULL || (total == 0 && needs_total(pattern)) ||
        (slot == FOOTER_CENTRE && is_read(footer, page)))
      continue;
    if (footer->fixed[slot].paragraph != NULL)
      draw_set_text(pen, &footer->fixed[slot]);
    else
      draw_slot(pen, format, footer, (FooterSlot)slot, page, total);
  }
  end_artifact(pen);
}

bool footer_needs_total(const Footer *footer) {
  bool any = false;
  for (int slot = 0; slot < FOOTER_SLOTS; slot++)
    any = any || needs_total(footer->patterns[slot]);
  return any;
}

void draw_footer_total(Pen *pen, const PageFormat *format, const Footer *footer, unsigned page,
                       unsigned total) {
  begin_artifact(pen, PDF_ARTIFACT_FOOTER);
  for (int slot = 0; slot < FOOTER_SLOTS; slot++)
    if (needs_total(footer->patterns[slot]))
      draw_slot(pen, format, footer, (FooterSlot)slot, page, total);
  end_artifact(pen);
}

void draw_mark(Pen *pen, const PageFormat *format, const char *mark) {
  const double across = points(format->measure_emu),
               angle = -atan2(points(format->height_emu), points(format->width_emu));
  SetText text = mark_text(pen->layout, mark, format->measure_emu);
  if (text.paragraph == NULL)
    return;
  begin_artifact(pen, PDF_ARTIFACT_WATERMARK);
  cairo_save(pen->cr);
  cairo_translate(pen->cr, points(format->width_emu) / 2, points(format->height_emu) / 2);
  cairo_rotate(pen->cr, angle);
  cairo_translate(pen->cr, -across / 2, 0);
  draw_set_text(pen, &text);
  cairo_restore(pen->cr);
  end_artifact(pen);
  set_text_clear(&text);
}
