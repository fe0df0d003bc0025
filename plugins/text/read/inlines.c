/* What stands in a block of Markdown: text, emphasis, links, tags, references to notes. */
#include "config.h"

#include "read/markdown.h"
#include "read/notes.h"
#include "read/wrap.h"

#include <string.h>

static void set_text_style(const Markdown *markdown) {
  LpDocument *document = lp_builder_document(markdown->draft->builder);
  const LpStyle *style = NULL;
  if (markdown->bold)
    style = lp_style_with_integer(document, style, LP_PROPERTY_WEIGHT, 700);
  if (markdown->italic)
    style = lp_style_with_integer(document, style, LP_PROPERTY_ITALIC, 1);
  if (markdown->strike)
    style = lp_style_with_integer(document, style, LP_PROPERTY_STRIKE, 1);
  if (markdown->underline)
    style = lp_style_with_integer(document, style, LP_PROPERTY_UNDERLINE, LP_UNDERLINE_SINGLE);
  if (markdown->superscript || markdown->subscript)
    style = lp_style_with_integer(document, style, LP_PROPERTY_POSITION,
                                  markdown->superscript ? LP_POSITION_SUPERSCRIPT : LP_POSITION_SUBSCRIPT);
  if (markdown->code)
    style = lp_style_with_string(document, style, LP_PROPERTY_FAMILY, "monospace");
  lp_builder_text_style(markdown->draft->builder, style);
}

/* Where md4c's text lies in the draft; false: it is text of its own making, white space. */
static bool offset_of(const Markdown *markdown, const char *text, size_t n, size_t *offset) {
  uintptr_t start = (uintptr_t)markdown->text, at = (uintptr_t)text;
  if (at < start || at - start + n > markdown->draft->text->len)
    return false;
  *offset = at - start;
  return true;
}

/* An address or title; where it is no text as well (an address that is its own link), it is left out as
 * structure in the end. */
static char *attribute_text(Markdown *markdown, const MD_ATTRIBUTE *attribute) {
  size_t offset;
  if (attribute->text && offset_of(markdown, attribute->text, attribute->size, &offset)) {
    Range range = {offset, offset + attribute->size};
    g_array_append_val(markdown->structure, range);
  }
  return attribute->text ? g_strndup(attribute->text, attribute->size) : NULL;
}

/* Opens what a piece of text at an offset stands in: blocks, its paragraph, spans. */
static void prepare_for_text(Markdown *markdown, size_t offset) {
  if (markdown->paragraph_to_begin)
    begin_paragraph(markdown, offset);
  else
    open_pending(markdown, offset);
  for (guint i = 0; i < markdown->spans->len; i++) {
    PendingSpan *span = &g_array_index(markdown->spans, PendingSpan, i);
    LpPlace place = draft_place(markdown->draft, offset);
    lp_builder_open(markdown->draft->builder, span->kind, &place);
    lp_builder_string(markdown->draft->builder, LP_ATTRIBUTE_HREF, span->address);
    lp_builder_string(markdown->draft->builder, LP_ATTRIBUTE_TITLE, span->title);
    if (span->kind == LP_KIND_SPAN)
      lp_builder_string(markdown->draft->builder, LP_ATTRIBUTE_ELEMENT, "picture");
    g_free(span->address);
    g_free(span->title);
  }
  g_array_set_size(markdown->spans, 0);
}

static void add_link(Markdown *markdown, const MD_SPAN_A_DETAIL *detail) {
  PendingSpan span = {.kind = LP_KIND_LINK};
  span.address = attribute_text(markdown, &detail->href);
  span.title = attribute_text(markdown, &detail->title);
  if (!span.address || !strchr(span.address, ':'))
    g_clear_pointer(&span.address, g_free); /* within a draft there is nothing to aim at */
  g_array_append_val(markdown->spans, span);
}

static void add_picture(Markdown *markdown, const MD_SPAN_IMG_DETAIL *detail) {
  PendingSpan span = {.kind = LP_KIND_SPAN};
  g_free(attribute_text(markdown, &detail->src));
  span.title = attribute_text(markdown, &detail->title);
  LpPlace place = draft_place(markdown->draft, markdown->text_end);
  lp_warn(markdown->draft->account, "text.picture-outside", &place,
          "A picture stands in another file, which is not read; its description takes its place.");
  g_array_append_val(markdown->spans, span);
}

