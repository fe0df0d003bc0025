#include "config.h"

#include "file/finisher.h"

#include <string.h>

bool pdf_finisher_is_sound(const PdfFinisher *finisher) {
  return finisher->fault->code == PDF_FAULT_NONE;
}

bool pdf_finisher_refuse(PdfFinisher *finisher, const char *sentence) {
  return pdf_fault_set(finisher->fault, PDF_FAULT_RECORDS, "%s", sentence);
}

#define HEADING_LEVELS 6

/* Levels of headings that are open, outermost first. */
typedef struct OpenLevels {
  unsigned levels[HEADING_LEVELS];
  unsigned count;
} OpenLevels;

/* The first heading is H1 and none is more than one below the last (ISO 14289-1, 7.4.2): a heading's level is
 * the number of headings that it stands under, itself included. */
static void close_up_heading(OpenLevels *open, PdfElement *heading) {
  const unsigned level = heading->type - PDF_H1 + 1;
  while (open->count > 0 && open->levels[open->count - 1] >= level)
    open->count--;
  open->levels[open->count++] = level;
  heading->type = (uint8_t)(PDF_H1 + open->count - 1);
}

/* A list with labels says how they are numbered (ISO 14289-1, 7.6). */
static bool label_is_declared(const PdfElement *label) {
  const PdfElement *item = label->parent;
  if (item == NULL || item->type != PDF_LI)
    return true;
  const PdfElement *list = item->parent;
  return list != NULL && list->details != NULL && list->details->numbering != PDF_NUMBERING_NONE;
}

static bool settle_element(PdfFinisher *finisher, PdfElement *element, OpenLevels *open) {
  const PdfElementDetails *details = element->details;
  switch ((PdfElementType)element->type) {
  case PDF_H1:
  case PDF_H2:
  case PDF_H3:
  case PDF_H4:
  case PDF_H5:
  case PDF_H6: close_up_heading(open, element); return true;
  case PDF_FIGURE:
    if (details == NULL || !details->has_box)
      return pdf_finisher_refuse(finisher, "a figure has no box");
    /* fall through */
  case PDF_FORMULA:
    if (details == NULL || details->alternative == NULL || details->alternative[0] == '\0')
      return pdf_finisher_refuse(finisher, "a figure or formula has no alternative description");
    return true;
  case PDF_TH:
    return (details != NULL && details->scope != PDF_SCOPE_NONE) ||
           pdf_finisher_refuse(finisher, "a table's header cell has no scope");
  case PDF_LBL:
    return label_is_declared(element) || pdf_finisher_refuse(finisher, "a list with labels has no numbering");
  default: return true;
  }
}

/* IDs are unique: a note's own, or one that it gets. */
static bool settle_ids(PdfFinisher *finisher) {
  const GPtrArray *elements = finisher->tags->elements;
  GHashTable *taken = g_hash_table_new(g_str_hash, g_str_equal);
  bool unique = true;
  for (guint i = 0; i < elements->len; i++) {
    const PdfElement *element = g_ptr_array_index(elements, i);
    if (element->details == NULL || element->details->id == NULL)
      continue;
    unique = g_hash_table_add(taken, (gpointer)(uintptr_t)element->details->id) && unique;
  }
  for (guint i = 0, notes = 0; i < elements->len; i++) {
    PdfElement *element = g_ptr_array_index(elements, i);
    if (element->type != PDF_NOTE || (element->details != NULL && element->details->id != NULL))
      continue;
    char id[24];
    do
      g_snprintf(id, sizeof id, "note-%u", ++notes);
    while (g_hash_table_contains(taken, id));
    pdf_element_set_id(finisher->tags, element, id);
  }
  g_hash_table_unref(taken);
  return unique || pdf_finisher_refuse(finisher, "two elements have the same ID");
}

/* A destination lies on a page that was drawn; one that nobody placed leaves its link a span. */
static bool settle_destinations(PdfFinisher *finisher) {
  const PdfTags *tags = finisher->tags;
  for (guint i = 0; i < tags->destinations->len; i++) {
    const PdfDestination *destination = g_ptr_array_index(tags->destinations, i);
    if (destination->element != NULL && destination->page >= finisher->page_count)
      return pdf_finisher_refuse(finisher, "a destination is on a page that was never drawn");
  }
  for (guint i = 0; i < tags->annotations->len; i++) {
    const PdfAnnotation *annotation = g_ptr_array_index(tags->annotations, i);
    const PdfLink *link = annotation->link;
    if (annotation->page >= finisher->page_count)
      return pdf_finisher_refuse(finisher, "a link is on a page that was never drawn");
    if (link->uri == NULL && link->target->element == NULL)
      link->element->type = PDF_SPAN;
  }
  return true;
}

static bool is_language(const char *language) {
  if (language == NULL || !g_ascii_isalpha(language[0]))
    return false;
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum(*p) && *p != '-')
      return false;
  return strlen(language) < 64;
}

bool pdf_settle_records(PdfFinisher *finisher) {
  const PdfTags *tags = finisher->tags;
  if (tags->refusal != NULL)
    return pdf_fault_set(finisher->fault, PDF_FAULT_MARKS, "%s", tags->refusal);
  const PdfMetadata *metadata = finisher->metadata;
  if (metadata->title == NULL || metadata->title[0] == '\0')
    return pdf_finisher_refuse(finisher, "the document has no title");
  if (!is_language(metadata->language))
    return pdf_finisher_refuse(finisher, "the document has no language");
  OpenLevels open = {.count = 0};
  for (guint i = 0; i < tags->elements->len; i++)
    if (!settle_element(finisher, g_ptr_array_index(tags->elements, i), &open))
      return false;
  return settle_ids(finisher) && settle_destinations(finisher);
}
