#include "config.h"

#include "paragraph/itemise.h"

#include "font/coverage.h"

#include <glib.h>
#include <pango/pango.h>
#include <string.h>

enum { MAX_MISSING = 256, MAX_CLUSTER = 33 };

/* Small capitals that the font lacks are capitals of this size. */
static const double SMALL_CAPITAL = 0.78;

const ParagraphSpan *item_span(const Setting *setting, const Item *item) {
  return &setting->text->spans[item->span];
}

/* ---- Characters, directions ---- */

/* Whether a character can make the text go from right to left: a letter of such a script or a control. */
static bool may_turn(uint32_t c) {
  if (c < 0x0590)
    return false;
  return c <= 0x08ff || (c >= 0x200f && c <= 0x202e && c != 0x2010 && c > 0x2029) || c == 0x200f ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/* Code points that are no characters: cairo ends the whole drawing with an error when a text has one. */
static bool is_no_character(uint32_t c) {
  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

/* Puts the replacement character, or one for private use, in the place of what is no character. */
static void replace_character(Setting *setting, size_t at, size_t bytes) {
  static const char *const REPLACEMENTS[] = {"\xef\xbf\xbd", "\xf4\x8f\xbf\xbd"};
  if (setting->utf8 == setting->text->utf8) {
    char *copy = store_take(setting->store, setting->text->length + 1, 1);
    setting->utf8 = memcpy(copy, setting->text->utf8, setting->text->length);
  }
  char *place = (char *)(uintptr_t)setting->utf8 + at;
  memcpy(place, REPLACEMENTS[bytes > 3], bytes);
}

static void decode(Setting *setting, bool *turns) {
  const char *utf8 = setting->text->utf8, *end = utf8 + setting->text->length;
  setting->characters = store_take(setting->store, setting->text->length + 1, sizeof(uint32_t));
  setting->offsets = store_take(setting->store, setting->text->length + 1, sizeof(uint32_t));
  uint32_t count = 0, highest = 0;
  *turns = false;
  for (const char *at = utf8; at < end; count++) {
    uint32_t c = (unsigned char)*at;
    setting->offsets[count] = (uint32_t)(at - utf8);
    if (c < 0x80) {
      at++;
    } else {
      c = g_utf8_get_char(at);
      at += g_utf8_skip[(unsigned char)*at];
      *turns = *turns || may_turn(c);
      if (is_no_character(c))
        replace_character(setting, setting->offsets[count], (size_t)(at - utf8) - setting->offsets[count]);
    }
    setting->characters[count] = c;
    highest = c > highest ? c : highest;
  }
  setting->offsets[count] = (uint32_t)setting->text->length;
  setting->count = count;
  setting->ascii = highest < 0x80;
}

/* The text without ends of paragraphs: a forced break is none (UAX #9, 3.1), and isolates that stand open at
   one make fribidi 1.0.8 use memory that it has freed. Each is replaced by white space of the same length. */
static char *in_one_paragraph(const char *text, size_t length) {
  char *copy = g_malloc(length + 3); /* a sequence may be looked at whole at the end, too */
  memcpy(copy, text, length);
  memset(copy + length, 0, 3);
  for (size_t i = 0; i < length; i++) {
    const unsigned char c = (unsigned char)copy[i];
    if (c < 0x20)
      copy[i] = ' ';
    else if (c == 0xe2 && memcmp(copy + i, "\xe2\x80\xa9", 3) == 0)
      copy[i + 2] = (char)0xa8; /* U+2028 */
    else if (c == 0xc2 && (unsigned char)copy[i + 1] == 0x85)
      copy[i + 1] = (char)0xa0;
  }
  return copy;
}

static void find_directions(Setting *setting, bool turns) {
  PangoDirection base = PANGO_DIRECTION_LTR;
  if (setting->shape->direction == PARAGRAPH_RIGHT_TO_LEFT)
    base = PANGO_DIRECTION_RTL;
  else if (setting->shape->direction == PARAGRAPH_DIRECTION_AUTO && turns)
    base = PANGO_DIRECTION_WEAK_LTR; /* of the first strong character */
  setting->right_to_left = base == PANGO_DIRECTION_RTL;
  if (setting->count == 0 || (!turns && !setting->right_to_left))
    return;
  char *paragraph = in_one_paragraph(setting->text->utf8, setting->text->length);
  guint8 *levels = pango_log2vis_get_embedding_levels(paragraph, (int)setting->text->length, &base);
  g_free(paragraph);
  setting->right_to_left = base == PANGO_DIRECTION_RTL;
  setting->levels = store_take(setting->store, setting->count, 1);
  memcpy(setting->levels, levels, setting->count);
  g_free(levels);
}

static uint8_t level_at(const Setting *setting, uint32_t i) {
  return setting->levels ? setting->levels[i] : 0;
}

/* ---- Scripts ---- */

typedef struct ScriptRange {
  uint32_t end;
  GUnicodeScript script;
} ScriptRange;

/* The script of text that has only digits and marks: its language's. */
static GUnicodeScript script_of_language(const char *language) {
  int count = 0;
  const PangoScript *scripts =
      language ? pango_language_get_scripts(pango_language_from_string(language), &count) : NULL;
  return count > 0 ? (GUnicodeScript)scripts[0] : G_UNICODE_SCRIPT_LATIN;
}

static GUnicodeScript settled(GUnicodeScript script, const char *language) {
  if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
      script == G_UNICODE_SCRIPT_UNKNOWN)
    return script_of_language(language);
  return script;
}

static ScriptRange *find_scripts(Setting *setting) {
  if (setting->ascii) {
    ScriptRange *all = store_take(setting->store, 1, sizeof *all);
    *all = (ScriptRange){setting->count, G_UNICODE_SCRIPT_LATIN};
    return all;
  }
  GArray *found = g_array_new(FALSE, FALSE, sizeof(ScriptRange));
  PangoScriptIter *iter = pango_script_iter_new(setting->text->utf8, (int)setting->text->length);
  uint32_t at = 0;
  do {
    const char *end = NULL;
    PangoScript script = PANGO_SCRIPT_COMMON;
    pango_script_iter_get_range(iter, NULL, &end, &script);
    while (at < setting->count && setting->offsets[at] < (size_t)(end - setting->text->utf8))
      at++;
    ScriptRange range = {at, settled((GUnicodeScript)script, setting->shape->language)};
    g_array_append_val(found, range);
  } while (pango_script_iter_next(iter));
  pango_script_iter_free(iter);
  ScriptRange *ranges = store_take(setting->store, found->len + 1, sizeof *ranges);
  memcpy(ranges, found->data, found->len * sizeof *ranges);
  g_array_free(found, TRUE);
  return ranges;
}

/* ---- Items ---- */

static Item *add_item(Setting *setting) {
  if (setting->item_count == setting->item_room) {
    uint32_t room = setting->item_room ? setting->item_room * 2 : 16;
    Item *items = store_take(setting->store, room, sizeof *items);
    if (setting->item_count)
      memcpy(items, setting->items, setting->item_count * sizeof *items);
    setting->items = items;
    setting->item_room = room;
  }
  return &setting->items[setting->item_count++];
}

static void note_missing(Setting *setting, uint32_t character, uint32_t at, const char *substitute) {
  if (!setting->missing)
    setting->missing = store_take(setting->store, MAX_MISSING, sizeof *setting->missing);
  for (size_t i = 0; i < setting->missing_count; i++) {
    if (setting->missing[i].character == character)
      return;
  }
  if (setting->missing_count < MAX_MISSING)
    setting->missing[setting->missing_count++] =
        (ParagraphMissing){character, setting->offsets[at], substitute};
}

/* What a stretch of text has in common. */
typedef struct Stretch {
  uint32_t start, end, span;
  uint8_t level;
  GUnicodeScript script;
  const char *language;
  FaceChain *chain;
} Stretch;

static int32_t scaled(int32_t emu, double scale) {
  return (int32_t)(emu * scale + 0.5);
}

static bool is_lower(const Setting *setting, uint32_t i) {
  return g_unichar_islower(setting->characters[i]);
}

static void put_item(Setting *setting, const Stretch *stretch, uint32_t start, uint32_t end,
                     FaceChoice choice, bool capitals, double scale) {
  const ParagraphSpan *span = &setting->text->spans[stretch->span];
  Item *item = add_item(setting);
  *item = (Item){.start = start,
                 .end = end,
                 .span = stretch->span,
                 .kind = ITEM_TEXT,
                 .level = stretch->level,
                 .capitals = capitals,
                 .object = -1,
                 .script = hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(stretch->script)),
                 .language = stretch->language,
                 .face = choice.face,
                 .size_emu = scaled(span->size_emu, choice.scale * scale)};
}

