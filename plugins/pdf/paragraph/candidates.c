#include "config.h"

#include "paragraph/candidates.h"

#include "paragraph/hang.h"
#include "paragraph/hyphenate.h"
#include "paragraph/shape.h"

#include <glib.h>

enum {
  /* What a break costs beside the line that it makes, in the units of badness (fit.c). */
  PENALTY_HYPHEN = 10,
  PENALTY_TWO_LETTERS = 8, /* more, where only two letters stand before the hyphen */
  PENALTY_REAL_HYPHEN = 5,
  PENALTY_SLASH = 12,
  PENALTY_EMERGENCY = 4000,
  PENALTY_EMERGENCY_AT_MARK = 1500,
  TRACK_PER_THOUSAND = 4,
};

const Item *item_of(const Setting *setting, uint32_t character) {
  uint32_t low = 0, high = setting->item_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (setting->items[middle].end <= character)
      low = middle + 1;
    else
      high = middle;
  }
  return low < setting->item_count ? &setting->items[low] : NULL;
}

/* ---- Gaps ---- */

static bool is_ideographic(hb_script_t script) {
  return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA ||
         script == HB_SCRIPT_BOPOMOFO;
}

/* A gap gives half of this when it is stretched, a third when it is shrunk: a word space its width; where
 * words have no spaces, or every sign is a word, a little of the em. */
static int32_t give_of(const Setting *setting, const Item *item, uint32_t i) {
  uint32_t c = setting->characters[i];
  if (c == ' ' || c == 0xa0)
    return setting->widths[i];
  if (setting->marks[i] & MARK_WHITE || i + 1 >= item->end)
    return 0;
  if (setting->marks[i + 1] & MARK_WORD)
    return item->size_emu / 12;
  if (is_ideographic(item->script) && setting->marks[i + 1] & MARK_BREAK)
    return item->size_emu / 8;
  return 0;
}

/* Letters that stand apart can be tracked by 4 thousandths of the em before anybody sees it. */
static int32_t track_of(const Setting *setting, const Item *item, uint32_t i) {
  if (!(setting->marks[i] & MARK_CLUSTER) || setting->marks[i] & MARK_WHITE)
    return 0;
  switch (item->script) {
  case HB_SCRIPT_LATIN:
  case HB_SCRIPT_GREEK:
  case HB_SCRIPT_CYRILLIC: return (int32_t)((int64_t)item->size_emu * TRACK_PER_THOUSAND / 1000);
  default: return 0;
  }
}

void find_gives(Setting *setting) {
  setting->gives = store_take(setting->store, (size_t)setting->count + 1, sizeof(int32_t));
  setting->tracks = store_take(setting->store, (size_t)setting->count + 1, sizeof(int32_t));
  if (setting->shape->align != PARAGRAPH_ALIGN_JUSTIFY)
    return;
  uint32_t line_start = 0;
  for (uint32_t k = 0; k < setting->item_count; k++) {
    const Item *item = &setting->items[k];
    if (item->kind == ITEM_TAB) {
      for (uint32_t i = line_start; i < item->start; i++)
        setting->gives[i] = setting->tracks[i] = 0;
    }
    if (item->kind == ITEM_TAB || item->kind == ITEM_BREAK)
      line_start = item->end;
    if (item->kind != ITEM_TEXT)
      continue;
    for (uint32_t i = item->start; i < item->end; i++) {
      setting->gives[i] = give_of(setting, item, i);
      setting->tracks[i] = track_of(setting, item, i);
    }
  }
}

/* ---- Hanging ---- */

static bool runs_with_paragraph(const Setting *setting, const Item *item) {
  return item && item->kind == ITEM_TEXT && (item->level & 1) == (setting->right_to_left ? 1 : 0);
}

int32_t hang_end_emu(const Setting *setting, uint32_t end, bool added_hyphen) {
  if (setting->shape->align != PARAGRAPH_ALIGN_JUSTIFY || end == 0)
    return 0;
  if (!added_hyphen && hang_at_end(setting->characters[end - 1]) == 0)
    return 0;
  const Item *item = item_of(setting, end - 1);
  if (!runs_with_paragraph(setting, item))
    return 0;
  if (added_hyphen)
    return item->face
               ? item_length(item, hb_font_get_glyph_h_advance(item->face->shaper, item->face->hyphen)) *
                     hang_at_end('-') / 1000
               : 0;
  return (int32_t)((int64_t)setting->widths[end - 1] * hang_at_end(setting->characters[end - 1]) / 1000);
}

int32_t hang_start_emu(const Setting *setting, uint32_t start) {
  if (setting->shape->align != PARAGRAPH_ALIGN_JUSTIFY || start >= setting->count)
    return 0;
  int32_t share = hang_at_start(setting->characters[start]);
  if (share == 0 || !runs_with_paragraph(setting, item_of(setting, start)))
    return 0;
  return (int32_t)((int64_t)setting->widths[start] * share / 1000);
}

/* ---- Candidates ---- */

static int32_t hyphen_width(const Setting *setting, uint32_t at) {
  const Item *item = item_of(setting, at - 1);
  if (!item || !item->face)
    return 0;
  return item_length(item, hb_font_get_glyph_h_advance(item->face->shaper, item->face->hyphen));
}

static bool is_hyphen(uint32_t c) {
  return c == '-' || c == 0x2010;
}

