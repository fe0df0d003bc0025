#include "config.h"

#include "read/wrappers.h"

#include "read/paragraph.h"

static DocxWrapper *wrapper_at(const DocxReader *reader, size_t index) {
  return &g_array_index(reader->wrappers, DocxWrapper, index);
}

void docx_set_change(DocxReader *reader, const DocxChange *change) {
  if (change->revision == LP_REVISION_NONE)
    return;
  lp_builder_integer(reader->builder, LP_ATTRIBUTE_REVISION, (int32_t)change->revision);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_AUTHOR, change->author);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_DATE, change->date);
}

static void open_node(DocxReader *reader, const DocxWrapper *wrapper) {
  lp_builder_open(reader->builder, wrapper->kind, &wrapper->place);
  docx_set_change(reader, &wrapper->change);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_HREF, wrapper->href);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TARGET, wrapper->target);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_TITLE, wrapper->title);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_FIELD, wrapper->field);
  lp_builder_string(reader->builder, LP_ATTRIBUTE_ELEMENT, wrapper->element);
}

uint32_t docx_open_wrapper(DocxReader *reader, DocxWrapper wrapper) {
  docx_open_paragraph(reader);
  wrapper.serial = ++reader->serial;
  g_array_append_val(reader->wrappers, wrapper);
  open_node(reader, &wrapper);
  return wrapper.serial;
}

void docx_reopen_wrappers(DocxReader *reader, size_t from) {
  for (size_t i = from; i < reader->wrappers->len; i++)
    open_node(reader, wrapper_at(reader, i));
}

void docx_close_wrapper(DocxReader *reader, uint32_t serial) {
  if (serial == 0)
    return;
  for (size_t i = reader->wrappers->len; i-- > 0;) {
    if (wrapper_at(reader, i)->serial != serial)
      continue;
    for (size_t within = reader->wrappers->len; within-- > i;)
      lp_builder_close(reader->builder, wrapper_at(reader, within)->kind);
    g_array_remove_index(reader->wrappers, (guint)i);
    docx_reopen_wrappers(reader, i);
    return;
  }
}

void docx_push_element(DocxReader *reader, uint32_t serial) {
  g_array_append_val(reader->elements, serial);
}

void docx_pop_element(DocxReader *reader) {
  if (reader->elements->len == 0)
    return;
  uint32_t serial = g_array_index(reader->elements, uint32_t, reader->elements->len - 1);
  g_array_set_size(reader->elements, reader->elements->len - 1);
  docx_close_wrapper(reader, serial);
}

static size_t first_of_paragraph(const DocxReader *reader) {
  const DocxParagraph *paragraph = docx_paragraph(reader);
  return paragraph ? paragraph->wrappers : reader->wrappers->len;
}

bool docx_in_wrapper(const DocxReader *reader, LpKind kind) {
  for (size_t i = first_of_paragraph(reader); i < reader->wrappers->len; i++)
    if (wrapper_at(reader, i)->kind == kind)
      return true;
  return false;
}

const DocxChange *docx_change_here(const DocxReader *reader) {
  for (size_t i = reader->wrappers->len; i-- > 0;) {
    const DocxChange *change = &wrapper_at(reader, i)->change;
    if (change->revision != LP_REVISION_NONE && change->revision != LP_REVISION_FORMAT)
      return change;
  }
  return NULL;
}
