#ifndef LP_PDF_DRAW_TAGS_H
#define LP_PDF_DRAW_TAGS_H

/* What the drawer says of a PDF document beside its ink: structure elements, links, destinations, bookmarks,
 * pictures.
 *
 * The records of one document hang on one PdfTags, which owns them; every text given is copied. The drawer
 * adds, the finisher (file/finish.h) reads. Nothing here can fail: a wrong call (a nested piece of content, a
 * link without a place) is remembered in the records and the finisher refuses the document with a sentence.
 *
 * Pages count from 0. Lengths are PDF points (1/72 inch) from the page's TOP LEFT corner, x to the right and
 * y down, as cairo's device space of a page has them: the finisher turns them over. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct PdfTags PdfTags;
typedef struct PdfElement PdfElement;
typedef struct PdfDestination PdfDestination;
typedef struct PdfLink PdfLink;
typedef struct PdfPicture PdfPicture;

/* Standard structure types of ISO 32000-1, 14.8.4; none needs a role map. */
typedef enum PdfElementType {
  PDF_DOCUMENT,
  PDF_PART,
  PDF_SECT,
  PDF_DIV,
  PDF_H1, /* PDF_H1 + n - 1 is the heading of level n */
  PDF_H2,
  PDF_H3,
  PDF_H4,
  PDF_H5,
  PDF_H6,
  PDF_P,
  PDF_BLOCK_QUOTE,
  PDF_CAPTION,
  PDF_TOC,
  PDF_TOCI,
  PDF_L,
  PDF_LI,
  PDF_LBL,
  PDF_LBODY,
  PDF_TABLE,
  PDF_THEAD,
  PDF_TBODY,
  PDF_TFOOT,
  PDF_TR,
  PDF_TH,
  PDF_TD,
  PDF_SPAN,
  PDF_QUOTE,
  PDF_CODE,
  PDF_NOTE, /* gets an ID of its own when none is set (ISO 14289-1, 7.9) */
  PDF_REFERENCE,
  PDF_LINK,
  PDF_FIGURE,
  PDF_FORMULA,
  PDF_RUBY,
  PDF_RB,
  PDF_RT,
  PDF_RP,
  PDF_ELEMENT_TYPES /* how many there are */
} PdfElementType;

/* Attributes whose values are names (ISO 32000-1, 14.8.5); the first value of each means that it is not
 * written. */
typedef enum PdfScope { PDF_SCOPE_NONE, PDF_SCOPE_ROW, PDF_SCOPE_COLUMN, PDF_SCOPE_BOTH } PdfScope;
typedef enum PdfListNumbering {
  PDF_NUMBERING_NONE,
  PDF_NUMBERING_DISC,
  PDF_NUMBERING_CIRCLE,
  PDF_NUMBERING_SQUARE,
  PDF_NUMBERING_DECIMAL,
  PDF_NUMBERING_UPPER_ROMAN,
  PDF_NUMBERING_LOWER_ROMAN,
  PDF_NUMBERING_UPPER_ALPHA,
  PDF_NUMBERING_LOWER_ALPHA
} PdfListNumbering;
typedef enum PdfPlacement {
  PDF_PLACEMENT_DEFAULT,
  PDF_PLACEMENT_BLOCK,
  PDF_PLACEMENT_INLINE,
  PDF_PLACEMENT_BEFORE,
  PDF_PLACEMENT_START,
  PDF_PLACEMENT_END
} PdfPlacement;

/* New, empty records with the one Document element at their top. Free with pdf_tags_free(). */
PdfTags *pdf_tags_new(void);
void pdf_tags_free(PdfTags *tags);

/* The Document element, the ancestor of all others. */
PdfElement *pdf_tags_document(PdfTags *tags);

/* Adds an element as the last kid of `parent`. Kids keep the order in which they and their content
 * (markers.h) are added: that is the reading order, whatever the order of drawing is. An element that gets no
 * content and no kids is left out of the file, except a TD, TH or TR. */
