#include "config.h"

#include "read/textbox.h"

#include "read/body.h"
#include "read/grouping.h"
#include "read/links.h"
#include "read/run.h"
#include "read/table.h"
#include "read/wrappers.h"

#include <string.h>

/* The box stands behind its paragraph, and so outside of a tracked change there: it gets one of its own. */
LpXmlInto docx_enter_textbox(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  const DocxParagraph *paragraph = docx_paragraph(reader);
  const DocxChange *change = docx_change_here(reader);
  if (!paragraph || !paragraph->is_open) {
    docx_open_cell(reader);
    docx_close_groups(reader);
    docx_place_page_break(reader);
  }
  if (change) {
    lp_builder_open(reader->builder, LP_KIND_BLOCK_REVISION, &place);
    docx_set_change(reader, change);
  }
  lp_builder_open(reader->builder, LP_KIND_TEXT_BOX, &place);
  docx_open_container(reader, LP_KIND_TEXT_BOX, DOCX_GROUND_UNKNOWN);
  docx_container(reader)->has_block_revision = change != NULL;
  return LP_XML_INTO;
}

void docx_leave_textbox(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  bool has_block_revision = docx_container(reader)->has_block_revision;
  docx_close_container(reader);
  lp_builder_close(reader->builder, LP_KIND_TEXT_BOX);
  if (has_block_revision)
    lp_builder_close(reader->builder, LP_KIND_BLOCK_REVISION);
}

LpXmlInto docx_enter_drawing_paragraph(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  LpPlace place = lp_xml_place(element);
  if (docx_ready(reader))
    lp_builder_leaf(reader->builder, LP_KIND_LINE_BREAK, &place);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_textpath(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const char *text = lp_xml_attribute(element, 0, "string");
  LpPlace place = lp_xml_place(element);
  if (!text || !*text || !docx_ready(reader))
    return LP_XML_INTO;
  DocxWrapper wrapper = {.kind = LP_KIND_SPAN, .element = docx_intern(reader, "v:textpath"), .place = place};
  uint32_t serial = docx_open_wrapper(reader, wrapper);
  lp_ledger_give(reader->account, text, strlen(text));
  lp_builder_text(reader->builder, text, strlen(text), &place);
  docx_close_wrapper(reader, serial);
  return LP_XML_INTO;
}
