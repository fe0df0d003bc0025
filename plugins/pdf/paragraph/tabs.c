#include "config.h"

#include "paragraph/tabs.h"

enum { EVERY_EMU = 36 * 12700 };

/* The first stop beyond `position`: the shape's, the hanging indent's, or the next of the even ones. */
static ParagraphTab next_stop(const ParagraphShape *shape, int64_t position) {
  ParagraphTab stop = {0, PARAGRAPH_TAB_START, PARAGRAPH_LEADER_NONE};
  int64_t hanging = shape->indent_first_emu < 0 ? shape->indent_start_emu : 0;
  for (size_t i = 0; i < shape->tab_count; i++) {
    if (shape->tabs[i].position_emu <= position)
      continue;
    if (hanging > position && hanging < shape->tabs[i].position_emu)
      break;
    return shape->tabs[i];
  }
  int64_t every = shape->tab_every_emu > 0 ? shape->tab_every_emu : EVERY_EMU;
  int64_t at = hanging > position ? hanging : (position / every + 1) * every;
  stop.position_emu = at > INT32_MAX ? INT32_MAX : (int32_t)at;
  return stop;
}

TabGap tab_gap(const ParagraphShape *shape, int64_t position, int64_t after, int64_t before_point) {
  ParagraphTab stop = next_stop(shape, position);
  int64_t edge = (int64_t)shape->measure_emu - shape->indent_end_emu;
  int64_t at = stop.kind != PARAGRAPH_TAB_START && stop.position_emu > edge ? edge : stop.position_emu;
  int64_t width = at - position;
  if (stop.kind == PARAGRAPH_TAB_END)
    width -= after;
  else if (stop.kind == PARAGRAPH_TAB_CENTRE)
    width -= after / 2;
  else if (stop.kind == PARAGRAPH_TAB_DECIMAL)
    width -= before_point;
  int64_t least = shape->size_emu / 4;
  return (TabGap){width > least ? width : least, stop.leader};
}

int64_t width_to_tab(const Setting *setting, uint32_t start, uint32_t end, int64_t *before_point) {
  int64_t width = 0;
  *before_point = -1;
  for (uint32_t i = start; i < end; i++) {
    uint32_t c = setting->characters[i];
    if (c == '\t' || setting->marks[i + 1] & MARK_FORCED)
      break;
    bool after_digit = i > start && setting->characters[i - 1] >= '0' && setting->characters[i - 1] <= '9';
    if ((c == '.' || c == ',') && after_digit && *before_point < 0)
      *before_point = width;
    width += setting->widths[i];
  }
  if (*before_point < 0)
    *before_point = width;
  return width;
}

void resolve_tabs(Setting *setting) {
  const ParagraphShape *shape = setting->shape;
  int64_t position = (int64_t)shape->indent_start_emu + shape->indent_first_emu;
  for (uint32_t i = 0; i < setting->count; i++) {
    if (setting->marks[i] & MARK_FORCED)
      position = shape->indent_start_emu;
    if (setting->characters[i] == '\t') {
      int64_t before_point = 0, after = width_to_tab(setting, i + 1, setting->count, &before_point);
      TabGap gap = tab_gap(shape, position, after, before_point);
      setting->widths[i] = gap.width_emu > INT32_MAX ? INT32_MAX : (int32_t)gap.width_emu;
      if (position < shape->indent_start_emu && !(setting->marks[i + 1] & MARK_FORCED))
        setting->marks[i + 1] &= (uint8_t)~MARK_BREAK; /* a label keeps its text */
    }
    position += setting->widths[i];
  }
}
