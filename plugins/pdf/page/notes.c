#include "config.h"

#include "page/galley.h"
#include "page/rule.h"

/* Notes stand at the end of the text, below a rule, numbered in the order of their references. */

unsigned notes_number(Galley *galley, const char *name) {
  gpointer number = g_hash_table_lookup(galley->notes, name);
  if (number == NULL) {
    number = GUINT_TO_POINTER(g_hash_table_size(galley->notes) + 1);
    g_hash_table_insert(galley->notes, g_string_chunk_insert_const(galley->layout->strings, name), number);
  }
  return GPOINTER_TO_UINT(number);
}

const char *notes_mark(Galley *galley, const LpNode *reference) {
  const char *mark = lp_node_string(reference, LP_ATTRIBUTE_MARK);
  const char *name = lp_node_string(reference, LP_ATTRIBUTE_TARGET);
  if (mark != NULL) {
    g_hash_table_insert(galley->note_marks, g_string_chunk_insert_const(galley->layout->strings, name),
                        g_string_chunk_insert_const(galley->layout->strings, mark));
    return mark;
  }
  char number[16];
  g_snprintf(number, sizeof number, "%u", notes_number(galley, name));
  return g_string_chunk_insert_const(galley->layout->strings, number);
}

static const char *prefixed(Galley *galley, const char *prefix, const char *name) {
  char *joined = g_strconcat(prefix, name, NULL);
  const char *kept = g_string_chunk_insert_const(galley->layout->strings, joined);
  g_free(joined);
  return kept;
}

const char *notes_destination(Galley *galley, const char *name) {
  return prefixed(galley, "note ", name);
}

const char *notes_reference_destination(Galley *galley, const char *name) {
  return prefixed(galley, "reference ", name);
}

LpWalkInto notes_enter_all(void *state, const LpNode *node) {
  Galley *galley = state;
  const LpLetterhead *letterhead = galley->layout->letterhead;
  if (lp_node_first_child(node) == NULL)
    return LP_WALK_INTO;
  const LpStyle *body = lp_letterhead_style(letterhead, LP_ROLE_BODY);
  RuleBox *rule = rule_box_new(lp_letterhead_integer(letterhead, LP_LETTERHEAD_NOTE_RULE_LENGTH),
                               lp_letterhead_integer(letterhead, LP_LETTERHEAD_NOTE_RULE_THICKNESS),
                               (uint32_t)lp_letterhead_colour(letterhead, LP_COLOUR_INK, false));
  rule->right_to_left = galley->layout->right_to_left;
  rule->box.before_emu = lp_style_integer(body, LP_PROPERTY_LEADING_EMU);
  rule->box.after_emu = lp_letterhead_integer(letterhead, LP_LETTERHEAD_NOTE_RULE_GAP);
  rule->box.keeps_next = true;
  galley_add(galley, &rule->box);
  return LP_WALK_INTO;
}

/* The label of a note is its mark, and leads back to where it is called. */
static GString *label_of_note(Galley *galley, const LpNode *node, const char *name) {
  if (lp_node_kind(node) == LP_KIND_COMMENT)
    return g_string_new("\xE2\x80\xA2");
  const char *mark = g_hash_table_lookup(galley->note_marks, name);
  GString *label = g_string_new(mark);
  if (mark == NULL)
    g_string_printf(label, "%u", notes_number(galley, name));
  return label;
}

LpWalkInto notes_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  const char *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  if (name == NULL)
    name = "";
  const int32_t hang = lp_letterhead_integer(galley->layout->letterhead, LP_LETTERHEAD_NOTE_NUMBER_WIDTH);
  PdfElement *note = galley_element(galley, PDF_NOTE);
  PdfDestination *here = pdf_destination_named(galley->layout->tags, notes_destination(galley, name));
  g_array_append_val(galley->anchors, here);
  galley->label = (Label){.text = label_of_note(galley, node, name),
                          .element = pdf_element_new(galley->layout->tags, note, PDF_LBL),
                          .hang_emu = hang};
  if (g_hash_table_contains(galley->notes, name) || g_hash_table_contains(galley->note_marks, name))
    galley->label.target = notes_reference_destination(galley, name);
  galley_open(galley, node, note, hang, 0);
  return LP_WALK_INTO;
}

void notes_leave(void *state, const LpNode *node) {
  (void)node;
  lists_flush_label(state);
  galley_close(state);
}
