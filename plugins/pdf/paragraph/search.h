/* The search for the best lines: over all candidates in order, the best way to each of its kind lives on. */
#ifndef PDF_PARAGRAPH_SEARCH_H
#define PDF_PARAGRAPH_SEARCH_H

#include "paragraph/setting.h"

#include <glib.h>

/* A way to come to a candidate: the best of its kind. */
typedef struct Node {
  uint32_t candidate, lines;
  int32_t before; /* the node at which its last line begins; -1: the start of the text */
  uint8_t fitness, ladder;
  double total;
} Node;

typedef struct Search {
  Setting *setting;
  const Candidate *candidates;
  uint32_t count;
  GArray *nodes;
  GArray *active; /* of int32_t: nodes from which a line may still end further on, by place */
  double measure, measure_first;
  double most; /* ratio that a gap may be stretched to in this pass */
  bool justified, first_of_text;
  bool counts_lines; /* ways of different numbers of lines are kept apart */
} Search;

/* Ratios that gaps may be stretched to: usually; where there is no other way. */
static const double RATIO_USUAL = 1.2, RATIO_ANY = 1e9;

static inline const Node *search_node(const Search *search, int32_t index) {
  return &g_array_index(search->nodes, Node, index);
}

/* Searches the candidates; the best node that ends the text, or -1 when there is none within the bounds of
 * this pass. Where it counts lines, the one that comes nearest to the shape's looseness. */
int32_t search_run(Search *search, double most);

#endif
