#include "config.h"

#include "read/alternate.h"

#include <string.h>

static bool *is_taken(const DocxReader *reader) {
  return reader->choices->len ? &g_array_index(reader->choices, bool, reader->choices->len - 1) : NULL;
}

LpXmlInto docx_enter_alternate(void *state, const LpXmlElement *element) {
  (void)element;
  bool taken = false;
  g_array_append_val(((DocxReader *)state)->choices, taken);
  return LP_XML_INTO;
}

void docx_leave_alternate(void *state, const LpXmlElement *element) {
  (void)element;
  GArray *choices = ((DocxReader *)state)->choices;
  if (choices->len)
    g_array_set_size(choices, choices->len - 1);
}

/* Whether every namespace that a branch requires can be read. */
static bool is_understood(const LpXmlElement *element) {
  const char *required = lp_xml_attribute(element, 0, "Requires");
  char **prefixes = g_strsplit_set(required ? required : "", " \t\r\n", -1);
  bool understood = required != NULL;
  for (size_t i = 0; prefixes[i] && understood; i++) {
    const char *address = *prefixes[i] ? lp_xml_prefix_address(element, prefixes[i]) : NULL;
    understood = !*prefixes[i] || (address && docx_understands(address));
  }
  g_strfreev(prefixes);
  return understood;
}

static LpXmlInto take(bool *taken) {
  *taken = true;
  return LP_XML_INTO;
}

LpXmlInto docx_enter_choice(void *state, const LpXmlElement *element) {
  bool *taken = is_taken(state);
  if (!taken)
    return LP_XML_INTO;
  return !*taken && is_understood(element) ? take(taken) : LP_XML_LEAVE + LP_REASON_ALTERNATE;
}

LpXmlInto docx_enter_fallback(void *state, const LpXmlElement *element) {
  (void)element;
  bool *taken = is_taken(state);
  if (!taken)
    return LP_XML_INTO;
  return *taken ? LP_XML_LEAVE + LP_REASON_ALTERNATE : take(taken);
}
