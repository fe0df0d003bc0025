#include "config.h"

#include "read/spans.h"

#include "read/fields.h"
#include "read/generic.h"
#include "read/paragraph.h"
#include "read/wrappers.h"

/* The draft has the text above before its base, the tree behind it. */
LpXmlInto docx_enter_ruby(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxWrapper wrapper = {.kind = LP_KIND_RUBY, .place = lp_xml_place(element)};
  bool is_shown = !docx_in_field_code(reader) && !docx_in_wrapper(reader, LP_KIND_RUBY);
  docx_push_element(reader, is_shown ? docx_open_wrapper(reader, wrapper) : 0);
  return LP_XML_INTO;
}

void docx_leave_ruby(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (reader->ruby_text) {
    lp_builder_open(reader->builder, LP_KIND_RUBY_TEXT, &place);
    lp_builder_text(reader->builder, reader->ruby_text->str, reader->ruby_text->len, &place);
    lp_builder_close(reader->builder, LP_KIND_RUBY_TEXT);
    g_string_free(reader->ruby_text, TRUE);
    reader->ruby_text = NULL;
  }
  docx_pop_element(reader);
}

LpXmlInto docx_enter_ruby_text(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  if (!reader->ruby && !reader->ruby_text && docx_in_wrapper(reader, LP_KIND_RUBY))
    reader->ruby = g_string_new(NULL);
  return LP_XML_INTO;
}

void docx_leave_ruby_text(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  if (reader->ruby)
    reader->ruby_text = g_steal_pointer(&reader->ruby);
}

LpXmlInto docx_enter_math(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  docx_report_once(reader, "docx.math-as-text", lp_xml_qualified_name(element), &place,
                   "an equation is kept as its plain text");
  DocxWrapper wrapper = {.kind = LP_KIND_SPAN, .element = docx_intern(reader, "m:oMath"), .place = place};
  docx_push_element(reader, docx_in_field_code(reader) ? 0 : docx_open_wrapper(reader, wrapper));
  return LP_XML_INTO;
}
