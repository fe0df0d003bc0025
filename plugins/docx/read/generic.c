#include "config.h"

#include "read/generic.h"

#include "read/paragraph.h"
#include "read/run.h"
#include "read/wrappers.h"

#include <string.h>

void docx_report_once(DocxReader *reader, const char *code, const char *name, const LpPlace *place,
                      const char *sentence) {
  g_autofree char *key = g_strconcat(code, " ", name, NULL);
  if (g_hash_table_contains(reader->reported, key))
    return;
  lp_warn(reader->account, code, place, "%s: %s", name, sentence);
  g_hash_table_add(reader->reported, g_steal_pointer(&key));
}

LpXmlInto docx_leave_out_values(void *state, const LpXmlElement *element) {
  (void)state, (void)element;
  return LP_XML_LEAVE + LP_REASON_STRUCTURE;
}

LpXmlInto docx_enter_other_document(void *state, const LpXmlElement *element) {
  LpPlace place = lp_xml_place(element);
  docx_report_once(state, "docx.document-left-out", lp_xml_name(element), &place,
                   "another document stands here; it is not read and left out");
  return LP_XML_INTO;
}

/* Values of embedded objects and of form controls (Excel's and Word's own VML vocabulary) are no text. */
LpXmlInto docx_enter_other(void *state, const LpXmlElement *element) {
  (void)state;
  const char *address = lp_xml_namespace_address(element);
  if (g_str_has_prefix(address, "urn:schemas-microsoft-com:office:"))
    return LP_XML_LEAVE + LP_REASON_STRUCTURE;
  return LP_XML_INTO;
}

void docx_generic_text(DocxReader *reader, const LpXmlElement *element, const char *text, size_t n,
                       const LpPlace *place) {
  const char *name = lp_xml_qualified_name(element);
  docx_report_once(reader, "docx.unknown-element", name, place,
                   "this element is not known; its text is kept where it stands");
  docx_open_paragraph(reader);
  DocxWrapper wrapper = {.kind = LP_KIND_SPAN, .element = docx_intern(reader, name), .place = *place};
  uint32_t serial = docx_open_wrapper(reader, wrapper);
  lp_builder_text_style(reader->builder, NULL);
  lp_builder_text(reader->builder, text, n, place);
  docx_close_wrapper(reader, serial);
}
