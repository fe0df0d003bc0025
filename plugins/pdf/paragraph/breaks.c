#include "config.h"

#include "paragraph/breaks.h"

#include "paragraph/itemise.h"

#include <dlfcn.h>
#include <pango/pango.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* ---- ICU, opened on need ---- */

typedef struct Icu {
  void *library;
  UText *(*open_utf8)(UText *, const char *, int64_t, UErrorCode *);
  UText *(*close_text)(UText *);
  UBreakIterator *(*open)(UBreakIteratorType, const char *, const UChar *, int32_t, UErrorCode *);
  void (*close)(UBreakIterator *);
  void (*set_text)(UBreakIterator *, UText *, UErrorCode *);
  int32_t (*next)(UBreakIterator *);
} Icu;

/* ICU puts its version into the names of its functions and of its library. */
#define QUOTED(name) #name
#define EXPANDED(name) QUOTED(name)

static bool find_functions(Icu *icu) {
  /* POSIX lets dlsym's answer be a function; ISO C has no cast for it. */
  *(void **)&icu->open_utf8 = dlsym(icu->library, EXPANDED(utext_openUTF8));
  *(void **)&icu->close_text = dlsym(icu->library, EXPANDED(utext_close));
  *(void **)&icu->open = dlsym(icu->library, EXPANDED(ubrk_open));
  *(void **)&icu->close = dlsym(icu->library, EXPANDED(ubrk_close));
  *(void **)&icu->set_text = dlsym(icu->library, EXPANDED(ubrk_setUText));
  *(void **)&icu->next = dlsym(icu->library, EXPANDED(ubrk_next));
  return icu->open_utf8 && icu->close_text && icu->open && icu->close && icu->set_text && icu->next;
}