static void count_span(Markdown *markdown, MD_SPANTYPE type, int step) {
  switch (type) {
  case MD_SPAN_EM: markdown->italic += step; break;
  case MD_SPAN_STRONG: markdown->bold += step; break;
  case MD_SPAN_DEL: markdown->strike += step; break;
  case MD_SPAN_CODE: markdown->code += step; break;
  case MD_SPAN_U: markdown->underline += step; break;
  default: return;
  }
  set_text_style(markdown);
}

int enter_span(MD_SPANTYPE type, void *detail, void *state) {
  Markdown *markdown = state;
  if (type == MD_SPAN_A)
    add_link(markdown, detail);
  else if (type == MD_SPAN_IMG)
    add_picture(markdown, detail);
  else
    count_span(markdown, type, 1);
  return 0;
}

int leave_span(MD_SPANTYPE type, void *detail, void *state) {
  (void)detail;
  Markdown *markdown = state;
  if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
    prepare_for_text(markdown, markdown->text_end);
    lp_builder_close(markdown->draft->builder, type == MD_SPAN_A ? LP_KIND_LINK : LP_KIND_SPAN);
  } else {
    count_span(markdown, type, -1);
  }
  return 0;
}

/* ---- text ---- */

static void build_reference(Markdown *markdown, size_t from, size_t to) {
  Draft *draft = markdown->draft;
  NoteText *note = find_note(draft, draft->text->str + from + 2, to - from - 3);
  LpPlace place = draft_place(draft, from);
  lp_builder_leaf(draft->builder, LP_KIND_NOTE_REFERENCE, &place);
  lp_builder_string(draft->builder, LP_ATTRIBUTE_TARGET, note->label);
  note->used = true;
  draft_leave(draft, from, to, LP_REASON_STRUCTURE);
}

/* Text at its place in the draft, with references to notes in it. */
static void build_text(Markdown *markdown, size_t from, size_t to) {
  from = MAX(from, markdown->skip_to);
  while (from < to) {
    const char *text = markdown->text;
    const char *open = memchr(text + from, NOTE_OPEN, to - from);
    size_t plain_end = open ? (size_t)(open - text) : to;
    if (plain_end > from)
      draft_text(markdown->draft, from, plain_end);
    if (!open)
      return;
    const char *close = memchr(open, NOTE_CLOSE, to - plain_end);
    if (!close)
      return; /* md4c never parts a reference: the ledger would tell */
    from = (size_t)(close - text) + 1;
    build_reference(markdown, plain_end, from);
  }
}

static void build_lines(Markdown *markdown, const char *text, size_t n, bool in_draft, size_t offset) {
  /* Code keeps its lines. */
  for (size_t i = 0; i < n;) {
    const char *end = memchr(text + i, '\n', n - i);
    size_t length = end ? (size_t)(end - text) - i : n - i;
    if (length && in_draft)
      build_text(markdown, offset + i, offset + i + length);
    else if (length)
      lp_builder_text(markdown->draft->builder, text + i, length, NULL);
    i += length + 1;
    if (end && lp_builder_current(markdown->draft->builder) == LP_KIND_PREFORMATTED)
      lp_builder_leaf(markdown->draft->builder, LP_KIND_LINE_BREAK, NULL);
    else if (end)
      lp_builder_text(markdown->draft->builder, " ", 1, NULL);
  }
}