/* Small capitals by size where the font has none of its own: lower-case letters apart from the others. */
static void put_small_capitals(Setting *setting, const Stretch *stretch, uint32_t start, uint32_t end,
                               FaceChoice choice) {
  for (uint32_t at = start; at < end;) {
    bool lower = is_lower(setting, at);
    uint32_t next = at + 1;
    while (next < end && is_lower(setting, next) == lower)
      next++;
    put_item(setting, stretch, at, next, choice, lower, lower ? SMALL_CAPITAL : 1);
    at = next;
  }
}

static void put_run(Setting *setting, const Stretch *stretch, uint32_t start, uint32_t end,
                    FaceChoice choice) {
  ParagraphCase letter_case = setting->text->spans[stretch->span].letter_case;
  if (letter_case == PARAGRAPH_CASE_SMALL_CAPS && choice.face && !choice.face->small_caps)
    put_small_capitals(setting, stretch, start, end, choice);
  else
    put_item(setting, stretch, start, end, choice, letter_case == PARAGRAPH_CASE_CAPITALS, 1);
}

static bool joins_the_one_before(uint32_t c) {
  if (c < 0x300)
    return c == 0xad;
  switch (g_unichar_type(c)) {
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_FORMAT: return true;
  default: return false;
  }
}

static uint32_t cluster_end(const Setting *setting, uint32_t at, uint32_t end) {
  uint32_t next = at + 1;
  while (next < end && next - at < MAX_CLUSTER && joins_the_one_before(setting->characters[next]))
    next++;
  return next;
}

