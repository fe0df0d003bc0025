#include "config.h"

#include "page/characters.h"
#include "page/galley.h"
#include "page/looks.h"

#include <string.h>

#define LINE_SEPARATOR "\xE2\x80\xA8" /* U+2028 */

uint32_t inlines_current_tag(const Galley *galley) {
  const GArray *open = galley->open_tags;
  return open->len == 0 ? 0 : g_array_index(open, uint32_t, open->len - 1);
}

void inlines_generate(Galley *galley, const char *text, uint32_t tag) {
  ParagraphSpan look = look_of_text(galley->layout, NULL, galley->block_style);
  look.tag = tag;
  content_add_text(galley->content, text, strlen(text), &look, NULL);
}

/* Puts the label that waits before the text: "(iii)" and a tab, hanging. */
static void take_label(Galley *galley) {
  Label *label = &galley->label;
  const uint32_t tag = content_add_tag(galley->content, 0, PDF_ELEMENT_TYPES, NULL);
  content_tag(galley->content, tag)->element = label->element;
  content_tag(galley->content, tag)->is_generated = true;
  uint32_t inner = tag;
  if (label->target != NULL) {
    inner = content_add_tag(galley->content, tag, PDF_LINK, NULL);
    content_tag(galley->content, inner)->target = label->target;
    content_tag(galley->content, inner)->is_generated = true;
  }
  /* A sign of a symbol font is a bullet. */
  const bool is_sign = unsayable(label->text->str, label->text->len) != NULL;
  inlines_generate(galley, is_sign ? "\xE2\x80\xA2" : label->text->str, inner);
  inlines_generate(galley, "\t", tag);
  if (label->lead != NULL) {
    const uint32_t lead = content_add_tag(galley->content, 0, PDF_ELEMENT_TYPES, NULL);
    content_tag(galley->content, lead)->is_generated = true;
    inlines_generate(galley, label->lead, lead);
  }
  galley->outdent_emu = label->hang_emu;
  g_string_free(label->text, TRUE);
  label->text = NULL;
}

static void set_block_language(Galley *galley, PdfElement *element) {
  const char *language = lp_style_string(galley->block_style, LP_PROPERTY_LANGUAGE);
  if (language == NULL || g_ascii_strcasecmp(language, galley->layout->language) == 0)
    return;
  pdf_element_set_language(galley->layout->tags, element, language);
}

void inlines_begin(Galley *galley, const LpNode *block, PdfElement *element) {
  galley->content = content_new(element);
  galley->block = block;
  galley->block_style = block == NULL ? NULL : lp_node_style(block);
  galley->inline_flags = galley->block_flags;
  galley->outdent_emu = 0;
  g_array_set_size(galley->open_tags, 0);
  for (guint i = 0; i < galley->anchors->len; i++)
    content_add_anchor(galley->content, g_array_index(galley->anchors, PdfDestination *, i));
  g_array_set_size(galley->anchors, 0);
  set_block_language(galley, element);
  if (galley->label.text != NULL && (block == NULL || lp_node_first_child(block) != NULL))
    take_label(galley);
}

/* What a page break and the neighbours have to know of the block. */
static void set_keeps(const Galley *galley, TextBox *text) {
  const Layout *layout = galley->layout;
  const LpStyle *style = galley->block_style;
  text->box.before_emu = look_integer(layout, style, LP_PROPERTY_SPACE_BEFORE_EMU);
  text->box.after_emu = look_integer(layout, style, LP_PROPERTY_SPACE_AFTER_EMU);
  text->box.keeps_next = look_integer(layout, style, LP_PROPERTY_KEEP_WITH_NEXT) != 0;
  text->box.begins_page = lp_style_integer(style, LP_PROPERTY_PAGE_BREAK_BEFORE) != 0;
  text->keeps_together = look_integer(layout, style, LP_PROPERTY_KEEP_TOGETHER) != 0;
  if (lp_style_has(style, LP_PROPERTY_GROUND))
    text->ground = lp_style_integer(style, LP_PROPERTY_GROUND) & 0xFFFFFF;
  for (int side = 0; side < 4; side++)
    text->border_emu[side] = lp_style_integer(style, (LpProperty)(LP_PROPERTY_BORDER_TOP_EMU + side));
  text->border_colour = (uint32_t)lp_style_integer(style, LP_PROPERTY_BORDER_COLOUR);
}

