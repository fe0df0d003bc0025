#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

/* Pages that were drawn to lie over others: what is on them becomes part of the page below. */

bool pdf_read_overlays(PdfFinisher *finisher) {
  const GArray *overlays = finisher->tags->overlays;
  for (guint i = 0; i < overlays->len; i++) {
    const uint32_t page = g_array_index(overlays, uint32_t, i);
    if (page >= finisher->page_count || finisher->pages[page].overlay != 0)
      return pdf_fault_set(finisher->fault, PDF_FAULT_MARKS, "a page lies over none, or two over one");
    finisher->pages[page].overlay = finisher->page_count + i;
  }
  return true;
}

/* Reads the dictionary that an entry is, itself or by reference. */
static bool read_resources(PdfFinisher *finisher, const PdfDictionaryEntry *entry,
                           PdfCairoObject *resources) {
  const uint32_t number = pdf_entry_reference(entry);
  return number != 0 ? pdf_drawing_read(&finisher->drawing, number, resources)
                     : pdf_dictionary_read(&finisher->drawing, entry, resources);
}

static const PdfDictionaryEntry *same_key(const PdfCairoObject *dictionary, const PdfDictionaryEntry *entry) {
  for (size_t i = 0; i < dictionary->entry_count; i++) {
    const PdfDictionaryEntry *one = &dictionary->entries[i];
    if (one->key_size == entry->key_size && memcmp(one->key, entry->key, one->key_size) == 0)
      return one;
  }
  return NULL;
}

bool pdf_put_merged_resources(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *below,
                              const PdfDictionaryEntry *above) {
  PdfCairoObject first, second;
  if (!read_resources(finisher, below, &first) || !read_resources(finisher, above, &second))
    return false;
  g_string_append(out, "/Resources<<");
  for (size_t i = 0; i < first.entry_count; i++)
    if (!pdf_put_names(finisher, out, &first.entries[i], same_key(&second, &first.entries[i])))
      return false;
  for (size_t i = 0; i < second.entry_count; i++)
    if (same_key(&first, &second.entries[i]) == NULL &&
        !pdf_put_names(finisher, out, &second.entries[i], NULL))
      return false;
  g_string_append(out, ">>");
  return true;
}
