#include "config.h"

#include "read/paragraph.h"

#include "read/effective.h"
#include "read/fields.h"
#include "read/grouping.h"
#include "read/table.h"
#include "read/wrappers.h"

LpXmlInto docx_enter_paragraph(void *state, const LpXmlElement *element) {
  DocxReader *reader = state;
  docx_drop_targets(reader);
  DocxParagraph paragraph = {.place = lp_xml_place(element),
                             .container = reader->containers->len - 1,
                             .wrappers = reader->wrappers->len};
  g_array_append_val(reader->paragraphs, paragraph);
  g_string_truncate(reader->white, 0);
  return LP_XML_INTO;
}

/* ---- opening ---- */

static void flush_waiting(DocxReader *reader) {
  for (guint i = 0; i < reader->waiting->len; i++) {
    const DocxWaiting *waiting = &g_array_index(reader->waiting, DocxWaiting, i);
    lp_builder_leaf(reader->builder, waiting->kind, &waiting->place);
    if (waiting->kind == LP_KIND_ANCHOR) {
      lp_builder_string(reader->builder, LP_ATTRIBUTE_NAME, waiting->name);
    } else {
      lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, waiting->name);
      lp_builder_integer(reader->builder, LP_ATTRIBUTE_EDGE, waiting->edge);
    }
  }
  g_array_set_size(reader->waiting, 0);
}

void docx_wait(DocxReader *reader, DocxWaiting waiting) {
  g_array_append_val(reader->waiting, waiting);
  const DocxParagraph *paragraph = docx_paragraph(reader);
  if (paragraph && paragraph->is_open && !paragraph->breaks)
    flush_waiting(reader);
}

static void open_node(DocxReader *reader, DocxParagraph *paragraph) {
  const DocxBlock *block = docx_block(reader, paragraph);
  lp_builder_open(reader->builder, paragraph->kind, &paragraph->place);
  lp_builder_style(reader->builder, block->look);
  if (paragraph->kind == LP_KIND_HEADING)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_LEVEL, MIN(block->heading_level, 6));
  docx_set_change(reader, &paragraph->change);
  paragraph->is_open = true;
}

static LpKind kind_of(const DocxBlock *block) {
  if (block->heading_level > 0)
    return LP_KIND_HEADING;
  return block->use == DOCX_USE_CAPTION ? LP_KIND_CAPTION : LP_KIND_PARAGRAPH;
}

static void open_block(DocxReader *reader, DocxParagraph *paragraph) {
  docx_open_cell(reader);
  const DocxBlock *block = docx_block(reader, paragraph);
  DocxContainer *container = docx_container(reader);
  DocxLabel label;
  bool is_labelled = docx_group(reader, paragraph, block, &label);
  paragraph->kind = kind_of(block);
  open_node(reader, paragraph);
  if (is_labelled) {
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARKER, label.marker);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_VALUE, label.value);
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_NUMBER_STYLE, (int32_t)block->numbering->style);
  }
  if (container->blank > 0)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_BLANK_LINES, container->blank + 1);
  container->blank = 0;
  docx_reopen_wrappers(reader, paragraph->wrappers);
}

/* The rest of a paragraph behind a page break in it. */
static void split(DocxReader *reader, DocxParagraph *paragraph) {
  lp_builder_close(reader->builder, paragraph->kind);
  lp_builder_leaf(reader->builder, LP_KIND_PAGE_BREAK, &paragraph->place);
  open_node(reader, paragraph);
  docx_reopen_wrappers(reader, paragraph->wrappers);
  paragraph->breaks = false;
}

void docx_open_paragraph(DocxReader *reader) {
  DocxParagraph *paragraph = docx_paragraph(reader);
  if (!paragraph)
    return;
  if (!paragraph->is_open)
    open_block(reader, paragraph);
  else if (paragraph->breaks && paragraph->kind == LP_KIND_PARAGRAPH)
    split(reader, paragraph);
  if (reader->waiting->len)
    flush_waiting(reader);
}

void docx_break_page(DocxReader *reader) {
  DocxParagraph *paragraph = docx_paragraph(reader);
  if (paragraph && paragraph->is_open)
    paragraph->breaks = true;
  else
    docx_container(reader)->breaks = DOCX_BREAK_OF_PAGE;
}

/* ---- leaving ---- */

static bool is_ruled(const DocxParagraphProperties *properties) {
  return (properties->set & DOCX_BORDER_TOP && properties->border_emu[DOCX_TOP] > 0) ||
         (properties->set & DOCX_BORDER_BOTTOM && properties->border_emu[DOCX_BOTTOM] > 0);
}

/* An empty paragraph is a blank line, but where its number or its rule is to be seen. */
static void leave_empty(DocxReader *reader, DocxParagraph *paragraph) {
  const DocxBlock *block = docx_block(reader, paragraph);
  DocxContainer *container = docx_container(reader);
  if (block->numbering && block->heading_level == 0 && block->numbering->text && *block->numbering->text &&
      !(paragraph->mark.on & DOCX_HIDDEN)) {
    open_block(reader, paragraph);
    lp_builder_close(reader->builder, paragraph->kind);
    return;
  }
  if (is_ruled(&block->properties)) {
    docx_open_cell(reader);
    docx_close_groups(reader);
    docx_place_page_break(reader);
    lp_builder_leaf(reader->builder, LP_KIND_THEMATIC_BREAK, &paragraph->place);
    container->blank = 0;
    return;
  }
  container->blank += container->blank < INT32_MAX - 1;
}

void docx_leave_paragraph(void *state, const LpXmlElement *element) {
  (void)element;
  DocxReader *reader = state;
  DocxParagraph *paragraph = docx_paragraph(reader);
  if (!paragraph)
    return;
  if (paragraph->is_open)
    lp_builder_close(reader->builder, paragraph->kind);
  else
    leave_empty(reader, paragraph);
  if (paragraph->breaks)
    docx_container(reader)->breaks = DOCX_BREAK_OF_PAGE;
  else if (paragraph->ends_section && docx_container(reader)->breaks == DOCX_NO_BREAK)
    docx_container(reader)->breaks = DOCX_BREAK_OF_SECTION;
  g_array_set_size(reader->wrappers, (guint)paragraph->wrappers);
  g_array_set_size(reader->paragraphs, reader->paragraphs->len - 1);
  g_string_truncate(reader->white, 0);
  docx_fields_end_paragraph(reader);
}
