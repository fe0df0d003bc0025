#include "config.h"

#include "page/galley.h"
#include "page/rule.h"

Container *galley_container(const Galley *galley) {
  return &g_array_index(galley->containers, Container, galley->containers->len - 1);
}

Container *galley_open(Galley *galley, const LpNode *node, PdfElement *element, int32_t start_emu,
                       int32_t end_emu) {
  Container opened = *galley_container(galley);
  opened.node = node;
  opened.element = element;
  opened.start_emu += start_emu;
  opened.end_emu += end_emu;
  const int32_t direction = lp_style_integer(lp_node_style(node), LP_PROPERTY_DIRECTION);
  if (direction != LP_DIRECTION_AUTO)
    opened.right_to_left = direction == LP_DIRECTION_RTL;
  g_array_append_val(galley->containers, opened);
  return galley_container(galley);
}

void galley_close(Galley *galley) {
  g_array_set_size(galley->containers, galley->containers->len - 1);
}

PdfElement *galley_element(Galley *galley, PdfElementType type) {
  return pdf_element_new(galley->layout->tags, galley_container(galley)->element, type);
}

static void add_at(Galley *galley, Box *box, int32_t start, int32_t end) {
  const Container *container = galley_container(galley);
  if (container->right_to_left == column_is_right_to_left(container->column))
    column_add(container->column, box, start, end);
  else
    column_add(container->column, box, end, start);
  if (container->column == galley->column)
    galley->calls.after_block(galley->calls.state);
}

void galley_add(Galley *galley, Box *box) {
  const Container *container = galley_container(galley);
  add_at(galley, box, container->start_emu, container->end_emu);
}

void galley_add_text(Galley *galley, TextBox *text) {
  if (text == NULL)
    return;
  const Container *container = galley_container(galley);
  const int32_t outdent = MIN(galley->outdent_emu, container->start_emu);
  add_at(galley, &text->box, container->start_emu - outdent, container->end_emu);
}

/* ---- blocks of inlines ---- */

char *plain_text(const LpNode *block) {
  GString *plain = g_string_new(NULL);
  for (LpStep step = lp_walk_first(block); step.node != NULL; step = lp_walk_next(block, step)) {
    size_t n;
    const char *text = lp_node_text(step.node, &n);
    const LpKind kind = lp_node_kind(step.node);
    if (text != NULL)
      g_string_append_len(plain, text, (gssize)n);
    if (kind == LP_KIND_LINE_BREAK || kind == LP_KIND_TAB)
      g_string_append_c(plain, ' ');
  }
  g_strstrip(plain->str);
  return g_string_free(plain, FALSE);
}

static LpWalkInto paragraph_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  const Container *container = galley_container(galley);
  const bool in_contents = container->of_entries && container->node == lp_node_parent(node);
  PdfElement *element = galley_element(galley, in_contents ? PDF_TOCI : PDF_P);
  if (in_contents)
    element = pdf_element_new(galley->layout->tags, element, PDF_P);
  inlines_begin(galley, node, element);
  return LP_WALK_INTO;
}

static void paragraph_leave(void *state, const LpNode *node) {
  TextBox *text = inlines_end(state);
  const LpNode *next = lp_node_next(node);
  if (text != NULL && lp_node_kind(lp_node_parent(node)) == LP_KIND_FIGURE && next != NULL)
    text->box.keeps_next = true;
  galley_add_text(state, text);
}

/* Levels begin at 1 and leave none out (ISO 14289-1, 7.4.2). */
static unsigned level_of(Galley *galley, const LpNode *heading) {
  const int32_t level = CLAMP(lp_node_integer(heading, LP_ATTRIBUTE_LEVEL), 1, 6);
  galley->heading_level = MIN((unsigned)level, galley->heading_level + 1);
  return galley->heading_level;
}

static LpWalkInto heading_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  char *text = plain_text(node);
  if (*text != 0) {
    char name[32];
    const unsigned level = level_of(galley, node);
    g_snprintf(name, sizeof name, "heading %u", ++galley->headings);
    PdfDestination *destination = pdf_destination_named(galley->layout->tags, name);
    g_array_append_val(galley->anchors, destination);
    pdf_bookmark_add(galley->layout->tags, level, text, destination);
    if (galley->title == NULL)
      galley->title = g_strdup(text);
    inlines_begin(galley, node, galley_element(galley, (PdfElementType)(PDF_H1 + level - 1)));
  } else {
    inlines_begin(galley, node, galley_element(galley, PDF_P));
  }
  g_free(text);
  return LP_WALK_INTO;
}

static void heading_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  TextBox *text = inlines_end(galley);
  (void)node;
  if (text == NULL)
    return;
  text->box.keeps_next = text->keeps_together = true;
  text->box.holds_lines = 2;
  galley_add_text(galley, text);
}

