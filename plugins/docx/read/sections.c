#include "config.h"

#include "read/sections.h"

#include "read/values.h"

#include <string.h>

/* ---- where sections begin ---- */

static LpXmlInto note_section(void *state, const LpXmlElement *element) {
  (void)element;
  bool breaks = true; /* w:type is absent: a new page */
  g_array_append_val((GArray *)state, breaks);
  return LP_XML_INTO;
}

static LpXmlInto note_type(void *state, const LpXmlElement *element) {
  GArray *breaks = state;
  const char *type = docx_value(element, "val");
  if (breaks->len && type && docx_is_in(element, "sectPr"))
    g_array_index(breaks, bool, breaks->len - 1) =
        strcmp(type, "continuous") != 0 && strcmp(type, "nextColumn") != 0;
  return LP_XML_INTO;
}

static LpXmlInto pass_over(void *state, const LpXmlElement *element) {
  (void)state, (void)element;
  return LP_XML_LEAVE + LP_REASON_STRUCTURE;
}

/* How a section begins is said where it ends. So the first time that one ends before the draft does, the
   whole is looked through for how they begin. */
static void find_breaks(DocxReader *reader) {
  static const LpXmlRow rows[] = {
      {W, "sectPr", note_section, NULL}, {W, "type", note_type, NULL}, {W, "sectPrChange", pass_over, NULL}};
  const LpXmlRows table = {.namespaces = docx_namespaces,
                           .namespace_count = docx_namespace_count,
                           .rows = rows,
                           .row_count = G_N_ELEMENTS(rows)};
  reader->breaks = g_array_new(FALSE, FALSE, sizeof(bool));
  lp_xml_read_part(reader->package, reader->main_part, &table, reader->breaks);
}

LpXmlInto docx_enter_section(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxParagraph *paragraph = docx_paragraph(reader);
  if (!docx_is_in(element, "pPr") || !paragraph)
    return LP_XML_INTO;
  if (!reader->breaks)
    find_breaks(reader);
  reader->section++;
  paragraph->ends_section =
      reader->section < reader->breaks->len && g_array_index(reader->breaks, bool, reader->section);
  return LP_XML_INTO;
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
