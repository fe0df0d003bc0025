/* text:list (ODF 1.3, 5.3). A list style says one level: that of the list that has it. Its prefix and suffix
   are what stands around the number in the draft's own marker. */
#include "config.h"

#include "lists.h"

#include "roles.h"
#include "state.h"

#include <letterpress/number.h>
#include <string.h>

/* A marker in the terms of style:num-format. */
typedef struct Marker {
  char prefix[64];
  char suffix[64];
  const char *format; /* "": no number */
  bool synchronous;   /* aa, bb */
  bool is_bullet;
} Marker;

static const char *format_of(LpNumberStyle style, bool *synchronous) {
  *synchronous = style == LP_NUMBER_LOWER_LETTER || style == LP_NUMBER_UPPER_LETTER;
  switch (style) {
  case LP_NUMBER_DECIMAL: return "1";
  case LP_NUMBER_LOWER_ROMAN: return "i";
  case LP_NUMBER_UPPER_ROMAN: return "I";
  case LP_NUMBER_LOWER_LETTER:
  case LP_NUMBER_LETTER_ALPHABETIC: return "a";
  case LP_NUMBER_UPPER_LETTER: return "A";
  default: return NULL;
  }
}

/* Copies at most n bytes, never half a character. */
static void copy_part(char *part, size_t size, const char *text, size_t n) {
  if (n >= size) {
    n = size - 1;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
      n--;
  }
  memcpy(part, text, n);
  part[n] = '\0';
}

/* The last place of number in marker. */
static const char *last_place(const char *marker, const char *number) {
  const char *found = NULL;
  for (const char *at = strstr(marker, number); at; at = strstr(at + 1, number))
    found = at;
  return found;
}

/* Parts a marker around its number; where the number is not in it, or of no format of ODF, the marker is all
 * prefix. */
static Marker parse_marker(const LpNode *list, const LpNode *item, int64_t number) {
  Marker marker = {.format = ""};
  bool own = lp_node_has(item, LP_ATTRIBUTE_NUMBER_STYLE);
  LpNumberStyle style = (LpNumberStyle)lp_node_integer(own ? item : list, LP_ATTRIBUTE_NUMBER_STYLE);
  const char *text = lp_node_string(item, LP_ATTRIBUTE_MARKER);
  const char *format = format_of(style, &marker.synchronous);
  char digits[80];
  lp_number_format(number, style, digits, sizeof digits);
  const char *place = text && format ? last_place(text, digits) : NULL;
  if (place) {
    marker.format = format;
    copy_part(marker.prefix, sizeof marker.prefix, text, (size_t)(place - text));
    copy_part(marker.suffix, sizeof marker.suffix, place + strlen(digits), strlen(place + strlen(digits)));
  } else if (text) {
    copy_part(marker.prefix, sizeof marker.prefix, text, strlen(text));
  } else if (format) {
    marker.format = format;
    copy_part(marker.suffix, sizeof marker.suffix, ".", 1);
  } else if (style != LP_NUMBER_NONE && style != LP_NUMBER_BULLET) {
    copy_part(marker.prefix, sizeof marker.prefix, digits, strlen(digits));
    copy_part(marker.suffix, sizeof marker.suffix, ".", 1);
  }
  return marker;
}

/* A bullet is one character. */
static Marker parse_bullet(const LpNode *item) {
  Marker marker = {.format = "", .is_bullet = true};
  const char *text = lp_node_string(item, LP_ATTRIBUTE_MARKER);
  if (!text || !*text)
    text = "•";
  size_t n = 1;
  while (((unsigned char)text[n] & 0xC0) == 0x80)
    n++;
  marker.is_bullet = text[n] == '\0';
  copy_part(marker.prefix, sizeof marker.prefix, text, strlen(text));
  return marker;
}

static void add_alignment(const OdtWriter *writer, XmlText *content, size_t level) {
  XmlText attributes;
  int32_t indent = lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_LIST_LEVEL_INDENT);
  int32_t margin = (int32_t)((int64_t)indent * (int64_t)(level > LIST_LEVELS ? LIST_LEVELS : level));
  xml_clear(&attributes);
  xml_attribute(&attributes, "text:label-followed-by", "listtab");
  xml_attribute_points(&attributes, "text:list-tab-stop-position", margin);
  xml_attribute_points(&attributes, "fo:text-indent", -indent);
  xml_attribute_points(&attributes, "fo:margin-left", margin);
  xml_raw(content,
          "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">");
  xml_element(content, "style:list-level-label-alignment", &attributes);
  xml_raw(content, "</style:list-level-properties>");
}

