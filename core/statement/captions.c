/* "Table 1. Results of the pilot", a paragraph directly above a table, is its caption: it is styled as one,
   stays with the table and is told to those who hear the document. */
#include "config.h"

#include "statement/passing.h"

#include "statement/flow.h"
#include "statement/script.h"
#include "statement/words.h"

#include <string.h>

enum { CAPTION_BYTES_MOST = 400 };

/* A word for a table, and a number. */
static bool is_caption(const char *text) {
  while (g_unichar_isspace(g_utf8_get_char(text)))
    text = lp_next_character(text);
  const char *end = text;
  while (g_unichar_isalpha(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end)))
    end = lp_next_character(end);
  const char *number = end;
  while (g_unichar_isspace(g_utf8_get_char(number)))
    number = lp_next_character(number);
  char *word = g_utf8_strdown(text, end - text);
  bool is = lp_word_names_table(word) && g_unichar_isdigit(g_utf8_get_char(number));
  g_free(word);
  return is;
}

static bool has_caption(const LpNode *table) {
  const LpNode *first = lp_node_first_child(table);
  return first && lp_node_kind(first) == LP_KIND_CAPTION;
}

/* A paragraph, or what a reader has made one already: a caption beside the table. */
static void take_caption(LpNode *block, LpNode *table) {
  LpKind kind = lp_node_kind(block);
  if (kind != LP_KIND_PARAGRAPH && kind != LP_KIND_CAPTION)
    return;
  bool is_said =
      kind == LP_KIND_CAPTION || lp_style_integer(lp_node_style(block), LP_PROPERTY_ROLE) == LP_ROLE_CAPTION;
  if (lp_block_length(block, CAPTION_BYTES_MOST) >= CAPTION_BYTES_MOST)
    return;
  char *text = lp_node_text_below(block);
  if ((is_said || is_caption(text)) && lp_node_parent(block) == lp_node_parent(table)) {
    lp_edit_unlink(block);
    lp_edit_set_kind(block, LP_KIND_CAPTION);
    if (lp_edit_first_child(table))
      lp_edit_insert_before(lp_edit_first_child(table), block);
    else
      lp_edit_append(table, block);
  }
  g_free(text);
}

void lp_pass_captions(LpPassing *passing) {
  GPtrArray *flow = lp_flow_of(passing->document, lp_document_root(passing->document));
  for (size_t i = 1; i < flow->len; i++) {
    LpNode *table = lp_flow_at(flow, i);
    if (lp_node_kind(table) == LP_KIND_TABLE && !has_caption(table))
      take_caption(lp_flow_at(flow, i - 1), table);
  }
  g_ptr_array_free(flow, TRUE);
}
