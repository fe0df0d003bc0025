#include "config.h"

#include "draw/records.h"
#include "draw/tags.h"

PdfElement *pdf_tags_document(PdfTags *tags) {
  return tags->document;
}

PdfElement *pdf_element_new(PdfTags *tags, PdfElement *parent, PdfElementType type) {
  PdfElement *element = pdf_record_new(tags, sizeof *element);
  element->type = (uint8_t)type;
  element->parent = parent;
  g_ptr_array_add(tags->elements, element);
  if (parent != NULL)
    pdf_kid_append(tags, parent, PDF_KID_ELEMENT)->of.element = element;
  return element;
}

void pdf_element_set_language(PdfTags *tags, PdfElement *element, const char *language) {
  pdf_element_details(tags, element)->language = pdf_record_text(tags, language);
}

void pdf_element_set_alternative(PdfTags *tags, PdfElement *element, const char *text) {
  pdf_element_details(tags, element)->alternative = pdf_record_text(tags, text);
}

void pdf_element_set_actual_text(PdfTags *tags, PdfElement *element, const char *text) {
  pdf_element_details(tags, element)->actual_text = pdf_record_text(tags, text);
}

void pdf_element_set_id(PdfTags *tags, PdfElement *element, const char *id) {
  pdf_element_details(tags, element)->id = pdf_record_text(tags, id);
}

void pdf_element_set_title(PdfTags *tags, PdfElement *element, const char *title) {
  pdf_element_details(tags, element)->title = pdf_record_text(tags, title);
}

void pdf_element_set_scope(PdfTags *tags, PdfElement *cell, PdfScope scope) {
  pdf_element_details(tags, cell)->scope = (uint8_t)scope;
}

void pdf_element_set_spans(PdfTags *tags, PdfElement *cell, unsigned columns, unsigned rows) {
  PdfElementDetails *details = pdf_element_details(tags, cell);
  details->columns = columns;
  details->rows = rows;
}

void pdf_element_add_header(PdfTags *tags, PdfElement *cell, const char *header_id) {
  PdfElementDetails *details = pdf_element_details(tags, cell);
  PdfHeaderId *header = pdf_record_new(tags, sizeof *header);
  header->id = pdf_record_text(tags, header_id);
  if (details->last_header != NULL)
    details->last_header->next = header;
  else
    details->first_header = header;
  details->last_header = header;
}

void pdf_element_set_summary(PdfTags *tags, PdfElement *table, const char *summary) {
  pdf_element_details(tags, table)->summary = pdf_record_text(tags, summary);
}

void pdf_element_set_numbering(PdfTags *tags, PdfElement *list, PdfListNumbering numbering) {
  pdf_element_details(tags, list)->numbering = (uint8_t)numbering;
}

void pdf_element_set_placement(PdfTags *tags, PdfElement *element, PdfPlacement placement) {
  pdf_element_details(tags, element)->placement = (uint8_t)placement;
}

void pdf_element_set_box(PdfTags *tags, PdfElement *element, double x, double y, double width,
                         double height) {
  PdfElementDetails *details = pdf_element_details(tags, element);
  details->box[0] = x;
  details->box[1] = y;
  details->box[2] = width;
  details->box[3] = height;
  details->has_box = true;
}

PdfDestination *pdf_destination_named(PdfTags *tags, const char *name) {
  PdfDestination *destination = g_hash_table_lookup(tags->by_name, name);
  if (destination != NULL)
    return destination;
  destination = pdf_record_new(tags, sizeof *destination);
  char *key = pdf_record_text(tags, name);
  destination->name = key;
  g_ptr_array_add(tags->destinations, destination);
  g_hash_table_insert(tags->by_name, key, destination);
  return destination;
}

void pdf_destination_place(PdfTags *tags, PdfDestination *destination, PdfElement *element, unsigned page,
                           double x, double y) {
  (void)tags;
  if (destination->element != NULL)
    return;
  destination->element = element;
  destination->page = page;
  destination->x = x;
  destination->y = y;
}

bool pdf_destination_is_placed(const PdfDestination *destination) {
  return destination->element != NULL;
}

static PdfLink *new_link(PdfTags *tags, PdfElement *element, const char *contents) {
  PdfLink *link = pdf_record_new(tags, sizeof *link);
  link->element = element;
  link->contents = pdf_record_text(tags, contents);
  return link;
}

PdfLink *pdf_link_to_uri(PdfTags *tags, PdfElement *element, const char *uri, const char *contents) {
  PdfLink *link = new_link(tags, element, contents);
  link->uri = pdf_record_text(tags, uri);
  return link;
}

PdfLink *pdf_link_to_destination(PdfTags *tags, PdfElement *element, PdfDestination *target,
                                 const char *contents) {
  PdfLink *link = new_link(tags, element, contents);
  link->target = target;
  target->used = true;
  return link;
}

/* The annotation of the link on this page: the last one, or a new one. */
static PdfAnnotation *annotation_on(PdfTags *tags, PdfLink *link, unsigned page) {
  if (link->last != NULL && link->last->page == page)
    return link->last;
  PdfAnnotation *annotation = pdf_record_new(tags, sizeof *annotation);
  annotation->link = link;
  annotation->page = page;
  if (link->last != NULL)
    link->last->next_of_link = annotation;
  else
    link->first = annotation;
  link->last = annotation;
  g_ptr_array_add(tags->annotations, annotation);
  pdf_kid_append(tags, link->element, PDF_KID_ANNOTATION)->of.annotation = annotation;
  return annotation;
}

void pdf_link_add_rectangle(PdfTags *tags, PdfLink *link, unsigned page, double x, double y, double width,
                            double height) {
  PdfAnnotation *annotation = annotation_on(tags, link, page);
  PdfRectangle *rectangle = pdf_record_new(tags, sizeof *rectangle);
  rectangle->x = x;
  rectangle->y = y;
  rectangle->width = width;
  rectangle->height = height;
  if (annotation->last != NULL)
    annotation->last->next = rectangle;
  else
    annotation->first = rectangle;
  annotation->last = rectangle;
}

const char *pdf_tags_unplaced(const PdfTags *tags, size_t n) {
  for (guint i = 0; i < tags->destinations->len; i++) {
    const PdfDestination *destination = g_ptr_array_index(tags->destinations, i);
    if (destination->used && destination->element == NULL && n-- == 0)
      return destination->name;
  }
  return NULL;
}

void pdf_bookmark_add(PdfTags *tags, unsigned level, const char *title, PdfDestination *target) {
  const PdfBookmark bookmark = {.title = pdf_record_text(tags, title), .target = target, .level = level};
  target->used = true;
  g_array_append_val(tags->bookmarks, bookmark);
}

PdfPicture *pdf_picture_new(PdfTags *tags, uint32_t key) {
  PdfPicture *picture = g_hash_table_lookup(tags->by_key, GUINT_TO_POINTER(key));
  if (picture != NULL)
    return picture;
  picture = pdf_record_new(tags, sizeof *picture);
  picture->key = key;
  picture->index = tags->pictures->len;
  g_ptr_array_add(tags->pictures, picture);
  g_hash_table_insert(tags->by_key, GUINT_TO_POINTER(key), picture);
  return picture;
}
