#ifndef LP_PDF_FILE_FINISHER_H
#define LP_PDF_FILE_FINISHER_H

/* What the parts of the finisher share while one file is written, and the parts themselves in the order in
 * which finish.c calls them. Each writes through the writer; after a fault all of them do nothing, so that it
 * is asked for at the end of a step only. */

#include "draw/records.h"
#include "file/cairo_objects.h"
#include "file/finish.h"
#include "file/inflate.h"
#include "file/objects.h"

/* A page of the file. */
typedef struct PdfPage {
  double height; /* points: what turns y over */
  uint32_t object;
  uint32_t overlay;            /* the page as drawn that lies over it; 0: none */
  PdfAnnotation *first, *last; /* its links, by next_on_page */
} PdfPage;

typedef struct PdfFinisher {
  PdfTags *tags;
  const PdfMetadata *metadata;
  const PdfPictureSource *pictures;
  PdfFault *fault;
  PdfWriter writer;
  PdfDrawing drawing;
  PdfPage *pages;
  uint32_t page_count;   /* of the file: pages over others are none of them */
  uint32_t pages_object; /* the tree's root */
  PdfInflated content;   /* scratch: of a page */
} PdfFinisher;

/* Objects that the catalogue names; 0: there is none. */
typedef struct PdfRoots {
  uint32_t structure, metadata, intent, destinations, outline, information;
} PdfRoots;

/* Whether all is well so far. */
bool pdf_finisher_is_sound(const PdfFinisher *finisher);
bool pdf_finisher_refuse(PdfFinisher *finisher, const char *sentence);

/* settle.c: closes up heading levels, drops links without a target, refuses records that no valid file can be
 * made of. */
bool pdf_settle_records(PdfFinisher *finisher);

/* pages.c: reads the pages' sizes; then copies each page with its content, and what the pages need. */
bool pdf_measure_pages(PdfFinisher *finisher);
bool pdf_write_pages(PdfFinisher *finisher);

/* content.c: puts the content of a page as drawn, with the marks of its pieces instead of the specks, and
 * numbers the pieces. */
bool pdf_put_content(PdfFinisher *finisher, GString *out, uint32_t page, const uint8_t *deflated,
                     size_t size);

/* names.c: puts a dictionary of what a page names, with the entries of another (NULL: none) that it has not.
 * A name that means two things is refused. */
bool pdf_put_names(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *names,
                   const PdfDictionaryEntry *more);

/* overlays.c: which pages lie over which; then the resources of a page and of the one over it as one
 * dictionary. */
bool pdf_read_overlays(PdfFinisher *finisher);
bool pdf_put_merged_resources(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *below,
                              const PdfDictionaryEntry *above);

/* picture.c: the picture that a placeholder of cairo's stands for, as the image `object`. */
bool pdf_write_picture(PdfFinisher *finisher, uint32_t object, const PdfPicture *picture);

/* structure.c: which elements are written, and their numbers; then the tree itself. */
void pdf_number_elements(PdfFinisher *finisher);
uint32_t pdf_write_structure(PdfFinisher *finisher);

/* attributes.c: the element's attributes (ISO 32000-1, 14.8.5), if any, of an element on a page of this
 * height. */
void pdf_put_attributes(GString *out, const PdfElementDetails *details, double page_height);

/* navigation.c: links of the pages (numbered before the pages are written), destinations, bookmarks. */
void pdf_number_annotations(PdfFinisher *finisher);
bool pdf_write_annotations(PdfFinisher *finisher);
uint32_t pdf_write_destinations(PdfFinisher *finisher);
uint32_t pdf_write_outline(PdfFinisher *finisher);

/* metadata.c */
uint32_t pdf_write_metadata(PdfFinisher *finisher);
uint32_t pdf_write_intent(PdfFinisher *finisher);
uint32_t pdf_write_information(PdfFinisher *finisher);

/* The name of a structure type, without slash. */
const char *pdf_element_name(PdfElementType type);

#endif
