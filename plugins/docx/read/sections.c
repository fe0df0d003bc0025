#include "config.h"

#include "read/sections.h"

#include "read/values.h"

#include <string.h>

/* ---- where sections begin ---- */

LpXmlInto docx_enter_section(void *state, const LpXmlElement *element) {
  (void)element;
  ((DocxReader *)state)->section_goes_on = false;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_section_type(void *state, const LpXmlElement *element) {
  const char *type = docx_value(element, "val");
  if (type && docx_is_in(element, "sectPr"))
    ((DocxReader *)state)->section_goes_on =
        strcmp(type, "continuous") == 0 || strcmp(type, "nextColumn") == 0;
  return LP_XML_INTO;
}

/* How a section begins is said where it ends: the page break before it may turn out to be none. */
void docx_leave_section(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxParagraph *paragraph = docx_paragraph(reader);
  DocxContainer *container = docx_container(reader);
  if (reader->section_goes_on) {
    lp_builder_take_back(reader->builder, reader->section_break);
    if (container->breaks == DOCX_BREAK_OF_SECTION)
      container->breaks = DOCX_NO_BREAK;
  }
  reader->section_break = NULL;
  if (paragraph && docx_is_in(element, "pPr"))
    paragraph->ends_section = true;
}

/* ---- headers and footers ---- */

LpXmlInto docx_enter_header_reference(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *type = docx_value(element, "type");
  const DocxRelationship *relationship =
      docx_relationship(reader->relationships, lp_xml_attribute(element, R, "id"));
  if (!relationship || relationship->is_outer || !relationship->target)
    return LP_XML_INTO;
  bool is_header = strcmp(lp_xml_name(element), "headerReference") == 0;
  DocxHeader header = {.kind = is_header ? LP_KIND_PAGE_HEADER : LP_KIND_PAGE_FOOTER,
                       .type = docx_intern(reader, type ? type : "default"),
                       .part = docx_intern(reader, relationship->target)};
  if (g_hash_table_add(reader->header_parts, (gpointer)(uintptr_t)header.part))
    g_array_append_val(reader->headers, header);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_title_page(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  reader->has_first_headers = reader->has_first_headers || docx_is_on(element);
  return LP_XML_INTO;
}

/* Of several headers of one type the first has the type as its name. */
static char *name_of(const DocxReader *reader, const DocxHeader *header) {
  for (size_t i = 0; i < reader->header; i++) {
    const DocxHeader *earlier = &g_array_index(reader->headers, DocxHeader, i);
    if (earlier->kind == header->kind && earlier->type == header->type)
      return g_strdup_printf("%s-%zu", header->type, reader->header + 1);
  }
  return g_strdup(header->type);
}

void docx_open_header(DocxReader *reader, const DocxHeader *header) {
  LpPlace place = {.part = header->part};
  g_autofree char *name = name_of(reader, header);
  lp_builder_open(reader->builder, header->kind, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, name);
}
