#ifndef LP_PDF_PAGE_BOXES_H
#define LP_PDF_PAGE_BOXES_H

/* Boxes and columns: the vertical list.
 *
 * A box is a paragraph, a grid of cells or a rule. Set to a measure it falls into slices, from top to bottom:
 * what no page break divides. A column strings the slices of its boxes together; the page's column is cut
 * into pages (pages.h), a cell's column is the content of a cell. A grid knows its cells' columns and a
 * column its boxes only through BoxKind, so cells nest and no file knows a file that knows it. */

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* What a page break after a slice costs. Badness is a thousandth of the page's height left white: of two
 * breaks the one of the smaller sum is taken, so a page may stay up to half empty rather than break where
 * BREAK_KEEP stands, and a break of BREAK_NEVER is taken only where there is no other at all. */
enum {
  BREAK_FREE = 0,
  BREAK_HYPHEN = 60,  /* a word is divided between two pages */
  BREAK_IN_ROW = 120, /* a table's row is divided */
  BREAK_KEEP = 600,   /* within what is to stay together */
  BREAK_WIDOW = 3000, /* a single line of a paragraph on one of the pages */
  BREAK_NEVER = 30000 /* between what belongs together: a heading and its text */
};

typedef struct Slice {
  int32_t height_emu;
  int32_t repeat_emu; /* height of what stands above it once more when it begins a page: a table's head */
  int32_t lead_emu;   /* height of what of it lies above its top, beside what ends there: of cells' lines */
  int32_t cost;       /* of a page break after it */
} Slice;

typedef struct Box Box;

typedef struct BoxKind {
  /* The width of the widest part that cannot be broken, and that at which nothing needs to be broken. */
  void (*widths)(Box *box, int32_t *least_emu, int32_t *natural_emu);
  /* Lays the box out and fills in its slices. Called once. */
  void (*set)(Box *box, int32_t measure_emu);
  void (*free)(Box *box);
} BoxKind;

struct Box {
  const BoxKind *kind;
  int32_t before_emu, after_emu; /* between two boxes the larger counts */
  bool keeps_next;               /* no page break after it */
  uint8_t holds_lines;           /* so many slices of what follows stay on its page: 2 for a heading */
  bool begins_page;
  int32_t measure_emu; /* what it was set to */
  size_t slice_count;
  Slice *slices; /* owned */
};

void box_free(Box *box);

/* A slice in its column. */
typedef struct ColumnSlice {
  Box *box;
  uint32_t index;   /* in the box */
  int32_t left_emu; /* of the box, from the column's left edge */
  int32_t gap_emu;  /* above it; dropped at the top of a page */
  Slice slice;      /* its cost: with what the neighbours ask for */
  int64_t top_emu;  /* of the slice, from the column's top, gap included */
  bool begins_page;
  uint16_t section; /* of the page's column: index of the page's format */
} ColumnSlice;

typedef struct Column Column;

/* An empty column. keeps_edges: the space before the first box and after the last counts, as in a cell. */
Column *column_new(bool right_to_left, bool keeps_edges);

/* Frees the column and its boxes; NULL is allowed. */
void column_free(Column *column);

/* The measure of a column that is filled as it is set: each box added from now on is set at once. */
void column_set_measure(Column *column, int32_t measure_emu, uint16_t section);

/* The direction that a column was made with. */
bool column_is_right_to_left(const Column *column);

/* Adds a box, which becomes the column's, so far from the column's start and end edges. */
void column_add(Column *column, Box *box, int32_t start_emu, int32_t end_emu);

/* The next box begins a page. */
void column_break_page(Column *column);

/* Widths of a column that waits for its measure (BoxKind.widths). */
void column_widths(const Column *column, int32_t *least_emu, int32_t *natural_emu);

/* Sets a column that waited for its measure. */
void column_set(Column *column, int32_t measure_emu);

bool column_is_empty(const Column *column);

/* The slices, from top to bottom; valid until the next call that adds or drops. */
const ColumnSlice *column_slices(const Column *column, size_t *count);

/* The height of a column that is set, edges included. */
int64_t column_height(const Column *column);

/* Drops slices from the top, and frees boxes whose last slice is dropped. */
void column_drop(Column *column, size_t count);

#endif
