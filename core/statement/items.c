/* Items of cut lists find back to each other. */
#include "config.h"

#include "statement/items.h"

#include "statement/flow.h"

#include <glib.h>
#include <letterpress/number.h>
#include <string.h>

/* The number of an item: its own, or counted from the list's start. */
static int32_t value_of(const LpNode *item) {
  if (lp_node_has(item, LP_ATTRIBUTE_VALUE))
    return lp_node_integer(item, LP_ATTRIBUTE_VALUE);
  const LpNode *list = lp_node_parent(item);
  int32_t value = lp_node_has(list, LP_ATTRIBUTE_START) ? lp_node_integer(list, LP_ATTRIBUTE_START) : 1;
  const LpNode *at = item;
  while ((at = lp_node_previous(at))) {
    if (lp_node_has(at, LP_ATTRIBUTE_VALUE)) {
      int32_t steps = 0;
      for (const LpNode *next = at; next != item; next = lp_node_next(next))
        steps++;
      return lp_node_integer(at, LP_ATTRIBUTE_VALUE) + steps;
    }
    value++;
  }
  return value;
}

static char *number_text(int32_t value, LpNumberStyle style) {
  char text[64];
  lp_number_format(value, style, text, sizeof text);
  return g_strdup(text);
}

/* How the item after would be marked: its number in the marks around the number of this one ("(b)" after
 * "(a)"). */
static char *next_marker(const LpNode *item) {
  const LpNode *list = lp_node_parent(item);
  LpNumberStyle style = (LpNumberStyle)lp_node_integer(list, LP_ATTRIBUTE_NUMBER_STYLE);
  const char *marker = lp_node_string(item, LP_ATTRIBUTE_MARKER);
  char *number = number_text(value_of(item), style), *next = number_text(value_of(item) + 1, style);
  const char *at = marker ? strstr(marker, number) : NULL;
  char *text;
  if (at)
    text = g_strdup_printf("%.*s%s%s", (int)(at - marker), marker, next, at + strlen(number));
  else
    text = g_strconcat(next, ".", NULL);
  g_free(number);
  g_free(next);
  return text;
}

/* Where a marker stands in a text as an item's: behind the end of a part of a sentence, before a space. */
static const char *find_marker(const char *text, const char *marker) {
  size_t n = strlen(marker);
  for (const char *at = strstr(text, marker); at; at = strstr(at + 1, marker))
    if (at >= text + 2 && at[-1] == ' ' && strchr(";.,", at[-2]) && at[n] == ' ')
      return at;
  return NULL;
}

/* A new item behind one, with all that follows a piece of text. */
static LpNode *new_item(LpDocument *document, LpNode *item, LpNode *text, const char *marker) {
  LpNode *paragraph = lp_edit_parent(text);
  LpNode *next = lp_edit_new(document, LP_KIND_LIST_ITEM, lp_node_place(text));
  LpNode *inner = lp_edit_new(document, LP_KIND_PARAGRAPH, lp_node_place(text));
  lp_edit_set_style(next, lp_node_style(item));
  lp_edit_set_style(inner, lp_node_style(paragraph));
  lp_edit_set_integer(document, next, LP_ATTRIBUTE_VALUE, value_of(item) + 1);
  lp_edit_set_string(document, next, LP_ATTRIBUTE_MARKER, marker);
  for (LpNode *node = text, *after; node; node = after) {
    after = lp_edit_next(node);
    lp_edit_unlink(node);
    lp_edit_append(inner, node);
  }
  lp_edit_append(next, inner);
  lp_edit_insert_after(item, next);
  return inner;
}

/* Parts one item off; returns the paragraph that it holds, NULL if there is none to part. */
static LpNode *part_one(LpDocument *document, LpNode *paragraph) {
  LpNode *item = lp_edit_parent(paragraph);
  LpNode *found = NULL, *inner = NULL;
  char *marker = next_marker(item);
  const char *at = NULL;
  for (LpNode *node = lp_edit_first_child(paragraph); node && !found; node = lp_edit_next(node)) {
    size_t n;
    const char *text = lp_node_text(node, &n);
    at = text ? find_marker(text, marker) : NULL;
    if (at) {
      /* the marker is an attribute now, and the space before it a line's end */
      found = lp_edit_split_text(document, node, (size_t)(at - 1 - text));
      lp_edit_cut_text(document, found, 0, strlen(marker) + 2, LP_REASON_STRUCTURE);
      inner = new_item(document, item, found, marker);
    }
  }
  g_free(marker);
  return inner;
}

void lp_items_part(LpDocument *document, LpNode *paragraph) {
  while (paragraph && lp_edit_parent(paragraph) &&
         lp_node_kind(lp_edit_parent(paragraph)) == LP_KIND_LIST_ITEM &&
         lp_node_integer(lp_edit_parent(lp_edit_parent(paragraph)), LP_ATTRIBUTE_ORDERED))
    paragraph = part_one(document, paragraph);
}

static bool is_alike(const LpNode *list, const LpNode *behind) {
  const LpNode *last = lp_node_last_child(list), *first = lp_node_first_child(behind);
  if (!last || !first || lp_node_kind(last) != LP_KIND_LIST_ITEM ||
      lp_node_kind(first) != LP_KIND_LIST_ITEM ||
      lp_node_integer(list, LP_ATTRIBUTE_ORDERED) != lp_node_integer(behind, LP_ATTRIBUTE_ORDERED) ||
      lp_node_integer(list, LP_ATTRIBUTE_NUMBER_STYLE) != lp_node_integer(behind, LP_ATTRIBUTE_NUMBER_STYLE))
    return false;
  if (lp_node_integer(list, LP_ATTRIBUTE_ORDERED))
    return value_of(first) == value_of(last) + 1;
  return g_strcmp0(lp_node_string(last, LP_ATTRIBUTE_MARKER), lp_node_string(first, LP_ATTRIBUTE_MARKER)) ==
         0;
}

void lp_items_go_on(LpDocument *document, LpNode *block) {
  for (LpNode *node = block; node && lp_node_kind(node) != LP_KIND_DOCUMENT; node = lp_edit_parent(node)) {
    LpNode *behind = lp_edit_next(node);
    while (behind && lp_kind_takes_inlines(lp_node_kind(behind)) && lp_block_is_empty(behind))
      behind = lp_edit_next(behind);
    if (!behind || lp_node_kind(node) != LP_KIND_LIST)
      continue;
    if (lp_node_kind(behind) == LP_KIND_LIST && is_alike(node, behind)) {
      LpNode *first = lp_edit_first_child(behind);
      lp_edit_set_integer(document, first, LP_ATTRIBUTE_VALUE, value_of(first));
      if (lp_edit_move_children(behind, node))
        lp_edit_unlink(behind);
    }
    return;
  }
}
