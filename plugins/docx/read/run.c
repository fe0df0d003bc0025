#include "config.h"

#include "read/run.h"

#include "read/effective.h"
#include "read/fields.h"
#include "read/generic.h"
#include "read/paragraph.h"
#include "read/paragraph_properties.h"
#include "read/symbols.h"
#include "read/values.h"
#include "read/wrappers.h"

#include <string.h>

enum { WHITE_BYTES = 256 };

static void clear_run(DocxReader *reader) {
  memset(&reader->run, 0, sizeof reader->run);
  reader->run_change = (DocxChange){0};
  reader->run_wrapper = 0;
  reader->mark_follows = false;
}

LpXmlInto docx_enter_run(void *state, const LpXmlElement *element) {
  (void)element;
  clear_run(state);
  return LP_XML_INTO;
}

void docx_leave_run(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  docx_close_wrapper(reader, reader->run_wrapper);
  clear_run(reader);
}

bool docx_ready(DocxReader *reader) {
  if (docx_in_field_code(reader))
    return false;
  docx_open_paragraph(reader);
  if (reader->run_change.revision != LP_REVISION_NONE && reader->run_wrapper == 0) {
    DocxWrapper wrapper = {.kind = LP_KIND_REVISION, .change = reader->run_change};
    reader->run_wrapper = docx_open_wrapper(reader, wrapper);
  }
  lp_builder_text_style(reader->builder, docx_text_look(reader));
  if (reader->white->len > 0) {
    lp_builder_text(reader->builder, reader->white->str, reader->white->len, NULL);
    g_string_truncate(reader->white, 0);
  }
  return true;
}

/* ---- text ---- */

LpXmlInto docx_enter_text(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  reader->text = reader->mark_follows ? DOCX_TEXT_MARK : DOCX_TEXT_SHOWN;
  return LP_XML_INTO;
}

static bool is_white(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Word takes a character's language from its script; that of the first letter is taken for the piece. */
static DocxScript script_of(const char *text, size_t n) {
  for (const char *at = text, *end = text + n; at < end; at += g_utf8_skip[(unsigned char)*at]) {
    if (g_ascii_isalpha(*at))
      return DOCX_LATIN;
    gunichar code = (unsigned char)*at < 0x80 ? 0 : g_utf8_get_char_validated(at, end - at);
    if ((code >= 0x0590 && code <= 0x109f) || (code >= 0x1780 && code <= 0x17ff) ||
        (code >= 0xfb1d && code <= 0xfdff))
      return DOCX_COMPLEX;
    if ((code >= 0x1100 && code <= 0x11ff) || (code >= 0x2e80 && code <= 0xd7ff) ||
        (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x3ffff))
      return DOCX_EAST_ASIAN;
    if (code >= 0xc0 && code < 0x0590)
      return DOCX_LATIN;
  }
  return DOCX_LATIN;
}

static void shown_text(DocxReader *reader, const char *text, size_t n, const LpPlace *place) {
  if (docx_in_field_code(reader)) {
    docx_field_hides(reader, text, n);
    return;
  }
  if (reader->ruby) {
    g_string_append_len(reader->ruby, text, (gssize)n);
    return;
  }
  for (; reader->after_note_mark && n > 0 && is_white(*text); n--)
    text++;
  if (n == 0)
    return;
  reader->after_note_mark = false;
  const DocxParagraph *paragraph = docx_paragraph(reader);
  if (paragraph && !paragraph->is_open && reader->white->len < WHITE_BYTES && lp_characters(text, n) == 0) {
    g_string_append_len(reader->white, text, (gssize)n);
    return;
  }
  reader->script = script_of(text, n);
  docx_ready(reader);
  reader->script = DOCX_LATIN;
  if (reader->run.set & DOCX_FAMILY && docx_is_symbol_family(reader->run.family))
    docx_symbol_text(reader, text, n, place);
  else
    lp_builder_text(reader->builder, text, n, place);
}

/* The mark became an attribute of the reference. */
static void mark_text(DocxReader *reader, const char *text, size_t n, const LpPlace *place) {
  g_autofree char *mark = g_strndup(text, n);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_MARK, mark);
  lp_ledger_leave(reader->account, LP_REASON_STRUCTURE, text, n, place);
}

