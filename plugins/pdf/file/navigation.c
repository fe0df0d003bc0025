#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

void pdf_number_annotations(PdfFinisher *finisher) {
  const GPtrArray *annotations = finisher->tags->annotations;
  uint32_t struct_parent = finisher->page_count;
  for (guint i = 0; i < annotations->len; i++) {
    PdfAnnotation *annotation = g_ptr_array_index(annotations, i);
    if (annotation->link->uri == NULL && annotation->link->target->element == NULL)
      continue;
    annotation->object = pdf_object_reserve(&finisher->writer);
    annotation->struct_parent = struct_parent++;
    PdfPage *page = &finisher->pages[annotation->page];
    if (page->last != NULL)
      page->last->next_on_page = annotation;
    else
      page->first = annotation;
    page->last = annotation;
  }
}

/* A URI is ASCII (ISO 32000-1, 12.6.4.7): other bytes, and those that no URI has, are escaped. */
static void put_uri(GString *out, const char *uri) {
  GString *ascii = g_string_sized_new(strlen(uri) + 16);
  for (const char *p = uri; *p != '\0'; p++) {
    if (*p > ' ' && *p <= '~' && *p != '"' && *p != '<' && *p != '>')
      g_string_append_c(ascii, *p);
    else
      g_string_append_printf(ascii, "%%%02X", (unsigned char)*p);
  }
  pdf_put_bytes(out, ascii->str, ascii->len);
  g_string_free(ascii, TRUE);
}

/* "[object /XYZ x y null]": the place at a window's top left, its zoom kept. */
static void put_place(const PdfFinisher *finisher, GString *out, const PdfDestination *target,
                      uint32_t object) {
  g_string_append_c(out, '[');
  pdf_put_reference(out, object);
  g_string_append(out, "/XYZ ");
  pdf_put_real(out, target->x);
  g_string_append_c(out, ' ');
  pdf_put_real(out, finisher->pages[target->page].height - target->y);
  g_string_append(out, " null]");
}

/* The action that goes to a destination: by page and place, and by element for readers of PDF 2.0 (SD). */
static void put_go_to(const PdfFinisher *finisher, GString *out, const PdfDestination *target) {
  g_string_append(out, "/A<</S/GoTo/D");
  put_place(finisher, out, target, finisher->pages[target->page].object);
  if (target->element->object != 0) {
    g_string_append(out, "/SD");
    put_place(finisher, out, target, target->element->object);
  }
  g_string_append(out, ">>");
}

static void put_sides(GString *out, const double sides[4]) {
  for (int i = 0; i < 4; i++) {
    g_string_append_c(out, i == 0 ? '[' : ' ');
    pdf_put_real(out, sides[i]);
  }
  g_string_append_c(out, ']');
}

/* The rectangle around all lines, and each line's corners when there are several: left to right, upper before
 * lower, as readers expect them whatever ISO 32000-1, 12.5.6.10 says of their order. */
static void put_rectangles(GString *out, const PdfAnnotation *annotation, double height) {
  double around[4] = {1e9, 1e9, -1e9, -1e9};
  for (const PdfRectangle *line = annotation->first; line != NULL; line = line->next) {
    around[0] = MIN(around[0], line->x);
    around[1] = MIN(around[1], height - line->y - line->height);
    around[2] = MAX(around[2], line->x + line->width);
    around[3] = MAX(around[3], height - line->y);
  }
  g_string_append(out, "/Rect");
  put_sides(out, around);
  if (annotation->first == annotation->last)
    return;
  g_string_append(out, "/QuadPoints[");
  for (const PdfRectangle *line = annotation->first; line != NULL; line = line->next) {
    const double left = line->x, right = line->x + line->width;
    const double upper = height - line->y, lower = upper - line->height;
    const double corners[8] = {left, upper, right, upper, left, lower, right, lower};
    for (int i = 0; i < 8; i++) {
      if (i > 0 || line != annotation->first)
        g_string_append_c(out, ' ');
      pdf_put_real(out, corners[i]);
    }
  }
  g_string_append_c(out, ']');
}