PdfElement *pdf_element_new(PdfTags *tags, PdfElement *parent, PdfElementType type);

/* A language other than the parent's (BCP 47). */
void pdf_element_set_language(PdfTags *tags, PdfElement *element, const char *language);
/* The description of a figure or formula, read instead of it (ISO 14289-1, 7.3); UTF-8. Needed by PDF_FIGURE.
 */
void pdf_element_set_alternative(PdfTags *tags, PdfElement *element, const char *text);
/* The text that the glyphs stand for, where it differs; UTF-8. */
void pdf_element_set_actual_text(PdfTags *tags, PdfElement *element, const char *text);
/* An identifier, unique in the document: what Headers of a table cell refer to. */
void pdf_element_set_id(PdfTags *tags, PdfElement *element, const char *id);
/* The title of a section or a table, for people who list the structure; UTF-8. */
void pdf_element_set_title(PdfTags *tags, PdfElement *element, const char *title);

/* Table cells. A TH has a scope; spans count from 1, which is not written. */
void pdf_element_set_scope(PdfTags *tags, PdfElement *cell, PdfScope scope);
void pdf_element_set_spans(PdfTags *tags, PdfElement *cell, unsigned columns, unsigned rows);
/* Adds a header cell, which must have or get an ID, to the Headers of a cell: for tables that scopes cannot
 * describe. */
void pdf_element_add_header(PdfTags *tags, PdfElement *cell, const char *header_id);
/* Summary of a table. */
void pdf_element_set_summary(PdfTags *tags, PdfElement *table, const char *summary);
/* How the labels of a list look: every PDF_L with labels has it. */
void pdf_element_set_numbering(PdfTags *tags, PdfElement *list, PdfListNumbering numbering);
void pdf_element_set_placement(PdfTags *tags, PdfElement *element, PdfPlacement placement);
/* Where a figure, formula or table stands, in points of its page. */
void pdf_element_set_box(PdfTags *tags, PdfElement *element, double x, double y, double width, double height);

/* The destination of this name, made when it is new: a link may point to what is drawn later. Names are any
 * UTF-8; those of placed destinations also open the file at the place (file.pdf#name). */
PdfDestination *pdf_destination_named(PdfTags *tags, const char *name);
/* Says where the destination is: an element and the point at its top left. The first place stays. */
void pdf_destination_place(PdfTags *tags, PdfDestination *destination, PdfElement *element, unsigned page,
                           double x, double y);
bool pdf_destination_is_placed(const PdfDestination *destination);

/* A link to a URI or to a destination. `element` is its PDF_LINK element, which also holds its text as
 * content; `contents` describes the link (ISO 14289-1, 7.18.5), usually its text; NULL takes the URI or the
 * destination's name. A link to a destination that is never placed becomes a plain Span without annotation:
 * pdf_tags_unplaced() names it. */
PdfLink *pdf_link_to_uri(PdfTags *tags, PdfElement *element, const char *uri, const char *contents);
PdfLink *pdf_link_to_destination(PdfTags *tags, PdfElement *element, PdfDestination *target,
                                 const char *contents);
/* One rectangle that can be clicked, one for each line that the link's text is on. */
void pdf_link_add_rectangle(PdfTags *tags, PdfLink *link, unsigned page, double x, double y, double width,
                            double height);
/* The name of the n-th destination that a link or bookmark points to and nobody placed; NULL when there is
 * none. */
const char *pdf_tags_unplaced(const PdfTags *tags, size_t n);

/* A bookmark of the outline, in the document's order. `level` counts from 1; a level left out is closed up.
 */
void pdf_bookmark_add(PdfTags *tags, unsigned level, const char *title, PdfDestination *target);

/* A picture, PNG or JPEG bytes that the finisher asks for when it writes them (PdfPictureSource of
 * file/finish.h) by this key. One key is one picture, drawn as often as you like (pdf_picture_draw in
 * markers.h). */
PdfPicture *pdf_picture_new(PdfTags *tags, uint32_t key);

#endif
