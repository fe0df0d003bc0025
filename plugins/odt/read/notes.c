/* Notes and annotations stand in the paragraph; the builder puts them into their place. */
#include "config.h"

#include "read/notes.h"

#include "read/paragraph.h"

#include <string.h>

LpXmlInto odt_enter_note(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *class_name = lp_xml_attribute(element, NS_TEXT, "note-class");
  LpPlace place = lp_xml_place(element);
  if (!reader->in_body || reader->in_deletion || reader->collected)
    return LP_XML_INTO;
  g_free(reader->note_name);
  reader->note_name = g_strdup_printf("note-%d", ++reader->note_number);
  lp_builder_leaf(reader->builder, LP_KIND_NOTE_REFERENCE, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, reader->note_name);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_NOTE_CLASS,
                     class_name && strcmp(class_name, "endnote") == 0);
  return LP_XML_INTO;
}

/* The number that the office program showed; a label of the author's own stays. */
LpXmlInto odt_enter_citation(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  if (reader->note_name && reader->in_body && !reader->in_deletion)
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARK, lp_xml_attribute(element, NS_TEXT, "label"));
  odt_collect(reader, LP_REASON_STRUCTURE);
  return LP_XML_INTO;
}

void odt_leave_citation(void *state, const LpXmlElement *element) {
  (void)element;
  g_free(odt_collected(state));
}

LpXmlInto odt_enter_note_body(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (!reader->in_body || reader->in_deletion || !reader->note_name)
    return LP_XML_INTO;
  lp_builder_open(reader->builder, LP_KIND_NOTE, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, reader->note_name);
  return LP_XML_INTO;
}

void odt_leave_note_body(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!reader->in_body || reader->in_deletion || !reader->note_name)
    return;
  lp_builder_close(reader->builder, LP_KIND_NOTE);
  odt_set_text_style(reader);
}

/* ---- annotations ---- */

static char *comment_name(Reader *reader, const LpXmlElement *element) {
  const char *name = lp_xml_attribute(element, NS_OFFICE, "name");
  return name ? g_strdup(name) : g_strdup_printf("comment-%d", ++reader->comment_number);
}

LpXmlInto odt_enter_annotation(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (!reader->in_body)
    return LP_XML_INTO;
  if (reader->in_deletion) /* a comment on deleted text is told apart as a comment */
    return LP_XML_LEAVE + LP_REASON_COMMENT;
  char *name = comment_name(reader, element);
  bool has_range = lp_xml_attribute(element, NS_OFFICE, "name") != NULL;
  lp_builder_leaf(reader->builder, LP_KIND_COMMENT_RANGE, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, name);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_EDGE, has_range ? 0 : 2);
  lp_builder_open(reader->builder, LP_KIND_COMMENT, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, name);
  if (odt_flag(element, NS_LOEXT, "resolved", false))
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_RESOLVED, 1);
  g_free(name);
  return LP_XML_INTO;
}

void odt_leave_annotation(void *state, const LpXmlElement *element) {
  (void)element;
  Reader *reader = state;
  if (!reader->in_body || reader->in_deletion)
    return;
  lp_builder_close(reader->builder, LP_KIND_COMMENT);
  odt_set_text_style(reader);
}

LpXmlInto odt_enter_annotation_end(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *name = lp_xml_attribute(element, NS_OFFICE, "name");
  LpPlace place = lp_xml_place(element);
  if (!name || !reader->in_body || reader->in_deletion)
    return LP_XML_INTO;
  lp_builder_leaf(reader->builder, LP_KIND_COMMENT_RANGE, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, name);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_EDGE, 1);
  return LP_XML_INTO;
}

/* ---- who and when ---- */

LpXmlInto odt_enter_about(void *state, const LpXmlElement *element) {
  (void)element;
  odt_collect(state, LP_REASON_METADATA);
  return LP_XML_INTO;
}

void odt_leave_about(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  char *text = odt_collected(reader);
  bool is_date = strcmp(lp_xml_name(element), "date") == 0;
  if (text && reader->change) {
    char **field = is_date ? &reader->change->date : &reader->change->author;
    g_free(*field);
    *field = g_strdup(text);
  } else if (text && lp_builder_current(reader->builder) == LP_KIND_COMMENT) {
    lp_builder_string(reader->builder, is_date ? LP_ATTRIBUTE_DATE : LP_ATTRIBUTE_AUTHOR, text);
  }
  g_free(text);
}
