#include "config.h"

#include "read/revisions.h"

#include "read/grouping.h"
#include "read/paragraph.h"
#include "read/run.h"
#include "read/table.h"
#include "read/values.h"
#include "read/wrappers.h"

#include <string.h>

static LpRevision revision_of(const char *name) {
  static const struct {
    const char *name;
    LpRevision revision;
  } revisions[] = {{"ins", LP_REVISION_INSERTED},        {"del", LP_REVISION_DELETED},
                   {"moveFrom", LP_REVISION_MOVED_FROM}, {"moveTo", LP_REVISION_MOVED_TO},
                   {"cellIns", LP_REVISION_INSERTED},    {"cellDel", LP_REVISION_DELETED}};
  for (size_t i = 0; i < G_N_ELEMENTS(revisions); i++)
    if (strcmp(name, revisions[i].name) == 0)
      return revisions[i].revision;
  return LP_REVISION_FORMAT;
}

static DocxChange change_of(const DocxReader *reader, const LpXmlElement *element) {
  return (DocxChange){.revision = revision_of(lp_xml_name(element)),
                      .author = docx_intern(reader, docx_value(element, "author")),
                      .date = docx_intern(reader, docx_value(element, "date"))};
}

/* A change around paragraphs, as some programs write it: a block of its own. */
static void open_around_blocks(DocxReader *reader, DocxWrapper wrapper) {
  docx_open_cell(reader);
  docx_close_groups(reader);
  wrapper.kind = LP_KIND_BLOCK_REVISION;
  docx_push_element(reader, docx_open_wrapper(reader, wrapper));
}

LpXmlInto docx_enter_change(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxChange change = change_of(reader, element);
  if (reader->run_target) { /* in the properties of a paragraph mark */
    if (docx_paragraph(reader) && reader->run_target == &docx_paragraph(reader)->mark)
      docx_paragraph(reader)->change = change;
    docx_push_element(reader, 0);
    return LP_XML_INTO;
  }
  if (docx_is_in(element, "trPr")) {
    if (docx_table(reader))
      docx_table(reader)->row_change = change;
    docx_push_element(reader, 0);
    return LP_XML_INTO;
  }
  DocxWrapper wrapper = {.kind = LP_KIND_REVISION, .change = change, .place = lp_xml_place(element)};
  if (reader->paragraph_target || reader->containers->len == 0)
    docx_push_element(reader, 0);
  else if (docx_paragraph(reader))
    docx_push_element(reader, docx_open_wrapper(reader, wrapper));
  else
    open_around_blocks(reader, wrapper);
  return LP_XML_INTO;
}

void docx_leave_change(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  if (reader->containers->len > 0 && !docx_paragraph(reader) && !reader->run_target &&
      !reader->paragraph_target && docx_change_here(reader))
    docx_close_groups(reader);
  docx_pop_element(reader);
}

LpXmlInto docx_enter_cell_change(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  if (docx_table(reader))
    docx_table(reader)->cell.change = change_of(reader, element);
  return LP_XML_INTO;
}

LpXmlInto docx_enter_format_change(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  DocxParagraph *paragraph = docx_paragraph(reader);
  DocxChange change = change_of(reader, element);
  if (reader->run_target && reader->run_target == &reader->run)
    reader->run_change = change;
  else if (paragraph && reader->paragraph_target == &paragraph->properties &&
           paragraph->change.revision == LP_REVISION_NONE)
    paragraph->change = change;
  return LP_XML_LEAVE + LP_REASON_DELETED;
}

/* Deleted text stands within w:del or w:moveFrom; where it does not, it is told apart all the same. */
LpXmlInto docx_enter_deleted_text(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  const DocxChange *here = docx_change_here(reader);
  bool is_told = here && (here->revision == LP_REVISION_DELETED || here->revision == LP_REVISION_MOVED_FROM);
  DocxWrapper wrapper = {
      .kind = LP_KIND_REVISION, .change.revision = LP_REVISION_DELETED, .place = lp_xml_place(element)};
  docx_push_element(reader, is_told ? 0 : docx_open_wrapper(reader, wrapper));
  reader->text = DOCX_TEXT_SHOWN;
  return LP_XML_INTO;
}

void docx_leave_deleted_text(void *state, const LpXmlElement *element) {
  docx_leave_text(state, element);
  docx_pop_element(state);
}
