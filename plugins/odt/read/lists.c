/* Lists and their labels. */
#include "config.h"

#include "read/lists.h"

#include <letterpress/number.h>
#include <string.h>

LpXmlInto odt_enter_list_style(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *name = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "name"));
  reader->list_style = lp_document_allocate(reader->document, sizeof *reader->list_style);
  if (name)
    g_hash_table_replace(reader->list_styles, (gpointer)(uintptr_t)name, reader->list_style);
  return LP_XML_INTO;
}

void odt_leave_list_style(void *state, const LpXmlElement *element) {
  (void)element;
  ((Reader *)state)->list_style = NULL;
}

LpXmlInto odt_enter_outline_style(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  reader->list_style = &reader->outline;
  return LP_XML_INTO;
}

/* ODF 1.3, 19.500: 1 i I a A, and what LibreOffice adds by its own signs. */
static int number_style_of(const char *format) {
  static const struct {
    const char *format;
    LpNumberStyle style;
  } styles[] = {{"1", LP_NUMBER_DECIMAL},
                {"i", LP_NUMBER_LOWER_ROMAN},
                {"I", LP_NUMBER_UPPER_ROMAN},
                {"a", LP_NUMBER_LOWER_LETTER},
                {"A", LP_NUMBER_UPPER_LETTER},
                {"01", LP_NUMBER_DECIMAL_ZERO},
                {"١, ٢, ٣, ...", LP_NUMBER_ARABIC_INDIC},
                {"१, २, ३, ...", LP_NUMBER_DEVANAGARI},
                {"๑, ๒, ๓, ...", LP_NUMBER_THAI},
                {"១, ២, ៣, ...", LP_NUMBER_KHMER},
                {"໑, ໒, ໓, ...", LP_NUMBER_LAO},
                {"၁, ၂, ၃, ...", LP_NUMBER_MYANMAR},
                {"一, 二, 三, ...", LP_NUMBER_CJK},
                {"۱, ۲, ۳, ...", LP_NUMBER_PERSIAN}};
  if (!format || !*format)
    return LP_NUMBER_NONE;
  for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
    if (strcmp(styles[i].format, format) == 0)
      return (int)styles[i].style;
  return LP_NUMBER_DECIMAL;
}

static ListLevel *level_of(Reader *reader, const LpXmlElement *element) {
  int level = odt_integer(element, NS_TEXT, "level", 1, LIST_LEVELS, 0);
  return reader->list_style && level ? &reader->list_style->levels[level - 1] : NULL;
}

LpXmlInto odt_enter_level_number(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  ListLevel *level = level_of(reader, element);
  if (!level)
    return LP_XML_INTO;
  const char *format = lp_xml_attribute(element, NS_STYLE, "num-format");
  level->number_style = number_style_of(format);
  if (level->number_style == LP_NUMBER_LOWER_LETTER && !odt_flag(element, NS_STYLE, "num-letter-sync", false))
    level->number_style =
        LP_NUMBER_LETTER_ALPHABETIC; /* aa, ab: only synchronised letters are aa, bb (19.506) */
  level->numbered = level->number_style != LP_NUMBER_NONE;
  level->prefix = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "num-prefix"));
  level->suffix = odt_keep(reader, lp_xml_attribute(element, NS_STYLE, "num-suffix"));
  level->start = odt_integer(element, NS_TEXT, "start-value", 0, 1000000, 1);
  level->display_levels = odt_integer(element, NS_TEXT, "display-levels", 1, LIST_LEVELS, 1);
  return LP_XML_INTO;
}

/* Signs of the Symbol and Wingdings fonts lie in the private use area: those that bullets use. */
static const char *plain_bullet(const char *sign) {
  gunichar c = g_utf8_get_char(sign);
  if (c < 0xE000 || c > 0xF8FF)
    return sign;
  switch (c & 0xFF) {
  case 0xA7: return "\u25AA";
  case 0xD8: return "\u2023";
  case 0xFC: return "\u2713";
  case 0x2D: return "\u2013";
  default: return "\u2022";
  }
}

LpXmlInto odt_enter_level_bullet(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  ListLevel *level = level_of(reader, element);
  const char *sign = lp_xml_attribute(element, NS_TEXT, "bullet-char");
  if (level)
    level->bullet = odt_keep(reader, sign && *sign ? plain_bullet(sign) : "\u2022");
  return LP_XML_INTO;
}

/* ---- lists in the text ---- */

static OpenList *top_list(const Reader *reader) {
  return reader->lists->len ? &g_array_index(reader->lists, OpenList, reader->lists->len - 1) : NULL;
}

static void start_counters(OpenList *list, int from) {
  for (int i = from; i < LIST_LEVELS; i++)
    list->counters[i] = list->style ? list->style->levels[i].start - 1 : 0;
}

/* Where an earlier list of that style or identity ended. */
static bool continue_counters(const Reader *reader, OpenList *list, const char *key) {
  const int *ended = key ? g_hash_table_lookup(reader->list_counters, key) : NULL;
  if (ended)
    memcpy(list->counters, ended, sizeof list->counters);
  return ended;
}