/* Styles indent from the measure's edge, a level for each list around; but lists indent as far as their
 * labels need, and the label of an item hangs from its text. */
static void set_indents(const Galley *galley, ParagraphShape *shape) {
  const int32_t level = lp_letterhead_integer(galley->layout->letterhead, LP_LETTERHEAD_LIST_LEVEL_INDENT);
  const int64_t around = (int64_t)galley_container(galley)->levels * level;
  const bool is_listed = around > 0 || galley->outdent_emu > 0;
  shape->indent_start_emu = (int32_t)MAX(shape->indent_start_emu - around, 0) + galley->outdent_emu;
  if (is_listed)
    shape->indent_first_emu = -galley->outdent_emu;
}

static size_t count_tabs(const Content *content) {
  size_t count = 0;
  for (const char *p = content->text->str; (p = strchr(p, '\t')) != NULL; p++)
    count++;
  return count;
}

/* The stops of the block, none beyond its measure. An entry of a table of contents has its page number at the
 * end of the line, behind dots, and its own number, if it has one, at the start. */
static GArray *stops_of(const Galley *galley, const Content *content) {
  const size_t count = count_tabs(content);
  if (count == 0)
    return NULL;
  const Container *container = galley_container(galley);
  const int32_t end = galley->layout->measure_emu - container->start_emu - container->end_emu;
  GArray *tabs = look_tabs(galley->block_style);
  if (tabs == NULL && lp_style_integer(galley->block_style, LP_PROPERTY_ROLE) == LP_ROLE_CONTENTS) {
    tabs = g_array_new(FALSE, FALSE, sizeof(ParagraphTab));
    const ParagraphTab number = {.position_emu = 36 * LP_EMU_PER_POINT, .kind = PARAGRAPH_TAB_START};
    const ParagraphTab page = {
        .position_emu = end, .kind = PARAGRAPH_TAB_END, .leader = PARAGRAPH_LEADER_DOTS};
    if (count > 1)
      g_array_append_val(tabs, number);
    g_array_append_val(tabs, page);
  }
  for (guint i = 0; tabs != NULL && i < tabs->len; i++)
    if (g_array_index(tabs, ParagraphTab, i).kind == PARAGRAPH_TAB_END)
      g_array_index(tabs, ParagraphTab, i).position_emu =
          MIN(g_array_index(tabs, ParagraphTab, i).position_emu, end);
  return tabs;
}

TextBox *inlines_end(Galley *galley) {
  Content *content = galley->content;
  galley->content = NULL;
  if (content->text->len == 0) {
    for (guint i = 0; content->anchors != NULL && i < content->anchors->len; i++)
      g_array_append_val(galley->anchors, g_array_index(content->anchors, Anchor, i).destination);
    content_free(content);
    return NULL;
  }
  ParagraphShape shape = look_of_block(galley->layout, galley->block_style);
  set_indents(galley, &shape);
  GArray *tabs = stops_of(galley, content);
  if (tabs != NULL) {
    shape.tabs = (const ParagraphTab *)(const void *)tabs->data;
    shape.tab_count = tabs->len;
  }
  TextBox *text = text_box_new(galley->layout, content, &shape, galley->block);
  text->tabs = tabs;
  set_keeps(galley, text);
  return text;
}

/* The tag of text in a style: one of its own where its language or its ground differ from what is around it.
 */
