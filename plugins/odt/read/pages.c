/* Headers and footers of the draft's own pages. */
#include "config.h"

#include "read/pages.h"

#include "read/paragraph.h"

#include <string.h>

static LpKind kind_of(const LpXmlElement *element) {
  return g_str_has_prefix(lp_xml_name(element), "header") ? LP_KIND_PAGE_HEADER : LP_KIND_PAGE_FOOTER;
}

LpXmlInto odt_enter_page_part(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  const char *name = lp_xml_name(element);
  LpPlace place = lp_xml_place(element);
  if (!odt_flag(element, NS_STYLE, "display", true))
    return LP_XML_LEAVE + LP_REASON_HEADER_FOOTER; /* switched off, shown by no program */
  reader->in_body = true;
  lp_builder_open(reader->builder, kind_of(element), &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME,
                    g_str_has_suffix(name, "-first")  ? "first"
                    : g_str_has_suffix(name, "-left") ? "even"
                                                      : "default");
  return LP_XML_INTO;
}

void odt_leave_page_part(void *state, const LpXmlElement *element) {
  Reader *reader = state;
  lp_builder_close(reader->builder, kind_of(element));
  reader->in_body = false;
}