void docx_text(void *state, const LpXmlElement *element, const char *text, size_t n) {
  DocxReader *reader = state;
  if (reader->text == DOCX_TEXT_NONE && is_white(*text) && lp_characters(text, n) == 0)
    return;
  LpPlace place = lp_xml_place(element);
  switch (reader->text) {
  case DOCX_TEXT_SHOWN:
    if (reader->piece->len == 0)
      reader->piece_place = place;
    g_string_append_len(reader->piece, text, (gssize)n);
    break;
  case DOCX_TEXT_CODE: docx_field_code(reader, text, n, &place); break;
  case DOCX_TEXT_MARK: mark_text(reader, text, n, &place); break;
  default: docx_generic_text(reader, element, text, n, &place); break;
  }
}

/* The parser cuts text before its first character beyond ASCII: an element's text is put together again. */
void docx_leave_text(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  reader->text = DOCX_TEXT_NONE;
  if (reader->piece->len > 0)
    shown_text(reader, reader->piece->str, reader->piece->len, &reader->piece_place);
  g_string_truncate(reader->piece, 0);
}

/* ---- characters that are elements: they are given to the ledger here ---- */

static void given_text(DocxReader *reader, const char *text, const LpXmlElement *element) {
  LpPlace place = lp_xml_place(element);
  size_t n = strlen(text);
  lp_ledger_give(reader->account, text, n);
  shown_text(reader, text, n, &place);
}

LpXmlInto docx_enter_no_break_hyphen(void *state, const LpXmlElement *element) {
  given_text(state, "\342\200\221", element);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_soft_hyphen(void *state, const LpXmlElement *element) {
  given_text(state, "\302\255", element);
  return LP_XML_INTO;
}

/* w:sym (17.3.3.30): a character of a font, often beyond Unicode. */
LpXmlInto docx_enter_symbol(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *code = docx_value(element, "char"), *family = docx_value(element, "font");
  uint32_t character = 0;
  size_t n = 0;
  for (; code && n < 6 && g_ascii_isxdigit(code[n]); n++)
    character = character << 4 | (uint32_t)g_ascii_xdigit_value(code[n]);
  if (n == 0 || code[n] != '\0')
    return LP_XML_INTO;
  char utf8[8] = {0};
  character = docx_symbol(family, character);
  g_unichar_to_utf8(character < 0x110000 && (character < 0xd800 || character > 0xdfff) ? character : 0xfffd,
                    utf8);
  if (reader->mark_follows) {
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARK, utf8);
    return LP_XML_INTO;
  }
  given_text(reader, utf8, element);
  return LP_XML_INTO;
}

/* ---- tabs and breaks ---- */

static void leaf(DocxReader *reader, LpKind kind, const LpXmlElement *element) {
  LpPlace place = lp_xml_place(element);
  if (reader->ruby)
    g_string_append_c(reader->ruby, ' ');
  else if (docx_ready(reader))
    lp_builder_leaf(reader->builder, kind, &place);
}

/* w:tab is a tab in a run and a stop in w:tabs. */
LpXmlInto docx_enter_tab(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (reader->paragraph_target)
    return docx_enter_tabs(state, element);
  if (!reader->after_note_mark)
    leaf(reader, LP_KIND_TAB, element);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_break(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *type = docx_value(element, "type");
  if (type && strcmp(type, "page") == 0) {
    if (!docx_in_field_code(reader))
      docx_break_page(reader);
  } else if (!type || strcmp(type, "column") != 0) {
    leaf(reader, LP_KIND_LINE_BREAK, element);
  }
  return LP_XML_INTO;
}
