#include "config.h"

#include "paragraph/line.h"

#include "paragraph/candidates.h"
#include "paragraph/cut.h"
#include "paragraph/itemise.h"
#include "paragraph/shape.h"

#include <glib.h>

/* ---- Cutting ---- */

static uint32_t first_item(const Setting *setting, uint32_t character) {
  const Item *item = item_of(setting, character);
  return item ? (uint32_t)(item - setting->items) : setting->item_count;
}

static int64_t advance_of(const Slice *slice) {
  int64_t width = 0;
  for (uint32_t i = 0; i < slice->glyph_count; i++)
    width += slice->glyphs[i].advance_emu;
  return width;
}

/* A soft hyphen where the line ends gives way to the hyphen that is drawn for it. */
static uint32_t content_end(const Setting *setting, const Choice *choice) {
  uint32_t end = choice->end;
  if (choice->added_hyphen && end > choice->start && setting->characters[end - 1] == 0xad)
    end--;
  return end;
}

static void cut_slices(Setting *setting, Line *line) {
  uint32_t start = line->choice.start, end = content_end(setting, &line->choice);
  uint32_t first = first_item(setting, start), last = first;
  while (last < setting->item_count && setting->items[last].start < end)
    last++;
  line->slices = store_take(setting->store, (size_t)(last - first) + 1, sizeof *line->slices);
  for (uint32_t k = first; k < last; k++) {
    const Item *item = &setting->items[k];
    Slice *slice = &line->slices[line->slice_count++];
    slice->item = item;
    slice->start = MAX(item->start, start);
    slice->end = MIN(item->end, end);
    slice->glyphs = cut_glyphs(setting, item, slice->start, slice->end, &slice->glyph_count);
    slice->xs = store_take(setting->store, (size_t)slice->glyph_count + 1, sizeof *slice->xs);
    slice->width_emu = item->kind == ITEM_TEXT ? advance_of(slice) : setting->widths[slice->start];
  }
}

/* ---- Tabs ---- */

static int64_t width_after(const Line *line, uint32_t index) {
  int64_t width = 0;
  for (uint32_t k = index + 1; k < line->slice_count && line->slices[k].item->kind != ITEM_TAB; k++)
    width += line->slices[k].width_emu;
  return width;
}

static void set_tabs(Setting *setting, Line *line, bool first) {
  const ParagraphShape *shape = setting->shape;
  int64_t position = (int64_t)shape->indent_start_emu + (first ? shape->indent_first_emu : 0);
  position -= hang_start_emu(setting, line->choice.start);
  for (uint32_t k = 0; k < line->slice_count; k++) {
    Slice *slice = &line->slices[k];
    if (slice->item->kind == ITEM_TAB) {
      int64_t before_point = 0;
      width_to_tab(setting, slice->end, line->choice.end, &before_point);
      TabGap gap = tab_gap(shape, position, width_after(line, k), before_point);
      slice->width_emu = gap.width_emu;
      slice->leader = gap.leader;
      line->first_scaled = k + 1;
    }
    position += slice->width_emu;
  }
}

/* ---- Order ---- */

/* UAX 9, L2: from the highest level down, every stretch of at least that level is turned round. */
static uint32_t *visual_order(Setting *setting, const Line *line) {
  uint32_t *order = store_take(setting->store, (size_t)line->slice_count + 1, sizeof *order);
  uint8_t highest = 0, lowest_odd = 255;
  for (uint32_t k = 0; k < line->slice_count; k++) {
    uint8_t level = line->slices[k].item->level;
    order[k] = k;
    highest = MAX(highest, level);
    if (level & 1)
      lowest_odd = MIN(lowest_odd, level);
  }
  for (uint8_t level = highest; level > 0 && level >= lowest_odd; level--) {
    for (uint32_t i = 0; i < line->slice_count; i++) {
      if (line->slices[order[i]].item->level < level)
        continue;
      uint32_t end = i;
      while (end < line->slice_count && line->slices[order[end]].item->level >= level)
        end++;
      for (uint32_t a = i, b = end - 1; a < b; a++, b--) {
        uint32_t swap = order[a];
        order[a] = order[b];
        order[b] = swap;
      }
      i = end;
    }
  }
  return order;
}

/* ---- Places ---- */

static int32_t to_emu(double emu) {
  return (int32_t)(CLAMP(emu, INT32_MIN / 2, INT32_MAX / 2) + (emu < 0 ? -0.5 : 0.5));
}

