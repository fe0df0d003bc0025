#include "config.h"

#include "read/notes.h"

#include "read/body.h"
#include "read/generic.h"
#include "read/run.h"
#include "read/values.h"

#include <string.h>

static const char *name_of(DocxReader *reader, const char *class_name, const char *id) {
  g_autofree char *name = g_strdup_printf("%s-%s", class_name, id);
  return docx_intern(reader, name);
}

LpXmlInto docx_enter_note_reference(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  const char *id = docx_value(element, "id");
  bool is_footnote = strcmp(lp_xml_name(element), "footnoteReference") == 0;
  if (!id || !docx_ready(reader))
    return LP_XML_INTO;
  const char *name = name_of(reader, is_footnote ? "footnote" : "endnote", id);
  g_hash_table_add(reader->note_ids, (gpointer)(uintptr_t)name);
  lp_builder_leaf(reader->builder, LP_KIND_NOTE_REFERENCE, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, name);
  lp_builder_style(reader->builder, reader->last_style);
  reader->mark_follows = docx_flag(element, "customMarkFollows");
  return LP_XML_INTO;
}

LpXmlInto docx_enter_note(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  const char *id = docx_value(element, "id"), *type = docx_value(element, "type");
  bool is_footnote = strcmp(lp_xml_name(element), "footnote") == 0;
  if (type && strcmp(type, "normal") != 0) /* the rules between text and notes */
    return LP_XML_LEAVE + LP_REASON_FURNITURE;
  const char *name = name_of(reader, is_footnote ? "footnote" : "endnote", id ? id : "");
  if (!g_hash_table_contains(reader->note_ids, name)) {
    docx_report_once(reader, "docx.note-unused", lp_xml_name(element), &place,
                     "a note that nothing refers to is left out, as it is in the draft");
    return LP_XML_LEAVE + LP_REASON_HIDDEN;
  }
  lp_builder_open(reader->builder, LP_KIND_NOTE, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, name);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_NOTE_CLASS, is_footnote ? 0 : 1);
  docx_open_container(reader, LP_KIND_NOTE, DOCX_AUTO);
  return LP_XML_INTO;
}

void docx_leave_note(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  docx_close_container(reader);
  lp_builder_close(reader->builder, LP_KIND_NOTE);
  reader->after_note_mark = false;
}

/* The note's own number, at its beginning: whoever shows the note sets it. */
LpXmlInto docx_enter_note_mark(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->after_note_mark = true;
  return LP_XML_INTO;
}
