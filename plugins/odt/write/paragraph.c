/* text:p, text:h and text:span (ODF 1.3, 5.1 and 6.1). */
#include "config.h"

#include "paragraph.h"

#include "properties.h"
#include "roles.h"
#include "state.h"
#include "styles.h"

/* ---- styles ---- */

const char *paragraph_master_page(OdtWriter *writer) {
  if (writer->page_is_set || writer->note || writer->deletion)
    return "";
  writer->page_is_set = true;
  return " style:master-page-name=\"First\"";
}

bool paragraph_takes_break(OdtWriter *writer) {
  if (!writer->break_is_pending || writer->note || writer->deletion)
    return false;
  writer->break_is_pending = false;
  return true;
}

/* A line of fixed height would cut off a picture in it. */
static bool holds_picture(const LpNode *block) {
  for (const LpNode *child = lp_node_first_child(block); child; child = lp_node_next(child))
    if (lp_node_kind(child) == LP_KIND_IMAGE)
      return true;
  return false;
}

/* Adds what a paragraph's place says; returns what its style is not to say. */
static unsigned add_further(OdtWriter *writer, const LpNode *block, XmlText *further) {
  unsigned skip = SKIP_NOTHING;
  LpKind parent = role_parent_kind(block);
  xml_clear(further);
  if (parent == LP_KIND_LIST_ITEM || parent == LP_KIND_NOTE)
    skip |= SKIP_INDENTS;
  if (parent == LP_KIND_CELL)
    skip |= SKIP_INDENTS | SKIP_SPACES;
  if (holds_picture(block)) {
    xml_attribute(further, "fo:line-height", "100%");
    skip |= SKIP_LEADING;
  }
  /* Only the first paragraph of a note hangs by its number. */
  if (parent == LP_KIND_NOTE && lp_node_previous(block)) {
    xml_attribute_points(further, "fo:margin-left",
                         lp_letterhead_integer(writer->letterhead, LP_LETTERHEAD_NOTE_NUMBER_WIDTH));
    xml_attribute(further, "fo:text-indent", "0pt");
  }
  if (paragraph_takes_break(writer)) {
    xml_attribute(further, "fo:break-before", "page");
    skip |= SKIP_BREAK;
  }
  return skip;
}

/* The place of the answer to a question that many paragraphs ask. */
static ParagraphStyle *paragraph_slot(OdtWriter *writer, const ParagraphStyle *asked) {
  size_t number = asked->style ? lp_style_number(asked->style) : 0;
  size_t key = number * 31 + (size_t)asked->role * 7 + asked->skip + (size_t)asked->level;
  return &writer->paragraphs[key % PARAGRAPH_STYLES];
}

static const char *find_style(OdtWriter *writer, const ParagraphStyle *asked, const XmlText *further,
                              const char *master) {
  const char *named = style_name_of_role(asked->role, asked->level);
  Base base = {.role = lp_letterhead_style(writer->letterhead, asked->role)};
  XmlText attributes, properties;
  xml_clear(&attributes);
  xml_clear(&properties);
  properties_add_paragraph(&properties, asked->style, base, asked->skip, further, NULL);
  properties_add_text(writer, &properties, asked->style, base);
  if (!properties.n && !*master)
    return named;
  xml_attribute(&attributes, "style:parent-style-name", named);
  xml_raw(&attributes, master);
  return automatic_style(&writer->automatic, FAMILY_PARAGRAPH, attributes.bytes, properties.bytes);
}

static const char *style_of(OdtWriter *writer, const LpNode *block, int32_t level) {
  XmlText further;
  ParagraphStyle asked = {.style = lp_node_style(block), .role = role_of(block), .level = level};
  asked.skip = add_further(writer, block, &further);
  const char *master = paragraph_master_page(writer);
  if (further.n || *master)
    return find_style(writer, &asked, &further, master);
  ParagraphStyle *slot = paragraph_slot(writer, &asked);
  if (slot->name && slot->style == asked.style && slot->role == asked.role && slot->level == level &&
      slot->skip == asked.skip)
    return slot->name;
  asked.name = find_style(writer, &asked, &further, master);
  *slot = asked;
  return asked.name;
}

/* ---- blocks ---- */

void paragraph_open(OdtWriter *writer, const char *style) {
  lp_markup_open(writer->markup, "text:p");
  lp_markup_attribute(writer->markup, "text:style-name", style);
  writer->flow.after_space = true;
}

LpWalkInto paragraph_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  paragraph_open(writer, style_of(writer, node, 0));
  writer->flow.block = node;
  return LP_WALK_INTO;
}

