/* Notes and comments. A reference is a link to its note, the number before a note the link back. */
#include "config.h"

#include "notes.h"

#include "blocks.h"
#include "roles.h"
#include "rows.h"
#include "state.h"

#include <letterpress/number.h>

enum { FOOTNOTE = 0, ENDNOTE = 1 };

static size_t class_of(const LpNode *note) {
  return lp_node_integer(note, LP_ATTRIBUTE_NOTE_CLASS) == ENDNOTE ? ENDNOTE : FOOTNOTE;
}

/* The slot of a note, or the free one where it would be. */
static NoteNumber *find(const NoteNumbers *numbers, const LpNode *note) {
  size_t slot = (size_t)(((uint64_t)(uintptr_t)note >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
  for (;; slot++) {
    NoteNumber *number = &numbers->slots[slot & (numbers->slot_count - 1)];
    if (!number->note || number->note == note)
      return number;
  }
}

static void grow(HtmlWriter *writer) {
  NoteNumbers *numbers = &writer->notes;
  NoteNumbers old = *numbers;
  numbers->slot_count = old.slot_count ? old.slot_count * 2 : 32;
  numbers->slots = lp_writing_allocate(writer->writing, numbers->slot_count * sizeof *numbers->slots);
  for (size_t i = 0; i < old.slot_count; i++)
    if (old.slots[i].note)
      *find(numbers, old.slots[i].note) = old.slots[i];
}

static NoteNumber *number_of(HtmlWriter *writer, const LpNode *note) {
  NoteNumbers *numbers = &writer->notes;
  if ((numbers->count + 1) * 2 > numbers->slot_count)
    grow(writer);
  NoteNumber *number = find(numbers, note);
  if (number->note)
    return number;
  number->note = note;
  number->id = (uint32_t)++numbers->count;
  if (lp_node_kind(note) == LP_KIND_NOTE)
    number->number = ++numbers->of_class[class_of(note)];
  return number;
}

static const LpNode *note_of(const HtmlWriter *writer, const LpNode *reference) {
  const char *target = lp_node_string(reference, LP_ATTRIBUTE_TARGET);
  return target ? lp_document_named(writer->document, LP_KIND_NOTE, target) : NULL;
}

void notes_survey(HtmlWriter *writer, const LpNode *reference) {
  const LpNode *note = note_of(writer, reference);
  if (note)
    (void)number_of(writer, note);
}

/* Endnotes are numbered in Roman where there are footnotes too. */
static void write_number(HtmlWriter *writer, const NoteNumber *number) {
  bool roman = class_of(number->note) == ENDNOTE && writer->notes.of_class[FOOTNOTE] > 0;
  char buffer[80];
  lp_number_format(number->number, roman ? LP_NUMBER_LOWER_ROMAN : LP_NUMBER_DECIMAL, buffer, sizeof buffer);
  lp_markup_generated(writer->markup, buffer);
}

LpWalkInto note_reference_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpNode *note = note_of(writer, node);
  const char *mark = lp_node_string(node, LP_ATTRIBUTE_MARK);
  element_open(writer, "sup", NULL);
  element_class(writer, "noteref", NULL, NULL);
  if (note && !writer->elements.link) {
    NoteNumber *number = number_of(writer, note);
    lp_markup_open(writer->markup, "a");
    if (!number->referred)
      element_numbered(writer, "id", "noteref", number->id);
    number->referred = true;
    element_numbered(writer, "href", "#note", number->id);
    lp_markup_attribute(writer->markup, "role", "doc-noteref");
  }
  if (mark)
    lp_markup_generated(writer->markup, mark);
  else if (note)
    write_number(writer, number_of(writer, note));
  element_close(writer);
  return LP_WALK_INTO;
}

/* Notes in the order of the tree, then comments. */
LpWalkInto notes_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  bool any = false;
  for (const LpNode *child = lp_node_first_child(node); child; child = lp_node_next(child)) {
    if (lp_node_kind(child) != LP_KIND_NOTE)
      continue;
    if (!any) {
      element_open_line(writer, "section", node);
      element_class(writer, "notes", NULL, NULL);
      lp_markup_attribute(writer->markup, "role", "doc-endnotes");
      element_open(writer, "ol", NULL);
    }
    any = true;
    rows_write(writer, child);
  }
  if (any) {
    element_close(writer);
    element_close(writer);
  }
  for (const LpNode *child = lp_node_first_child(node); child; child = lp_node_next(child))
    if (lp_node_kind(child) != LP_KIND_NOTE)
      rows_write(writer, child);
  return LP_WALK_PAST;
}

LpWalkInto note_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  NoteNumber *number = number_of(writer, node);
  const char *mark = lp_node_string(node, LP_ATTRIBUTE_MARK);
  const LpNode *bare = role_only_paragraph(node);
  element_open_line(writer, "li", bare ? bare : node);
  element_numbered(writer, "id", "note", number->id);
  block_class(writer, bare, NULL);
  lp_markup_open(writer->markup, number->referred ? "a" : "span");
  lp_markup_attribute(writer->markup, "class", "marker");
  if (number->referred) {
    element_numbered(writer, "href", "#noteref", number->id);
    lp_markup_attribute(writer->markup, "role", "doc-backlink");
  }
  if (mark)
    lp_markup_generated(writer->markup, mark);
  else
    write_number(writer, number);
  lp_markup_close(writer->markup);
  if (bare)
    lp_markup_generated(writer->markup, " ");
  return LP_WALK_INTO;
}

void note_leave(void *state, const LpNode *node) {
  (void)node;
  element_close(state);
}

/* A comment is shown behind the range that it is about; what it says stands at the end. */
LpWalkInto comment_range_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  const LpNode *comment = target ? lp_document_named(writer->document, LP_KIND_COMMENT, target) : NULL;
  if (!comment || lp_node_integer(node, LP_ATTRIBUTE_EDGE) == 0 || writer->elements.link)
    return LP_WALK_INTO;
  NoteNumber *number = number_of(writer, comment);
  element_open(writer, "sup", NULL);
  element_class(writer, "noteref", NULL, NULL);
  lp_markup_open(writer->markup, "a");
  element_numbered(writer, "href", "#note", number->id);
  lp_markup_generated(writer->markup, "✻");
  element_close(writer);
  return LP_WALK_INTO;
}

LpWalkInto comment_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const char *author = lp_node_string(node, LP_ATTRIBUTE_AUTHOR);
  element_open_line(writer, "div", node);
  element_class(writer, "comment", NULL, NULL);
  lp_markup_attribute(writer->markup, "role", "note");
  element_numbered(writer, "id", "note", number_of(writer, node)->id);
  if (author) {
    lp_markup_open(writer->markup, "cite");
    lp_markup_generated(writer->markup, author);
    lp_markup_close(writer->markup);
  }
  return LP_WALK_INTO;
}
