#include "config.h"

#include "page/set_text.h"

#include <string.h>

enum { LEAST_GAP = 12 * LP_EMU_PER_POINT, LINE = 11 * LP_EMU_PER_POINT };

static const ParagraphAlign sides[FOOTER_SLOTS] = {PARAGRAPH_ALIGN_START, PARAGRAPH_ALIGN_CENTRE,
                                                   PARAGRAPH_ALIGN_END};

static RoleLook look_of_slot(Layout *layout, FooterSlot slot) {
  return role_look(layout, slot == FOOTER_CENTRE ? LP_ROLE_CLASSIFICATION : LP_ROLE_FOOTER, NULL, 0);
}

/* The pattern with its placeholders filled in. To be freed. */
static char *fill_in(const char *pattern, unsigned page, unsigned total) {
  GString *text = g_string_new(pattern);
  char number[16];
  g_snprintf(number, sizeof number, "%u", page);
  g_string_replace(text, "{page}", number, 0);
  g_snprintf(number, sizeof number, "%u", total);
  g_string_replace(text, "{pages}", number, 0);
  return g_string_free(text, FALSE);
}

SetText footer_text(Layout *layout, const PageFormat *format, const Footer *footer, FooterSlot slot,
                    unsigned page, unsigned total) {
  const Strip strip = {format->left_emu, format->measure_emu, sides[slot]};
  const RoleLook look = look_of_slot(layout, slot);
  char *text = fill_in(footer->patterns[slot], page, total);
  const SetText set = set_text(layout, text, &look, &strip, footer->baselines_emu[slot], NULL);
  g_free(text);
  return set;
}

/* Start and end share the line, the centre between them, as long as they leave it room; what has none goes to
 * the next line. */
static void place_slots(Layout *layout, const PageFormat *format, Footer *footer) {
  int32_t widths[FOOTER_SLOTS];
  for (int slot = 0; slot < FOOTER_SLOTS; slot++) {
    const RoleLook look = look_of_slot(layout, (FooterSlot)slot);
    char *widest = footer->patterns[slot] == NULL ? NULL : fill_in(footer->patterns[slot], 888, 888);
    widths[slot] = text_width(layout, widest, &look);
    g_free(widest);
  }
  int lines[FOOTER_SLOTS] = {0}, next = 1;
  const int32_t sides_need = MAX(widths[FOOTER_START], widths[FOOTER_END]);
  if (widths[FOOTER_START] > 0 && widths[FOOTER_START] + LEAST_GAP + widths[FOOTER_END] > format->measure_emu)
    lines[FOOTER_END] = next++;
  if (widths[FOOTER_CENTRE] > 0 && sides_need > 0 &&
      2 * (sides_need + LEAST_GAP) + widths[FOOTER_CENTRE] > format->measure_emu)
    lines[FOOTER_CENTRE] = next++;
  const int32_t baseline =
      format->height_emu - lp_letterhead_integer(layout->letterhead, LP_LETTERHEAD_FOOTER_BASELINE);
  for (int slot = 0; slot < FOOTER_SLOTS; slot++)
    footer->baselines_emu[slot] = baseline + lines[slot] * LINE;
}

Footer *footer_new(Layout *layout, const PageFormat *format) {
  Footer *footer = g_new0(Footer, 1);
  const LpLetterhead *letterhead = layout->letterhead;
  footer->patterns[FOOTER_START] = lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_START);
  footer->patterns[FOOTER_CENTRE] = lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_CENTRE);
  footer->patterns[FOOTER_END] = lp_letterhead_string(letterhead, LP_LETTERHEAD_FOOTER_END);
  place_slots(layout, format, footer);
  for (int slot = 0; slot < FOOTER_SLOTS; slot++) {
    const char *pattern = footer->patterns[slot];
    if (pattern == NULL || strstr(pattern, "{page") != NULL)
      continue;
    footer->fixed[slot] = footer_text(layout, format, footer, (FooterSlot)slot, 0, 0);
  }
  const int32_t thickness = LP_EMU_PER_POINT / 2;
  footer->rule = (Rule){
      format->left_emu,
      format->height_emu - lp_letterhead_integer(letterhead, LP_LETTERHEAD_FOOTER_BASELINE) -
          lp_letterhead_integer(letterhead, LP_LETTERHEAD_FOOTER_RULE_ABOVE),
      format->measure_emu, thickness, (uint32_t)lp_letterhead_colour(letterhead, LP_COLOUR_HAIRLINE, false)};
  return footer;
}

void footer_free(Footer *footer) {
  if (footer == NULL)
    return;
  for (int slot = 0; slot < FOOTER_SLOTS; slot++)
    set_text_clear(&footer->fixed[slot]);
  g_free(footer);
}