/* The title is the document's and no part of the outline. */
LpWalkInto heading_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  if (role_of(node) == LP_ROLE_TITLE)
    return paragraph_enter(state, node);
  int32_t level = lp_node_integer(node, LP_ATTRIBUTE_LEVEL) - writer->heading_shift;
  level = level < 1 ? 1 : level > 10 ? 10 : level;
  const char *style = style_of(writer, node, level);
  lp_markup_open(writer->markup, "text:h");
  lp_markup_attribute(writer->markup, "text:style-name", style);
  lp_markup_attribute_format(writer->markup, "text:outline-level", "%d", level);
  writer->flow.after_space = true;
  writer->flow.block = node;
  return LP_WALK_INTO;
}

void paragraph_leave(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  (void)node;
  lp_markup_close(writer->markup);
  writer->flow.block = NULL;
}

/* ---- text ---- */

static SpanStyle *span_slot(OdtWriter *writer, const LpStyle *text, const LpStyle *block) {
  size_t key = lp_style_number(text) * 31 + (block ? lp_style_number(block) : 0);
  return &writer->spans[key % SPAN_STYLES];
}

/* The automatic style of text; NULL: it is as its paragraph. */
static const char *span_style(OdtWriter *writer, const LpStyle *style) {
  const LpNode *block = writer->flow.block;
  if (!style || writer->flow.plain)
    return NULL;
  const LpStyle *own = block ? lp_node_style(block) : NULL;
  LpRole role = block ? role_of(block) : LP_ROLE_BODY;
  SpanStyle *slot = span_slot(writer, style, own);
  if (slot->text == style && slot->block == own && slot->role == role)
    return slot->name;
  XmlText properties;
  xml_clear(&properties);
  properties_add_text(writer, &properties, style,
                      (Base){.own = own, .role = lp_letterhead_style(writer->letterhead, role)});
  const char *name =
      properties.n ? automatic_style(&writer->automatic, FAMILY_TEXT, "", properties.bytes) : NULL;
  *slot = (SpanStyle){.text = style, .block = own, .role = role, .name = name};
  return name;
}

/* Spaces that an application would take for one are said by text:s (ODF 1.3, 6.1.3). */
static void write_spaces(OdtWriter *writer, const char *text, size_t n) {
  size_t kept = writer->flow.after_space ? 0 : 1;
  lp_markup_text(writer->markup, text, kept);
  writer->flow.after_space = true;
  if (n == kept)
    return;
  lp_markup_open(writer->markup, "text:s");
  if (n - kept > 1)
    lp_markup_attribute_format(writer->markup, "text:c", "%zu", n - kept);
  lp_markup_close(writer->markup);
}

static void write_text(OdtWriter *writer, const char *text, size_t n) {
  size_t from = 0;
  for (size_t i = 0; i < n; i++) {
    bool alone =
        text[i] == ' ' && (i + 1 == n || text[i + 1] != ' ') && !(i == 0 && writer->flow.after_space);
    if (text[i] != ' ' || alone)
      continue;
    size_t spaces = i;
    while (spaces < n && text[spaces] == ' ')
      spaces++;
    lp_markup_text(writer->markup, text + from, i - from);
    if (i > from)
      writer->flow.after_space = false;
    write_spaces(writer, text + i, spaces - i);
    from = spaces;
    i = spaces - 1;
  }
  lp_markup_text(writer->markup, text + from, n - from);
  if (n > from)
    writer->flow.after_space = text[n - 1] == ' ';
}

LpWalkInto text_enter(void *state, const LpNode *node) {
  OdtWriter *writer = state;
  size_t n;
  const char *text = lp_node_text(node, &n);
  const char *style = span_style(writer, lp_node_style(node));
  if (style) {
    lp_markup_open(writer->markup, "text:span");
    lp_markup_attribute(writer->markup, "text:style-name", style);
  }
  write_text(writer, text, n);
  if (style)
    lp_markup_close(writer->markup);
  return LP_WALK_INTO;
}

static void write_empty(OdtWriter *writer, const char *element) {
  if (writer->flow.plain)
    return;
  lp_markup_open(writer->markup, element);
  lp_markup_close(writer->markup);
  writer->flow.after_space = true;
}

LpWalkInto line_break_enter(void *state, const LpNode *node) {
  (void)node;
  write_empty(state, "text:line-break");
  return LP_WALK_INTO;
}

LpWalkInto tab_enter(void *state, const LpNode *node) {
  (void)node;
  write_empty(state, "text:tab");
  return LP_WALK_INTO;
}
