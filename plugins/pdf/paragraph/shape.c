#include "config.h"

#include "paragraph/shape.h"

#include "paragraph/itemise.h"

#include <glib.h>
#include <string.h>

int32_t item_length(const Item *item, int32_t font_units) {
  int64_t product = (int64_t)font_units * item->size_emu;
  int64_t half = item->face->units / 2;
  return (int32_t)((product + (product < 0 ? -half : half)) / item->face->units);
}

/* ---- Filling the buffer ---- */

/* Capitals that the text has not: each keeps the number of the character that it stands for. */
static void add_capitals(hb_buffer_t *buffer, const Setting *setting, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++) {
    uint32_t c = setting->characters[i];
    if (c == 0xdf) { /* sharp s has two */
      hb_buffer_add(buffer, 'S', i);
      hb_buffer_add(buffer, 'S', i);
    } else {
      hb_buffer_add(buffer, g_unichar_toupper(c), i);
    }
  }
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

static void fill(hb_buffer_t *buffer, const Setting *setting, const Item *item, uint32_t start,
                 uint32_t end) {
  hb_buffer_clear_contents(buffer);
  unsigned flags = HB_BUFFER_FLAG_DEFAULT;
  if (start == 0)
    flags |= HB_BUFFER_FLAG_BOT;
  if (end == setting->count)
    flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, (hb_buffer_flags_t)flags);
  if (item->capitals)
    add_capitals(buffer, setting, start, end);
  else
    hb_buffer_add_utf32(buffer, setting->characters, (int)setting->count, start, (int)(end - start));
  hb_buffer_set_direction(buffer, item->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, item->script);
  hb_buffer_set_language(buffer,
                         item->language ? hb_language_from_string(item->language, -1) : HB_LANGUAGE_INVALID);
}

/* Letters that hang together are not tracked. */
static bool is_cursive(hb_script_t script) {
  switch (script) {
  case HB_SCRIPT_ARABIC:
  case HB_SCRIPT_SYRIAC:
  case HB_SCRIPT_MONGOLIAN:
  case HB_SCRIPT_NKO:
  case HB_SCRIPT_MANDAIC:
  case HB_SCRIPT_ADLAM:
  case HB_SCRIPT_DEVANAGARI:
  case HB_SCRIPT_BENGALI:
  case HB_SCRIPT_GURMUKHI: return true;
  default: return false;
  }
}

static int32_t tracking(const Setting *setting, const Item *item) {
  return is_cursive(item->script) ? 0 : item_span(setting, item)->tracking_emu;
}