/* The library stays open once it is found: a second dlopen then maps nothing. */
static bool open_icu(Icu *icu) {
  icu->library =
      dlopen("libicuuc.so." EXPANDED(U_ICU_VERSION_MAJOR_NUM), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (!icu->library)
    return false;
  if (find_functions(icu))
    return true;
  dlclose(icu->library);
  return false;
}

bool open_word_dictionaries(void) {
  Icu icu;
  if (!open_icu(&icu))
    return false;
  dlclose(icu.library);
  return true;
}

/* ---- Scripts without spaces between words ---- */

static bool needs_dictionary(hb_script_t script) {
  return script == HB_SCRIPT_KHMER || script == HB_SCRIPT_LAO || script == HB_SCRIPT_MYANMAR;
}

static bool is_unspaced(hb_script_t script) {
  return needs_dictionary(script) || script == HB_SCRIPT_THAI;
}

/* ICU's breaks replace Pango's between the first and the last character of the range. */
static void cut_range(Setting *setting, const Icu *icu, UBreakIterator *words, uint32_t start, uint32_t end) {
  UErrorCode status = U_ZERO_ERROR;
  const char *text = setting->text->utf8 + setting->offsets[start];
  UText *opened = icu->open_utf8(NULL, text, setting->offsets[end] - setting->offsets[start], &status);
  if (U_FAILURE(status))
    return;
  icu->set_text(words, opened, &status);
  for (uint32_t i = start + 1; i < end; i++)
    setting->marks[i] &= (uint8_t)~MARK_BREAK;
  uint32_t at = start;
  for (int32_t byte = icu->next(words); U_SUCCESS(status) && byte != UBRK_DONE; byte = icu->next(words)) {
    while (at < end && setting->offsets[at] - setting->offsets[start] < (uint32_t)byte)
      at++;
    if (at > start && at < end && setting->marks[at] & MARK_CLUSTER)
      setting->marks[at] |= MARK_BREAK;
  }
  icu->close_text(opened);
}

static const char *locale_of(hb_script_t script) {
  return script == HB_SCRIPT_KHMER ? "km" : script == HB_SCRIPT_LAO ? "lo" : "my";
}

static void cut_words(Setting *setting) {
  Icu icu = {0};
  for (uint32_t i = 0; i < setting->item_count; i++) {
    const Item *first = &setting->items[i];
    if (!needs_dictionary(first->script) || first->kind != ITEM_TEXT)
      continue;
    while (i + 1 < setting->item_count && setting->items[i + 1].script == first->script)
      i++;
    if (!icu.library && !open_icu(&icu))
      return;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = icu.open(UBRK_LINE, locale_of(first->script), NULL, 0, &status);
    if (U_SUCCESS(status))
      cut_range(setting, &icu, words, first->start, setting->items[i].end);
    if (words)
      icu.close(words);
  }
  if (icu.library)
    dlclose(icu.library);
}

static void mark_words(Setting *setting) {
  for (uint32_t k = 0; k < setting->item_count; k++) {
    const Item *item = &setting->items[k];
    if (!is_unspaced(item->script))
      continue;
    for (uint32_t i = item->start; i < item->end; i++) {
      if (i > 0 && setting->marks[i] & MARK_BREAK && !(setting->marks[i - 1] & MARK_WHITE))
        setting->marks[i] |= MARK_WORD;
    }
  }
}

/* ---- All scripts ---- */

/* White space that a line's end swallows: not the spaces whose point is that they stay. */
static bool vanishes(uint32_t c) {
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  switch (c) {
  case 0xa0:
  case 0x2007:
  case 0x202f: return false;
  case 0x200b:
  case 0x2028:
  case 0x2029: return true;
  default: return g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR;
  }
}

static uint8_t marks_of(const PangoLogAttr *attribute, uint32_t c, uint32_t before) {
  unsigned marks = vanishes(c) ? MARK_WHITE : 0;
  if (attribute->is_cursor_position)
    marks |= MARK_CLUSTER;
  if (attribute->is_line_break)
    marks |= before == 0xad ? MARK_HYPHEN : MARK_BREAK;
  return (uint8_t)marks;
}

static bool forces(const Setting *setting, uint32_t i) {
  uint32_t before = setting->characters[i - 1];
  if (before == '\r')
    return setting->characters[i] != '\n';
  return before == '\n' || before == 0x2028 || before == 0x2029;
}

static void mark_forced(Setting *setting) {
  for (uint32_t k = 0; k < setting->item_count; k++) {
    uint32_t end = setting->items[k].end;
    if (setting->items[k].kind == ITEM_BREAK && forces(setting, end))
      setting->marks[end] |= MARK_FORCED | MARK_BREAK;
  }
}

static void hold_together(Setting *setting) {
  for (uint32_t k = 0; k < setting->item_count; k++) {
    const Item *item = &setting->items[k];
    if (!(item_span(setting, item)->flags & PARAGRAPH_NO_BREAKS))
      continue;
    bool joined = k > 0 && item_span(setting, item - 1)->flags & PARAGRAPH_NO_BREAKS;
    for (uint32_t i = joined ? item->start : item->start + 1; i < item->end; i++) {
      if (!(setting->marks[i] & MARK_FORCED))
        setting->marks[i] &= (uint8_t) ~(MARK_BREAK | MARK_HYPHEN);
    }
  }
}

void find_breaks(Setting *setting) {
  uint32_t count = setting->count;
  setting->marks = store_take(setting->store, (size_t)count + 1, 1);
  PangoLogAttr *attributes = store_take(setting->store, (size_t)count + 1, sizeof *attributes);
  const char *language = setting->shape->language ? setting->shape->language : "en"; /* never the locale's */
  pango_get_log_attrs(setting->text->utf8, (int)setting->text->length, -1,
                      pango_language_from_string(language), attributes, (int)count + 1);
  for (uint32_t i = 0; i <= count; i++)
    setting->marks[i] = marks_of(&attributes[i], setting->characters[i], i ? setting->characters[i - 1] : 0);
  setting->marks[0] &= (uint8_t) ~(MARK_BREAK | MARK_HYPHEN);
  setting->marks[count] &= (uint8_t) ~(MARK_WHITE | MARK_HYPHEN);
  cut_words(setting);
  mark_words(setting);
  mark_forced(setting);
  hold_together(setting);
}
