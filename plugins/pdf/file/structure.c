#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

const char *pdf_element_name(PdfElementType type) {
  static const char *const names[PDF_ELEMENT_TYPES] = {[PDF_DOCUMENT] = "Document",
                                                       [PDF_PART] = "Part",
                                                       [PDF_SECT] = "Sect",
                                                       [PDF_DIV] = "Div",
                                                       [PDF_H1] = "H1",
                                                       [PDF_H2] = "H2",
                                                       [PDF_H3] = "H3",
                                                       [PDF_H4] = "H4",
                                                       [PDF_H5] = "H5",
                                                       [PDF_H6] = "H6",
                                                       [PDF_P] = "P",
                                                       [PDF_BLOCK_QUOTE] = "BlockQuote",
                                                       [PDF_CAPTION] = "Caption",
                                                       [PDF_TOC] = "TOC",
                                                       [PDF_TOCI] = "TOCI",
                                                       [PDF_L] = "L",
                                                       [PDF_LI] = "LI",
                                                       [PDF_LBL] = "Lbl",
                                                       [PDF_LBODY] = "LBody",
                                                       [PDF_TABLE] = "Table",
                                                       [PDF_THEAD] = "THead",
                                                       [PDF_TBODY] = "TBody",
                                                       [PDF_TFOOT] = "TFoot",
                                                       [PDF_TR] = "TR",
                                                       [PDF_TH] = "TH",
                                                       [PDF_TD] = "TD",
                                                       [PDF_SPAN] = "Span",
                                                       [PDF_QUOTE] = "Quote",
                                                       [PDF_CODE] = "Code",
                                                       [PDF_NOTE] = "Note",
                                                       [PDF_REFERENCE] = "Reference",
                                                       [PDF_LINK] = "Link",
                                                       [PDF_FIGURE] = "Figure",
                                                       [PDF_FORMULA] = "Formula",
                                                       [PDF_RUBY] = "Ruby",
                                                       [PDF_RB] = "RB",
                                                       [PDF_RT] = "RT",
                                                       [PDF_RP] = "RP"};
  return names[type];
}

static const PdfPiece *piece_of(const PdfFinisher *finisher, const PdfKid *kid) {
  return &g_array_index(finisher->tags->pieces, PdfPiece, kid->of.piece);
}

/* Whether the kid will be in the file. */
static bool is_written(const PdfFinisher *finisher, const PdfKid *kid) {
  switch (kid->kind) {
  case PDF_KID_ELEMENT: return kid->of.element->object != 0;
  case PDF_KID_PIECE: return piece_of(finisher, kid)->mcid >= 0;
  case PDF_KID_ANNOTATION: return kid->of.annotation->object != 0;
  }
  return false;
}

/* The page of a kid's own content, counted from 1; 0 for an element. */
static uint32_t page_of(const PdfFinisher *finisher, const PdfKid *kid) {
  if (kid->kind == PDF_KID_PIECE)
    return piece_of(finisher, kid)->page + 1;
  if (kid->kind == PDF_KID_ANNOTATION)
    return kid->of.annotation->page + 1;
  return 0;
}

static void put_page(const PdfFinisher *finisher, GString *out, uint32_t page) {
  g_string_append(out, "/Pg ");
  pdf_put_reference(out, finisher->pages[page - 1].object);
}

/* Rows and cells hold their place in the table, empty or not, and a list item its body. */
static bool stands_empty(uint8_t type) {
  return type == PDF_DOCUMENT || type == PDF_TR || type == PDF_TD || type == PDF_TH || type == PDF_LBODY;
}

void pdf_number_elements(PdfFinisher *finisher) {
  const GPtrArray *elements = finisher->tags->elements;
  /* A parent stands before its kids: from the end, each kid is decided before its parent. */
  for (guint i = elements->len; i > 0; i--) {
    PdfElement *element = g_ptr_array_index(elements, i - 1);
    bool kept = stands_empty(element->type);
    for (const PdfKid *kid = element->first_kid; kid != NULL; kid = kid->next) {
      if (!is_written(finisher, kid))
        continue;
      kept = true;
      if (element->page == 0)
        element->page = page_of(finisher, kid);
    }
    if (kept)
      element->object = pdf_object_reserve(&finisher->writer);
  }
}

