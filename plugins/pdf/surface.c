#include "config.h"

#include "surface.h"

#include "draw/emblem.h"
#include "file/finish.h"
#include "file/picture.h"

#include <cairo-pdf.h>

struct Surface {
  Layout *layout;
  GByteArray *drawn;
  cairo_surface_t *surface;
  Pen pen;
  LpSource *picture; /* being read by the finisher */
};

Surface *surface_new(Layout *layout) {
  Surface *surface = g_new0(Surface, 1);
  surface->layout = layout;
  surface->drawn = g_byte_array_new();
  surface->surface = pdf_marked_surface_new(surface->drawn, 595, 842);
  surface->pen = (Pen){.layout = layout, .cr = cairo_create(surface->surface)};
  surface->pen.marks = pdf_marks_new(surface->pen.cr, layout->tags);
  return surface;
}

static void end_drawing(Surface *surface) {
  pdf_marks_free(surface->pen.marks);
  surface->pen.marks = NULL;
  if (surface->pen.cr != NULL)
    cairo_destroy(surface->pen.cr);
  surface->pen.cr = NULL;
}

void surface_free(Surface *surface) {
  if (surface == NULL)
    return;
  end_drawing(surface);
  cairo_surface_destroy(surface->surface);
  g_byte_array_unref(surface->drawn);
  lp_source_free(surface->picture);
  g_free(surface);
}

Pen *surface_begin_page(Surface *surface, int32_t width_emu, int32_t height_emu) {
  cairo_pdf_surface_set_size(surface->surface, points(width_emu), points(height_emu));
  return &surface->pen;
}

void surface_end_page(Surface *surface) {
  pdf_marks_show_page(surface->pen.marks);
}

/* ---- the finisher's inputs and outputs ---- */

static bool load_picture(void *state, uint32_t key, const uint8_t **bytes, size_t *size) {
  Surface *surface = state;
  if (key == EMBLEM_PICTURE) {
    bool is_svg;
    *bytes = lp_letterhead_emblem(surface->layout->letterhead, size, &is_svg);
    return *bytes != NULL;
  }
  const LpResource *resource = lp_document_resource(surface->layout->document, (int32_t)key);
  surface->picture = resource == NULL ? NULL : lp_resource_open(resource);
  *bytes = surface->picture == NULL ? NULL : lp_source_bytes(surface->picture, size);
  return *bytes != NULL;
}

static void unload_picture(void *state, uint32_t key) {
  Surface *surface = state;
  (void)key;
  lp_source_free(surface->picture);
  surface->picture = NULL;
}

static bool write_bytes(void *state, const void *bytes, size_t size) {
  lp_sink_write(state, bytes, size);
  return !lp_sink_broken(state);
}

/* A list in metadata: entries between semicolons. */
static char **entries_of(const LpDocument *document, LpMetadata entry, size_t *count) {
  const char *value = lp_document_metadata(document, entry);
  char **entries = g_strsplit(value == NULL ? "" : value, ";", 64);
  *count = 0;
  for (char **one = entries; *one != NULL; one++)
    if (*g_strstrip(*one) != 0)
      ++*count;
  return entries;
}

static LpVerdict report(Layout *layout, const PdfFault *fault) {
  switch (fault->code) {
  case PDF_FAULT_OUTPUT: return LP_FAILED; /* the sink's owner knows why */
  case PDF_FAULT_LIMIT:
    return lp_fail(layout->account, LP_CLASS_LIMIT, "pdf.too-large", NULL, "The PDF cannot be finished: %s.",
                   fault->sentence);
  case PDF_FAULT_PICTURE:
    return lp_fail(layout->account, LP_CLASS_FORMAT, "pdf.damaged-picture", NULL,
                   "A picture of the draft cannot be used: %s.", fault->sentence);
  default:
    lp_report(layout->account, LP_LEVEL_ERROR, LP_CLASS_INTERNAL, "pdf.unfinished", NULL,
              "The PDF cannot be finished: %s. This is a fault of Letterpress.", fault->sentence);
    return LP_BROKEN;
  }
}

static bool finish(Surface *surface, const char *title, PdfFault *fault) {
  const Layout *layout = surface->layout;
  PdfMetadata metadata = {.title = title,
                          .language = layout->language,
                          .subject = lp_document_metadata(layout->document, LP_METADATA_SUBJECT),
                          .creator = "Letterpress " PACKAGE_VERSION,
                          .has_date = true,
                          .date = lp_writing_time(layout->writing)};
  char **authors = entries_of(layout->document, LP_METADATA_AUTHORS, &metadata.author_count);
  char **keywords = entries_of(layout->document, LP_METADATA_KEYWORDS, &metadata.keyword_count);
  metadata.authors = (const char *const *)(const void *)authors;
  metadata.keywords = (const char *const *)(const void *)keywords;
  const PdfPictureSource pictures = {
      .state = surface,
      .load = load_picture,
      .unload = unload_picture,
      .pixel_limit = (uint64_t)lp_account_limit(layout->account, LP_LIMIT_PICTURE_PIXELS)};
  const PdfOutput output = {lp_writing_sink(layout->writing), write_bytes};
  const bool done = pdf_finish(surface->drawn->data, surface->drawn->len, layout->tags, &metadata, &pictures,
                               &output, fault);
  g_strfreev(authors);
  g_strfreev(keywords);
  return done;
}

LpVerdict surface_finish(Surface *surface, const char *title) {
  end_drawing(surface);
  cairo_surface_finish(surface->surface);
  const cairo_status_t status = cairo_surface_status(surface->surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    lp_report(surface->layout->account, LP_LEVEL_ERROR, LP_CLASS_INTERNAL, "pdf.unfinished", NULL,
              "The pages cannot be drawn: %s. This is a fault of Letterpress.",
              cairo_status_to_string(status));
    return LP_BROKEN;
  }
  PdfFault fault;
  return finish(surface, title, &fault) ? LP_DONE : report(surface->layout, &fault);
}

bool surface_takes_picture(const LpResource *resource, int64_t pixel_limit, char *fault_sentence, size_t n) {
  LpSource *source = lp_resource_open(resource);
  size_t size;
  const uint8_t *bytes = source == NULL ? NULL : lp_source_bytes(source, &size);
  PdfPictureFacts facts;
  PdfFault fault = {.sentence = "it cannot be read"};
  const bool takes = bytes != NULL && pdf_picture_inspect(bytes, size, (uint64_t)pixel_limit, &facts, &fault);
  g_strlcpy(fault_sentence, fault.sentence, n);
  lp_source_free(source);
  return takes;
}
