#ifndef LP_PDF_DRAW_MARKERS_H
#define LP_PDF_DRAW_MARKERS_H

/* Marks on a cairo PDF surface which piece of ink belongs to which structure element and which is an
 * artifact.
 *
 * Each piece begins with a speck that the finisher finds again in cairo's page content and puts the marked
 * content operator in its place. cairo's own tags are not used: 1.18 marks only pieces that hold text. Rules
 * for whoever draws:
 *  - all ink stands between a begin and an end, and nothing is drawn outside;
 *  - pieces do not nest, and none begins inside cairo_push_group(): a group stands inside one piece;
 *  - no path is under construction where a piece begins or ends (the current point is kept);
 *  - no cairo_paint() of an opaque colour without a clip: cairo forgets what was drawn before. Fill a
 * rectangle;
 *  - no cairo tags, links, destinations, outlines or metadata;
 *  - pages end with pdf_marks_show_page(), never with cairo_show_page(). */

#include "draw/tags.h"

#include <cairo.h>
#include <glib.h>

typedef struct PdfMarks PdfMarks;

/* What an artifact is (ISO 32000-1, 14.8.2.2). */
typedef enum PdfArtifact {
  PDF_ARTIFACT_HEADER,     /* Pagination, Header: the letterhead that repeats */
  PDF_ARTIFACT_FOOTER,     /* Pagination, Footer: page numbers, the address line */
  PDF_ARTIFACT_WATERMARK,  /* Pagination, Watermark */
  PDF_ARTIFACT_PAGINATION, /* Pagination of another sort */
  PDF_ARTIFACT_LAYOUT,     /* rules, table borders, decorative pictures */
  PDF_ARTIFACT_BACKGROUND  /* grounds and shading that fill a page or a box */
} PdfArtifact;

/* A cairo surface for a document of marked pages, `width` by `height` points at first, that appends its bytes
 * to `bytes`. cairo_pdf_surface_set_size() changes the size as usual. Finish or destroy the surface before
 * `bytes` goes to pdf_finish(); an error is in cairo_surface_status(). */
cairo_surface_t *pdf_marked_surface_new(GByteArray *bytes, double width, double height);

/* Begins to mark: what is drawn on `cr`, a context of such a surface, is recorded in `tags`. Both outlive the
 * marks. On a surface of another sort (a page as PNG or SVG) nothing is added to the ink. */
PdfMarks *pdf_marks_new(cairo_t *cr, PdfTags *tags);
void pdf_marks_free(PdfMarks *marks);
/* From now on marks where each piece ends, too, so that the finisher refuses a document with ink outside all
 * pieces. Costs a little: for tests of whoever draws. Otherwise only ink before a page's first piece is
 * found. */
void pdf_marks_check_ends(PdfMarks *marks);

/* Begins a piece of real content of `element`; it becomes the element's next kid. Each line of a paragraph
 * may be a piece, or all of its lines on a page: pieces of one element that follow each other become one at
 * no cost. A run that belongs to another element (a link, a span in another language) is a piece of that one.
 */
void pdf_marks_begin_content(PdfMarks *marks, PdfElement *element);
void pdf_marks_begin_artifact(PdfMarks *marks, PdfArtifact artifact);
void pdf_marks_end(PdfMarks *marks);
bool pdf_marks_is_open(const PdfMarks *marks);

/* Ends the page. A piece that is open is ended, and begun anew on the next page for the same element. */
void pdf_marks_show_page(PdfMarks *marks);
/* Begins a page that lies over an earlier one, counted from 0: for what is known only when all are drawn, as
 * how many there are. Its ink, artifacts alone, becomes part of that page, which has the same size. It ends
 * with pdf_marks_show_page(); only such pages may follow, and each page has at most one. */
void pdf_marks_begin_overlay(PdfMarks *marks, unsigned page);
/* The page being drawn, from 0. */
unsigned pdf_marks_page(const PdfMarks *marks);

/* Draws a placeholder that the finisher puts the picture's bytes in, over the rectangle in user space (a
 * rotated or mirrored picture: turn the context before). Inside a piece of content or an artifact, as all
 * ink; on a PDF surface only. */
void pdf_picture_draw(PdfMarks *marks, const PdfPicture *picture, double x, double y, double width,
                      double height);

#endif