static OpenList begin_list(Reader *reader, const LpXmlElement *element) {
  OpenList list = {0};
  const OpenList *outer = top_list(reader);
  const char *name = odt_keep(reader, lp_xml_attribute(element, NS_TEXT, "style-name"));
  list.id = odt_keep(reader, lp_xml_attribute(element, NS_XML, "id"));
  list.style_name = name ? name : outer ? outer->style_name : NULL;
  list.style = list.style_name ? g_hash_table_lookup(reader->list_styles, list.style_name) : NULL;
  list.level = outer ? MIN(outer->level + 1, LIST_LEVELS - 1) : 0;
  if (outer)
    memcpy(list.counters, outer->counters, sizeof list.counters);
  start_counters(&list, list.level);
  bool continues = odt_flag(element, NS_TEXT, "continue-numbering", false);
  const char *continued = lp_xml_attribute(element, NS_TEXT, "continue-list");
  if (!outer && (continued || continues))
    continue_counters(reader, &list, continued ? continued : list.style_name);
  return list;
}

LpXmlInto odt_enter_list(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  if (!reader->in_body)
    return LP_XML_INTO;
  OpenList list = begin_list(reader, element);
  g_array_append_val(reader->lists, list);
  LpPlace place = lp_xml_place(element);
  lp_builder_open(reader->builder, LP_KIND_LIST, &place);
  const ListLevel *level = list.style ? &list.style->levels[list.level] : NULL;
  if (level && level->numbered) {
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_ORDERED, 1);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_START, list.counters[list.level] + 1);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_NUMBER_STYLE, level->number_style);
  }
  return LP_XML_INTO;
}

void odt_leave_list(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  OpenList *list = top_list(reader);
  if (!list)
    return;
  lp_builder_close(reader->builder, LP_KIND_LIST);
  const char *keys[] = {list->style_name, list->id};
  for (size_t i = 0; i < G_N_ELEMENTS(keys) && list->level == 0; i++)
    if (keys[i]) {
      int *ended = lp_document_allocate(reader->document, sizeof list->counters);
      memcpy(ended, list->counters, sizeof list->counters);
      g_hash_table_replace(reader->list_counters, (gpointer)(uintptr_t)keys[i], ended);
    }
  g_array_set_size(reader->lists, reader->lists->len - 1);
}

static void append_number(GString *label, const ListLevel *level, int value) {
  char number[64];
  lp_number_format(value, (LpNumberStyle)level->number_style, number, sizeof number);
  g_string_append(label, number);
}

/* The label of a level: its own number, and those above it that it displays, with stops between. */
static char *label_of(const ListStyle *style, int level, const int *counters) {
  const ListLevel *own = &style->levels[level];
  GString *label = g_string_new(own->prefix);
  bool first = true;
  for (int i = MAX(level - own->display_levels + 1, 0); i <= level; i++) {
    if (!style->levels[i].numbered)
      continue;
    if (!first)
      g_string_append_c(label, '.');
    append_number(label, &style->levels[i], counters[i]);
    first = false;
  }
  g_string_append(label, own->suffix ? own->suffix : "");
  return g_string_free(label, FALSE);
}

static void set_label(Reader *reader, OpenList *list) {
  const ListLevel *level = list->style ? &list->style->levels[list->level] : NULL;
  if (!level) {
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARKER, "\u2022");
  } else if (level->numbered) {
    char *label = label_of(list->style, list->level, list->counters);
    g_strstrip(label);
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARKER, label);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_VALUE, list->counters[list->level]);
    g_free(label);
  } else if (level->bullet) {
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARKER, level->bullet);
  }
}

LpXmlInto odt_enter_item(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  OpenList *list = top_list(reader);
  LpPlace place = lp_xml_place(element);
  if (!list)
    return LP_XML_INTO;
  lp_builder_open(reader->builder, LP_KIND_LIST_ITEM, &place);
  int start = odt_integer(element, NS_TEXT, "start-value", 0, 1000000, -1);
  list->counters[list->level] = start >= 0 ? start : list->counters[list->level] + 1;
  set_label(reader, list);
  return LP_XML_INTO;
}

/* An item without a label (ODF 1.3, 5.3.4). */
LpXmlInto odt_enter_list_header(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (top_list(reader))
    lp_builder_open(reader->builder, LP_KIND_LIST_ITEM, &place);
  return LP_XML_INTO;
}

void odt_leave_item(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (top_list(reader))
    lp_builder_close(reader->builder, LP_KIND_LIST_ITEM);
}

char *odt_next_outline_number(Reader *reader, int level, const LpXmlElement *element) {
  const ListLevel *style = &reader->outline.levels[level - 1];
  if (odt_flag(element, NS_TEXT, "is-list-header", false) || !style->numbered)
    return NULL;
  int *counters = reader->outline_counters;
  int start = odt_integer(element, NS_TEXT, "start-value", 0, 1000000, -1);
  counters[level - 1] = start >= 0 ? start : MAX(counters[level - 1] + 1, style->start);
  for (int i = level; i < LIST_LEVELS; i++)
    counters[i] = reader->outline.levels[i].start - 1;
  char *label = label_of(&reader->outline, level - 1, counters);
  return g_strstrip(label);
}
