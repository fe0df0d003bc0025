/* Fields by name; hidden text; sections; indexes. */
#include "config.h"

#include "read/fields.h"

#include "read/paragraph.h"

#include <string.h>

static const char *field_of(const char *name) {
  static const struct {
    const char *name, *field;
  } fields[] = {{"page-number", "page"},
                {"page-count", "pages"},
                {"date", "date"},
                {"time", "time"},
                {"title", "title"},
                {"author-name", "author"},
                {"initial-creator", "author"},
                {"creator", "author"},
                {"bookmark-ref", "reference"},
                {"reference-ref", "reference"},
                {"note-ref", "reference"},
                {"sequence-ref", "reference"},
                {"sequence", "sequence"},
                {"placeholder", "placeholder"}};
  for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
    if (strcmp(fields[i].name, name) == 0)
      return fields[i].field;
  return NULL;
}

static bool stands_in_tree(const Reader *reader) {
  return reader->in_body && !reader->in_deletion && !reader->collected;
}

LpXmlInto odt_enter_field(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (!stands_in_tree(reader))
    return LP_XML_INTO;
  lp_builder_open(reader->builder, LP_KIND_FIELD, &place);
  const char *field = field_of(lp_xml_name(element));
  char *other = field ? NULL : g_strconcat("other:", lp_xml_name(element), NULL);
  const char *format = lp_xml_attribute(element, NS_TEXT, "reference-format");
  if (field && strcmp(field, "reference") == 0 && format && strcmp(format, "page") == 0)
    field = "page-reference";
  lp_builder_string(reader->builder, LP_ATTRIBUTE_FIELD, field ? field : other);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, lp_xml_attribute(element, NS_TEXT, "ref-name"));
  g_free(other);
  return LP_XML_INTO;
}

void odt_leave_field(void *state, const LpXmlElement *element) {
  (void)element;
  if (stands_in_tree(state))
    lp_builder_close(((Reader *)state)->builder, LP_KIND_FIELD);
}

static void pop_hidden(Reader *reader) {
  if (!reader->sections->len)
    return;
  reader->hidden -= g_array_index(reader->sections, uint8_t, reader->sections->len - 1);
  g_array_set_size(reader->sections, reader->sections->len - 1);
}

/* ODF 1.3, 7.7.4: text:hidden-text shows its text only while its condition is false. */
LpXmlInto odt_enter_hidden_field(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  uint8_t hidden = odt_flag(element, NS_TEXT, "is-hidden", true);
  g_array_append_val(reader->sections, hidden);
  reader->hidden += hidden;
  odt_set_text_style(reader);
  return LP_XML_INTO;
}

void odt_leave_hidden_field(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  pop_hidden(reader);
  odt_set_text_style(reader);
}

/* ODF 1.3, 5.4: text:display is true, none or condition; text:is-hidden tells what the condition came to. */
static bool section_is_hidden(const LpXmlElement *element) {
  const char *display = lp_xml_attribute(element, NS_TEXT, "display");
  if (!display || strcmp(display, "true") == 0)
    return false;
  return strcmp(display, "none") == 0 || odt_flag(element, NS_TEXT, "is-hidden", true);
}

LpXmlInto odt_enter_section(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (!stands_in_tree(reader))
    return LP_XML_INTO;
  bool hidden = section_is_hidden(element);
  lp_builder_open(reader->builder, LP_KIND_SECTION, &place);
  if (hidden)
    lp_builder_style(reader->builder, lp_style_with_integer(reader->document, NULL, LP_PROPERTY_HIDDEN, 1));
  reader->hidden += hidden;
  uint8_t was_hidden = hidden;
  g_array_append_val(reader->sections, was_hidden);
  return LP_XML_INTO;
}

void odt_leave_section(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!stands_in_tree(reader))
    return;
  pop_hidden(reader);
  lp_builder_close(reader->builder, LP_KIND_SECTION);
}

/* Contents lists and indexes (ODF 1.3, 8): the body as the office program made it. */
LpXmlInto odt_enter_index(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (stands_in_tree(reader))
    lp_builder_open(reader->builder, LP_KIND_CONTENTS, &place);
  return LP_XML_INTO;
}

void odt_leave_index(void *state, const LpXmlElement *element) {
  (void)element;
  if (stands_in_tree(state))
    lp_builder_close(((Reader *)state)->builder, LP_KIND_CONTENTS);
}
