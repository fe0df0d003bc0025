/* Widths and flows. */
#include "config.h"

#include "state.h"

int32_t state_measure(const OdtWriter *writer) {
  const LpLetterhead *letterhead = writer->letterhead;
  return lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_WIDTH) -
         lp_letterhead_integer(letterhead, LP_LETTERHEAD_MARGIN_INNER) -
         lp_letterhead_integer(letterhead, LP_LETTERHEAD_MARGIN_OUTER);
}

Flow state_begin_flow(OdtWriter *writer, int32_t width_emu) {
  Flow outer = writer->flow;
  writer->flow = (Flow){.width = width_emu, .after_space = true};
  return outer;
}

void state_end_flow(OdtWriter *writer, Flow outer) {
  writer->flow = outer;
}
