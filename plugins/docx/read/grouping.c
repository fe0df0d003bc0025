#include "config.h"

#include "read/grouping.h"

void docx_place_page_break(DocxReader *reader) {
  DocxContainer *container = docx_container(reader);
  if (container->breaks != DOCX_NO_BREAK)
    lp_builder_leaf(reader->builder, LP_KIND_PAGE_BREAK, NULL);
  if (container->breaks == DOCX_BREAK_OF_SECTION)
    reader->section_break = lp_builder_node(reader->builder);
  container->breaks = DOCX_NO_BREAK;
}

static void close_list(DocxReader *reader, DocxContainer *container) {
  lp_builder_close(reader->builder, LP_KIND_LIST);
  container->list_count--;
}

void docx_close_groups(DocxReader *reader) {
  DocxContainer *container = docx_container(reader);
  while (container->list_count > 0)
    close_list(reader, container);
  if (container->in_quote)
    lp_builder_close(reader->builder, LP_KIND_QUOTE);
  container->in_quote = false;
}

static void open_list(DocxReader *reader, const DocxParagraph *paragraph, const DocxBlock *block,
                      const DocxLabel *label) {
  const DocxLevel *numbering = block->numbering;
  bool is_ordered = numbering->style != LP_NUMBER_BULLET && numbering->style != LP_NUMBER_NONE;
  lp_builder_open(reader->builder, LP_KIND_LIST, &paragraph->place);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_NUMBER_STYLE, (int32_t)numbering->style);
  if (!is_ordered)
    return;
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_ORDERED, 1);
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_START, label->value);
  if (label->goes_on)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_CONTINUES, 1);
}

static void open_item(DocxReader *reader, const DocxParagraph *paragraph, const DocxBlock *block,
                      const DocxLabel *label) {
  lp_builder_open(reader->builder, LP_KIND_LIST_ITEM, &paragraph->place);
  if (*label->marker)
    lp_builder_string(reader->builder, LP_ATTRIBUTE_MARKER, label->marker);
  if (block->numbering->style != LP_NUMBER_BULLET && block->numbering->style != LP_NUMBER_NONE)
    lp_builder_integer(reader->builder, LP_ATTRIBUTE_VALUE, label->value);
}

static void place_item(DocxReader *reader, const DocxParagraph *paragraph, const DocxBlock *block,
                       const void *definition, const DocxLabel *label) {
  DocxContainer *container = docx_container(reader);
  int32_t level = block->properties.number_level;
  while (container->list_count > 0) {
    const DocxList *list = &container->lists[container->list_count - 1];
    if (list->level < level || (list->level == level && list->definition == definition))
      break;
    close_list(reader, container);
  }
  docx_place_page_break(reader);
  bool goes_on = container->list_count > 0 && container->lists[container->list_count - 1].level == level;
  if (goes_on) {
    lp_builder_close(reader->builder, LP_KIND_LIST_ITEM);
  } else {
    open_list(reader, paragraph, block, label);
    container->list_count++;
  }
  container->lists[container->list_count - 1] = (DocxList){.number = block->properties.number,
                                                           .level = level,
                                                           .definition = definition,
                                                           .text_start_emu = block->properties.start_emu};
  open_item(reader, paragraph, block, label);
}

/* A paragraph without a number that is set in as far as the text of the item above belongs to that item. */
static bool continues_item(const DocxContainer *container, const DocxBlock *block) {
  if (container->list_count == 0 || block->heading_level > 0 || container->breaks)
    return false;
  int32_t text_start = container->lists[container->list_count - 1].text_start_emu;
  return text_start > 0 && block->properties.set & DOCX_START && block->properties.start_emu == text_start &&
         !(block->properties.set & DOCX_FIRST && block->properties.first_emu != 0);
}

static void place_quote(DocxReader *reader, const DocxParagraph *paragraph, bool is_quote) {
  DocxContainer *container = docx_container(reader);
  bool was_quote = container->in_quote;
  while (container->list_count > 0)
    close_list(reader, container);
  if (was_quote && !is_quote)
    docx_close_groups(reader);
  docx_place_page_break(reader);
  if (is_quote && !was_quote) {
    lp_builder_open(reader->builder, LP_KIND_QUOTE, &paragraph->place);
    container->in_quote = true;
  }
}

bool docx_group(DocxReader *reader, const DocxParagraph *paragraph, const DocxBlock *block,
                DocxLabel *label) {
  DocxContainer *container = docx_container(reader);
  DocxNumber *number = block->numbering ? docx_number(reader, block->properties.number) : NULL;
  if (number)
    docx_number_next(number, block->properties.number_level, label);
  bool is_labelled = number && (*label->marker || block->numbering->style != LP_NUMBER_NONE);
  if (is_labelled && block->heading_level == 0) {
    if (container->in_quote)
      docx_close_groups(reader);
    place_item(reader, paragraph, block, number->abstract, label);
    return false;
  }
  if (!continues_item(container, block))
    place_quote(reader, paragraph, block->use == DOCX_USE_QUOTE);
  return is_labelled && *label->marker;
}