static unsigned choose_features(const Setting *setting, const Item *item, hb_feature_t *features) {
  static const hb_tag_t LIGATURES[] = {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')};
  unsigned count = 0;
  if (item_span(setting, item)->letter_case == PARAGRAPH_CASE_SMALL_CAPS && item->face->small_caps)
    features[count++] =
        (hb_feature_t){HB_TAG('s', 'm', 'c', 'p'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  if (tracking(setting, item) == 0)
    return count;
  for (size_t i = 0; i < G_N_ELEMENTS(LIGATURES); i++)
    features[count++] = (hb_feature_t){LIGATURES[i], 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  return count;
}

/* ---- Reading it ---- */

/* A glyph that no font has is left white: standards forbid .notdef on a page, and the report names the
 * character. */
static void blank(const Setting *setting, const Item *item, Glyph *glyph) {
  glyph->id = item->face->space;
  if (g_unichar_iscntrl(setting->characters[glyph->character]))
    glyph->advance_emu = 0;
}

static void read_glyphs(const Setting *setting, const Item *item, Glyph *glyphs) {
  hb_buffer_t *buffer = setting->typesetter->buffer;
  unsigned count = 0;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
  for (unsigned i = 0; i < count; i++) {
    glyphs[i] = (Glyph){
        .id = infos[i].codepoint,
        .advance_emu = item_length(item, positions[i].x_advance),
        .dx_emu = item_length(item, positions[i].x_offset),
        .dy_emu = item_length(item, positions[i].y_offset),
        .character = infos[i].cluster & 0x7fffffffU,
        .is_unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0,
    };
    if (glyphs[i].id == 0)
      blank(setting, item, &glyphs[i]);
  }
}

/* Tracking stands behind every cluster: after its last glyph in the direction of the text. */
static void track(Glyph *glyphs, uint32_t count, int32_t extra, bool right_to_left) {
  for (uint32_t i = 0; i < count; i++) {
    bool ends = right_to_left ? i == 0 || glyphs[i - 1].character != glyphs[i].character
                              : i + 1 == count || glyphs[i + 1].character != glyphs[i].character;
    if (!ends)
      continue;
    glyphs[i].advance_emu += extra;
    if (right_to_left)
      glyphs[i].dx_emu += extra;
  }
}

static uint32_t run_shaper(Setting *setting, const Item *item, uint32_t start, uint32_t end) {
  hb_buffer_t *buffer = setting->typesetter->buffer;
  hb_feature_t features[4];
  fill(buffer, setting, item, start, end);
  hb_shape(item->face->shaper, buffer, features, choose_features(setting, item, features));
  return hb_buffer_get_length(buffer);
}

static void take_glyphs(Setting *setting, const Item *item, Glyph *glyphs, uint32_t count) {
  read_glyphs(setting, item, glyphs);
  int32_t extra = tracking(setting, item);
  if (extra)
    track(glyphs, count, extra, item->level & 1);
}

Glyph *shape_part(Setting *setting, const Item *item, uint32_t start, uint32_t end, uint32_t *count) {
  *count = 0;
  if (!item->face || item->kind != ITEM_TEXT)
    return NULL;
  *count = run_shaper(setting, item, start, end);
  Glyph *glyphs = store_take(setting->store, *count + 1, sizeof *glyphs);
  take_glyphs(setting, item, glyphs, *count);
  return glyphs;
}

static Glyph *make_room(Setting *setting, uint32_t wanted) {
  if (setting->glyph_room - setting->glyph_count < wanted) {
    uint32_t room = setting->glyph_count + wanted + setting->count / 4 + 16;
    Glyph *glyphs = store_take(setting->store, room, sizeof *glyphs);
    if (setting->glyph_count)
      memcpy(glyphs, setting->glyphs, setting->glyph_count * sizeof *glyphs);
    setting->glyphs = glyphs;
    setting->glyph_room = room;
  }
  return setting->glyphs + setting->glyph_count;
}

/* ---- Widths ---- */

/* A cluster's width, in even shares to its characters. */
static void share_out(Setting *setting, uint32_t start, uint32_t end, int64_t width) {
  uint32_t count = end - start;
  for (uint32_t i = start; i < end; i++)
    setting->widths[i] = (int32_t)(width / count);
  if (count)
    setting->widths[end - 1] += (int32_t)(width % count);
}

static void measure_item(Setting *setting, const Item *item) {
  bool backwards = item->level & 1;
  uint32_t count = item->glyph_end - item->glyph_start;
  const Glyph *glyphs = setting->glyphs + item->glyph_start;
  uint32_t start = item->start;
  int64_t width = 0;
  for (uint32_t k = 0; k < count; k++) {
    const Glyph *glyph = &glyphs[backwards ? count - 1 - k : k];
    if (glyph->character > start) {
      share_out(setting, start, glyph->character, width);
      start = glyph->character;
      width = 0;
    }
    width += glyph->advance_emu;
  }
  share_out(setting, start, item->end, width);
}

void shape_items(Setting *setting) {
  setting->widths = store_take(setting->store, (size_t)setting->count + 1, sizeof(int32_t));
  make_room(setting, setting->count);
  for (uint32_t i = 0; i < setting->item_count; i++) {
    Item *item = &setting->items[i];
    item->glyph_start = item->glyph_end = setting->glyph_count;
    if (item->kind == ITEM_OBJECT && item->object >= 0)
      setting->widths[item->start] = setting->text->objects[item->object].width_emu;
    if (item->kind != ITEM_TEXT || !item->face)
      continue;
    uint32_t count = run_shaper(setting, item, item->start, item->end);
    take_glyphs(setting, item, make_room(setting, count), count);
    setting->glyph_count += count;
    item->glyph_end = setting->glyph_count;
    measure_item(setting, item);
  }
}
