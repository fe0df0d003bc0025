/* write/grid.h: which columns of a table's rows are taken by cells from above. */
#ifndef ODT_WRITE_GRID_H
#define ODT_WRITE_GRID_H

#include <letterpress/plugin.h>

typedef struct Grid {
  LpWriting *writing;
  int32_t *left; /* by column: rows that a cell from above still reaches into */
  size_t capacity;
  size_t columns; /* the most that a row has come to */
  size_t most;    /* that it may come to */
  size_t column;  /* of the next cell */
} Grid;

void grid_begin(Grid *grid, LpWriting *writing, size_t most);

/* Begins a row. */
void grid_begin_row(Grid *grid);

/* Passes over the columns that are taken; returns their number. */
size_t grid_skip_taken(Grid *grid);

/* Places a cell; returns the columns that it gets, at least 1 unless the table is full. */
size_t grid_place(Grid *grid, size_t columns, int32_t rows);

/* No cell reaches beyond here. */
void grid_end_group(Grid *grid);

#endif
