/* read/lists.h: paragraphs with markers become lists, nested by marker and indent. */
#ifndef TEXT_READ_LISTS_H
#define TEXT_READ_LISTS_H

#include "read/draft.h"
#include "read/marker.h"

/* One list that stands open. */
typedef struct OpenList {
  Marker last;
  size_t indent;         /* columns before the marker */
  size_t content_indent; /* columns before its text */
} OpenList;

enum { OPEN_LISTS = 10 };

/* The lists that stand open at one place of the draft. */
typedef struct Lists {
  OpenList open[OPEN_LISTS];
  size_t depth;
} Lists;

/* Opens the item of a marker that stands at an offset with that indent in columns: next in an open list, or
   first of a new one in it or beside it. The marker is left out of the text as structure. */
void lists_open_item(Lists *lists, Draft *draft, Marker *marker, size_t offset, size_t indent,
                     size_t content_indent);

/* Whether the marker goes on in an open list. */
bool lists_continue(const Lists *lists, const Marker *marker);

/* Whether a line soon after, before end, begins with the label that follows this one. */
bool marker_has_successor(const Draft *draft, size_t line, size_t end, const Marker *marker);

/* Closes what a paragraph without a marker at that indent does not belong to. true: it belongs to an item. */
bool lists_keep(Lists *lists, Draft *draft, size_t indent);

void lists_close(Lists *lists, Draft *draft);

#endif