/* The character of an entity that people type; 0: none of them. */
static gunichar entity_character(const char *name, size_t n) {
  static const struct {
    const char *name;
    gunichar c;
  } entities[] = {
      {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
      {"nbsp", 0xA0},     {"shy", 0xAD},     {"copy", 0xA9},    {"reg", 0xAE},     {"trade", 0x2122},
      {"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
      {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"laquo", 0xAB},   {"raquo", 0xBB},   {"bull", 0x2022},
      {"middot", 0xB7},   {"sect", 0xA7},    {"para", 0xB6},    {"deg", 0xB0},     {"euro", 0x20AC},
      {"pound", 0xA3},    {"yen", 0xA5},     {"times", 0xD7},   {"frac12", 0xBD},  {"eacute", 0xE9},
      {"egrave", 0xE8},   {"agrave", 0xE0},  {"ccedil", 0xE7},  {"uuml", 0xFC},    {"ouml", 0xF6},
      {"auml", 0xE4},     {"ntilde", 0xF1},  {"ensp", 0x2002},  {"emsp", 0x2003},  {"thinsp", 0x2009},
      {"zwnj", 0x200C},   {"zwj", 0x200D},   {"lrm", 0x200E},   {"rlm", 0x200F}};
  for (size_t i = 0; i < G_N_ELEMENTS(entities); i++)
    if (strlen(entities[i].name) == n && memcmp(entities[i].name, name, n) == 0)
      return entities[i].c;
  return 0;
}

static gunichar numeric_character(const char *text, size_t n) {
  guint64 value = 0;
  bool hexadecimal = n > 0 && (text[0] == 'x' || text[0] == 'X');
  for (size_t i = hexadecimal; i < n && value < 0x110000; i++)
    value = value * (hexadecimal ? 16 : 10) + (guint64)g_ascii_xdigit_value(text[i]);
  bool valid = value >= 0x20 && value < 0x110000 && g_unichar_validate((gunichar)value);
  return valid ? (gunichar)value : 0xFFFD;
}

static void build_entity(Markdown *markdown, size_t from, size_t to) {
  Draft *draft = markdown->draft;
  const char *name = draft->text->str + from + 1; /* between & and ; */
  size_t n = to - from - 2;
  gunichar c = *name == '#' ? numeric_character(name + 1, n - 1) : entity_character(name, n);
  if (!c) { /* a name that means nothing is text */
    build_text(markdown, from, to);
    return;
  }
  char utf8[6];
  size_t length = (size_t)g_unichar_to_utf8(c, utf8);
  LpPlace place = draft_place(draft, from);
  lp_ledger_give(draft->account, utf8, length);
  lp_builder_text(draft->builder, utf8, length, &place);
  draft_leave(draft, from, to, LP_REASON_MARKUP);
}

/* HTML tags that people use in Markdown for what it lacks. */
static void read_tag(Markdown *markdown, size_t from, size_t to) {
  const struct {
    const char *name;
    int *count;
  } tags[] = {{"u", &markdown->underline},     {"ins", &markdown->underline}, {"s", &markdown->strike},
              {"del", &markdown->strike},      {"strike", &markdown->strike}, {"b", &markdown->bold},
              {"strong", &markdown->bold},     {"i", &markdown->italic},      {"em", &markdown->italic},
              {"sup", &markdown->superscript}, {"sub", &markdown->subscript}};
  Draft *draft = markdown->draft;
  const char *text = draft->text->str + from + 1;
  bool closing = *text == '/';
  text += closing;
  size_t n = strcspn(text, " \t\n/>");
  draft_leave(draft, from, to, LP_REASON_MARKUP);
  if (n == 2 && g_ascii_strncasecmp(text, "br", 2) == 0) {
    lp_builder_leaf(draft->builder, LP_KIND_LINE_BREAK, NULL);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
    if (strlen(tags[i].name) == n && g_ascii_strncasecmp(text, tags[i].name, n) == 0) {
      *tags[i].count = MAX(*tags[i].count + (closing ? -1 : 1), 0);
      set_text_style(markdown);
      return;
    }
  LpPlace place = draft_place(draft, from);
  lp_warn(draft->account, "text.html-tag", &place,
          "The HTML tag \"%.*s\" is left out; the text in it is kept.", (int)MIN(to - from, 60),
          draft->text->str + from);
}

static void read_soft_break(Markdown *markdown) {
  Draft *draft = markdown->draft;
  if (break_into_item(markdown))
    return;
  size_t line = draft_line_of(draft, markdown->text_end);
  if (line + 1 >= draft_line_count(draft))
    return;
  Line here = line_at(draft, line), next = line_at(draft, line + 1);
  if (markdown->keep_lines && !is_wrapped(draft, &here, &next))
    lp_builder_leaf(draft->builder, LP_KIND_LINE_BREAK, NULL);
  else if (joins_with_space(draft, here.to, next.from))
    lp_builder_text(draft->builder, " ", 1, NULL);
}

int read_inline(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE n, void *state) {
  Markdown *markdown = state;
  size_t offset = 0;
  bool in_draft = n > 0 && offset_of(markdown, text, n, &offset);
  if (type == MD_TEXT_SOFTBR) {
    read_soft_break(markdown);
    return 0;
  }
  prepare_for_text(markdown, in_draft ? offset : markdown->text_end);
  if (type == MD_TEXT_BR)
    lp_builder_leaf(markdown->draft->builder, LP_KIND_LINE_BREAK, NULL);
  else if (type == MD_TEXT_ENTITY && in_draft)
    build_entity(markdown, offset, offset + n);
  else if (type == MD_TEXT_HTML && in_draft && n > 2)
    read_tag(markdown, offset, offset + n);
  else if (type == MD_TEXT_CODE)
    build_lines(markdown, text, n, in_draft, offset);
  else if (in_draft)
    build_text(markdown, offset, offset + n);
  else
    lp_builder_text(markdown->draft->builder, text, n, NULL);
  if (in_draft)
    markdown->text_end = offset + n;
  return 0;
}