static const char *style_of(OdtWriter *writer, const Marker *marker, size_t level) {
  const char *element = marker->is_bullet ? "text:list-level-style-bullet" : "text:list-level-style-number";
  XmlText content, attributes;
  xml_clear(&content);
  xml_clear(&attributes);
  xml_attribute_format(&attributes, "text:level", "%zu", level);
  if (marker->is_bullet)
    xml_attribute(&attributes, "text:bullet-char", marker->prefix);
  else {
    xml_attribute(&attributes, "style:num-format", marker->format);
    if (marker->synchronous && *marker->format)
      xml_attribute(&attributes, "style:num-letter-sync", "true");
    if (*marker->prefix)
      xml_attribute(&attributes, "style:num-prefix", marker->prefix);
    if (*marker->suffix)
      xml_attribute(&attributes, "style:num-suffix", marker->suffix);
  }
  xml_raw(&content, "<");
  xml_raw(&content, element);
  xml_raw(&content, attributes.bytes);
  xml_raw(&content, ">");
  add_alignment(writer, &content, level);
  xml_raw(&content, "</");
  xml_raw(&content, element);
  xml_raw(&content, ">");
  return automatic_style(&writer->automatic, FAMILY_LIST, "", content.bytes);
}

/* ---- lists ---- */

/* The innermost open list; lists too deep to be remembered share the last place. */
static OpenList *open_list(OdtWriter *writer) {
  size_t count = writer->flow.list_count;
  return &writer->flow.lists[count > LIST_LEVELS ? LIST_LEVELS - 1 : count - 1];
}

static const LpNode *first_item(const LpNode *list) {
  const LpNode *item = lp_node_first_child(list);
  while (item && lp_node_kind(item) == LP_KIND_BLOCK_REVISION)
    item = lp_node_first_child(item);
  return item;
}

static Marker marker_of(const LpNode *list, const LpNode *item, int64_t number) {
  return lp_node_integer(list, LP_ATTRIBUTE_ORDERED) ? parse_marker(list, item, number) : parse_bullet(item);
}

static int64_t number_of(const LpNode *item, int64_t next) {
  return lp_node_has(item, LP_ATTRIBUTE_VALUE) ? lp_node_integer(item, LP_ATTRIBUTE_VALUE) : next;
}

LpWalkInto list_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const LpNode *item = first_item(node);
  int64_t start = lp_node_has(node, LP_ATTRIBUTE_START) ? lp_node_integer(node, LP_ATTRIBUTE_START) : 1;
  if (!item)
    return LP_WALK_PAST;
  Marker marker = marker_of(node, item, number_of(item, start));
  size_t level = ++writer->flow.list_count;
  *open_list(writer) = (OpenList){.style = style_of(writer, &marker, level),
                                  .depth = lp_markup_depth(writer->markup),
                                  .next = start,
                                  .fresh = true};
  lp_markup_open(writer->markup, "text:list");
  lp_markup_attribute(writer->markup, "text:style-name", open_list(writer)->style);
  return LP_WALK_INTO;
}

void list_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  lp_markup_close(writer->markup);
  writer->flow.list_count--;
}

LpWalkInto list_item_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const LpNode *list = role_parent(node);
  OpenList *open = open_list(writer);
  int64_t number = number_of(node, open->next);
  Marker marker = marker_of(list, node, number);
  const char *style = style_of(writer, &marker, writer->flow.list_count);
  lp_markup_open(writer->markup, "text:list-item");
  if (number >= 0 && (open->fresh ? number != 1 : number != open->next))
    lp_markup_attribute_format(writer->markup, "text:start-value", "%lld", (long long)number);
  if (style != open->style)
    lp_markup_attribute(writer->markup, "text:style-override", style);
  open->next = number + 1;
  open->fresh = false;
  open->in_item = true;
  return LP_WALK_INTO;
}

void list_item_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  lp_markup_close(writer->markup);
  open_list(writer)->in_item = false;
}

void lists_suspend(OdtWriter *writer) {
  if (writer->flow.list_count > 0)
    lp_markup_close_to(writer->markup, writer->flow.lists[0].depth);
}

void lists_resume(OdtWriter *writer) {
  for (size_t i = 0; i < writer->flow.list_count; i++) {
    OpenList *list = &writer->flow.lists[i < LIST_LEVELS ? i : LIST_LEVELS - 1];
    lp_markup_open(writer->markup, "text:list");
    lp_markup_attribute(writer->markup, "text:style-name", list->style);
    lp_markup_open(writer->markup, "text:list-header");
    list->fresh = true;
  }
}