static void write_annotation(PdfFinisher *finisher, const PdfAnnotation *annotation) {
  const PdfLink *link = annotation->link;
  const PdfPage *page = &finisher->pages[annotation->page];
  GString *out = pdf_object_begin(&finisher->writer, annotation->object);
  /* F 4, Print, and Contents: ISO 19005-2, 6.3.2; ISO 14289-1, 7.18.5. */
  g_string_append(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P ");
  pdf_put_reference(out, page->object);
  g_string_append(out, "/StructParent ");
  pdf_put_number(out, annotation->struct_parent);
  put_rectangles(out, annotation, page->height);
  g_string_append(out, "/Contents");
  pdf_put_text_cut(out, link->contents != NULL ? link->contents
                        : link->uri != NULL    ? link->uri
                                               : link->target->name);
  if (link->uri != NULL) {
    g_string_append(out, "/A<</S/URI/URI");
    put_uri(out, link->uri);
    g_string_append(out, ">>");
  } else {
    put_go_to(finisher, out, link->target);
  }
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
}

bool pdf_write_annotations(PdfFinisher *finisher) {
  const GPtrArray *annotations = finisher->tags->annotations;
  for (guint i = 0; i < annotations->len && pdf_finisher_is_sound(finisher); i++) {
    const PdfAnnotation *annotation = g_ptr_array_index(annotations, i);
    if (annotation->object != 0)
      write_annotation(finisher, annotation);
  }
  return pdf_finisher_is_sound(finisher);
}

static gint compare_names(gconstpointer left, gconstpointer right) {
  const PdfDestination *const *a = left, *const *b = right;
  return strcmp((*a)->name, (*b)->name);
}

uint32_t pdf_write_destinations(PdfFinisher *finisher) {
  const GPtrArray *destinations = finisher->tags->destinations;
  GPtrArray *placed = g_ptr_array_new();
  for (guint i = 0; i < destinations->len; i++) {
    PdfDestination *destination = g_ptr_array_index(destinations, i);
    if (destination->element != NULL && strlen(destination->name) <= PDF_STRING_LIMIT)
      g_ptr_array_add(placed, destination);
  }
  uint32_t object = 0;
  if (placed->len > 0) {
    g_ptr_array_sort(placed, compare_names);
    object = pdf_object_reserve(&finisher->writer);
    GString *out = pdf_object_begin(&finisher->writer, object);
    g_string_append(out, "<</Names[");
    for (guint i = 0; i < placed->len; i++) {
      const PdfDestination *destination = g_ptr_array_index(placed, i);
      pdf_put_bytes(out, destination->name, strlen(destination->name));
      put_place(finisher, out, destination, finisher->pages[destination->page].object);
      g_string_append_c(out, '\n');
    }
    g_string_append(out, "]>>");
    pdf_object_end(&finisher->writer);
  }
  g_ptr_array_unref(placed);
  return object;
}

/* An entry of the outline while it is put together; indices in the array of all, 0 is the outline itself. */
typedef struct OutlineItem {
  const PdfBookmark *bookmark;
  guint parent, first, last, previous, next;
  guint below; /* entries under it, at all depths */
  unsigned level;
} OutlineItem;

/* The entries with what they hang on. A level that is left out is closed up: an entry hangs on the last one
 * before it with a smaller level. */
static GArray *outline_items(const PdfTags *tags) {
  GArray *items = g_array_new(FALSE, TRUE, sizeof(OutlineItem));
  g_array_set_size(items, 1);
  for (guint i = 0; i < tags->bookmarks->len; i++) {
    const PdfBookmark *bookmark = &g_array_index(tags->bookmarks, PdfBookmark, i);
    if (bookmark->target->element == NULL)
      continue;
    OutlineItem item = {.bookmark = bookmark, .level = MAX(bookmark->level, 1)};
    const guint index = items->len;
    item.parent = index - 1;
    while (g_array_index(items, OutlineItem, item.parent).level >= item.level)
      item.parent = g_array_index(items, OutlineItem, item.parent).parent;
    OutlineItem *parent = &g_array_index(items, OutlineItem, item.parent);
    item.previous = parent->last;
    if (parent->last != 0)
      g_array_index(items, OutlineItem, parent->last).next = index;
    else
      parent->first = index;
    parent->last = index;
    g_array_append_val(items, item);
  }
  for (guint i = items->len - 1; i > 0; i--) {
    const OutlineItem *item = &g_array_index(items, OutlineItem, i);
    g_array_index(items, OutlineItem, item->parent).below += item->below + 1;
  }
  return items;
}

static void put_neighbour(GString *out, const char *key, guint index, uint32_t outline) {
  if (index == 0)
    return;
  g_string_append(out, key);
  pdf_put_reference(out, outline + index);
}

static void write_outline_item(PdfFinisher *finisher, const OutlineItem *item, guint index,
                               uint32_t outline) {
  GString *out = pdf_object_begin(&finisher->writer, outline + index);
  g_string_append(out, "<<");
  if (index == 0) {
    g_string_append(out, "/Type/Outlines");
  } else {
    const PdfDestination *target = item->bookmark->target;
    g_string_append(out, "/Title");
    pdf_put_text_cut(out, item->bookmark->title);
    g_string_append(out, "/Parent ");
    pdf_put_reference(out, outline + item->parent);
    g_string_append(out, "/Dest");
    put_place(finisher, out, target, finisher->pages[target->page].object);
    if (target->element->object != 0) {
      g_string_append(out, "/SE ");
      pdf_put_reference(out, target->element->object);
    }
  }
  put_neighbour(out, "/First ", item->first, outline);
  put_neighbour(out, "/Last ", item->last, outline);
  put_neighbour(out, "/Prev ", item->previous, outline);
  put_neighbour(out, "/Next ", item->next, outline);
  if (item->below > 0) {
    g_string_append(out, "/Count ");
    pdf_put_number(out, item->below);
  }
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
}

uint32_t pdf_write_outline(PdfFinisher *finisher) {
  GArray *items = outline_items(finisher->tags);
  uint32_t outline = 0;
  if (items->len > 1) {
    outline = pdf_object_reserve(&finisher->writer);
    for (guint i = 1; i < items->len; i++)
      (void)pdf_object_reserve(&finisher->writer);
    for (guint i = 0; i < items->len && pdf_finisher_is_sound(finisher); i++)
      write_outline_item(finisher, &g_array_index(items, OutlineItem, i), i, outline);
  }
  g_array_unref(items);
  return outline;
}
