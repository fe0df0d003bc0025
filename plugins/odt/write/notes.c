/* text:note and office:annotation (ODF 1.3, 6.3 and 14.1). */
#include "config.h"

#include "notes.h"

#include "changes.h"
#include "links.h"
#include "paragraph.h"
#include "rows.h"
#include "state.h"

/* ---- which are written ---- */

static const LpNode **find(const Notes *notes, const LpNode *note) {
  size_t slot = (size_t)(((uint64_t)(uintptr_t)note >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
  while (notes->slots[slot & (notes->slot_count - 1)] && notes->slots[slot & (notes->slot_count - 1)] != note)
    slot++;
  return &notes->slots[slot & (notes->slot_count - 1)];
}

/* Marks a note as written; false: it was so already. */
static bool take(OdtWriter *writer, const LpNode *note) {
  Notes *notes = &writer->notes;
  if ((notes->count + 1) * 2 > notes->slot_count) {
    Notes old = *notes;
    notes->slot_count = old.slot_count ? old.slot_count * 2 : 32;
    notes->slots = lp_writing_allocate(writer->writing, notes->slot_count * sizeof *notes->slots);
    for (size_t i = 0; i < old.slot_count; i++)
      if (old.slots[i])
        *find(notes, old.slots[i]) = old.slots[i];
  }
  const LpNode **slot = find(notes, note);
  if (*slot)
    return false;
  *slot = note;
  notes->count++;
  return true;
}

static bool is_taken(const OdtWriter *writer, const LpNode *note) {
  return writer->notes.slot_count && *find(&writer->notes, note);
}

/* Writes the blocks of a note as a flow of their own. */
static void write_blocks(OdtWriter *writer, const LpNode *note) {
  Flow outer = state_begin_flow(writer, state_measure(writer));
  Table *table = writer->table;
  writer->table = NULL;
  writer->note = note;
  if (lp_node_first_child(note))
    rows_write_children(writer, note);
  else {
    paragraph_open(writer, "Footnote");
    lp_markup_close(writer->markup);
  }
  writer->note = NULL;
  writer->table = table;
  state_end_flow(writer, outer);
}

/* ---- notes ---- */

static const char *class_of(const LpNode *note) {
  return lp_node_integer(note, LP_ATTRIBUTE_NOTE_CLASS) == 1 ? "endnote" : "footnote";
}

static void write_note(OdtWriter *writer, const LpNode *note, const char *mark) {
  lp_markup_open(writer->markup, "text:note");
  link_identify(writer, "text:id", "note-", note);
  lp_markup_attribute(writer->markup, "text:note-class", class_of(note));
  lp_markup_open(writer->markup, "text:note-citation");
  lp_markup_attribute(writer->markup, "text:label", mark);
  lp_markup_generated(writer->markup, mark ? mark : "1");
  lp_markup_close(writer->markup);
  lp_markup_open(writer->markup, "text:note-body");
  write_blocks(writer, note);
  lp_markup_close(writer->markup);
  lp_markup_close(writer->markup);
}

/* A further reference to a note that is there already. */
static void write_reference(OdtWriter *writer, const LpNode *note, const char *mark) {
  lp_markup_open(writer->markup, "text:span");
  lp_markup_attribute(writer->markup, "text:style-name", "Footnote_20_anchor");
  lp_markup_open(writer->markup, "text:note-ref");
  lp_markup_attribute(writer->markup, "text:note-class", class_of(note));
  lp_markup_attribute(writer->markup, "text:reference-format", "text");
  link_identify(writer, "text:ref-name", "note-", note);
  lp_markup_generated(writer->markup, mark ? mark : "1");
  lp_markup_close(writer->markup);
  lp_markup_close(writer->markup);
}

LpWalkInto note_reference_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  const char *mark = lp_node_string(node, LP_ATTRIBUTE_MARK);
  const LpNode *note = target ? lp_document_named(writer->document, LP_KIND_NOTE, target) : NULL;
  if (writer->flow.plain)
    return LP_WALK_INTO;
  if (note && !writer->note && take(writer, note))
    write_note(writer, note, mark ? mark : lp_node_string(note, LP_ATTRIBUTE_MARK));
  else if (note)
    write_reference(writer, note, mark);
  else if (mark)
    lp_markup_generated(writer->markup, mark);
  writer->flow.after_space = false;
  return LP_WALK_INTO;
}

/* ---- comments ---- */

/* An annotation holds paragraphs and lists only: it gets the paragraphs, and their text without formatting.
 */
static void write_plainly(OdtWriter *writer, const LpNode *comment) {
  for (LpStep step = lp_walk_first(comment); step.node; step = lp_walk_next(comment, step)) {
    LpKind kind = lp_node_kind(step.node);
    size_t n;
    const char *text = lp_node_text(step.node, &n);
    if (kind == LP_KIND_TEXT)
      lp_markup_text(writer->markup, text, n);
    else if (lp_kind_is_block(kind) && lp_kind_takes_inlines(kind) && step.leaving)
      lp_markup_close(writer->markup);
    else if (lp_kind_is_block(kind) && lp_kind_takes_inlines(kind))
      lp_markup_open(writer->markup, "text:p");
  }
}

static void write_comment(OdtWriter *writer, const LpNode *comment, bool is_range) {
  lp_markup_open(writer->markup, "office:annotation");
  if (is_range)
    link_identify(writer, "office:name", "comment-", comment);
  change_write_info(writer, comment);
  write_plainly(writer, comment);
  lp_markup_close(writer->markup);
}

LpWalkInto comment_range_enter(void *state, const LpNode *node) {
  enum { START = 0, END = 1 };
  OdtWriter *writer = state;
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  const LpNode *comment = target ? lp_document_named(writer->document, LP_KIND_COMMENT, target) : NULL;
  int32_t edge = lp_node_integer(node, LP_ATTRIBUTE_EDGE);
  if (!comment || writer->note || writer->flow.plain)
    return LP_WALK_INTO;
  if (edge == END && is_taken(writer, comment)) {
    lp_markup_open(writer->markup, "office:annotation-end");
    link_identify(writer, "office:name", "comment-", comment);
    lp_markup_close(writer->markup);
  } else if (take(writer, comment))
    write_comment(writer, comment, edge == START);
  return LP_WALK_INTO;
}

/* A note that nothing refers to has no place of its own: it stands at the end as a paragraph. */
LpWalkInto notes_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  for (const LpNode *child = lp_node_first_child(node); child; child = lp_node_next(child))
    if (take(writer, child))
      rows_write_children(writer, child);
  return LP_WALK_PAST;
}
