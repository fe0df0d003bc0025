#ifndef LP_TESTS_PDF_SAMPLE_H
#define LP_TESTS_PDF_SAMPLE_H

/* Documents drawn for the tests of plugins/pdf/file, as its page drawer would draw them. */

#include "draw/markers.h"
#include "file/finish.h"

#include <cairo.h>
#include <glib.h>

typedef struct Sample {
  GByteArray *drawn;
  cairo_surface_t *surface;
  cairo_t *cr;
  PdfTags *tags;
  PdfMarks *marks;
  PdfMetadata metadata;
  GPtrArray *pictures; /* GByteArray by key */
} Sample;

/* A document to draw on, A4, with a title and a language. */
Sample *sample_new(void);
void sample_free(Sample *sample);
/* Draws text as one piece of the element, its base line at x, y. */
void sample_text(Sample *sample, PdfElement *element, double x, double y, const char *text);
/* Takes a picture's bytes over and returns its record. */
PdfPicture *sample_picture(Sample *sample, GByteArray *bytes);
/* Ends the drawing: its bytes are whole then. */
void sample_close(Sample *sample);
/* Closes the drawing and finishes it into a new array; NULL with the fault filled. */
GByteArray *sample_finish(Sample *sample, PdfFault *fault);

/* What cairo and fontconfig keep for the next document: given back at the end, so that the leak checks are
 * quiet. */
int sample_release_fonts(void **state);

/* Every element, attribute, link, artifact and picture that there is, on three pages. */
void sample_draw_all(Sample *sample);
/* One figure for each kind of picture, in the order of sample_picture_kinds. */
void sample_draw_pictures(Sample *sample);
/* `pages` pages of 40 lines. */
void sample_draw_pages(Sample *sample, unsigned pages);

/* A PNG of 7 x 5 pixels; channel c of pixel x, y is (37 x + 11 y + 73 c) modulo 2^depth (of 8 bits where it
 * is deeper), or 255 for the alpha of an opaque one. */
typedef struct SamplePng {
  const char *name;
  int colour_type, depth;
  bool is_interlaced, is_opaque;
  bool has_transparency; /* palette entries or a colour that are see-through */
} SamplePng;
extern const SamplePng sample_pngs[];
extern const size_t sample_png_count;
GByteArray *sample_png(const SamplePng *kind);
/* JPEGs of 8 x 8 pixels, with a place and a comment as cameras write them; components 1, 3 or 4. */
GByteArray *sample_jpeg(int components);

#endif