static LpWalkInto caption_enter(void *state, const LpNode *node) {
  inlines_begin(state, node, galley_element(state, PDF_CAPTION));
  return LP_WALK_INTO;
}

/* A caption stands above the table that is being filled, which is set only when it is complete. */
static void caption_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  TextBox *text = inlines_end(galley);
  (void)node;
  if (text == NULL)
    return;
  text->keeps_together = true;
  if (lp_node_kind(lp_node_parent(node)) == LP_KIND_TABLE)
    text->box.keeps_next = true;
  galley_add_text(galley, text);
}

static LpWalkInto preformatted_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  inlines_begin(galley, node, galley_element(galley, PDF_P));
  const uint32_t tag = content_add_tag(galley->content, 0, PDF_CODE, node);
  g_array_append_val(galley->open_tags, tag);
  return LP_WALK_INTO;
}

/* ---- blocks of blocks ---- */

/* From here on pages lie as they do in the letterhead, or are turned. */
static void turn_pages(Galley *galley, bool is_turned) {
  int32_t measure;
  const uint16_t section = galley->calls.format(galley->calls.state, is_turned, &measure);
  column_set_measure(galley->column, measure, section);
  galley->layout->measure_emu = measure;
  galley->is_turned = is_turned;
}

/* Pages keep the letterhead's paper; a section may turn it (LETTERHEAD.md 4: the head along the long side).
 */
static LpWalkInto section_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  galley_open(galley, node, galley_container(galley)->element, 0, 0);
  const int32_t width = lp_node_integer(node, LP_ATTRIBUTE_PAGE_WIDTH_EMU);
  const int32_t height = lp_node_integer(node, LP_ATTRIBUTE_PAGE_HEIGHT_EMU);
  const LpLetterhead *letterhead = galley->layout->letterhead;
  const bool is_wide = lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_WIDTH) >
                       lp_letterhead_integer(letterhead, LP_LETTERHEAD_PAGE_HEIGHT);
  const bool says = width > 0 && height > 0 && width != height;
  const bool is_turned = says ? (width > height) != is_wide : galley->is_turned;
  if (is_turned != galley->is_turned && galley_container(galley)->column == galley->column) {
    column_break_page(galley->column);
    turn_pages(galley, is_turned);
    galley_container(galley)->is_turned = is_turned;
  }
  return LP_WALK_INTO;
}

static void open_with(Galley *galley, const LpNode *node, PdfElementType type) {
  lists_flush_label(galley);
  galley_open(galley, node, galley_element(galley, type), 0, 0);
}

static void section_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  const Container *outer = &g_array_index(galley->containers, Container, galley->containers->len - 2);
  (void)node;
  lists_flush_label(galley);
  galley_close(galley);
  if (galley->is_turned != outer->is_turned && outer->column == galley->column) {
    column_break_page(galley->column);
    turn_pages(galley, outer->is_turned);
  }
}

static LpWalkInto quote_enter(void *state, const LpNode *node) {
  open_with(state, node, PDF_BLOCK_QUOTE);
  return LP_WALK_INTO;
}

/* A TOC holds entries alone (ISO 32000-1, 14.8.4.3.2): contents of other blocks are a division. */
static bool holds_entries(const LpNode *contents) {
  for (const LpNode *block = lp_node_first_child(contents); block != NULL; block = lp_node_next(block))
    if (lp_node_kind(block) != LP_KIND_PARAGRAPH)
      return false;
  return true;
}

static LpWalkInto contents_enter(void *state, const LpNode *node) {
  const bool of_entries = holds_entries(node);
  open_with(state, node, of_entries ? PDF_TOC : PDF_DIV);
  galley_container(state)->of_entries = of_entries;
  return LP_WALK_INTO;
}

static void container_leave(void *state, const LpNode *node) {
  (void)node;
  lists_flush_label(state);
  galley_close(state);
}

static LpWalkInto break_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  RuleBox *rule =
      rule_box_new(72 * LP_EMU_PER_POINT, LP_EMU_PER_POINT / 2,
                   (uint32_t)lp_letterhead_colour(galley->layout->letterhead, LP_COLOUR_HAIRLINE, false));
  rule->is_centred = true;
  rule->box.before_emu = rule->box.after_emu = 12 * LP_EMU_PER_POINT;
  galley_add(galley, &rule->box);
  return LP_WALK_INTO;
}

static LpWalkInto page_break_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  if (galley_container(galley)->column == galley->column)
    column_break_page(galley->column);
  return LP_WALK_INTO;
}

