/* letterhead/emblem.h: the emblem as filled outlines, where its SVG is simple enough. */
#ifndef LETTERPRESS_LETTERHEAD_EMBLEM_H
#define LETTERPRESS_LETTERHEAD_EMBLEM_H

#include "letterhead/definition.h"

/* A path in a box of 1000000 units a side; steps and coordinates as lp_letterhead_emblem_path gives them. */
typedef struct LpOutlinePath {
  int32_t fill;
  size_t first_step, step_count;
  size_t first_coordinate;
} LpOutlinePath;

typedef struct LpOutline {
  const LpOutlinePath *paths; /* path_count of them; none: the emblem is no such drawing */
  size_t path_count;
  const uint8_t *steps;
  const int32_t *coordinates;
} LpOutline;

/* Makes the outline of n bytes of SVG: <path> elements with M, L, H, V, C and Z, a plain fill and a
   transform; anything else that would draw gives no outline. It lives as long as the document. */
LpOutline *lp_emblem_outline(LpDocument *document, const uint8_t *svg, size_t n);

#endif
