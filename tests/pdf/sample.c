#include "config.h"

#include "pdf/sample.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

Sample *sample_new(void) {
  Sample *sample = g_new0(Sample, 1);
  sample->drawn = g_byte_array_new();
  sample->surface = pdf_marked_surface_new(sample->drawn, 595, 842);
  sample->cr = cairo_create(sample->surface);
  sample->tags = pdf_tags_new();
  sample->marks = pdf_marks_new(sample->cr, sample->tags);
  sample->pictures = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
  sample->metadata = (PdfMetadata){
      .title = "A statement on fair recruitment", .language = "en-GB", .creator = "Letterpress"};
  cairo_select_font_face(sample->cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(sample->cr, 11);
  return sample;
}

void sample_close(Sample *sample) {
  if (sample->surface == NULL)
    return;
  pdf_marks_free(sample->marks);
  cairo_destroy(sample->cr);
  cairo_surface_finish(sample->surface);
  cairo_surface_destroy(sample->surface);
  sample->surface = NULL;
}

void sample_free(Sample *sample) {
  sample_close(sample);
  g_byte_array_unref(sample->drawn);
  pdf_tags_free(sample->tags);
  g_ptr_array_unref(sample->pictures);
  g_free(sample);
}

void sample_text(Sample *sample, PdfElement *element, double x, double y, const char *text) {
  pdf_marks_begin_content(sample->marks, element);
  cairo_move_to(sample->cr, x, y);
  cairo_show_text(sample->cr, text);
  pdf_marks_end(sample->marks);
}

PdfPicture *sample_picture(Sample *sample, GByteArray *bytes) {
  g_ptr_array_add(sample->pictures, bytes);
  return pdf_picture_new(sample->tags, sample->pictures->len - 1);
}

int sample_release_fonts(void **state) {
  (void)state;
  cairo_debug_reset_static_data();
  FcFini();
  return 0;
}

static bool append(void *state, const void *bytes, size_t size) {
  g_byte_array_append(state, bytes, (guint)size);
  return true;
}

static bool load(void *state, uint32_t key, const uint8_t **bytes, size_t *size) {
  const Sample *sample = state;
  if (key >= sample->pictures->len)
    return false;
  const GByteArray *picture = g_ptr_array_index(sample->pictures, key);
  *bytes = picture->data;
  *size = picture->len;
  return true;
}

GByteArray *sample_finish(Sample *sample, PdfFault *fault) {
  sample_close(sample);
  GByteArray *file = g_byte_array_new();
  const PdfOutput output = {.state = file, .write = append};
  const PdfPictureSource source = {.state = sample, .load = load};
  if (pdf_finish(sample->drawn->data, sample->drawn->len, sample->tags, &sample->metadata, &source, &output,
                 fault))
    return file;
  g_byte_array_unref(file);
  return NULL;
}

static PdfElement *paragraph(Sample *sample, PdfElement *parent, PdfElementType type, double y,
                             const char *text) {
  PdfElement *element = pdf_element_new(sample->tags, parent, type);
  sample_text(sample, element, 70, y, text);
  return element;
}

static void artifact(Sample *sample, PdfArtifact kind, double y, const char *text) {
  pdf_marks_begin_artifact(sample->marks, kind);
  cairo_rectangle(sample->cr, 60, y, 475, 0.5);
  cairo_fill(sample->cr);
  cairo_move_to(sample->cr, 60, y + 14);
  cairo_show_text(sample->cr, text);
  pdf_marks_end(sample->marks);
}

static void heading(Sample *sample, PdfElementType type, double y, const char *text) {
  PdfElement *element = paragraph(sample, pdf_tags_document(sample->tags), type, y, text);
  PdfDestination *destination = pdf_destination_named(sample->tags, text);
  pdf_destination_place(sample->tags, destination, element, pdf_marks_page(sample->marks), 70, y - 12);
  pdf_bookmark_add(sample->tags, (unsigned)(type - PDF_H1 + 1), text, destination);
}

static void list(Sample *sample, PdfElement *parent, double x, double y, unsigned depth) {
  PdfElement *items = pdf_element_new(sample->tags, parent, PDF_L);
  pdf_element_set_numbering(sample->tags, items, depth == 0 ? PDF_NUMBERING_LOWER_ROMAN : PDF_NUMBERING_DISC);
  for (int i = 0; i < 2; i++) {
    PdfElement *item = pdf_element_new(sample->tags, items, PDF_LI);
    sample_text(sample, pdf_element_new(sample->tags, item, PDF_LBL), x, y + 16 * i, i == 0 ? "(i)" : "(ii)");
    PdfElement *body = pdf_element_new(sample->tags, item, PDF_LBODY);
    sample_text(sample, body, x + 20, y + 16 * i, "An item of the list");
    if (i == 1 && depth == 0)
      list(sample, body, x + 24, y + 32, 1);
  }
}

static void cell(Sample *sample, PdfElement *row, PdfElementType type, double x, double y, const char *text) {
  PdfElement *element = pdf_element_new(sample->tags, row, type);
  if (type == PDF_TH) {
    pdf_element_set_scope(sample->tags, element, PDF_SCOPE_COLUMN);
    pdf_element_set_id(sample->tags, element, text);
  } else {
    pdf_element_add_header(sample->tags, element, "Country");
  }
  if (strcmp(text, "Both") == 0)
    pdf_element_set_spans(sample->tags, element, 2, 1);
  if (text[0] == '\0')
    return;
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_LAYOUT);
  cairo_rectangle(sample->cr, x - 4, y - 12, 100, 16);
  cairo_stroke(sample->cr);
  pdf_marks_end(sample->marks);
  sample_text(sample, element, x, y, text);
}