static void note_choice(Setting *setting, FaceChoice choice, uint32_t start, uint32_t end) {
  const char *substitute = choice.verdict == FACE_SUBSTITUTED ? choice.face->family : NULL;
  for (uint32_t i = start; i < end; i++) {
    if (!choice.face || choice.verdict == FACE_SUBSTITUTED ||
        !face_covers(choice.face, setting->characters[i]))
      note_missing(setting, setting->characters[i], i, substitute);
  }
}

/* Cuts a stretch where the face changes; white space is that of the chain's first. A heap of marks is cut
 * into parts, for the shaper's time grows with the square of their number. */
static void put_stretch(Setting *setting, const Stretch *stretch) {
  FaceLink first = font_chain_link(setting->fonts, stretch->chain, 0);
  FaceChoice current = {first.face, first.scale, FACE_WANTED};
  if (setting->ascii && first.face && first.face->covers_ascii) {
    put_run(setting, stretch, stretch->start, stretch->end, current);
    return;
  }
  uint32_t start = stretch->start;
  for (uint32_t at = stretch->start; at < stretch->end;) {
    uint32_t next = cluster_end(setting, at, stretch->end), length = next - at;
    FaceChoice choice =
        font_choose(setting->fonts, stretch->chain, stretch->language, setting->characters + at, length);
    if (choice.verdict != FACE_WANTED)
      note_choice(setting, choice, at, next);
    if (at > start && (choice.face != current.face || choice.scale != current.scale)) {
      put_run(setting, stretch, start, at, current);
      start = at;
    }
    current = choice;
    at = next;
    if (length == MAX_CLUSTER) {
      put_run(setting, stretch, start, next, current);
      start = next;
    }
  }
  if (start < stretch->end)
    put_run(setting, stretch, start, stretch->end, current);
}

