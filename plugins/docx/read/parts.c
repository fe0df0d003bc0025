#include "config.h"

#include "read/parts.h"

#include "read/values.h"

#include <string.h>

static LpVerdict read_with(DocxReader *reader, const char *part, const LpXmlRow *rows, size_t count,
                           void (*text)(void *state, const LpXmlElement *element, const char *text, size_t n),
                           void *state) {
  const LpXmlRows table = {.namespaces = docx_namespaces,
                           .namespace_count = docx_namespace_count,
                           .rows = rows,
                           .row_count = count,
                           .text = text};
  return lp_xml_read_part(reader->package, part, &table, state);
}

/* ---- metadata ---- */

typedef struct Property {
  DocxReader *reader;
  GString *text; /* of the property being read; NULL: none is */
} Property;

static LpXmlInto enter_property(void *state, const LpXmlElement *element) {
  (void)element;
  Property *property = state;
  if (!property->text)
    property->text = g_string_new(NULL);
  return LP_XML_INTO;
}

static void leave_property(void *state, const LpXmlElement *element) {
  static const struct {
    const char *name;
    LpMetadata entry;
  } entries[] = {{"title", LP_METADATA_TITLE},
                 {"subject", LP_METADATA_SUBJECT},
                 {"keywords", LP_METADATA_KEYWORDS},
                 {"language", LP_METADATA_LANGUAGE}};
  Property *property = state;
  for (size_t i = 0; i < G_N_ELEMENTS(entries) && property->text; i++)
    if (strcmp(lp_xml_name(element), entries[i].name) == 0)
      lp_builder_metadata(property->reader->builder, entries[i].entry, property->text->str);
  if (property->text)
    g_string_free(property->text, TRUE);
  property->text = NULL;
}

static void property_text(void *state, const LpXmlElement *element, const char *text, size_t n) {
  (void)element;
  Property *property = state;
  if (property->text)
    g_string_append_len(property->text, text, (gssize)n);
}

LpVerdict docx_read_metadata(DocxReader *reader, const char *part) {
  static const LpXmlRow rows[] = {{DC, "title", enter_property, leave_property},
                                  {DC, "subject", enter_property, leave_property},
                                  {CP, "keywords", enter_property, leave_property},
                                  {DC, "language", enter_property, leave_property}};
  Property property = {.reader = reader};
  LpVerdict verdict = read_with(reader, part, rows, G_N_ELEMENTS(rows), property_text, &property);
  if (property.text)
    g_string_free(property.text, TRUE);
  return verdict;
}

/* ---- settings ---- */

static LpXmlInto enter_even_headers(void *state, const LpXmlElement *element) {
  ((DocxReader *)state)->has_even_headers = docx_is_on(element);
  return LP_XML_INTO;
}

LpVerdict docx_read_settings(DocxReader *reader, const char *part) {
  static const LpXmlRow rows[] = {{W, "evenAndOddHeaders", enter_even_headers, NULL}};
  return read_with(reader, part, rows, G_N_ELEMENTS(rows), NULL, reader);
}

/* ---- theme ---- */

static LpXmlInto enter_latin(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *family = lp_xml_attribute(element, 0, "typeface");
  if (family && *family && docx_is_in(element, "majorFont"))
    reader->theme_major = docx_intern(reader, family);
  if (family && *family && docx_is_in(element, "minorFont"))
    reader->theme_minor = docx_intern(reader, family);
  return LP_XML_INTO;
}

static LpXmlInto pass_over(void *state, const LpXmlElement *element) {
  (void)state, (void)element;
  return LP_XML_LEAVE + LP_REASON_STRUCTURE;
}

LpVerdict docx_read_theme(DocxReader *reader, const char *part) {
  static const LpXmlRow rows[] = {{A, "latin", enter_latin, NULL}, {A, "fmtScheme", pass_over, NULL}};
  return read_with(reader, part, rows, G_N_ELEMENTS(rows), NULL, reader);
}
