#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

/* The sizes that a page of a PDF/A file may have, in points (ISO 19005-2, 6.1.13). */
#define PAGE_SIDE_LEAST 3.0
#define PAGE_SIDE_MOST 14400.0

static bool refuse(const PdfFinisher *finisher, const char *what) {
  return pdf_fault_set(finisher->fault, PDF_FAULT_DRAWING, "the drawing is not what cairo writes: %s", what);
}

/* Reads "[ 0 0 WIDTH HEIGHT ]". */
static bool read_media_box(const PdfFinisher *finisher, const PdfDictionaryEntry *box, double *height) {
  double sides[4] = {0};
  if (box == NULL || box->value[0] != '[')
    return refuse(finisher, "a page without a size");
  const char *p = box->value + 1, *end = box->value + box->value_size;
  for (int i = 0; i < 4; i++) {
    const PdfToken token = pdf_token_next(&p, end);
    if (token.kind != PDF_TOKEN_INTEGER && token.kind != PDF_TOKEN_WORD)
      return refuse(finisher, "a page's size");
    sides[i] = g_ascii_strtod(token.start, NULL);
  }
  if (sides[0] != 0 || sides[1] != 0)
    return refuse(finisher, "a page that does not begin at nought");
  for (int i = 2; i < 4; i++)
    if (!(sides[i] >= PAGE_SIDE_LEAST && sides[i] <= PAGE_SIDE_MOST))
      return pdf_fault_set(finisher->fault, PDF_FAULT_LIMIT, "a page is smaller or larger than PDF/A allows");
  *height = sides[3];
  return true;
}

bool pdf_measure_pages(PdfFinisher *finisher) {
  PdfDrawing *drawing = &finisher->drawing;
  const uint32_t drawn_count = drawing->pages->len;
  if (drawn_count < finisher->tags->overlays->len)
    return pdf_fault_set(finisher->fault, PDF_FAULT_MARKS, "a page lies over none");
  finisher->page_count = drawn_count - finisher->tags->overlays->len;
  finisher->pages = g_new0(PdfPage, finisher->page_count);
  finisher->pages_object = pdf_object_reserve(&finisher->writer);
  const GArray *starts = finisher->tags->page_starts, *pieces = finisher->tags->pieces;
  /* The page that was begun by the last pdf_marks_show_page() is none when nothing was drawn on it. */
  const bool recorded =
      starts->len == drawn_count ||
      (starts->len == drawn_count + 1 && g_array_index(starts, uint32_t, starts->len - 1) == pieces->len);
  if (!recorded)
    return pdf_fault_set(finisher->fault, PDF_FAULT_MARKS,
                         "the drawing has not the pages that were recorded");
  for (uint32_t i = 0; i < finisher->page_count; i++) {
    const uint32_t number = g_array_index(drawing->pages, uint32_t, i);
    PdfCairoObject object;
    if (!pdf_drawing_read(drawing, number, &object))
      return false;
    if (!pdf_entry_is(pdf_dictionary_entry(&object, "/Type"), "/Page") || drawing->numbers[number] != 0)
      return refuse(finisher, "the list of pages");
    if (!read_media_box(finisher, pdf_dictionary_entry(&object, "/MediaBox"), &finisher->pages[i].height))
      return false;
    finisher->pages[i].object = pdf_object_reserve(&finisher->writer);
    drawing->numbers[number] = finisher->pages[i].object;
  }
  return pdf_read_overlays(finisher) && pdf_finisher_is_sound(finisher);
}

static bool put_entry(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *entry) {
  g_string_append_len(out, entry->key, (gssize)entry->key_size);
  if (strchr("/[<(", entry->value[0]) == NULL)
    g_string_append_c(out, ' ');
  return pdf_drawing_put_value(&finisher->drawing, out, entry->value, entry->value_size);
}

static void put_annotations(GString *out, const PdfPage *page) {
  if (page->first == NULL)
    return;
  g_string_append(out, "/Annots[");
  for (const PdfAnnotation *annotation = page->first; annotation != NULL;
       annotation = annotation->next_on_page) {
    if (annotation != page->first)
      g_string_append_c(out, ' ');
    pdf_put_reference(out, annotation->object);
  }
  g_string_append_c(out, ']');
}

/* What of cairo's page is kept. Anything that it does not write by itself (annotations, a thumbnail) is
 * refused. */