static uint32_t tag_of_text(Galley *galley, const LpStyle *style) {
  const uint32_t parent = inlines_current_tag(galley);
  const char *language = lp_style_string(style, LP_PROPERTY_LANGUAGE);
  const char *around = lp_style_string(galley->block_style, LP_PROPERTY_LANGUAGE);
  if (around == NULL)
    around = galley->layout->language;
  if (language != NULL && g_ascii_strcasecmp(language, around) == 0)
    language = NULL;
  uint32_t background = 0;
  const bool has_background = look_background(style, &background);
  if (language == NULL && !has_background)
    return parent;
  Content *content = galley->content;
  if (content->spans->len > 0) { /* text that goes on in the same way stays in one Span */
    const uint32_t last = g_array_index(content->spans, ParagraphSpan, content->spans->len - 1).tag;
    const Tag *before = content_tag(content, last);
    if (last != 0 && before->node == NULL && before->parent == parent && before->language == language &&
        before->has_background == has_background && before->background == background && !before->is_generated)
      return last;
  }
  const uint32_t tag =
      content_add_tag(content, parent, language == NULL ? PDF_ELEMENT_TYPES : PDF_SPAN, NULL);
  content_tag(content, tag)->language = language;
  content_tag(content, tag)->has_background = has_background;
  content_tag(content, tag)->background = background;
  return tag;
}

/* Tells of characters that only one font knew. */
static void report_private_use(Layout *layout, const char *text, size_t n, const LpNode *node) {
  const char *found = unsayable(text, n);
  while (found != NULL && !is_private_use(g_utf8_get_char(found)))
    found = unsayable(found + 1, n - (size_t)(found + 1 - text));
  if (found == NULL || !layout_is_news(layout, "private use"))
    return;
  const LpPlace place = lp_node_place(node);
  layout->has_losses = true;
  lp_warn(layout->account, "pdf.private-use", &place,
          "The character U+%04X means something in one font alone; U+FFFD stands for it and others like it.",
          g_utf8_get_char(found));
}

LpWalkInto inlines_text(void *state, const LpNode *node) {
  Galley *galley = state;
  size_t n;
  const char *text = lp_node_text(node, &n);
  if (galley->content == NULL) { /* no block around it: a tree that the builder does not make */
    const LpPlace place = lp_node_place(node);
    lp_ledger_leave(galley->layout->account, LP_REASON_FALLBACK, text, n, &place);
    return LP_WALK_INTO;
  }
  ParagraphSpan look = look_of_text(galley->layout, lp_node_style(node), galley->block_style);
  look.flags |= galley->inline_flags;
  look.tag = tag_of_text(galley, lp_node_style(node));
  char *said = sayable(text, n);
  if (said == NULL) {
    content_add_text(galley->content, text, n, &look, node);
  } else {
    report_private_use(galley->layout, text, n, node);
    content_add_text(galley->content, said, strlen(said), &look, node);
  }
  g_free(said);
  return LP_WALK_INTO;
}

static void open_tag(Galley *galley, PdfElementType type, const LpNode *node) {
  const uint32_t tag = content_add_tag(galley->content, inlines_current_tag(galley), type, node);
  g_array_append_val(galley->open_tags, tag);
}

void inlines_close_tag(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  if (galley->content != NULL && galley->open_tags->len > 0)
    g_array_set_size(galley->open_tags, galley->open_tags->len - 1);
}

LpWalkInto inlines_link(void *state, const LpNode *node) {
  Galley *galley = state;
  if (galley->content == NULL)
    return LP_WALK_INTO;
  const char *address = lp_node_string(node, LP_ATTRIBUTE_HREF);
  const char *target = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  open_tag(galley, address == NULL && target == NULL ? PDF_ELEMENT_TYPES : PDF_LINK, node);
  if (address == NULL)
    content_tag(galley->content, inlines_current_tag(galley))->target = target;
  return LP_WALK_INTO;
}

LpWalkInto inlines_anchor(void *state, const LpNode *node) {
  Galley *galley = state;
  const char *name = lp_node_string(node, LP_ATTRIBUTE_NAME);
  if (name == NULL)
    return LP_WALK_INTO;
  PdfDestination *destination = pdf_destination_named(galley->layout->tags, name);
  if (galley->content != NULL)
    content_add_anchor(galley->content, destination);
  else
    g_array_append_val(galley->anchors, destination);
  return LP_WALK_INTO;
}

LpWalkInto inlines_line_break(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  if (galley->content != NULL)
    inlines_generate(galley, LINE_SEPARATOR, inlines_current_tag(galley));
  return LP_WALK_INTO;
}