/* Puts one kid: an element's reference, an MCID or a marked content reference, an object reference. */
static void put_kid(const PdfFinisher *finisher, GString *out, const PdfElement *element, const PdfKid *kid) {
  const uint32_t page = page_of(finisher, kid);
  if (kid->kind == PDF_KID_ELEMENT) {
    pdf_put_reference(out, kid->of.element->object);
    return;
  }
  if (kid->kind == PDF_KID_PIECE && page == element->page) {
    pdf_put_number(out, (uint64_t)piece_of(finisher, kid)->mcid);
    return;
  }
  g_string_append(out, kid->kind == PDF_KID_PIECE ? "<</Type/MCR/MCID " : "<</Type/OBJR/Obj ");
  if (kid->kind == PDF_KID_PIECE)
    pdf_put_number(out, (uint64_t)piece_of(finisher, kid)->mcid);
  else
    pdf_put_reference(out, kid->of.annotation->object);
  if (page != element->page)
    put_page(finisher, out, page);
  g_string_append(out, ">>");
}

static void put_kids(const PdfFinisher *finisher, GString *out, const PdfElement *element) {
  const PdfKid *first = element->first_kid;
  while (first != NULL && !is_written(finisher, first))
    first = first->next;
  if (first == NULL)
    return;
  const PdfKid *kid = first->next;
  while (kid != NULL && !is_written(finisher, kid))
    kid = kid->next;
  if (kid == NULL) {
    g_string_append(out, "/K ");
    put_kid(finisher, out, element, first);
    return;
  }
  g_string_append(out, "/K[");
  put_kid(finisher, out, element, first);
  for (; kid != NULL; kid = kid->next) {
    if (!is_written(finisher, kid))
      continue;
    g_string_append_c(out, ' ');
    put_kid(finisher, out, element, kid);
  }
  g_string_append_c(out, ']');
}

/* The height of the page that the element's box is on: that of its first own content, else of its first
 * kid's. */
static double height_around(const PdfFinisher *finisher, const PdfElement *element) {
  while (element != NULL && element->page == 0) {
    const PdfKid *kid = element->first_kid;
    while (kid != NULL && !is_written(finisher, kid))
      kid = kid->next;
    element = kid != NULL ? kid->of.element : NULL;
  }
  return element != NULL ? finisher->pages[element->page - 1].height : 0;
}

static bool put_details(PdfFinisher *finisher, GString *out, const PdfElement *element) {
  const PdfElementDetails *details = element->details;
  bool whole = true;
  if (details->language != NULL) {
    g_string_append(out, "/Lang");
    pdf_put_text_cut(out, details->language);
  }
  if (details->id != NULL) {
    g_string_append(out, "/ID");
    pdf_put_bytes(out, details->id, strlen(details->id));
  }
  if (details->title != NULL) {
    g_string_append(out, "/T");
    pdf_put_text_cut(out, details->title);
  }
  if (details->alternative != NULL) {
    g_string_append(out, "/Alt");
    whole = pdf_put_text(out, details->alternative);
  }
  if (details->actual_text != NULL) {
    g_string_append(out, "/ActualText");
    whole = pdf_put_text(out, details->actual_text) && whole;
  }
  if (!whole)
    return pdf_fault_set(finisher->fault, PDF_FAULT_LIMIT,
                         "a description is longer than a string in a PDF/A file may be");
  pdf_put_attributes(out, details, details->has_box ? height_around(finisher, element) : 0);
  return true;
}

static bool write_element(PdfFinisher *finisher, const PdfElement *element, uint32_t root) {
  GString *out = pdf_object_begin(&finisher->writer, element->object);
  g_string_append(out, "<</S/");
  g_string_append(out, pdf_element_name((PdfElementType)element->type));
  g_string_append(out, "/P ");
  pdf_put_reference(out, element->parent != NULL ? element->parent->object : root);
  if (element->page != 0)
    put_page(finisher, out, element->page);
  put_kids(finisher, out, element);
  const bool done = element->details == NULL || put_details(finisher, out, element);
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
  return done;
}

/* One array a page: which element each MCID belongs to (ISO 32000-1, 14.7.4.4). */
static void put_page_parents(const PdfFinisher *finisher, GString *out, uint32_t page) {
  const GArray *starts = finisher->tags->page_starts, *pieces = finisher->tags->pieces;
  const uint32_t behind = page + 1 < starts->len ? g_array_index(starts, uint32_t, page + 1) : pieces->len;
  const char *separator = "";
  g_string_append_c(out, '[');
  for (uint32_t i = g_array_index(starts, uint32_t, page); i < behind; i++) {
    const PdfPiece *piece = &g_array_index(pieces, PdfPiece, i);
    if (piece->mcid < 0)
      continue;
    g_string_append(out, separator);
    pdf_put_reference(out, piece->element->object);
    separator = " ";
  }
  g_string_append_c(out, ']');
}

