#ifndef LP_PDF_PAGE_GRID_H
#define LP_PDF_PAGE_GRID_H

/* Cells in rows and columns as a box: tables, bordered boxes, signatures side by side. A slice is a row, or
 * the part of a row between two heights at which a line of one of its cells ends. A line of another cell that
 * lies across that height belongs to the slice below, and to the next page if the page ends there: there the
 * slice keeps room for it above its top (lead_emu). */

#include "page/boxes.h"
#include "page/layout.h"

typedef enum CellAlign { CELL_TOP, CELL_MIDDLE, CELL_BOTTOM } CellAlign;

typedef struct Cell {
  Column *content;     /* owned */
  PdfElement *element; /* NULL: its content belongs to elements of its own */
  uint32_t row, column, row_span, column_span;
  CellAlign align;
  int32_t ground;        /* 0xRRGGBB, -1: none */
  int32_t border_emu[4]; /* top, bottom, start, end; 0: none */
  uint32_t border_colour;
  /* once set, from the grid's left and top edges */
  int32_t left_emu, width_emu; /* of the cell */
  int32_t content_left_emu, content_width_emu;
  int64_t top_emu, height_emu; /* of the cell */
  int64_t content_top_emu;
} Cell;

typedef struct GridRow {
  uint32_t first_cell, cell_count;
  int32_t ground;
  int64_t top_emu, height_emu; /* once set */
} GridRow;

typedef struct GridLook {
  int32_t gutter_emu;     /* white between columns */
  int32_t inset_emu;      /* white within a cell on all sides */
  int32_t above_emu;      /* white above each row's content: to sign */
  int32_t rule_gap_emu;   /* of it, below the rule of each cell */
  int32_t rule_outer_emu; /* above the first row and below the last; 0: none */
  int32_t rule_head_emu;  /* below the head */
  int32_t rule_row_emu;   /* between rows */
  uint32_t rule_colour;   /* of outer and head */
  uint32_t rule_row_colour;
  bool rules_each_cell; /* a rule above each cell's content, none below, none across the grid */
  bool has_sides;       /* outer rules left and right as well */
  bool keeps_rows;      /* rows are not divided */
  bool keeps_edges;     /* space before and after a cell's text counts in it */
} GridLook;

/* What a slice shows: the part of the rows first to last (both in) between two heights of the grid. */
typedef struct GridSlice {
  int64_t top_emu, bottom_emu;
  int32_t lead_emu;
  uint32_t first_row, last_row;
  bool ends_row;
} GridSlice;

typedef struct Grid {
  Box box;
  Layout *layout;
  GridLook look;
  bool right_to_left;
  uint32_t columns;
  uint32_t head_rows;  /* repeated on each page */
  int32_t *wanted_emu; /* widths, one a column, 0: by content; NULL: all by content; owned */
  int32_t total_emu;   /* wanted width of the whole; 0: the measure */
  int32_t width_emu;   /* once set: of the whole */
  GArray *rows;        /* GridRow */
  GArray *cells;       /* Cell, row by row */
  GArray *slices;      /* GridSlice, parallel to box.slices; NULL until set */
  size_t head_slices;  /* how many of them are the head */
} Grid;

Grid *grid_new(Layout *layout, const GridLook *look, bool right_to_left, uint32_t columns);

bool box_is_grid(const Box *box);

/* Begins a row. */
GridRow *grid_add_row(Grid *grid);

/* Adds a cell to the last row at a column; the pointer is good until the next cell is added. */
Cell *grid_add_cell(Grid *grid, uint32_t column, uint32_t column_span, uint32_t row_span);

static inline Cell *grid_cell(const Grid *grid, size_t index) {
  return &g_array_index(grid->cells, Cell, index);
}

static inline GridRow *grid_row(const Grid *grid, size_t index) {
  return &g_array_index(grid->rows, GridRow, index);
}

/* The row below the last that a cell stands in. */
static inline uint32_t cell_end(const Grid *grid, const Cell *cell) {
  const uint32_t rest = grid->rows->len - cell->row;
  return cell->row + MIN(cell->row_span, rest);
}

/* White that a cell's content keeps from its left and right edges: none where nothing is seen of them. */
int32_t cell_inset(const Grid *grid, const Cell *cell);

/* Sets the cells' columns and the rows' heights, and cuts the grid into slices, once the columns have their
 * widths (grid_rows.c). */
void grid_set_rows(Grid *grid);

#endif
