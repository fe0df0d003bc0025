#include "config.h"

#include "draw/markers.h"
#include "draw/records.h"

#include <cairo-pdf.h>
#include <string.h>

struct PdfMarks {
  cairo_t *cr;
  PdfTags *tags;
  GPtrArray *placeholders; /* cairo_surface_t by the picture's index: cairo writes each once */
  PdfKid *newest;          /* of the newest piece of this page, when that is real content */
  uint32_t page;
  bool open;
  bool on_pdf;
  bool checks_ends;
};

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length) {
  GByteArray *bytes = closure;
  if (length > G_MAXUINT / 2 - bytes->len)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append(bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *pdf_marked_surface_new(GByteArray *bytes, double width, double height) {
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, width, height);
  /* From 1.5 on cairo says in the content what text glyphs stand for where their font's table cannot. */
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  return surface;
}

PdfMarks *pdf_marks_new(cairo_t *cr, PdfTags *tags) {
  PdfMarks *marks = g_new0(PdfMarks, 1);
  marks->cr = cairo_reference(cr);
  marks->tags = tags;
  marks->placeholders = g_ptr_array_new_with_free_func((GDestroyNotify)cairo_surface_destroy);
  marks->on_pdf = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_PDF;
  return marks;
}

void pdf_marks_free(PdfMarks *marks) {
  if (marks == NULL)
    return;
  if (marks->open)
    pdf_tags_refuse(marks->tags, "a piece of marked content was never ended");
  cairo_destroy(marks->cr);
  g_ptr_array_unref(marks->placeholders);
  g_free(marks);
}

void pdf_marks_check_ends(PdfMarks *marks) {
  marks->checks_ends = true;
}

/* Whether a fill with the current source surely reaches the page, and needs no change of colour there. */
static bool source_is_opaque_colour(cairo_t *cr) {
  double red = 0, green = 0, blue = 0, alpha = 0;
  return cairo_pattern_get_rgba(cairo_get_source(cr), &red, &green, &blue, &alpha) == CAIRO_STATUS_SUCCESS &&
         alpha == 1.0 && cairo_get_operator(cr) == CAIRO_OPERATOR_OVER;
}

/* Draws the speck of the newest piece of the page, whatever the clip, the matrix and the colour are. */
static void draw_speck(const PdfMarks *marks, double width) {
  if (!marks->on_pdf)
    return;
  cairo_t *cr = marks->cr;
  const GArray *starts = marks->tags->page_starts;
  const uint32_t n = marks->tags->pieces->len - 1 - g_array_index(starts, uint32_t, starts->len - 1);
  double x = 0, y = 0;
  const bool has_point = cairo_has_current_point(cr);
  if (has_point)
    cairo_get_current_point(cr, &x, &y);
  cairo_save(cr);
  cairo_reset_clip(cr);
  cairo_identity_matrix(cr);
  if (!source_is_opaque_colour(cr)) {
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
  }
  cairo_new_path(cr);
  cairo_rectangle(cr, n % PDF_SPECK_COLUMNS, (double)(n / PDF_SPECK_COLUMNS), width, PDF_SPECK_UNIT);
  cairo_fill(cr);
  cairo_restore(cr);
  if (has_point)
    cairo_move_to(cr, x, y);
}

/* Whether ink of this element, or artifact, may join the newest piece of the page. */
static bool continues_newest(const PdfMarks *marks, const PdfElement *element, PdfArtifact artifact) {
  const GArray *pieces = marks->tags->pieces, *starts = marks->tags->page_starts;
  if (marks->checks_ends || pieces->len == g_array_index(starts, uint32_t, starts->len - 1))
    return false;
  const PdfPiece *newest = &g_array_index(pieces, PdfPiece, pieces->len - 1);
  if (element == NULL)
    return newest->element == NULL && newest->artifact == artifact;
  return newest->element == element && element->last_kid == marks->newest;
}

static void begin(PdfMarks *marks, PdfElement *element, PdfArtifact artifact) {
  if (marks->open) {
    pdf_tags_refuse(marks->tags, "pieces of marked content are nested");
    return;
  }
  marks->open = true;
  if (continues_newest(marks, element, artifact))
    return;
  if (element != NULL && marks->tags->overlays->len > 0)
    pdf_tags_refuse(marks->tags, "a page over another holds content");
  const PdfPiece piece = {.element = element, .page = marks->page, .mcid = -1, .artifact = (uint8_t)artifact};
  g_array_append_val(marks->tags->pieces, piece);
  marks->newest = NULL;
  if (element != NULL) {
    marks->newest = pdf_kid_append(marks->tags, element, PDF_KID_PIECE);
    marks->newest->of.piece = marks->tags->pieces->len - 1;
  }
  draw_speck(marks, PDF_SPECK_UNIT);
}

void pdf_marks_begin_content(PdfMarks *marks, PdfElement *element) {
  begin(marks, element, PDF_ARTIFACT_LAYOUT);
}

void pdf_marks_begin_artifact(PdfMarks *marks, PdfArtifact artifact) {
  begin(marks, NULL, artifact);
}

void pdf_marks_end(PdfMarks *marks) {
  if (!marks->open) {
    pdf_tags_refuse(marks->tags, "a piece of marked content ends that never began");
    return;
  }
  marks->open = false;
  if (marks->checks_ends)
    draw_speck(marks, 2 * PDF_SPECK_UNIT);
}

bool pdf_marks_is_open(const PdfMarks *marks) {
  return marks->open;
}

void pdf_marks_show_page(PdfMarks *marks) {
  const bool open = marks->open;
  PdfPiece broken = {0};
  if (open) {
    broken = g_array_index(marks->tags->pieces, PdfPiece, marks->tags->pieces->len - 1);
    pdf_marks_end(marks);
  }
  cairo_show_page(marks->cr);
  marks->page++;
  const uint32_t start = marks->tags->pieces->len;
  g_array_append_val(marks->tags->page_starts, start);
  if (!open)
    return;
  if (broken.element != NULL)
    pdf_marks_begin_content(marks, broken.element);
  else
    pdf_marks_begin_artifact(marks, (PdfArtifact)broken.artifact);
}

void pdf_marks_begin_overlay(PdfMarks *marks, unsigned page) {
  const uint32_t over = page;
  g_array_append_val(marks->tags->overlays, over);
}

unsigned pdf_marks_page(const PdfMarks *marks) {
  return marks->page;
}

void pdf_placeholder_colours(uint32_t picture, uint8_t rgb[PDF_PLACEHOLDER_BYTES]) {
  const uint8_t low = picture & 0xFF, middle = picture >> 8 & 0xFF, high = picture >> 16 & 0xFF;
  /* The first and last pixels are coloured, so that cairo never writes it in grey. */
  const uint8_t colours[PDF_PLACEHOLDER_BYTES] = {'L',        'P',           0x70,        low,  middle, high,
                                                  low ^ 0xFF, middle ^ 0xFF, high ^ 0xFF, 0x69, 'c',    't'};
  memcpy(rgb, colours, sizeof colours);
}

static cairo_surface_t *placeholder_new(uint32_t picture) {
  uint8_t rgb[PDF_PLACEHOLDER_BYTES];
  pdf_placeholder_colours(picture, rgb);
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, PDF_PLACEHOLDER_SIDE, PDF_PLACEHOLDER_SIDE);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  const int stride = cairo_image_surface_get_stride(surface);
  unsigned char *rows = cairo_image_surface_get_data(surface);
  cairo_surface_flush(surface);
  for (int i = 0; i < PDF_PLACEHOLDER_SIDE * PDF_PLACEHOLDER_SIDE; i++) {
    const uint32_t pixel = (uint32_t)rgb[3 * i] << 16 | (uint32_t)rgb[3 * i + 1] << 8 | rgb[3 * i + 2];
    unsigned char *row = rows + (ptrdiff_t)(i / PDF_PLACEHOLDER_SIDE) * stride;
    memcpy(row + 4 * (i % PDF_PLACEHOLDER_SIDE), &pixel, sizeof pixel);
  }
  cairo_surface_mark_dirty(surface);
  return surface;
}

void pdf_picture_draw(PdfMarks *marks, const PdfPicture *picture, double x, double y, double width,
                      double height) {
  if (picture->index >= marks->placeholders->len)
    g_ptr_array_set_size(marks->placeholders, (gint)picture->index + 1);
  gpointer *slot = &g_ptr_array_index(marks->placeholders, picture->index);
  if (*slot == NULL)
    *slot = placeholder_new(picture->index);
  cairo_save(marks->cr);
  cairo_translate(marks->cr, x, y);
  cairo_scale(marks->cr, width / PDF_PLACEHOLDER_SIDE, height / PDF_PLACEHOLDER_SIDE);
  cairo_set_source_surface(marks->cr, *slot, 0, 0);
  cairo_paint(marks->cr);
  cairo_restore(marks->cr);
}
