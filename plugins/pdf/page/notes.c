#include "config.h"

#include "page/galley.h"
#include "page/rule.h"

/* Notes stand at the end of the text, below a rule, numbered in the order of their references. */

static unsigned number_in(Galley *galley, GHashTable *numbers, const char *name) {
  gpointer number = g_hash_table_lookup(numbers, name);
  if (number == NULL) {
    number = GUINT_TO_POINTER(g_hash_table_size(numbers) + 1);
    g_hash_table_insert(numbers, g_string_chunk_insert_const(galley->layout->strings, name), number);
  }
  return GPOINTER_TO_UINT(number);
}

/* The two parts as one string, kept by the layout. */
static const char *joined(Galley *galley, const char *first, const char *second) {
  char *both = g_strconcat(first, second, NULL);
  const char *kept = g_string_chunk_insert_const(galley->layout->strings, both);
  g_free(both);
  return kept;
}

static const char *number_mark(Galley *galley, const char *letter, unsigned number) {
  char digits[16];
  g_snprintf(digits, sizeof digits, "%u", number);
  return joined(galley, letter, digits);
}

const char *notes_comment_mark(Galley *galley, const char *name) {
  return number_mark(galley, "C", number_in(galley, galley->comments, name));
}

const char *notes_mark(Galley *galley, const LpNode *reference) {
  const char *mark = lp_node_string(reference, LP_ATTRIBUTE_MARK);
  const char *name = lp_node_string(reference, LP_ATTRIBUTE_TARGET);
  if (mark == NULL)
    return number_mark(galley, "", number_in(galley, galley->notes, name));
  const char *kept = g_string_chunk_insert_const(galley->layout->strings, mark);
  g_hash_table_insert(galley->note_marks, g_string_chunk_insert_const(galley->layout->strings, name),
                      (gpointer)(uintptr_t)kept);
  return kept;
}

const char *notes_destination(Galley *galley, LpKind kind, const char *name) {
  return joined(galley, kind == LP_KIND_COMMENT ? "comment " : "note ", name);
}

const char *notes_reference_destination(Galley *galley, LpKind kind, const char *name) {
  return joined(galley, kind == LP_KIND_COMMENT ? "comment on " : "reference ", name);
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

/* The label of a note is its mark. */
static const char *label_of(Galley *galley, LpKind kind, const char *name) {
  if (kind == LP_KIND_COMMENT)
    return notes_comment_mark(galley, name);
  const char *mark = g_hash_table_lookup(galley->note_marks, name);
  return mark != NULL ? mark : number_mark(galley, "", number_in(galley, galley->notes, name));
}

static bool is_called(const Galley *galley, LpKind kind, const char *name) {
  if (kind == LP_KIND_COMMENT)
    return g_hash_table_contains(galley->comments, name);
  return g_hash_table_contains(galley->notes, name) || g_hash_table_contains(galley->note_marks, name);
}

/* A note leads back to where it is called; a comment begins with who made it. */
LpWalkInto notes_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  const LpKind kind = lp_node_kind(node);
  const char *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  if (name == NULL)
    name = "";
  const bool leads_back = is_called(galley, kind, name);
  const int32_t hang = lp_letterhead_integer(galley->layout->letterhead, LP_LETTERHEAD_NOTE_NUMBER_WIDTH);
  PdfElement *note = galley_element(galley, PDF_NOTE);
  PdfDestination *here = pdf_destination_named(galley->layout->tags, notes_destination(galley, kind, name));
  g_array_append_val(galley->anchors, here);
  galley->label = (Label){.text = g_string_new(label_of(galley, kind, name)),
                          .element = pdf_element_new(galley->layout->tags, note, PDF_LBL),
                          .hang_emu = hang};
  if (leads_back)
    galley->label.target = notes_reference_destination(galley, kind, name);
  const char *author = lp_node_string(node, LP_ATTRIBUTE_AUTHOR);
  if (kind == LP_KIND_COMMENT && author != NULL && *author != 0)
    galley->label.lead = joined(galley, author, ": ");
  galley_open(galley, node, note, hang, 0);
  return LP_WALK_INTO;
}

void notes_leave(void *state, const LpNode *node) {
  (void)node;
  lists_flush_label(state);
  galley_close(state);
}
