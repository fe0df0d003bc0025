/* Paragraphs and their text. */
#include "config.h"

#include "read/paragraph.h"

#include "read/changes.h"
#include "read/frames.h"
#include "read/lists.h"
#include "read/styles.h"

#include <string.h>

static const LpStyle *top_style(const Reader *reader) {
  return reader->text_styles->len
             ? g_array_index(reader->text_styles, const LpStyle *, reader->text_styles->len - 1)
             : NULL;
}

static void push_style(Reader *reader, const LpStyle *style) {
  g_array_append_val(reader->text_styles, style);
}

static void pop_style(Reader *reader) {
  if (reader->text_styles->len)
    g_array_set_size(reader->text_styles, reader->text_styles->len - 1);
}

static const LpStyle *current_style(Reader *reader) {
  const LpStyle *style = top_style(reader);
  if (reader->hidden > 0 || odt_is_invisible(reader, style))
    style = lp_style_with_integer(reader->document, style, LP_PROPERTY_HIDDEN, 1);
  return style;
}

void odt_set_text_style(Reader *reader) {
  lp_builder_text_style(reader->builder, current_style(reader));
}

/* ---- paragraphs ---- */

static void begin_paragraph(Reader *reader, const LpXmlElement *element, LpKind kind,
                            const StyleDefinition *style) {
  LpPlace place = lp_xml_place(element);
  OpenParagraph paragraph = {kind, true}; /* white space at its start is none (ODF 1.3, 6.1.2) */
  g_array_append_val(reader->paragraphs, paragraph);
  push_style(reader, style ? style->text : NULL);
  odt_push_ground(reader, style ? style->block : NULL);
  odt_become_text_box(reader, &place);
  if (reader->in_deletion) {
    odt_end_deleted_paragraph(reader);
    return;
  }
  lp_builder_open(reader->builder, kind, &place);
  if (style)
    lp_builder_style(reader->builder, style->block);
}

static bool is_caption(const StyleDefinition *style) {
  return style && lp_style_has(style->block, LP_PROPERTY_ROLE) &&
         lp_style_integer(style->block, LP_PROPERTY_ROLE) == LP_ROLE_CAPTION;
}

LpXmlInto odt_enter_paragraph(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  if (reader->collected || !reader->in_body)
    return LP_XML_INTO;
  const StyleDefinition *style =
      odt_style(reader, "paragraph", lp_xml_attribute(element, NS_TEXT, "style-name"));
  begin_paragraph(reader, element, is_caption(style) ? LP_KIND_CAPTION : LP_KIND_PARAGRAPH, style);
  odt_reopen_changes(reader);
  odt_set_text_style(reader);
  return LP_XML_INTO;
}

LpXmlInto odt_enter_heading(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  if (reader->collected || !reader->in_body)
    return LP_XML_INTO;
  const StyleDefinition *style =
      odt_style(reader, "paragraph", lp_xml_attribute(element, NS_TEXT, "style-name"));
  int level = odt_integer(element, NS_TEXT, "outline-level", 1, LIST_LEVELS, 1);
  char *number = reader->lists->len ? NULL : odt_next_outline_number(reader, level, element);
  begin_paragraph(reader, element, LP_KIND_HEADING, style);
  if (!reader->in_deletion) {
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_LEVEL, MIN(level, 6));
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARKER, number && *number ? number : NULL);
  }
  g_free(number);
  odt_reopen_changes(reader);
  odt_set_text_style(reader);
  return LP_XML_INTO;
}

static OpenParagraph *top_paragraph(const Reader *reader) {
  return reader->paragraphs->len
             ? &g_array_index(reader->paragraphs, OpenParagraph, reader->paragraphs->len - 1)
             : NULL;
}

void odt_leave_paragraph(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (reader->collected || !reader->in_body || !reader->paragraphs->len)
    return;
  LpKind kind = top_paragraph(reader)->kind;
  g_array_set_size(reader->paragraphs, reader->paragraphs->len - 1);
  pop_style(reader);
  odt_pop_ground(reader);
  if (!reader->in_deletion)
    lp_builder_close(reader->builder, kind);
  odt_set_text_style(reader);
}

/* ---- text ---- */

void odt_add_text(Reader *reader, const char *text, size_t n, const LpPlace *place) {
  if (reader->in_deletion) {
    odt_keep_deleted(reader, text, n, current_style(reader), place);
    return;
  }
  lp_builder_text(reader->builder, text, n, place);
}

static bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* ODF 1.3, 6.1.2: a run of white space is one space, none at the start of a paragraph. */
static void add_collapsed(Reader *reader, const char *text, size_t n, const LpPlace *place) {
  bool none = false;
  OpenParagraph *paragraph = top_paragraph(reader);
  bool *after_white = paragraph ? &paragraph->after_white : &none;
  for (size_t i = 0; i < n;) {
    size_t end = i;
    while (end < n && !is_white(text[end]))
      end++;
    if (end > i) {
      odt_add_text(reader, text + i, end - i, place);
      *after_white = false;
    }
    for (i = end; i < n && is_white(text[i]); i++)
      ;
    if (i > end && !*after_white) {
      odt_add_text(reader, " ", 1, place);
      *after_white = true;
    }
  }
}

static void report_unknown(Reader *reader, const LpXmlElement *element) {
  const char *name = lp_xml_qualified_name(element);
  if (g_hash_table_contains(reader->unknown, name))
    return;
  g_hash_table_add(reader->unknown, g_strdup(name));
  LpPlace place = lp_xml_place(element);
  lp_warn(reader->account, "odt.unknown-element", &place,
          "The element %s is not known; its text stands where it was found.", name);
}