static bool put_page_entries(PdfFinisher *finisher, GString *out, const PdfCairoObject *page) {
  static const char *const kept[] = {"/MediaBox", "/Group"};
  static const char *const replaced[] = {"/Type", "/Parent", "/Contents", "/StructParents", "/Resources"};
  for (size_t i = 0; i < page->entry_count; i++) {
    const PdfDictionaryEntry *entry = &page->entries[i];
    bool is_kept = false, is_replaced = false;
    for (size_t k = 0; k < G_N_ELEMENTS(kept); k++)
      is_kept = is_kept || pdf_dictionary_entry(page, kept[k]) == entry;
    for (size_t k = 0; k < G_N_ELEMENTS(replaced); k++)
      is_replaced = is_replaced || pdf_dictionary_entry(page, replaced[k]) == entry;
    if (is_replaced)
      continue;
    if (!is_kept)
      return refuse(finisher, "a page with more than content");
    if (!put_entry(finisher, out, entry))
      return false;
  }
  return true;
}

/* A page as cairo drew it: its dictionary, its content, its resources. */
typedef struct DrawnPage {
  PdfCairoObject page, content;
  const PdfDictionaryEntry *resources;
} DrawnPage;

static bool read_drawn(PdfFinisher *finisher, uint32_t index, DrawnPage *drawn) {
  PdfDrawing *drawing = &finisher->drawing;
  if (!pdf_drawing_read(drawing, g_array_index(drawing->pages, uint32_t, index), &drawn->page))
    return false;
  const PdfDictionaryEntry *contents = pdf_dictionary_entry(&drawn->page, "/Contents");
  drawn->resources = pdf_dictionary_entry(&drawn->page, "/Resources");
  if (contents == NULL || drawn->resources == NULL)
    return refuse(finisher, "a page without content");
  if (!pdf_drawing_read(drawing, pdf_entry_reference(contents), &drawn->content))
    return false;
  const PdfDictionaryEntry *filter = pdf_dictionary_entry(&drawn->content, "/Filter");
  return (drawn->content.stream != NULL && pdf_entry_is(filter, "/FlateDecode")) ||
         refuse(finisher, "a page's content");
}

/* The content of a page, and of the one over it, as one stream. */
static bool write_content(PdfFinisher *finisher, uint32_t object, uint32_t index, const DrawnPage *drawn,
                          const DrawnPage *over) {
  GString *out = g_string_sized_new(4 * drawn->content.stream_size);
  if (over != NULL)
    g_string_append(out, "q\n");
  bool done = pdf_put_content(finisher, out, index, drawn->content.stream, drawn->content.stream_size);
  if (done && over != NULL) {
    g_string_append(out, "Q\n");
    done = pdf_put_content(finisher, out, finisher->pages[index].overlay, over->content.stream,
                           over->content.stream_size);
  }
  if (done)
    pdf_stream_deflate(&finisher->writer, object, "", out->str, out->len);
  g_string_free(out, TRUE);
  return done && pdf_finisher_is_sound(finisher);
}

static bool write_page(PdfFinisher *finisher, uint32_t index) {
  DrawnPage drawn, above;
  const DrawnPage *over = finisher->pages[index].overlay == 0 ? NULL : &above;
  if (!read_drawn(finisher, index, &drawn) ||
      (over != NULL && !read_drawn(finisher, finisher->pages[index].overlay, &above)))
    return false;
  const uint32_t object = pdf_object_reserve(&finisher->writer);
  if (!write_content(finisher, object, index, &drawn, over))
    return false;
  GString *out = pdf_object_begin(&finisher->writer, finisher->pages[index].object);
  g_string_append(out, "<</Type/Page/Parent ");
  pdf_put_reference(out, finisher->pages_object);
  bool done = put_page_entries(finisher, out, &drawn.page);
  if (over == NULL)
    done = done && put_entry(finisher, out, drawn.resources);
  else
    done = done && pdf_put_merged_resources(finisher, out, drawn.resources, above.resources);
  g_string_append(out, "/Contents ");
  pdf_put_reference(out, object);
  g_string_append(out, "/Tabs/S/StructParents ");
  pdf_put_number(out, index);
  put_annotations(out, &finisher->pages[index]);
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
  return done;
}

/* Puts a dictionary's entries, mended where cairo's do not meet the standard; a stream's Length is left out.
 */
static bool put_entries(PdfFinisher *finisher, GString *out, const PdfCairoObject *object) {
  bool maps_glyphs = false;
  for (size_t i = 0; i < object->entry_count; i++) {
    const PdfDictionaryEntry *entry = &object->entries[i];
    const PdfDictionaryEntry key = {.value = entry->key, .value_size = entry->key_size};
    if (object->stream != NULL && pdf_entry_is(&key, "/Length"))
      continue;
    maps_glyphs = maps_glyphs || pdf_entry_is(&key, "/CIDToGIDMap");
    bool done = true;
    if (pdf_entry_is(&key, "/Interpolate"))
      g_string_append(out, "/Interpolate false"); /* ISO 19005-2, 6.2.8 */
    else if (pdf_entry_is(&key, "/XObject"))
      done = pdf_put_names(finisher, out, entry, NULL);
    else
      done = put_entry(finisher, out, entry);
    if (!done)
      return false;
  }
  /* ISO 19005-2, 6.2.11.3.2: an embedded CIDFontType2 says how its codes are glyphs. */
  if (!maps_glyphs && pdf_entry_is(pdf_dictionary_entry(object, "/Subtype"), "/CIDFontType2"))
    g_string_append(out, "/CIDToGIDMap/Identity");
  return true;
}