LpWalkInto inlines_tab(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  if (galley->content != NULL)
    inlines_generate(galley, "\t", inlines_current_tag(galley));
  return LP_WALK_INTO;
}

/* A mark above the line that leads to a note or comment: Reference > Link (ISO 14289-1, 7.9). */
static void put_reference(Galley *galley, const LpNode *node, LpKind kind, const char *name,
                          const char *mark) {
  Content *content = galley->content;
  PdfTags *tags = galley->layout->tags;
  content_add_anchor(content, pdf_destination_named(tags, notes_reference_destination(galley, kind, name)));
  const uint32_t reference = content_add_tag(content, inlines_current_tag(galley), PDF_REFERENCE, node);
  const bool leads = lp_document_named(galley->layout->document, kind, name) != NULL;
  const uint32_t link = content_add_tag(content, reference, leads ? PDF_LINK : PDF_ELEMENT_TYPES, NULL);
  content_tag(content, link)->is_generated = true;
  if (leads)
    content_tag(content, link)->target = notes_destination(galley, kind, name);
  ParagraphSpan look = look_of_text(galley->layout, lp_node_style(node), galley->block_style);
  look_raise(&look, SUPERSCRIPT_RISE);
  look.tag = link;
  content_add_text(content, mark, strlen(mark), &look, node);
}

LpWalkInto inlines_note_reference(void *state, const LpNode *node) {
  Galley *galley = state;
  const char *name = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  if (galley->content != NULL && name != NULL)
    put_reference(galley, node, LP_KIND_NOTE, name, notes_mark(galley, node));
  return LP_WALK_INTO;
}

/* Where a comment that is shown ends, or its point: once, whichever comes first. */
LpWalkInto inlines_comment_range(void *state, const LpNode *node) {
  Galley *galley = state;
  const char *name = lp_node_string(node, LP_ATTRIBUTE_TARGET);
  if (galley->content == NULL || name == NULL || lp_node_integer(node, LP_ATTRIBUTE_EDGE) == 0)
    return LP_WALK_INTO;
  if (!g_hash_table_contains(galley->comments, name) &&
      lp_document_named(galley->layout->document, LP_KIND_COMMENT, name) != NULL)
    put_reference(galley, node, LP_KIND_COMMENT, name, notes_comment_mark(galley, name));
  return LP_WALK_INTO;
}

/* What was put in is underlined, what was taken out is struck. */
uint32_t revision_flags(const LpNode *revision) {
  switch (lp_node_integer(revision, LP_ATTRIBUTE_REVISION)) {
  case LP_REVISION_INSERTED:
  case LP_REVISION_MOVED_TO: return PARAGRAPH_UNDERLINE;
  case LP_REVISION_DELETED:
  case LP_REVISION_MOVED_FROM: return PARAGRAPH_STRIKE;
  default: return 0;
  }
}

LpWalkInto inlines_revision(void *state, const LpNode *node) {
  Galley *galley = state;
  galley->inline_flags |= revision_flags(node);
  return LP_WALK_INTO;
}

void inlines_revision_end(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  galley->inline_flags = galley->block_flags;
}

/* An isolate by its own characters (UAX #9, 2.4), which are not text of the tree. */
static void put_isolate(Galley *galley, const char *character) {
  if (galley->content == NULL)
    return;
  const uint32_t tag = content_add_tag(galley->content, inlines_current_tag(galley), PDF_ELEMENT_TYPES, NULL);
  content_tag(galley->content, tag)->is_generated = true;
  inlines_generate(galley, character, tag);
}

LpWalkInto inlines_isolate(void *state, const LpNode *node) {
  const int32_t direction = lp_style_integer(lp_node_style(node), LP_PROPERTY_DIRECTION);
  put_isolate(state, direction == LP_DIRECTION_RTL   ? "\xE2\x81\xA7"
                     : direction == LP_DIRECTION_LTR ? "\xE2\x81\xA6"
                                                     : "\xE2\x81\xA8");
  return LP_WALK_INTO;
}

void inlines_isolate_end(void *state, const LpNode *node) {
  (void)node;
  put_isolate(state, "\xE2\x81\xA9");
}