/* What stands after a cluster: the gaps of its characters, its tracking. The line's last character has
 * neither. */
static double space_after(const Setting *setting, uint32_t start, uint32_t end, uint32_t line_end,
                          LineFit fit) {
  int64_t give = 0;
  for (uint32_t i = start; i < end && i + 1 < line_end; i++)
    give += setting->gives[i];
  double space = (double)give * fit.ratio;
  if (fit.track != 0 && end < line_end)
    space += setting->tracks[start] * fit.track;
  return space * fit.scale;
}

/* The character after the cluster whose last glyph, seen from the left, is number i. */
static uint32_t cluster_limit(const Slice *slice, uint32_t i) {
  uint32_t character = slice->glyphs[i].character;
  if (!(slice->item->level & 1))
    return i + 1 < slice->glyph_count ? slice->glyphs[i + 1].character : slice->end;
  while (i > 0 && slice->glyphs[i].character == character)
    i--;
  return slice->glyphs[i].character != character ? slice->glyphs[i].character : slice->end;
}

/* Places a slice's glyphs from x on; returns where it ends. */
static double place_glyphs(const Setting *setting, Slice *slice, double x, LineFit fit, uint32_t line_end) {
  uint32_t count = slice->glyph_count;
  bool spaced = fit.ratio != 0 || fit.track != 0;
  for (uint32_t i = 0; i < count; i++) {
    const Glyph *glyph = &slice->glyphs[i];
    slice->xs[i] = to_emu(x + glyph->dx_emu * fit.scale);
    x += glyph->advance_emu * fit.scale;
    if (spaced && (i + 1 == count || glyph[1].character != glyph->character))
      x += space_after(setting, glyph->character, cluster_limit(slice, i), line_end, fit);
  }
  return x;
}

static double place_slices(Setting *setting, Line *line, double x, LineFit fit) {
  const uint32_t *order = setting->levels ? visual_order(setting, line) : NULL;
  uint32_t end = line->choice.end;
  for (uint32_t k = 0; k < line->slice_count; k++) {
    uint32_t index = order ? order[k] : k;
    Slice *slice = &line->slices[index];
    slice->left_emu = to_emu(x);
    if (slice->item->kind == ITEM_TEXT)
      x = place_glyphs(setting, slice, x, index < line->first_scaled ? (LineFit){.scale = 1} : fit, end);
    else
      x += (double)slice->width_emu;
    slice->right_emu = to_emu(x);
  }
  return x;
}

/* ---- The line ---- */

/* What can be scaled, tracked and stretched; the width of all that cannot. */
static LineRoom find_room(const Setting *setting, const Line *line, double *fixed) {
  LineRoom room = {0};
  uint32_t end = line->choice.end;
  *fixed = 0;
  for (uint32_t k = 0; k < line->slice_count; k++) {
    const Slice *slice = &line->slices[k];
    if (k < line->first_scaled || slice->item->kind == ITEM_OBJECT) {
      *fixed += (double)slice->width_emu;
      continue;
    }
    room.natural_emu += (double)slice->width_emu;
    for (uint32_t i = 0; i < slice->glyph_count; i++) {
      uint32_t character = slice->glyphs[i].character;
      if ((i == 0 || slice->glyphs[i - 1].character != character) && character + 1 < end)
        room.track_emu += setting->tracks[character];
    }
  }
  for (uint32_t i = line->choice.start; i + 1 < end; i++)
    room.give_emu += setting->gives[i];
  return room;
}

static int32_t hyphen_width(const Line *line) {
  const Item *item = line->slice_count ? line->slices[line->slice_count - 1].item : NULL;
  if (!line->choice.added_hyphen || !item || !item->face)
    return 0;
  return item_length(item, hb_font_get_glyph_h_advance(item->face->shaper, item->face->hyphen));
}

/* Lines that end a text are set at their natural width; so are ragged ones. */
static LineFit choose_fit(const Setting *setting, const Line *line, LineRoom room, double measure) {
  bool justified = setting->shape->align == PARAGRAPH_ALIGN_JUSTIFY;
  if (!justified || (line->choice.last && room.natural_emu <= measure))
    return (LineFit){.scale = 1};
  LineFit fit = fit_line(room, measure);
  if (room.give_emu <= 0) { /* a lone word is left as it is, unless it is too long */
    fit.ratio = 0;
    if (room.natural_emu <= measure)
      fit = (LineFit){.scale = 1};
  }
  /* The widths that chose the line were shares; what they missed by is little. */
  fit.ratio = CLAMP(fit.ratio, -0.5, 100);
  return fit;
}

