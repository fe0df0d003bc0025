#ifndef LP_PDF_DRAW_RECORDS_H
#define LP_PDF_DRAW_RECORDS_H

/* How the records of tags.h and markers.h lie in memory: for these two and for file/, which writes them. */

#include "draw/markers.h"
#include "draw/tags.h"

#include <glib.h>

/* A piece of marked content, in the order of drawing; the finisher finds it again in cairo's page content and
 * numbers it. */
typedef struct PdfPiece {
  PdfElement *element; /* NULL: an artifact */
  uint32_t page;
  int32_t mcid;     /* set by file/content.c: -1 when nothing was drawn, or an artifact */
  uint8_t artifact; /* PdfArtifact */
} PdfPiece;

typedef enum PdfKidKind { PDF_KID_ELEMENT, PDF_KID_PIECE, PDF_KID_ANNOTATION } PdfKidKind;

typedef struct PdfAnnotation PdfAnnotation;

typedef struct PdfKid {
  struct PdfKid *next;
  union {
    PdfElement *element;
    PdfAnnotation *annotation;
    uint32_t piece; /* index in PdfTags.pieces */
  } of;
  PdfKidKind kind;
} PdfKid;

typedef struct PdfHeaderId {
  struct PdfHeaderId *next;
  const char *id;
} PdfHeaderId;

/* What few elements have. */
typedef struct PdfElementDetails {
  const char *language, *alternative, *actual_text, *id, *title, *summary;
  PdfHeaderId *first_header, *last_header;
  unsigned columns, rows;
  double box[4]; /* x, y, width, height */
  bool has_box;
  uint8_t scope, numbering, placement;
} PdfElementDetails;

struct PdfElement {
  PdfElement *parent;
  PdfKid *first_kid, *last_kid;
  PdfElementDetails *details; /* NULL for most */
  uint32_t object;            /* its number in the file; 0: not written */
  uint32_t page;              /* Pg: the page of its first own content, counted from 1; 0: none */
  uint8_t type;               /* PdfElementType */
};

struct PdfDestination {
  const char *name;
  PdfElement *element; /* NULL: not placed */
  uint32_t page;
  double x, y;
  bool used;
};

/* One line's rectangle of an annotation. */
typedef struct PdfRectangle {
  struct PdfRectangle *next;
  double x, y, width, height;
} PdfRectangle;

/* The part of a link on one page: one annotation. */
struct PdfAnnotation {
  PdfAnnotation *next_of_link, *next_on_page;
  PdfLink *link;
  PdfRectangle *first, *last;
  uint32_t page;
  uint32_t object;
  uint32_t struct_parent;
};

struct PdfLink {
  PdfElement *element;
  const char *uri, *contents;
  PdfDestination *target; /* when uri is NULL */
  PdfAnnotation *first, *last;
};

struct PdfPicture {
  uint32_t key;
  uint32_t index; /* in PdfTags.pictures; what its placeholder's colours say */
};

typedef struct PdfBookmark {
  const char *title;
  PdfDestination *target;
  unsigned level;
} PdfBookmark;

struct PdfTags {
  struct PdfRecordBlock *blocks; /* where the records lie: pointers to them stay good */
  size_t block_left;
  PdfElement *document;
  GArray *pieces;          /* PdfPiece, in the order of drawing */
  GArray *page_starts;     /* uint32_t: index of each page's first piece */
  GArray *overlays;        /* uint32_t: the page that each of the last pages lies over */
  GPtrArray *elements;     /* PdfElement, in the order of making: a parent stands before its kids */
  GPtrArray *annotations;  /* PdfAnnotation, in the order of making */
  GPtrArray *destinations; /* PdfDestination, in the order of making */
  GHashTable *by_name;     /* name -> PdfDestination */
  GArray *bookmarks;       /* PdfBookmark */
  GPtrArray *pictures;     /* PdfPicture */
  GHashTable *by_key;      /* key -> PdfPicture */
  const char *refusal;     /* what the drawer did wrong first; NULL: nothing */
};

/* How a piece is marked in what cairo draws: by a speck that the finisher takes out again. The n-th piece of
 * a page begins with a filled rectangle at n modulo and n divided by PDF_SPECK_COLUMNS points, one unit of
 * cairo's grid (1/256 point) wide and high; where it ends, when that is marked at all, stands one two units
 * wide. cairo 1.16 to 1.18 write these as "X Y 0.004 0.004 re f" and "X Y 0.008 0.004 re f". */
#define PDF_SPECK_COLUMNS 128
#define PDF_SPECK_UNIT (1.0 / 256.0)
#define PDF_SPECK_BEGIN_TEXT " 0.004 0.004 re f"
#define PDF_SPECK_END_TEXT " 0.008 0.004 re f"

/* A placeholder is PDF_PLACEHOLDER_SIDE pixels square; its colours as R, G, B bytes row by row say which
 * picture it is. */
#define PDF_PLACEHOLDER_SIDE 2
#define PDF_PLACEHOLDER_BYTES (PDF_PLACEHOLDER_SIDE * PDF_PLACEHOLDER_SIDE * 3)
void pdf_placeholder_colours(uint32_t picture, uint8_t rgb[PDF_PLACEHOLDER_BYTES]);

/* A new zeroed record of `size` bytes, and a copy of a text (NULL stays NULL), owned by the records. */
void *pdf_record_new(PdfTags *tags, size_t size);
char *pdf_record_text(PdfTags *tags, const char *text);
/* Appends a kid to an element. */
PdfKid *pdf_kid_append(PdfTags *tags, PdfElement *element, PdfKidKind kind);
/* Remembers the first thing that the drawer did wrong, a constant sentence without full stop. */
void pdf_tags_refuse(PdfTags *tags, const char *sentence);
/* The element's details, made when there are none. */
PdfElementDetails *pdf_element_details(PdfTags *tags, PdfElement *element);

#endif
