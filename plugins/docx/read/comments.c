#include "config.h"

#include "read/comments.h"

#include "read/body.h"
#include "read/paragraph.h"
#include "read/values.h"

#include <string.h>

LpXmlInto docx_enter_comment_edge(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *id = docx_value(element, "id"), *name = lp_xml_name(element);
  if (id)
    docx_wait(reader, (DocxWaiting){.kind = LP_KIND_COMMENT_RANGE,
                                    .name = docx_intern(reader, id),
                                    .edge = strcmp(name, "commentRangeStart") == 0 ? 0
                                            : strcmp(name, "commentRangeEnd") == 0 ? 1
                                                                                   : 2,
                                    .place = lp_xml_place(element)});
  return LP_XML_INTO;
}

LpXmlInto docx_enter_comment(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  lp_builder_open(reader->builder, LP_KIND_COMMENT, &place);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, docx_value(element, "id"));
  lp_builder_string(reader->builder, LP_ATTRIBUTE_AUTHOR, docx_value(element, "author"));
  lp_builder_string(reader->builder, LP_ATTRIBUTE_DATE, docx_value(element, "date"));
  docx_open_container(reader, LP_KIND_COMMENT, DOCX_AUTO);
  return LP_XML_INTO;
}

void docx_leave_comment(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  docx_close_container(reader);
  lp_builder_close(reader->builder, LP_KIND_COMMENT);
}