static void table(Sample *sample, double y) {
  PdfElement *table = pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_TABLE);
  pdf_element_set_summary(sample->tags, table, "Countries and their years");
  pdf_element_set_box(sample->tags, table, 70, y - 14, 200, 64);
  PdfElement *caption = pdf_element_new(sample->tags, table, PDF_CAPTION);
  sample_text(sample, caption, 70, y, "Table 1");
  PdfElement *head = pdf_element_new(sample->tags, pdf_element_new(sample->tags, table, PDF_THEAD), PDF_TR);
  cell(sample, head, PDF_TH, 74, y + 16, "Country");
  cell(sample, head, PDF_TH, 174, y + 16, "Year");
  PdfElement *body = pdf_element_new(sample->tags, table, PDF_TBODY);
  PdfElement *first = pdf_element_new(sample->tags, body, PDF_TR),
             *second = pdf_element_new(sample->tags, body, PDF_TR);
  cell(sample, first, PDF_TD, 74, y + 32, "Indonesia");
  cell(sample, first, PDF_TD, 174, y + 32, "");
  cell(sample, second, PDF_TD, 74, y + 48, "Both");
}

static void link_over_two_lines(Sample *sample, double y) {
  PdfElement *p = paragraph(sample, pdf_tags_document(sample->tags), PDF_P, y, "See the ");
  PdfElement *element = pdf_element_new(sample->tags, p, PDF_LINK);
  PdfLink *link = pdf_link_to_uri(sample->tags, element,
                                  "https://example.org/d\xC3\xA9"
                                  "claration?a=(b)&c=d e",
                                  "The declaration of (all) members");
  sample_text(sample, element, 120, y, "declaration of");
  sample_text(sample, element, 70, y + 16, "all members");
  pdf_link_add_rectangle(sample->tags, link, pdf_marks_page(sample->marks), 120, y - 12, 80, 16);
  pdf_link_add_rectangle(sample->tags, link, pdf_marks_page(sample->marks), 70, y + 4, 60, 16);
  sample_text(sample, p, 140, y + 16, ", made in Bali.");
}

static void inner_link(Sample *sample, double y, const char *target) {
  PdfElement *p = pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_P);
  PdfElement *element = pdf_element_new(sample->tags, p, PDF_LINK);
  PdfLink *link =
      pdf_link_to_destination(sample->tags, element, pdf_destination_named(sample->tags, target), NULL);
  pdf_link_add_rectangle(sample->tags, link, pdf_marks_page(sample->marks), 70, y - 12, 80, 16);
  sample_text(sample, element, 70, y, "more below");
}

static void note(Sample *sample, double y) {
  PdfElement *p = paragraph(sample, pdf_tags_document(sample->tags), PDF_P, y, "A claim");
  PdfElement *reference = pdf_element_new(sample->tags, p, PDF_REFERENCE);
  sample_text(sample, reference, 120, y - 4, "1");
  PdfElement *foreign = pdf_element_new(sample->tags, p, PDF_SPAN);
  pdf_element_set_language(sample->tags, foreign, "id");
  pdf_element_set_actual_text(sample->tags, foreign, "pernyataan");
  sample_text(sample, foreign, 140, y, "pernya-taan");
  PdfElement *text = pdf_element_new(sample->tags, p, PDF_NOTE);
  sample_text(sample, pdf_element_new(sample->tags, text, PDF_LBL), 70, 780, "1");
  sample_text(sample, pdf_element_new(sample->tags, text, PDF_P), 80, 780, "The note's text");
}

