#ifndef LP_PDF_PAGE_CONTENT_H
#define LP_PDF_PAGE_CONTENT_H

/* The inlines of one block, flat: text with spans, and tags that say what a stretch of it is. */

#include "page/layout.h"

/* What a stretch of text is. Tag 0 is the block itself; a tag without a type of its own belongs to its
 * parent's element. */
typedef struct Tag {
  uint32_t parent;
  uint32_t first_span;  /* of its text */
  PdfElementType type;  /* PDF_ELEMENT_TYPES: none of its own */
  PdfElement *element;  /* NULL until the first of it is drawn */
  const char *language; /* of the element; NULL: as its parent */
  const LpNode *node;   /* the link, picture or note reference; NULL */
  PdfLink *link;        /* NULL until the first of it is drawn */
  const char *target;   /* name of a destination that the link leads to; else by the node's HREF */
  bool is_generated;    /* not text of the tree: labels, marks, placeholders */
  bool has_background;
  uint32_t background; /* 0xRRGGBB */
} Tag;

/* A place that links lead to, at a byte of the text. */
typedef struct Anchor {
  size_t offset;
  PdfDestination *destination;
} Anchor;

/* A picture in the text: what stands at the ParagraphObject of the same index. */
typedef struct Picture {
  PdfPicture *picture;
  uint32_t tag; /* of its Figure; of a decorative one: of the text around it */
  bool is_decorative;
  const char *alternative;
  int32_t width_emu, height_emu;
} Picture;

typedef struct Content {
  GString *text;
  GArray *spans;     /* ParagraphSpan */
  GArray *nodes;     /* const LpNode *, a span each: where its text stands in the draft */
  GArray *tags;      /* Tag */
  GArray *objects;   /* ParagraphObject; NULL: none */
  GArray *pictures;  /* Picture; NULL: none */
  GArray *anchors;   /* Anchor, by offset; NULL: none */
  guint next_anchor; /* that is not placed yet */
} Content;

/* Empty content of a block's element. */
Content *content_new(PdfElement *element);
void content_free(Content *content);

static inline Tag *content_tag(const Content *content, uint32_t tag) {
  return &g_array_index(content->tags, Tag, tag);
}

/* Adds a tag within another; returns its number. */
uint32_t content_add_tag(Content *content, uint32_t parent, PdfElementType type, const LpNode *node);

/* Adds n bytes in a look (its start and end are set here) that came from a node, or NULL. */
void content_add_text(Content *content, const char *text, size_t n, const ParagraphSpan *look,
                      const LpNode *node);

/* Marks the place at the end of the text so far as a destination. */
void content_add_anchor(Content *content, PdfDestination *destination);

/* Adds U+FFFC for a picture. */
void content_add_picture(Content *content, const Picture *picture, const ParagraphSpan *look);

/* What paragraph_set takes; lives as long as the content and until it is added to. */
ParagraphText content_text(const Content *content);

#endif
