/* Notes are numbered in the order in which the text refers to them, and what is referred to is there. */
#include "config.h"

#include "statement/passing.h"

#include <glib.h>
#include <letterpress/walk.h>
#include <string.h>

typedef struct References {
  LpPassing *passing;
  GHashTable *numbers; /* a note's node -> its number */
  GPtrArray *order;    /* notes in the order of their first reference */
  GPtrArray *broken;   /* links and references that lead nowhere */
  int32_t last[2];     /* numbers used, by class */
} References;

static void refer(References *references, LpNode *reference) {
  LpDocument *document = references->passing->document;
  const char *target = lp_node_string(reference, LP_ATTRIBUTE_TARGET);
  const LpNode *found = target ? lp_document_named(document, LP_KIND_NOTE, target) : NULL;
  if (!found) {
    g_ptr_array_add(references->broken, reference);
    return;
  }
  LpNode *note = lp_edit_node(document, found);
  int32_t number = GPOINTER_TO_INT(g_hash_table_lookup(references->numbers, note));
  if (!number) {
    int kind = lp_node_integer(note, LP_ATTRIBUTE_NOTE_CLASS) == 1;
    number = ++references->last[kind];
    g_hash_table_insert(references->numbers, note, GINT_TO_POINTER(number));
    g_ptr_array_add(references->order, note);
    lp_edit_set_integer(document, note, LP_ATTRIBUTE_VALUE, number);
  }
  lp_edit_set_integer(document, reference, LP_ATTRIBUTE_VALUE, number);
}

/* A link or field that aims at a place in the document. */
static void check_target(References *references, LpNode *node) {
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  if (target && !lp_document_named(references->passing->document, LP_KIND_ANCHOR, target) &&
      !lp_document_named(references->passing->document, LP_KIND_HEADING, target))
    g_ptr_array_add(references->broken, node);
}

static void find(References *references) {
  LpDocument *document = references->passing->document;
  const LpNode *root = lp_document_root(document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (step.leaving)
      continue;
    if (kind == LP_KIND_NOTE_REFERENCE)
      refer(references, lp_edit_node(document, step.node));
    else if (kind == LP_KIND_LINK || kind == LP_KIND_FIELD)
      check_target(references, lp_edit_node(document, step.node));
  }
}

/* Text stays; what led nowhere leads nowhere any more. */
static void mend(References *references) {
  for (guint i = 0; i < references->broken->len; i++) {
    LpNode *node = references->broken->pdata[i];
    LpPlace place = lp_node_place(node);
    if (lp_node_kind(node) == LP_KIND_NOTE_REFERENCE) {
      lp_warn(references->passing->account, "references.no-note", &place,
              "The text refers to a note “%s” that the draft does not have; the reference is left out.",
              lp_node_string(node, LP_ATTRIBUTE_TARGET) ? lp_node_string(node, LP_ATTRIBUTE_TARGET) : "");
      lp_edit_unlink(node);
    } else {
      lp_warn(references->passing->account, "references.no-target", &place,
              "A reference leads to “%s”, which the draft does not have; its text stays, without the link.",
              lp_node_string(node, LP_ATTRIBUTE_TARGET));
      lp_edit_clear(node, LP_ATTRIBUTE_TARGET);
      if (lp_node_kind(node) == LP_KIND_LINK)
        lp_edit_unwrap(node);
    }
  }
}

/* Notes in the order of their numbers; one that nothing refers to stays at the end, and is told. */
static void order_notes(References *references) {
  LpNode *notes = lp_edit_last_child(lp_edit_root(references->passing->document));
  if (!notes || lp_node_kind(notes) != LP_KIND_NOTES)
    return;
  for (LpNode *note = lp_edit_first_child(notes); note; note = lp_edit_next(note))
    if (lp_node_kind(note) == LP_KIND_NOTE && !g_hash_table_contains(references->numbers, note)) {
      LpPlace place = lp_node_place(note);
      int kind = lp_node_integer(note, LP_ATTRIBUTE_NOTE_CLASS) == 1;
      lp_warn(references->passing->account, "references.unused-note", &place,
              "Nothing in the text refers to this note; it stands after the others.");
      lp_edit_set_integer(references->passing->document, note, LP_ATTRIBUTE_VALUE, ++references->last[kind]);
      g_ptr_array_add(references->order, note);
    }
  for (guint i = references->order->len; i-- > 0;) {
    LpNode *note = references->order->pdata[i];
    if (lp_edit_parent(note) != notes || lp_edit_first_child(notes) == note)
      continue;
    lp_edit_unlink(note);
    lp_edit_insert_before(lp_edit_first_child(notes), note);
  }
}

void lp_pass_references(LpPassing *passing) {
  References references = {.passing = passing,
                           .numbers = g_hash_table_new(NULL, NULL),
                           .order = g_ptr_array_new(),
                           .broken = g_ptr_array_new()};
  find(&references);
  mend(&references);
  order_notes(&references);
  g_hash_table_destroy(references.numbers);
  g_ptr_array_free(references.order, TRUE);
  g_ptr_array_free(references.broken, TRUE);
}