static int32_t penalty_of(const Setting *setting, uint32_t next, uint32_t end, uint8_t marks) {
  if (marks & MARK_FORCED)
    return 0;
  if (marks & MARK_EMERGENCY && !(marks & (MARK_BREAK | MARK_HYPHEN)))
    return PENALTY_EMERGENCY;
  if (!(marks & MARK_BREAK)) {
    bool two = next < 3 || !g_unichar_isalpha(setting->characters[next - 3]);
    return PENALTY_HYPHEN + (two ? PENALTY_TWO_LETTERS : 0);
  }
  if (end < next || end == 0)
    return 0;
  uint32_t before = setting->characters[end - 1];
  return is_hyphen(before) ? PENALTY_REAL_HYPHEN : before == '/' || before == '.' ? PENALTY_SLASH : 0;
}

static Candidate make_candidate(const Setting *setting, uint32_t next, uint32_t end) {
  uint8_t marks = setting->marks[next];
  bool added = !(marks & (MARK_BREAK | MARK_FORCED)) && marks & MARK_HYPHEN;
  bool real = end > 0 && is_hyphen(setting->characters[end - 1]);
  return (Candidate){.end = end,
                     .next = next,
                     .hyphen_emu = added ? hyphen_width(setting, next) : 0,
                     .hang_end_emu = hang_end_emu(setting, end, added),
                     .hang_next_emu = hang_start_emu(setting, next),
                     .penalty = penalty_of(setting, next, end, marks),
                     .hyphenated = added || real,
                     .forced = (marks & MARK_FORCED) != 0};
}

static uint32_t count_marks(const Setting *setting, uint32_t start, uint32_t end) {
  uint32_t count = 1;
  for (uint32_t i = start + 1; i < end; i++)
    count += (setting->marks[i] & (MARK_BREAK | MARK_HYPHEN | MARK_EMERGENCY)) != 0;
  return count;
}

/* The sums up to the last character that is not white, which are those of a line that ends here. */
typedef struct Sums {
  int64_t width, give, track;                   /* of all characters so far */
  int64_t width_inked, give_inked, track_inked; /* to the last inked one; its own gap does not count */
  uint32_t inked;                               /* the character after it */
} Sums;

static void add_character(const Setting *setting, Sums *sums, uint32_t i) {
  if (!(setting->marks[i] & MARK_WHITE)) {
    sums->inked = i + 1;
    sums->width_inked = sums->width + setting->widths[i];
    sums->give_inked = sums->give;
    sums->track_inked = sums->track;
  }
  sums->width += setting->widths[i];
  sums->give += setting->gives[i];
  sums->track += setting->tracks[i];
}

Candidate *list_candidates(Setting *setting, uint32_t start, uint32_t end, uint32_t *count) {
  Candidate *list = store_take(setting->store, (size_t)count_marks(setting, start, end) + 1, sizeof *list);
  Sums sums = {.inked = start};
  *count = 0;
  list[(*count)++] =
      (Candidate){.end = start, .next = start, .hang_next_emu = hang_start_emu(setting, start)};
  for (uint32_t i = start; i < end; i++) {
    add_character(setting, &sums, i);
    bool last = i + 1 == end;
    if (!last && !(setting->marks[i + 1] & (MARK_BREAK | MARK_HYPHEN | MARK_EMERGENCY)))
      continue;
    const Candidate *before = &list[*count - 1];
    /* Places that no width separates are one: a hostile text of empty ones stays linear. */
    if (!last && *count > 1 && before->width_next == sums.width && before->end == sums.inked)
      continue;
    Candidate made = make_candidate(setting, i + 1, sums.inked);
    made.width_end = sums.width_inked;
    made.give_end = sums.give_inked;
    made.width_next = sums.width;
    made.give_next = sums.give;
    made.track_end = sums.track_inked;
    made.track_next = sums.track;
    list[(*count)++] = made;
  }
  return list;
}

/* ---- Parts that no line can hold ---- */

typedef void (*WidePart)(Setting *setting, uint32_t start, uint32_t end);

/* Calls `found` for every part between two breaks that is wider than the measure; tells whether there was
 * one. */
static bool find_wide_parts(Setting *setting, int64_t measure, WidePart found) {
  bool any = false;
  uint32_t start = 0;
  int64_t width = 0, inked = 0;
  for (uint32_t i = 0; i < setting->count; i++) {
    width += setting->widths[i];
    if (!(setting->marks[i] & MARK_WHITE))
      inked = width;
    if (i + 1 < setting->count && !(setting->marks[i + 1] & (MARK_BREAK | MARK_HYPHEN)))
      continue;
    if (inked > measure) {
      any = true;
      if (found)
        found(setting, start, i + 1);
    }
    start = i + 1;
    width = inked = 0;
  }
  return any;
}

static void break_anywhere(Setting *setting, uint32_t start, uint32_t end) {
  for (uint32_t i = start + 1; i < end; i++) {
    if (setting->marks[i] & MARK_CLUSTER)
      setting->marks[i] |= MARK_EMERGENCY;
  }
}

void break_wide_parts(Setting *setting, int64_t measure) {
  if (!find_wide_parts(setting, measure, NULL))
    return;
  hyphenate(setting, measure);
  find_wide_parts(setting, measure, break_anywhere);
}