static int32_t find_object(const ParagraphText *text, size_t offset) {
  size_t low = 0, high = text->object_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->objects[middle].offset < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < text->object_count && text->objects[low].offset == offset ? (int32_t)low : -1;
}

static ItemKind special_kind(uint32_t c) {
  switch (c) {
  case '\t': return ITEM_TAB;
  case '\n':
  case '\r':
  case 0x2028:
  case 0x2029: return ITEM_BREAK;
  case 0xfffc: return ITEM_OBJECT;
  default: return ITEM_TEXT;
  }
}

/* Tabs and breaks go in the paragraph's own direction (UAX 9, L1). */
static void put_special(Setting *setting, const Stretch *stretch, ItemKind kind) {
  FaceLink first = font_chain_link(setting->fonts, stretch->chain, 0);
  put_item(setting, stretch, stretch->start, stretch->end, (FaceChoice){first.face, first.scale, FACE_WANTED},
           false, 1);
  Item *item = &setting->items[setting->item_count - 1];
  item->kind = kind;
  if (kind == ITEM_OBJECT)
    item->object = find_object(setting->text, setting->offsets[stretch->start]);
  else
    item->level = setting->right_to_left ? 1 : 0;
}

static void choose_chain(Setting *setting, Stretch *stretch) {
  const ParagraphSpan *span = &setting->text->spans[stretch->span];
  stretch->language = span->language ? span->language : setting->shape->language;
  uint32_t tag = g_unicode_script_to_iso15924(stretch->script);
  char script[5] = {(char)(tag >> 24), (char)(tag >> 16), (char)(tag >> 8), (char)tag, '\0'};
  const FontGroup *group = font_group_for(setting->fonts, script, stretch->language);
  stretch->chain = font_chain(setting->fonts, group, span->families, span->weight >= 600, span->italic);
}

static void mark_foreign(Setting *setting) {
  hb_script_t own = HB_SCRIPT_INVALID;
  for (uint32_t i = 0; i < setting->item_count; i++) {
    Item *item = &setting->items[i];
    if (item->kind != ITEM_TEXT)
      continue;
    if (own == HB_SCRIPT_INVALID)
      own = item->script;
    const ParagraphSpan *span = item_span(setting, item);
    item->foreign = item->script != own || span->size_emu > setting->shape->size_emu;
  }
}

void itemise(Setting *setting) {
  bool turns = false;
  decode(setting, &turns);
  find_directions(setting, turns);
  const ScriptRange *script = setting->count ? find_scripts(setting) : NULL;
  Stretch stretch = {0};
  uint32_t span = 0;
  const Stretch *before = NULL;
  for (uint32_t at = 0; at < setting->count;) {
    while (span + 1 < setting->text->span_count && setting->offsets[at] >= setting->text->spans[span].end)
      span++;
    while (script->end <= at)
      script++;
    Stretch next = {.start = at, .span = span, .level = level_at(setting, at), .script = script->script};
    ItemKind kind = special_kind(setting->characters[at]);
    size_t span_end =
        span + 1 < setting->text->span_count ? setting->text->spans[span].end : setting->text->length;
    do {
      at++;
    } while (at < script->end && kind == ITEM_TEXT && setting->offsets[at] < span_end &&
             level_at(setting, at) == next.level && special_kind(setting->characters[at]) == ITEM_TEXT);
    next.end = at;
    if (before && before->span == next.span && before->script == next.script) {
      next.language = before->language;
      next.chain = before->chain;
    } else {
      choose_chain(setting, &next);
    }
    stretch = next;
    before = &stretch;
    if (kind == ITEM_TEXT)
      put_stretch(setting, &stretch);
    else
      put_special(setting, &stretch, kind);
  }
  mark_foreign(setting);
}
