#include "config.h"

#include "page/set_text.h"

/* Grey that leaves text on it legible: contrast with the ink stays above 15. */
enum { MARK_COLOUR = 0xE4E7EA, TRIAL_SIZE = 100 * LP_EMU_PER_POINT, LARGEST = 160 * LP_EMU_PER_POINT };

SetText mark_text(Layout *layout, const char *mark, int32_t width) {
  RoleLook look = role_look(layout, LP_ROLE_NAME, NULL, TRIAL_SIZE);
  look.span.colour = MARK_COLOUR;
  look.span.weight = 700;
  look.span.letter_case = PARAGRAPH_CASE_CAPITALS;
  const int32_t natural = text_width(layout, mark, &look);
  if (natural <= 0)
    return (SetText){0};
  const int64_t size = MIN((int64_t)TRIAL_SIZE * width / natural * 95 / 100, LARGEST);
  const RoleLook scaled = role_look(layout, LP_ROLE_NAME, NULL, (int32_t)MAX(size, LP_EMU_PER_POINT));
  look.span.size_emu = scaled.span.size_emu;
  look.shape.size_emu = scaled.shape.size_emu;
  look.shape.leading_emu = scaled.shape.leading_emu;
  look.span.tracking_emu = scaled.span.tracking_emu;
  const Strip strip = {0, width, PARAGRAPH_ALIGN_CENTRE};
  return set_text(layout, mark, &look, &strip, look.span.size_emu / 3, NULL);
}