static PdfElement *figure(Sample *sample, PdfPicture *picture, double y, const char *alternative) {
  PdfElement *element = pdf_element_new(sample->tags, pdf_tags_document(sample->tags), PDF_FIGURE);
  pdf_element_set_alternative(sample->tags, element, alternative);
  pdf_element_set_box(sample->tags, element, 70, y, 70, 50);
  pdf_element_set_placement(sample->tags, element, PDF_PLACEMENT_BLOCK);
  pdf_marks_begin_content(sample->marks, element);
  pdf_picture_draw(sample->marks, picture, 70, y, 70, 50);
  pdf_marks_end(sample->marks);
  return element;
}

void sample_draw_all(Sample *sample) {
  static const char *const authors[] = {"Ministry of Manpower", "Co-chairs & members"};
  static const char *const keywords[] = {"recruitment", "<migration>"};
  sample->metadata.authors = authors;
  sample->metadata.author_count = G_N_ELEMENTS(authors);
  sample->metadata.keywords = keywords;
  sample->metadata.keyword_count = G_N_ELEMENTS(keywords);
  sample->metadata.subject = "R\xC3\xA9"
                             "sum\xC3\xA9 of the meeting";
  sample->metadata.has_date = true;
  sample->metadata.date = 1700000000;
  PdfElement *document = pdf_tags_document(sample->tags);
  artifact(sample, PDF_ARTIFACT_HEADER, 20, "Letterhead");
  heading(sample, PDF_H1, 80, "Statement");
  heading(sample, PDF_H3, 100, "Ministers (second level)");
  link_over_two_lines(sample, 130);
  inner_link(sample, 170, "Annex");
  list(sample, document, 70, 200, 0);
  table(sample, 300);
  note(sample, 400);
  PdfPicture *emblem = sample_picture(sample, sample_png(&sample_pngs[5]));
  (void)figure(sample, emblem, 420,
               "The emblem: \xE2\x80\x9C"
               "Bali\xE2\x80\x9D");
  PdfElement *formula = paragraph(sample, document, PDF_FORMULA, 500, "a+b");
  pdf_element_set_alternative(sample->tags, formula, "a plus b");
  artifact(sample, PDF_ARTIFACT_FOOTER, 800, "1");
  /* A paragraph over two pages. */
  pdf_marks_begin_content(sample->marks, paragraph(sample, document, PDF_P, 700, "begins here"));
  pdf_marks_show_page(sample->marks);
  cairo_move_to(sample->cr, 70, 70);
  cairo_show_text(sample->cr, "and ends here");
  pdf_marks_end(sample->marks);
  pdf_marks_begin_artifact(sample->marks, PDF_ARTIFACT_WATERMARK);
  pdf_picture_draw(sample->marks, emblem, 200, 200, 200, 200);
  pdf_marks_end(sample->marks);
  artifact(sample, PDF_ARTIFACT_PAGINATION, 800, "2");
  pdf_marks_show_page(sample->marks);
  heading(sample, PDF_H3, 80, "Annex");
  heading(sample, PDF_H2, 100,
          "Annexe r\xC3\xA9"
          "dig\xC3\xA9"
          "e");
  (void)figure(sample, sample_picture(sample, sample_jpeg(3)), 120, "A photograph");
  artifact(sample, PDF_ARTIFACT_BACKGROUND, 300, "");
  pdf_marks_show_page(sample->marks);
}

void sample_draw_pictures(Sample *sample) {
  for (size_t i = 0; i < sample_png_count; i++) {
    (void)figure(sample, sample_picture(sample, sample_png(&sample_pngs[i])), 70 + 30.0 * (double)i,
                 sample_pngs[i].name);
  }
  (void)figure(sample, sample_picture(sample, sample_jpeg(1)), 700, "jpeg grey");
  PdfPicture *last = sample_picture(sample, sample_jpeg(3));
  (void)figure(sample, last, 760, "jpeg rgb");
  /* Once more on the page: its name stands once in the page's resources (cairo 1.18 repeats it). */
  (void)figure(sample, last, 780, "jpeg rgb again");
  pdf_marks_show_page(sample->marks);
}

void sample_draw_pages(Sample *sample, unsigned pages) {
  PdfElement *document = pdf_tags_document(sample->tags);
  for (unsigned page = 0; page < pages; page++) {
    char title[24];
    g_snprintf(title, sizeof title, "Page %u", page);
    artifact(sample, PDF_ARTIFACT_HEADER, 20, "Letterhead");
    heading(sample, PDF_H1, 60, title);
    for (unsigned line = 0; line < 40; line++) {
      char text[80];
      g_snprintf(text, sizeof text, "Line %u of page %u, and some words that fill it", line, page);
      paragraph(sample, document, PDF_P, 80 + 16.0 * line, text);
    }
    artifact(sample, PDF_ARTIFACT_FOOTER, 800, "page");
    pdf_marks_show_page(sample->marks);
  }
}