/* The picture that an image of cairo's holds the place of; NULL: it is one of its own. */
static const PdfPicture *picture_of(PdfFinisher *finisher, const PdfCairoObject *object) {
  uint8_t pixels[PDF_PLACEHOLDER_BYTES], expected[PDF_PLACEHOLDER_BYTES];
  size_t size = 0;
  if (!pdf_entry_is(pdf_dictionary_entry(object, "/Subtype"), "/Image") ||
      !pdf_entry_is(pdf_dictionary_entry(object, "/Width"), G_STRINGIFY(PDF_PLACEHOLDER_SIDE)) ||
      !pdf_entry_is(pdf_dictionary_entry(object, "/Height"), G_STRINGIFY(PDF_PLACEHOLDER_SIDE)) ||
      !pdf_entry_is(pdf_dictionary_entry(object, "/ColorSpace"), "/DeviceRGB") ||
      !pdf_entry_is(pdf_dictionary_entry(object, "/Filter"), "/FlateDecode") ||
      libdeflate_zlib_decompress(finisher->drawing.decompressor, object->stream, object->stream_size, pixels,
                                 sizeof pixels, &size) != LIBDEFLATE_SUCCESS ||
      size != sizeof pixels)
    return NULL;
  const uint32_t index = pixels[3] | (uint32_t)pixels[4] << 8 | (uint32_t)pixels[5] << 16;
  pdf_placeholder_colours(index, expected);
  if (memcmp(pixels, expected, sizeof pixels) != 0 || index >= finisher->tags->pictures->len)
    return NULL;
  return g_ptr_array_index(finisher->tags->pictures, index);
}

static bool write_cairo_stream(PdfFinisher *finisher, uint32_t ours, const PdfCairoObject *object) {
  const PdfDictionaryEntry *filter = pdf_dictionary_entry(object, "/Filter");
  if (filter != NULL && !pdf_entry_is(filter, "/FlateDecode") && !pdf_entry_is(filter, "/DCTDecode"))
    return refuse(finisher, "a stream with a filter that PDF/A does not allow");
  const PdfPicture *picture = picture_of(finisher, object);
  if (picture != NULL)
    return pdf_write_picture(finisher, ours, picture);
  GString *entries = g_string_sized_new(256);
  const bool done = put_entries(finisher, entries, object);
  if (done)
    pdf_stream_write(&finisher->writer, ours, entries->str, object->stream, object->stream_size);
  g_string_free(entries, TRUE);
  return done;
}

/* Copies one object of cairo's that a page needs. */
static bool write_cairo_object(PdfFinisher *finisher, uint32_t number) {
  PdfCairoObject object;
  if (!pdf_drawing_read(&finisher->drawing, number, &object))
    return false;
  const uint32_t ours = finisher->drawing.numbers[number];
  if (object.stream != NULL)
    return write_cairo_stream(finisher, ours, &object);
  GString *out = pdf_object_begin(&finisher->writer, ours);
  bool done = true;
  if (object.value != NULL) {
    done = pdf_drawing_put_value(&finisher->drawing, out, object.value, object.value_size);
  } else {
    g_string_append(out, "<<");
    done = put_entries(finisher, out, &object);
    g_string_append(out, ">>");
  }
  pdf_object_end(&finisher->writer);
  return done;
}

static void write_page_tree(PdfFinisher *finisher) {
  GString *out = pdf_object_begin(&finisher->writer, finisher->pages_object);
  g_string_append(out, "<</Type/Pages/Count ");
  pdf_put_number(out, finisher->page_count);
  g_string_append(out, "/Kids[");
  for (uint32_t i = 0; i < finisher->page_count; i++) {
    if (i > 0)
      g_string_append_c(out, ' ');
    pdf_put_reference(out, finisher->pages[i].object);
  }
  g_string_append(out, "]>>");
  pdf_object_end(&finisher->writer);
}

bool pdf_write_pages(PdfFinisher *finisher) {
  write_page_tree(finisher);
  for (uint32_t i = 0; i < finisher->page_count && pdf_finisher_is_sound(finisher); i++)
    if (!write_page(finisher, i))
      return false;
  const GArray *needed = finisher->drawing.needed;
  for (guint i = 0; i < needed->len && pdf_finisher_is_sound(finisher); i++)
    if (!write_cairo_object(finisher, g_array_index(needed, uint32_t, i)))
      return false;
  return pdf_finisher_is_sound(finisher);
}
