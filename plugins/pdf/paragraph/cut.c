#include "config.h"

#include "paragraph/cut.h"

#include "paragraph/shape.h"

/* The number of the item's glyphs whose characters come before `character`: glyphs in logical order. */
static uint32_t glyphs_before(const Setting *setting, const Item *item, uint32_t character) {
  const Glyph *glyphs = setting->glyphs + item->glyph_start;
  uint32_t count = item->glyph_end - item->glyph_start, low = 0, high = count;
  bool backwards = item->level & 1;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (glyphs[backwards ? count - 1 - middle : middle].character < character)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_safe(const Setting *setting, const Item *item, uint32_t at) {
  if (at <= item->start || at >= item->end)
    return true;
  if ((setting->marks[at] | setting->marks[at - 1]) & MARK_WHITE)
    return true;
  uint32_t count = item->glyph_end - item->glyph_start, index = glyphs_before(setting, item, at);
  if (index >= count)
    return false;
  const Glyph *glyph = setting->glyphs + item->glyph_start + (item->level & 1 ? count - 1 - index : index);
  return glyph->character == at && !glyph->is_unsafe;
}

static const Glyph *slice(const Setting *setting, const Item *item, uint32_t start, uint32_t end,
                          uint32_t *count) {
  uint32_t from = glyphs_before(setting, item, start), to = glyphs_before(setting, item, end);
  uint32_t all = item->glyph_end - item->glyph_start;
  *count = to - from;
  return setting->glyphs + item->glyph_start + (item->level & 1 ? all - to : from);
}

/* Up to three parts that follow each other logically. */
typedef struct Parts {
  const Glyph *glyphs[3];
  uint32_t counts[3];
} Parts;

static const Glyph *join(Setting *setting, const Item *item, const Parts *parts, uint32_t *count) {
  *count = parts->counts[0] + parts->counts[1] + parts->counts[2];
  Glyph *joined = store_take(setting->store, (size_t)*count + 1, sizeof *joined), *at = joined;
  for (int k = 0; k < 3; k++) {
    int part = item->level & 1 ? 2 - k : k;
    for (uint32_t i = 0; i < parts->counts[part]; i++)
      *at++ = parts->glyphs[part][i];
  }
  return joined;
}

const Glyph *cut_glyphs(Setting *setting, const Item *item, uint32_t start, uint32_t end, uint32_t *count) {
  if (!item->face || item->kind != ITEM_TEXT || start >= end) {
    *count = 0;
    return NULL;
  }
  uint32_t head = start, tail = end;
  if (!is_safe(setting, item, start))
    do {
      head++;
    } while (head < end && !is_safe(setting, item, head));
  if (!is_safe(setting, item, end))
    do {
      tail--;
    } while (tail > start && !is_safe(setting, item, tail));
  if (head == start && tail == end)
    return slice(setting, item, start, end, count);
  if (head >= tail)
    return shape_part(setting, item, start, end, count);
  Parts parts = {0};
  if (head > start)
    parts.glyphs[0] = shape_part(setting, item, start, head, &parts.counts[0]);
  parts.glyphs[1] = slice(setting, item, head, tail, &parts.counts[1]);
  if (tail < end)
    parts.glyphs[2] = shape_part(setting, item, tail, end, &parts.counts[2]);
  return join(setting, item, &parts, count);
}