void odt_text(void *state, const LpXmlElement *element, const char *text, size_t n) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (reader->collected) {
    g_string_append_len(reader->collected, text, (gssize)n);
    lp_ledger_leave(reader->account, (LpReason)reader->collect_reason, text, n, &place);
  } else if (!reader->in_body) {
    lp_ledger_leave(reader->account, LP_REASON_STRUCTURE, text, n, &place);
  } else {
    if (lp_xml_namespace(element) == NS_NONE && lp_characters(text, n) > 0)
      report_unknown(reader, element);
    if (reader->paragraphs->len || lp_characters(text, n) > 0)
      add_collapsed(reader, text, n, &place);
  }
}

static void white_is_over(Reader *reader) {
  OpenParagraph *paragraph = top_paragraph(reader);
  if (paragraph)
    paragraph->after_white = false;
}

LpXmlInto odt_enter_spaces(void *state, const LpXmlElement *element) {
  enum { MOST = 1000 };
  Reader *reader = state;
  int count = odt_integer(element, NS_TEXT, "c", 0, MOST, 1);
  if (reader->collected || !reader->in_body)
    return LP_XML_INTO;
  char spaces[MOST];
  memset(spaces, ' ', sizeof spaces);
  LpPlace place = lp_xml_place(element);
  odt_add_text(reader, spaces, (size_t)count, &place);
  white_is_over(reader);
  return LP_XML_INTO;
}

static LpXmlInto add_leaf(Reader *reader, const LpXmlElement *element, LpKind kind) {
  LpPlace place = lp_xml_place(element);
  if (reader->collected || !reader->in_body)
    return LP_XML_INTO;
  if (reader->in_deletion)
    odt_keep_deleted(reader, " ", 1, NULL, &place);
  else
    lp_builder_leaf(reader->builder, kind, &place);
  white_is_over(reader);
  return LP_XML_INTO;
}

LpXmlInto odt_enter_tab(void *state, const LpXmlElement *element) {
  return add_leaf(state, element, LP_KIND_TAB);
}

LpXmlInto odt_enter_line_break(void *state, const LpXmlElement *element) {
  return add_leaf(state, element, LP_KIND_LINE_BREAK);
}

/* ---- spans, links, anchors, ruby ---- */

LpXmlInto odt_enter_span(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const StyleDefinition *style = odt_style(reader, "text", lp_xml_attribute(element, NS_TEXT, "style-name"));
  const LpStyle *own =
      style && *style->name ? style->text : NULL; /* the default style is the paragraph's business */
  push_style(reader, lp_style_over(reader->document, top_style(reader), own));
  odt_set_text_style(reader);
  return LP_XML_INTO;
}

void odt_leave_span(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  pop_style(reader);
  odt_set_text_style(reader);
}

LpXmlInto odt_enter_link(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *address = lp_xml_attribute(element, NS_XLINK, "href");
  LpPlace place = lp_xml_place(element);
  if (reader->in_body && !reader->collected && !reader->in_deletion) {
    lp_builder_open(reader->builder, LP_KIND_LINK, &place);
    /* "#name|outline" and the like aim at a heading's or a frame's own name, no bookmark: there is no anchor
     * for it. */
    if (address && *address == '#') {
      lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, strchr(address, '|') ? NULL : address + 1);
    } else if (address && *address) {
      lp_builder_string(reader->builder, LP_ATTRIBUTE_HREF, address);
    }
    lp_builder_string(reader->builder, LP_ATTRIBUTE_TITLE, lp_xml_attribute(element, NS_OFFICE, "title"));
  }
  return odt_enter_span(state, element);
}

void odt_leave_link(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  odt_leave_span(state, element);
  if (reader->in_body && !reader->collected && !reader->in_deletion)
    lp_builder_close(reader->builder, LP_KIND_LINK);
}

LpXmlInto odt_enter_anchor(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *name = lp_xml_attribute(element, NS_TEXT, "name");
  LpPlace place = lp_xml_place(element);
  if (!name || !reader->in_body || reader->collected || reader->in_deletion)
    return LP_XML_INTO;
  lp_builder_leaf(reader->builder, LP_KIND_ANCHOR, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, name);
  return LP_XML_INTO;
}

static void open_inline(Reader *reader, const LpXmlElement *element, LpKind kind) {
  LpPlace place = lp_xml_place(element);
  if (reader->in_body && !reader->collected && !reader->in_deletion)
    lp_builder_open(reader->builder, kind, &place);
}

static void close_inline(Reader *reader, LpKind kind) {
  if (reader->in_body && !reader->collected && !reader->in_deletion)
    lp_builder_close(reader->builder, kind);
}

LpXmlInto odt_enter_ruby(void *state, const LpXmlElement *element) {
  open_inline(state, element, LP_KIND_RUBY);
  return LP_XML_INTO;
}

void odt_leave_ruby(void *state, const LpXmlElement *element) {
  (void)element;
  close_inline(state, LP_KIND_RUBY);
}

LpXmlInto odt_enter_ruby_text(void *state, const LpXmlElement *element) {
  open_inline(state, element, LP_KIND_RUBY_TEXT);
  return odt_enter_span(state, element);
}

void odt_leave_ruby_text(void *state, const LpXmlElement *element) {
  odt_leave_span(state, element);
  close_inline(state, LP_KIND_RUBY_TEXT);
}