static LpWalkInto block_revision_enter(void *state, const LpNode *node) {
  Galley *galley = state;
  galley->block_flags = revision_flags(node);
  return LP_WALK_INTO;
}

static void block_revision_leave(void *state, const LpNode *node) {
  Galley *galley = state;
  (void)node;
  galley->block_flags = 0;
}

static const LpRow rows[] = {
    {LP_KIND_DOCUMENT, NULL, NULL},
    {LP_KIND_SECTION, section_enter, section_leave},
    {LP_KIND_PARAGRAPH, paragraph_enter, paragraph_leave},
    {LP_KIND_HEADING, heading_enter, heading_leave},
    {LP_KIND_CAPTION, caption_enter, caption_leave},
    {LP_KIND_PREFORMATTED, preformatted_enter, paragraph_leave},
    {LP_KIND_LIST, lists_enter, container_leave},
    {LP_KIND_LIST_ITEM, lists_enter_item, lists_leave_item},
    {LP_KIND_TABLE, table_enter, table_leave},
    {LP_KIND_ROW_GROUP, table_enter_group, table_leave_group},
    {LP_KIND_ROW, table_enter_row, NULL},
    {LP_KIND_CELL, table_enter_cell, table_leave_cell},
    {LP_KIND_QUOTE, quote_enter, container_leave},
    {LP_KIND_FIGURE, figures_enter, container_leave},
    {LP_KIND_CONTENTS, contents_enter, container_leave},
    {LP_KIND_THEMATIC_BREAK, break_enter, NULL},
    {LP_KIND_PAGE_BREAK, page_break_enter, NULL},
    {LP_KIND_NOTES, notes_enter_all, NULL},
    {LP_KIND_NOTE, notes_enter, notes_leave},
    {LP_KIND_COMMENT, notes_enter, notes_leave},
    {LP_KIND_TEXT_BOX, text_boxes_enter, text_boxes_leave},
    {LP_KIND_SIGNATURE_BLOCK, signatures_enter, signatures_leave},
    {LP_KIND_GENERIC_BLOCK, NULL, NULL},
    {LP_KIND_BLOCK_REVISION, block_revision_enter, block_revision_leave},

    {LP_KIND_TEXT, inlines_text, NULL},
    {LP_KIND_LINK, inlines_link, inlines_close_tag},
    {LP_KIND_ANCHOR, inlines_anchor, NULL},
    {LP_KIND_LINE_BREAK, inlines_line_break, NULL},
    {LP_KIND_TAB, inlines_tab, NULL},
    {LP_KIND_IMAGE, figures_image, NULL},
    {LP_KIND_NOTE_REFERENCE, inlines_note_reference, NULL},
    {LP_KIND_FIELD, NULL, NULL},
    {LP_KIND_REVISION, inlines_revision, inlines_revision_end},
    {LP_KIND_COMMENT_RANGE, inlines_comment_range, NULL},
    {LP_KIND_BIDI_ISOLATE, inlines_isolate, inlines_isolate_end},
    {LP_KIND_SPAN, NULL, NULL},
};

Galley *galley_new(Layout *layout, Column *column, const GalleyCalls *calls) {
  Galley *galley = g_new0(Galley, 1);
  galley->layout = layout;
  galley->column = column;
  galley->calls = *calls;
  galley->containers = g_array_new(FALSE, TRUE, sizeof(Container));
  galley->tables = g_ptr_array_new_with_free_func(table_frame_free);
  galley->anchors = g_array_new(FALSE, FALSE, sizeof(PdfDestination *));
  galley->open_tags = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  galley->notes = g_hash_table_new(g_str_hash, g_str_equal);
  galley->note_marks = g_hash_table_new(g_str_hash, g_str_equal);
  galley->comments = g_hash_table_new(g_str_hash, g_str_equal);
  const Container pages = {
      .column = column, .element = pdf_tags_document(layout->tags), .right_to_left = layout->right_to_left};
  g_array_append_val(galley->containers, pages);
  turn_pages(galley, false);
  return galley;
}

void galley_free(Galley *galley) {
  content_free(galley->content);
  if (galley->label.text != NULL)
    g_string_free(galley->label.text, TRUE);
  g_ptr_array_unref(galley->tables);
  g_array_unref(galley->containers);
  g_array_unref(galley->anchors);
  g_array_unref(galley->open_tags);
  g_hash_table_unref(galley->notes);
  g_hash_table_unref(galley->note_marks);
  g_hash_table_unref(galley->comments);
  g_free(galley->title);
  g_free(galley);
}

void galley_fill(Galley *galley) {
  const LpDocument *document = galley->layout->document;
  lp_walk_rows(document, lp_document_root(document), rows, G_N_ELEMENTS(rows), galley);
}
