#include "config.h"

#include "page/galley.h"
#include "page/looks.h"

#include <letterpress/number.h>
#include <string.h>

/* Labels longer than this are measured, so that the text of all items begins behind the widest. */
enum { SHORT_LABEL = 3 };

static PdfListNumbering numbering_of(const LpNode *list) {
  switch (lp_node_integer(list, LP_ATTRIBUTE_NUMBER_STYLE)) {
  case LP_NUMBER_LOWER_ROMAN: return PDF_NUMBERING_LOWER_ROMAN;
  case LP_NUMBER_UPPER_ROMAN: return PDF_NUMBERING_UPPER_ROMAN;
  case LP_NUMBER_LOWER_LETTER:
  case LP_NUMBER_LETTER_ALPHABETIC: return PDF_NUMBERING_LOWER_ALPHA;
  case LP_NUMBER_UPPER_LETTER: return PDF_NUMBERING_UPPER_ALPHA;
  case LP_NUMBER_BULLET: return PDF_NUMBERING_DISC;
  case LP_NUMBER_NONE: return PDF_NUMBERING_NONE;
  default: return lp_node_integer(list, LP_ATTRIBUTE_ORDERED) ? PDF_NUMBERING_DECIMAL : PDF_NUMBERING_DISC;
  }
}

/* The first paragraph of an item, whose look its label takes; NULL: none directly in it. */
static const LpNode *text_of_item(const LpNode *item) {
  for (const LpNode *block = lp_node_first_child(item); block != NULL; block = lp_node_next(block))
    if (lp_kind_takes_inlines(lp_node_kind(block)))
      return block;
  return NULL;
}

static int32_t width_of_label(Galley *galley, const char *label, const LpStyle *style) {
  ParagraphSpan span = look_of_text(galley->layout, NULL, style);
  span.end = strlen(label);
  const ParagraphText text = {.utf8 = label, .length = span.end, .spans = &span, .span_count = 1};
  ParagraphShape shape = look_of_block(galley->layout, style);
  shape.indent_start_emu = shape.indent_end_emu = shape.indent_first_emu = 0;
  shape.measure_emu = G_MAXINT32;
  int32_t least, natural;
  paragraph_widths(galley->layout->typesetter, &text, &shape, &least, &natural);
  return natural + span.size_emu / 3;
}

/* How far labels hang before the text: by the letterhead, but no label reaches into its text. */
static int32_t hang_of_list(Galley *galley, const LpNode *list) {
  const int32_t hang = lp_letterhead_integer(galley->layout->letterhead, LP_LETTERHEAD_LIST_LEVEL_INDENT);
  const LpNode *longest = NULL;
  glong most = SHORT_LABEL;
  for (const LpNode *item = lp_node_first_child(list); item != NULL; item = lp_node_next(item)) {
    const char *label = lp_node_string(item, LP_ATTRIBUTE_MARKER);
    const glong length = label == NULL ? 0 : g_utf8_strlen(label, -1);
    if (length <= most || text_of_item(item) == NULL)
      continue;
    most = length;
    longest = item;
  }
  if (longest == NULL)
    return hang;
  const int32_t width = width_of_label(galley, lp_node_string(longest, LP_ATTRIBUTE_MARKER),
                                       lp_node_style(text_of_item(longest)));
  return MAX(hang, MIN(width, galley->layout->measure_emu / 3));
}

LpWalkInto lists_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  lists_flush_label(galley);
  PdfElement *list = galley_element(galley, PDF_L);
  pdf_element_set_numbering(galley->layout->tags, list, numbering_of(node));
  const int32_t hang = hang_of_list(galley, node);
  Container *container = galley_open(galley, node, list, hang, 0);
  container->levels++;
  container->hang_emu = hang;
  container->number = lp_node_has(node, LP_ATTRIBUTE_START) ? lp_node_integer(node, LP_ATTRIBUTE_START) : 1;
  return LP_WALK_INTO;
}

/* What an item shows: the draft's marker, else its number, else a bullet. */
static GString *label_of_item(const Container *list, const LpNode *item) {
  const char *marker = lp_node_string(item, LP_ATTRIBUTE_MARKER);
  if (marker != NULL)
    return g_string_new(marker);
  const bool is_ordered = list->node != NULL && lp_node_integer(list->node, LP_ATTRIBUTE_ORDERED);
  if (!is_ordered)
    return g_string_new("\xE2\x80\xA2");
  const int32_t value =
      lp_node_has(item, LP_ATTRIBUTE_VALUE) ? lp_node_integer(item, LP_ATTRIBUTE_VALUE) : list->number;
  char number[64];
  lp_number_format(value, (LpNumberStyle)lp_node_integer(list->node, LP_ATTRIBUTE_NUMBER_STYLE), number,
                   sizeof number);
  GString *label = g_string_new(number);
  if (label->len > 0)
    g_string_append_c(label, '.');
  return label;
}

LpWalkInto lists_enter_item(void *state, const LpNode *node) {
  Galley *galley = state;
  Container *list = galley_container(galley);
  GString *label = label_of_item(list, node);
  if (list->number < G_MAXINT32)
    list->number++;
  const int32_t hang = list->hang_emu;
  PdfElement *item = galley_element(galley, PDF_LI);
  if (label->len > 0) {
    galley->label = (Label){
        .text = label, .element = pdf_element_new(galley->layout->tags, item, PDF_LBL), .hang_emu = hang};
  } else {
    g_string_free(label, TRUE);
  }
  PdfElement *body = pdf_element_new(galley->layout->tags, item, PDF_LBODY);
  galley_open(galley, node, body, 0, 0);
  return LP_WALK_INTO;
}

void lists_leave_item(void *state, const LpNode *node) {
  (void)node;
  lists_flush_label(state);
  galley_close(state);
}

void lists_flush_label(Galley *galley) {
  if (galley->label.text == NULL || galley->content != NULL)
    return;
  inlines_begin(galley, NULL, galley->label.element);
  TextBox *text = inlines_end(galley);
  text->box.keeps_next = true;
  galley_add_text(galley, text);
}
