#ifndef LP_PDF_DRAW_MARKERS_H
#define LP_PDF_DRAW_MARKERS_H

/* Marks on a cairo PDF surface which piece of ink belongs to which structure element and which is an
 * artifact.
 *
 * cairo's tags serve as markers only (leaf tags Span and Private); its structure tree is thrown away and the
 * finisher writes ours. Rules for whoever draws:
 *  - everything painted stands between a begin and an end: a painting operator outside fails the document;
 *  - pieces do not nest, and none begins or ends inside cairo_push_group(): the whole group stands inside one
 * piece;
 *  - no cairo tags, links, destinations, outlines or metadata but ours;
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
 * marks. */
PdfMarks *pdf_marks_new(cairo_t *cr, PdfTags *tags);
void pdf_marks_free(PdfMarks *marks);

/* Begins a piece of real content of `element`; becomes its next kid. Each line of a paragraph may be a piece,
 * or all of its lines on a page; a run that belongs to another element (a link, a span in another language)
 * is a piece of its own. */
void pdf_marks_begin_content(PdfMarks *marks, PdfElement *element);
void pdf_marks_begin_artifact(PdfMarks *marks, PdfArtifact artifact);
void pdf_marks_end(PdfMarks *marks);
bool pdf_marks_is_open(const PdfMarks *marks);

/* Ends the page. A piece that is open is ended, and begun anew on the next page for the same element. */
void pdf_marks_show_page(PdfMarks *marks);
/* The page being drawn, from 0. */
unsigned pdf_marks_page(const PdfMarks *marks);

/* Draws a placeholder that the finisher puts the picture's bytes in, over the rectangle in user space (a
 * rotated or mirrored picture: turn the context before). Inside a piece of content or an artifact, as all
 * ink. */
void pdf_picture_draw(PdfMarks *marks, const PdfPicture *picture, double x, double y, double width,
                      double height);

#endif
