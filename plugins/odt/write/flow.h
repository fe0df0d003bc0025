/* write/flow.h: what begins anew in a cell, a note, a frame, and goes on after it. */
#ifndef ODT_WRITE_FLOW_H
#define ODT_WRITE_FLOW_H

#include <letterpress/plugin.h>

enum { LIST_LEVELS = 10 };

/* One open list. */
typedef struct OpenList {
  const char *style;
  size_t depth; /* of the markup before it */
  int64_t next; /* number of its next item */
  bool fresh;   /* no item has been numbered since it was opened */
  bool in_item;
} OpenList;

typedef struct Flow {
  OpenList lists[LIST_LEVELS];
  size_t list_count;   /* may be beyond LIST_LEVELS: those are not remembered */
  const LpNode *block; /* the paragraph whose text is written */
  bool after_space;    /* a further space would be lost (ODF 1.3, 6.1.2) */
  bool plain;          /* within an element that takes no spans */
  int32_t width;       /* of the text, in EMU */
} Flow;

#endif
