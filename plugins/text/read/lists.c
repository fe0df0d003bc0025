/* Which list an item belongs to. */
#include "config.h"

#include "read/lists.h"

#include "read/wrap.h"

#include <string.h>

static void close_one(Lists *lists, Draft *draft) {
  lp_builder_close(draft->builder, LP_KIND_LIST);
  lists->depth--;
}

void lists_close(Lists *lists, Draft *draft) {
  while (lists->depth > 0)
    close_one(lists, draft);
}

/* The open list that the marker is the next item of; -1: none. The innermost wins, unless the indent speaks
 * for another bullet. */
static int list_of(const Lists *lists, const Marker *marker, size_t indent) {
  for (size_t i = lists->depth; i-- > 0;) {
    const OpenList *open = &lists->open[i];
    if (!marker_follows(&open->last, marker))
      continue;
    if (marker->style == LP_NUMBER_BULLET && indent > open->indent + 1)
      return -1; /* the same bullet, further in: a list within */
    if (marker->style == LP_NUMBER_BULLET && indent + 1 < open->indent && i > 0)
      continue;
    return (int)i;
  }
  return -1;
}

bool lists_continue(const Lists *lists, const Marker *marker) {
  for (size_t i = lists->depth; i-- > 0;)
    if (marker_follows(&lists->open[i].last, marker))
      return true;
  return false;
}

bool marker_has_successor(const Draft *draft, size_t line, size_t end, const Marker *marker) {
  enum { AHEAD = 80 };
  Marker settled = *marker;
  marker_settle(NULL, &settled);
  for (size_t next = line + 1; next < end && next < line + AHEAD; next++) {
    Line here = line_at(draft, next);
    Marker found;
    if (read_marker(draft->text->str + here.from, here.to - here.from, &found) &&
        marker_follows(&settled, &found))
      return true;
  }
  return false;
}

static void open_list(Lists *lists, Draft *draft, const Marker *marker, size_t indent, const LpPlace *place) {
  /* A list further out than those open does not stand in them. */
  while (lists->depth > 0 && indent + 1 < lists->open[lists->depth - 1].indent)
    close_one(lists, draft);
  /* Beside one of the same kind it begins anew. */
  if (lists->depth > 0) {
    const OpenList *top = &lists->open[lists->depth - 1];
    bool same_kind = top->last.style == marker->style && top->last.before == marker->before &&
                     top->last.after == marker->after;
    if (indent <= top->indent + 1 && same_kind)
      close_one(lists, draft);
  }
  if (lists->depth == OPEN_LISTS)
    close_one(lists, draft);
  lp_builder_open(draft->builder, LP_KIND_LIST, place);
  if (marker->style != LP_NUMBER_BULLET) {
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_ORDERED, 1);
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_START, marker->value);
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_NUMBER_STYLE, (int32_t)marker->style);
  }
  lists->depth++;
}

void lists_open_item(Lists *lists, Draft *draft, Marker *marker, size_t offset, size_t indent,
                     size_t content_indent) {
  LpPlace place = draft_place(draft, offset);
  int at = list_of(lists, marker, indent);
  if (at >= 0) {
    while (lists->depth > (size_t)at + 1)
      close_one(lists, draft);
    lp_builder_close(draft->builder, LP_KIND_LIST_ITEM);
    marker_settle(&lists->open[at].last, marker);
  } else {
    marker_settle(NULL, marker);
    open_list(lists, draft, marker, indent, &place);
  }
  lists->open[lists->depth - 1] = (OpenList){*marker, indent, content_indent};
  draft->last_item = *marker;
  lp_builder_open(draft->builder, LP_KIND_LIST_ITEM, &place);
  lp_builder_string(draft->builder, LP_ATTRIBUTE_MARKER, marker->label);
  if (marker->style != LP_NUMBER_BULLET)
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_VALUE, marker->value);
  draft_leave(draft, offset, offset + marker->length, LP_REASON_STRUCTURE);
}

bool lists_keep(Lists *lists, Draft *draft, size_t indent) {
  while (lists->depth > 0) {
    const OpenList *top = &lists->open[lists->depth - 1];
    /* Far further in stands a page number or a signature, no part of the item. */
    if (indent + 1 >= top->content_indent && indent > top->indent && indent <= top->content_indent + 3)
      return true;
    close_one(lists, draft);
  }
  return false;
}