/* The tree from what StructParents and StructParent say: pages first, annotations after them. */
static uint32_t write_parent_tree(PdfFinisher *finisher) {
  const uint32_t tree = pdf_object_reserve(&finisher->writer);
  GString *numbers = g_string_new("<</Nums[");
  for (uint32_t page = 0; page < finisher->page_count && pdf_finisher_is_sound(finisher); page++) {
    const uint32_t object = pdf_object_reserve(&finisher->writer);
    put_page_parents(finisher, pdf_object_begin(&finisher->writer, object), page);
    pdf_object_end(&finisher->writer);
    pdf_put_number(numbers, page);
    g_string_append_c(numbers, ' ');
    pdf_put_reference(numbers, object);
    g_string_append_c(numbers, '\n');
  }
  for (guint i = 0; i < finisher->tags->annotations->len; i++) {
    const PdfAnnotation *annotation = g_ptr_array_index(finisher->tags->annotations, i);
    if (annotation->object == 0)
      continue;
    pdf_put_number(numbers, annotation->struct_parent);
    g_string_append_c(numbers, ' ');
    pdf_put_reference(numbers, annotation->link->element->object);
    g_string_append_c(numbers, '\n');
  }
  g_string_append(numbers, "]>>");
  g_string_append_len(pdf_object_begin(&finisher->writer, tree), numbers->str, (gssize)numbers->len);
  pdf_object_end(&finisher->writer);
  g_string_free(numbers, TRUE);
  return tree;
}

static gint compare_ids(gconstpointer left, gconstpointer right) {
  const PdfElement *const *a = left, *const *b = right;
  return strcmp((*a)->details->id, (*b)->details->id);
}

/* The name tree from IDs to elements; 0: no element has one. */
static uint32_t write_id_tree(PdfFinisher *finisher) {
  const GPtrArray *elements = finisher->tags->elements;
  GPtrArray *named = g_ptr_array_new();
  for (guint i = 0; i < elements->len; i++) {
    PdfElement *element = g_ptr_array_index(elements, i);
    if (element->object != 0 && element->details != NULL && element->details->id != NULL)
      g_ptr_array_add(named, element);
  }
  uint32_t object = 0;
  if (named->len > 0) {
    g_ptr_array_sort(named, compare_ids);
    object = pdf_object_reserve(&finisher->writer);
    GString *out = pdf_object_begin(&finisher->writer, object);
    g_string_append(out, "<</Names[");
    for (guint i = 0; i < named->len; i++) {
      const PdfElement *element = g_ptr_array_index(named, i);
      pdf_put_bytes(out, element->details->id, strlen(element->details->id));
      pdf_put_reference(out, element->object);
    }
    g_string_append(out, "]>>");
    pdf_object_end(&finisher->writer);
  }
  g_ptr_array_unref(named);
  return object;
}

uint32_t pdf_write_structure(PdfFinisher *finisher) {
  const uint32_t root = pdf_object_reserve(&finisher->writer);
  const GPtrArray *elements = finisher->tags->elements;
  for (guint i = 0; i < elements->len && pdf_finisher_is_sound(finisher); i++) {
    const PdfElement *element = g_ptr_array_index(elements, i);
    if (element->object != 0 && !write_element(finisher, element, root))
      return 0;
  }
  const uint32_t parents = write_parent_tree(finisher), ids = write_id_tree(finisher);
  GString *out = pdf_object_begin(&finisher->writer, root);
  g_string_append(out, "<</Type/StructTreeRoot/K ");
  pdf_put_reference(out, finisher->tags->document->object);
  g_string_append(out, "/ParentTree ");
  pdf_put_reference(out, parents);
  g_string_append(out, "/ParentTreeNextKey ");
  pdf_put_number(out, (uint64_t)finisher->page_count + finisher->tags->annotations->len);
  if (ids != 0) {
    g_string_append(out, "/IDTree ");
    pdf_put_reference(out, ids);
  }
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
  return root;
}
