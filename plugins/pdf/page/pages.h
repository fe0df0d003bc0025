#ifndef LP_PDF_PAGE_PAGES_H
#define LP_PDF_PAGE_PAGES_H

/* The pages' column becomes pages.
 *
 * Of a short document all pages are decided before the first is handed on, so that each knows how many there
 * are. Once the column holds more than PAGES_HELD pages they are handed on as they are decided and freed, and
 * their total is not known until the end: memory does not grow with the text. */

#include "page/boxes.h"
#include "page/layout.h"

/* What pages of one size have in common: the letterhead's place and the text's. x from the left edge, y from
 * the top edge. */
typedef struct PageFormat {
  int32_t width_emu, height_emu;
  int32_t left_emu, measure_emu;  /* of the text */
  int32_t first_top_emu, top_emu; /* of the text on page 1 and on those that follow */
  int32_t bottom_emu;             /* of the text */
} PageFormat;

/* A page that is decided; valid during the call. */
typedef struct Page {
  const PageFormat *format;
  size_t format_index;
  unsigned number; /* from 1 */
  unsigned total;  /* 0: not known yet */
  const ColumnSlice *slices;
  size_t count;
} Page;

enum { PAGES_HELD = 16 };

typedef struct Pages {
  Layout *layout;
  Column *column;
  const GArray *formats; /* PageFormat; a slice's section is its index */
  unsigned count;        /* of pages handed on */
  unsigned total;        /* of all pages; 0: not known yet */
  bool is_streaming;
  bool is_over; /* the limit: what is still set is dropped */
  void (*draw)(void *state, const Page *page);
  void *state;
} Pages;

/* Hands on the pages that are decided. is_all: nothing follows; then all of them, and at least one. Stops at
 * the limit of pages, which is reported. */
void pages_hand_on(Pages *pages, bool is_all);

#endif
