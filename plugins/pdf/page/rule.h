#ifndef LP_PDF_PAGE_RULE_H
#define LP_PDF_PAGE_RULE_H

/* A rule across a column as a box of one slice: above the notes, at a thematic break. */

#include "page/boxes.h"

typedef struct RuleBox {
  Box box;
  int32_t length_emu; /* at most the measure */
  int32_t thickness_emu;
  uint32_t colour; /* 0xRRGGBB */
  bool is_centred; /* else at the start */
  bool right_to_left;
} RuleBox;

RuleBox *rule_box_new(int32_t length_emu, int32_t thickness_emu, uint32_t colour);

bool box_is_rule(const Box *box);

#endif
