/* What the draft says of itself. Names of people are not taken: an output's metadata are made new. */
#include "config.h"

#include "read/metadata.h"

#include <string.h>

static LpMetadata entry_of(const char *name) {
  static const struct {
    const char *name;
    LpMetadata entry;
  } entries[] = {{"title", LP_METADATA_TITLE},
                 {"subject", LP_METADATA_SUBJECT},
                 {"language", LP_METADATA_LANGUAGE},
                 {"keyword", LP_METADATA_KEYWORDS}};
  for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
    if (strcmp(entries[i].name, name) == 0)
      return entries[i].entry;
  return LP_METADATA_COUNT;
}

LpXmlInto odt_enter_metadata(void *state, const LpXmlElement *element) {
  (void)element;
  odt_collect(state, LP_REASON_METADATA);
  return LP_XML_INTO;
}

void odt_leave_metadata(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  char *text = odt_collected(reader);
  lp_builder_metadata(reader->builder, entry_of(lp_xml_name(element)), text);
  g_free(text);
}

static LpXmlInto enter_encryption(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  lp_fail(reader->account, LP_CLASS_FORMAT, "odt.encrypted", NULL,
          "The draft is protected by a password. Save it without one and try again.");
  lp_xml_stop(element);
  return LP_XML_INTO;
}

LpVerdict odt_check_manifest(Reader *reader) {
  static const LpXmlRow rows[] = {{NS_MANIFEST, "encryption-data", enter_encryption, NULL}};
  LpXmlRows manifest = {odt_namespaces, odt_namespace_count, rows, 1, NULL, NULL, NULL, false};
  if (!lp_package_has(reader->package, "META-INF/manifest.xml"))
    return LP_DONE; /* a damaged package, but its text can be read */
  return lp_xml_read_part(reader->package, "META-INF/manifest.xml", &manifest, reader);
}
