/* letterhead/emblem_path.h: SVG's numbers, transforms and path data (SVG 2, 8.5 and 9.3). */
#ifndef LETTERPRESS_LETTERHEAD_EMBLEM_PATH_H
#define LETTERPRESS_LETTERHEAD_EMBLEM_PATH_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* x' = a x + c y + e; y' = b x + d y + f */
typedef struct LpMatrix {
  double a, b, c, d, e, f;
} LpMatrix;

/* Draws into steps and coordinates. */
typedef struct LpPen {
  LpMatrix matrix;
  GArray *steps;       /* of uint8_t, an LpPathStep each */
  GArray *coordinates; /* of int32_t */
  double x, y;         /* the current point, before the matrix */
  double start_x, start_y;
} LpPen;

/* First inner, then outer. */
LpMatrix lp_matrix_after(const LpMatrix *inner, const LpMatrix *outer);

/* The next decimal number before end, past white space and a comma; false: there is none. */
bool lp_number_next(const char **at, const char *end, double *number);

/* A list of translate, scale, rotate and matrix. false: another transform, or malformed. */
bool lp_transform_parse(const char *text, size_t n, LpMatrix *matrix);

/* Draws path data of n bytes. false: another command, malformed, or too long. */
bool lp_pen_draw(LpPen *pen, const char *data, size_t n);

#endif