static double set_width(LineRoom room, LineFit fit) {
  return (room.natural_emu + room.give_emu * fit.ratio + room.track_emu * fit.track) * fit.scale;
}

/* The left edge of content of this width in the line's box; hanging marks stand outside. */
static double left_edge(const Setting *setting, double width, double hang_start, double hang_end,
                        bool first) {
  const ParagraphShape *shape = setting->shape;
  double start = (double)shape->indent_start_emu + (first ? shape->indent_first_emu : 0);
  double end = shape->indent_end_emu;
  double box = shape->measure_emu == INT32_MAX ? width + start + end : shape->measure_emu;
  double left = setting->right_to_left ? end : start, right = box - (setting->right_to_left ? start : end);
  double slack = right - left - width + hang_start + hang_end;
  bool at_left = !setting->right_to_left;
  switch (shape->align) {
  case PARAGRAPH_ALIGN_CENTRE: return left + slack / 2;
  case PARAGRAPH_ALIGN_END: at_left = !at_left; break;
  case PARAGRAPH_ALIGN_START:
  case PARAGRAPH_ALIGN_JUSTIFY: break;
  }
  double hang_left = setting->right_to_left ? hang_end : hang_start;
  return at_left ? left - hang_left : left - hang_left + slack;
}

Line set_line(Setting *setting, const Choice *choice, bool first) {
  Line line = {.choice = *choice};
  cut_slices(setting, &line);
  set_tabs(setting, &line, first);
  double hang_start = hang_start_emu(setting, choice->start);
  double hang_end = hang_end_emu(setting, choice->end, choice->added_hyphen);
  double hyphen = hyphen_width(&line);
  double fixed = 0;
  LineRoom room = find_room(setting, &line, &fixed);
  room.natural_emu += hyphen;
  double measure = (double)line_measure(setting->shape, first) + hang_start + hang_end;
  LineFit fit = choose_fit(setting, &line, room, measure - fixed);
  line.scale = fit.scale;
  double width = fixed + set_width(room, fit);
  line.overfull = width > measure + setting->shape->size_emu * 0.05;
  double left = left_edge(setting, width, hang_start, hang_end, first);
  bool right_to_left = setting->right_to_left;
  double end = place_slices(setting, &line, left + (right_to_left ? hyphen * fit.scale : 0), fit);
  line.left_emu = to_emu(left);
  line.hyphen_x_emu = to_emu(right_to_left ? left : end);
  line.right_emu = to_emu(end + (right_to_left ? 0 : hyphen * fit.scale));
  line.end_x_emu = right_to_left ? line.left_emu : line.right_emu;
  return line;
}

/* ---- Height ---- */

/* Beside a baseline a line of the paragraph's own text reaches so far, in sizes; leading minus these is what
 * others have. */
static const double DESCENT = 0.28, ASCENT = 0.74;

static void find_ink(const Slice *slice, int32_t *above, int32_t *below) {
  const Item *item = slice->item;
  for (uint32_t i = 0; i < slice->glyph_count; i++) {
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(item->face->shaper, slice->glyphs[i].id, &extents))
      continue;
    int32_t top = item_length(item, extents.y_bearing) + slice->glyphs[i].dy_emu;
    int32_t bottom = item_length(item, extents.y_bearing + extents.height) + slice->glyphs[i].dy_emu;
    *above = MAX(*above, top);
    *below = MAX(*below, -bottom);
  }
}

void find_excess(const Setting *setting, const Line *line, int32_t *above, int32_t *below) {
  const ParagraphShape *shape = setting->shape;
  *above = *below = 0;
  for (uint32_t k = 0; k < line->slice_count; k++) {
    const Slice *slice = &line->slices[k];
    int32_t up = 0, down = 0;
    if (slice->item->kind == ITEM_OBJECT && slice->item->object >= 0) {
      up = setting->text->objects[slice->item->object].ascent_emu;
      down = setting->text->objects[slice->item->object].descent_emu;
    } else if (slice->item->kind == ITEM_TEXT && slice->item->foreign) {
      find_ink(slice, &up, &down);
    }
    int32_t rise = item_span(setting, slice->item)->rise_emu;
    *above = MAX(*above, up + rise - (shape->leading_emu - to_emu(shape->size_emu * DESCENT)));
    *below = MAX(*below, down - rise - (shape->leading_emu - to_emu(shape->size_emu * ASCENT)));
  }
}
