/* Cells that span rows. */
#include "config.h"

#include "grid.h"

#include <string.h>

void grid_begin(Grid *grid, LpWriting *writing, size_t most) {
  *grid = (Grid){.writing = writing, .most = most};
}

void grid_begin_row(Grid *grid) {
  grid->column = 0;
}

size_t grid_skip_taken(Grid *grid) {
  size_t before = grid->column;
  while (grid->column < grid->columns && grid->left[grid->column] > 0)
    grid->left[grid->column++]--;
  return grid->column - before;
}

static void reserve(Grid *grid, size_t columns) {
  if (columns <= grid->capacity)
    return;
  size_t capacity = columns > grid->capacity * 2 ? columns : grid->capacity * 2;
  int32_t *left = lp_writing_allocate(grid->writing, capacity * sizeof *left);
  if (grid->columns)
    memcpy(left, grid->left, grid->columns * sizeof *left);
  grid->left = left;
  grid->capacity = capacity;
}

size_t grid_place(Grid *grid, size_t columns, int32_t rows) {
  if (columns < 1)
    columns = 1;
  if (columns > grid->most - grid->column)
    columns = grid->most - grid->column;
  reserve(grid, grid->column + columns);
  size_t placed = 0;
  /* It ends where a cell from above stands. */
  while (placed < columns && (grid->column >= grid->columns || grid->left[grid->column] == 0)) {
    grid->left[grid->column++] = rows > 1 ? rows - 1 : 0;
    if (grid->column > grid->columns)
      grid->columns = grid->column;
    placed++;
  }
  return placed;
}

void grid_end_group(Grid *grid) {
  if (grid->columns)
    memset(grid->left, 0, grid->columns * sizeof *grid->left);
}
