/* The table of kinds, and the rows of paragraphs, headings and what holds blocks. */
#include "config.h"

#include "blocks.h"

#include "differences.h"
#include "images.h"
#include "inlines.h"
#include "lists.h"
#include "notes.h"
#include "revisions.h"
#include "roles.h"
#include "rows.h"
#include "state.h"
#include "table.h"

/* The class of a role that the element has not of itself. */
static const char *role_class(const LpNode *block) {
  LpRole role = role_of(block);
  return role == role_implied(block) ? NULL : lp_role_name(role);
}

/* The automatic class of a paragraph, heading or caption. Many ask with the same style in the same place. */
static const char *automatic_class(HtmlWriter *writer, const LpNode *block) {
  const LpStyle *style = lp_node_style(block);
  if (!style)
    return NULL;
  const LpNode *parent = role_parent(block);
  BlockClass asked = {
      .style = style, .role = role_of(block), .parent = parent ? lp_node_kind(parent) : LP_KIND_NONE};
  size_t key = lp_style_number(style) * 31 + (size_t)asked.role * 7 + (size_t)asked.parent;
  BlockClass *slot = &writer->block_classes[key % BLOCK_CLASSES];
  if (slot->style == style && slot->role == asked.role && slot->parent == asked.parent)
    return slot->name;
  Declarations declarations;
  differences_of_block(writer, block, &declarations);
  asked.name = class_name(&writer->classes, &declarations);
  *slot = asked;
  return asked.name;
}

void block_class(HtmlWriter *writer, const LpNode *block, const char *other) {
  if (block)
    element_class(writer, other, role_class(block), automatic_class(writer, block));
  else
    element_class(writer, other, NULL, NULL);
}

const char *box_class(HtmlWriter *writer, const LpNode *box) {
  Declarations declarations;
  if (!lp_node_style(box))
    return NULL;
  differences_of_box(box, &declarations);
  return class_name(&writer->classes, &declarations);
}

void block_survey(HtmlWriter *writer, const LpNode *node) {
  LpKind kind = lp_node_kind(node);
  if (lp_kind_takes_inlines(kind) && lp_kind_is_block(kind)) {
    writer->roles |= UINT64_C(1) << ((unsigned)role_of(node) & 63);
    (void)automatic_class(writer, node);
  } else
    (void)box_class(writer, node);
  if (kind == LP_KIND_TABLE)
    table_survey(writer, node);
  if (kind == LP_KIND_LIST_ITEM)
    list_survey(writer, node);
}

static LpWalkInto paragraph_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  if (!role_is_bare(node)) {
    element_open_line(writer, "p", node);
    block_class(writer, node, NULL);
  }
  revision_of_mark(writer, node);
  formatting_begin(writer, node);
  return LP_WALK_INTO;
}

static void paragraph_leave(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  formatting_end(writer);
  if (!role_is_bare(node))
    element_close(writer);
}

/* A heading of nothing, as drafts have them for their space, is none. */
static bool is_blank(const LpNode *block) {
  for (LpStep step = lp_walk_first(block); step.node; step = lp_walk_next(block, step)) {
    LpKind kind = lp_node_kind(step.node);
    if (kind == LP_KIND_IMAGE || kind == LP_KIND_TEXT)
      return false;
  }
  return true;
}

static LpWalkInto heading_enter(void *state, const LpNode *node) {
  static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  HtmlWriter *writer = state;
  int32_t level = lp_node_integer(node, LP_ATTRIBUTE_LEVEL);
  element_open_line(writer, is_blank(node) ? "p" : names[level < 1 ? 0 : level > 6 ? 5 : level - 1], node);
  block_class(writer, node, NULL);
  formatting_begin(writer, node);
  return LP_WALK_INTO;
}

static LpWalkInto preformatted_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  element_open_line(writer, "pre", node);
  block_class(writer, node, NULL);
  formatting_begin(writer, node);
  return LP_WALK_INTO;
}

/* The table has written its caption already: HTML wants it first. */
static LpWalkInto caption_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpNode *parent = role_parent(node);
  LpKind kind = parent ? lp_node_kind(parent) : LP_KIND_NONE;
  if (kind == LP_KIND_TABLE)
    return LP_WALK_PAST;
  element_open_line(writer, kind == LP_KIND_FIGURE ? "figcaption" : "p", node);
  block_class(writer, node, kind == LP_KIND_FIGURE ? NULL : "caption");
  formatting_begin(writer, node);
  return LP_WALK_INTO;
}

static void box_open(HtmlWriter *writer, const char *name, const char *class_, const LpNode *node) {
  element_open_line(writer, name, node);
  element_class(writer, class_, box_class(writer, node), NULL);
}

static LpWalkInto document_enter(void *state, const LpNode *node) {
  element_open_line(state, "main", node);
  return LP_WALK_INTO;
}

static LpWalkInto section_enter(void *state, const LpNode *node) {
  HtmlWriter *writer = state;
  const LpNode *first = lp_node_first_child(node);
  element_open_line(writer, first && lp_node_kind(first) == LP_KIND_HEADING ? "section" : "div", node);
  if (lp_node_integer(node, LP_ATTRIBUTE_COLUMNS) > 1)
    lp_markup_attribute(writer->markup, "class", "columns");
  return LP_WALK_INTO;
}

