#include "config.h"

#include "read/properties.h"

#include "read/values.h"

#include <glib.h>
#include <string.h>

/* Takes a member of over where its bit is set there. */
#define TAKE(bit, member)                                                                                    \
  if (over->set & (bit))                                                                                     \
  base.member = over->member

DocxRun docx_run_over(DocxRun base, const DocxRun *over) {
  base.on = (base.on & ~(over->set & DOCX_FLAGS)) | (over->on & over->set & DOCX_FLAGS);
  TAKE(DOCX_FAMILY, family);
  TAKE(DOCX_SIZE, half_points);
  TAKE(DOCX_COLOUR, colour);
  TAKE(DOCX_HIGHLIGHT, highlight);
  TAKE(DOCX_GROUND, ground);
  TAKE(DOCX_LANGUAGE, language);
  TAKE(DOCX_LANGUAGE_COMPLEX, language_complex);
  TAKE(DOCX_LANGUAGE_EAST_ASIAN, language_east_asian);
  TAKE(DOCX_UNDERLINE, underline);
  TAKE(DOCX_POSITION, position);
  TAKE(DOCX_TRACKING, tracking_emu);
  TAKE(DOCX_RUN_STYLE, style);
  base.set |= over->set;
  return base;
}

DocxParagraphProperties docx_paragraph_over(DocxParagraphProperties base,
                                            const DocxParagraphProperties *over) {
  base.on = (base.on & ~(over->set & DOCX_PARAGRAPH_FLAGS)) | (over->on & over->set & DOCX_PARAGRAPH_FLAGS);
  TAKE(DOCX_ALIGN, align);
  TAKE(DOCX_START, start_emu);
  TAKE(DOCX_END, end_emu);
  TAKE(DOCX_FIRST, first_emu);
  TAKE(DOCX_BEFORE, before_emu);
  TAKE(DOCX_AFTER, after_emu);
  TAKE(DOCX_LEADING, leading_emu);
  TAKE(DOCX_OUTLINE, outline);
  TAKE(DOCX_NUMBER, number);
  TAKE(DOCX_NUMBER_LEVEL, number_level);
  TAKE(DOCX_FILL, fill);
  TAKE(DOCX_TABS, tabs);
  TAKE(DOCX_PARAGRAPH_STYLE, style);
  for (int side = 0; side < DOCX_SIDES; side++) {
    TAKE((uint32_t)DOCX_BORDER_TOP << side, border_emu[side]);
    TAKE((uint32_t)DOCX_BORDER_TOP << side, border_colour[side]);
  }
  base.set |= over->set;
  return base;
}

void docx_border(const LpXmlElement *element, int32_t *width_emu, int32_t *colour) {
  const char *kind = docx_value(element, "val");
  int32_t eighths = docx_integer(element, "sz", 0, 96 * 8, 4);
  bool is_none = !kind || strcmp(kind, "nil") == 0 || strcmp(kind, "none") == 0;
  *width_emu = is_none ? 0 : MAX(eighths, 1) * LP_EMU_PER_POINT / 8;
  *colour = docx_colour(element, "color");
}

int docx_side(const char *name) {
  static const struct {
    const char *name;
    int side;
  } sides[] = {{"top", DOCX_TOP},    {"bottom", DOCX_BOTTOM}, {"left", DOCX_LEFT},
               {"start", DOCX_LEFT}, {"right", DOCX_RIGHT},   {"end", DOCX_RIGHT}};
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
    if (strcmp(name, sides[i].name) == 0)
      return sides[i].side;
  return -1;
}