static LpWalkInto quote_enter(void *state, const LpNode *node) {
  box_open(state, "blockquote", NULL, node);
  return LP_WALK_INTO;
}

static LpWalkInto figure_enter(void *state, const LpNode *node) {
  box_open(state, "figure", NULL, node);
  return LP_WALK_INTO;
}

static LpWalkInto contents_enter(void *state, const LpNode *node) {
  box_open(state, "div", "contents", node);
  return LP_WALK_INTO;
}

static LpWalkInto text_box_enter(void *state, const LpNode *node) {
  box_open(state, "div", "box", node);
  return LP_WALK_INTO;
}

static LpWalkInto generic_enter(void *state, const LpNode *node) {
  box_open(state, "div", NULL, node);
  return LP_WALK_INTO;
}

static bool is_signature(const LpNode *node) {
  return node && lp_node_kind(node) == LP_KIND_SIGNATURE_BLOCK;
}

/* Signature blocks that follow each other stand side by side. */
static LpWalkInto signature_enter(void *state, const LpNode *node) {
  if (!is_signature(lp_node_previous(node))) {
    element_open_line(state, "div", NULL);
    element_class(state, "signatures", NULL, NULL);
  }
  box_open(state, "div", "signature", node);
  return LP_WALK_INTO;
}

static void signature_leave(void *state, const LpNode *node) {
  element_close(state);
  if (!is_signature(lp_node_next(node)))
    element_close(state);
}

static LpWalkInto thematic_break_enter(void *state, const LpNode *node) {
  element_open_line(state, "hr", node);
  element_close(state);
  return LP_WALK_INTO;
}

static LpWalkInto page_break_enter(void *state, const LpNode *node) {
  element_open_line(state, "div", node);
  element_class(state, "page-break", NULL, NULL);
  element_close(state);
  return LP_WALK_INTO;
}

static void close_leave(void *state, const LpNode *node) {
  (void)node;
  element_close(state);
}

static const LpRow rows[] = {
    {LP_KIND_DOCUMENT, document_enter, close_leave},
    {LP_KIND_SECTION, section_enter, close_leave},
    {LP_KIND_HEADING, heading_enter, close_leave},
    {LP_KIND_PARAGRAPH, paragraph_enter, paragraph_leave},
    {LP_KIND_LIST, list_enter, close_leave},
    {LP_KIND_LIST_ITEM, list_item_enter, close_leave},
    {LP_KIND_TABLE, table_enter, table_leave},
    {LP_KIND_ROW_GROUP, row_group_enter, close_leave},
    {LP_KIND_ROW, row_enter, close_leave},
    {LP_KIND_CELL, cell_enter, close_leave},
    {LP_KIND_QUOTE, quote_enter, close_leave},
    {LP_KIND_PREFORMATTED, preformatted_enter, close_leave},
    {LP_KIND_FIGURE, figure_enter, close_leave},
    {LP_KIND_CAPTION, caption_enter, close_leave},
    {LP_KIND_CONTENTS, contents_enter, close_leave},
    {LP_KIND_THEMATIC_BREAK, thematic_break_enter, NULL},
    {LP_KIND_PAGE_BREAK, page_break_enter, NULL},
    {LP_KIND_NOTE, note_enter, note_leave},
    {LP_KIND_TEXT_BOX, text_box_enter, close_leave},
    {LP_KIND_SIGNATURE_BLOCK, signature_enter, signature_leave},
    {LP_KIND_GENERIC_BLOCK, generic_enter, close_leave},
    {LP_KIND_COMMENT, comment_enter, close_leave},
    {LP_KIND_BLOCK_REVISION, block_revision_enter, block_revision_leave},
    {LP_KIND_NOTES, notes_enter, NULL},
    {LP_KIND_TEXT, text_enter, NULL},
    {LP_KIND_LINK, link_enter, inline_leave},
    {LP_KIND_ANCHOR, anchor_enter, NULL},
    {LP_KIND_LINE_BREAK, line_break_enter, NULL},
    {LP_KIND_TAB, tab_enter, NULL},
    {LP_KIND_IMAGE, image_enter, NULL},
    {LP_KIND_NOTE_REFERENCE, note_reference_enter, NULL},
    {LP_KIND_FIELD, field_enter, inline_leave},
    {LP_KIND_REVISION, revision_enter, revision_leave},
    {LP_KIND_COMMENT_RANGE, comment_range_enter, NULL},
    {LP_KIND_RUBY, ruby_enter, inline_leave},
    {LP_KIND_RUBY_TEXT, ruby_text_enter, inline_leave},
    {LP_KIND_BIDI_ISOLATE, isolate_enter, inline_leave},
    {LP_KIND_SPAN, NULL, NULL},
};

void rows_write(HtmlWriter *writer, const LpNode *node) {
  lp_walk_rows(writer->document, node, rows, sizeof rows / sizeof *rows, writer);
}
