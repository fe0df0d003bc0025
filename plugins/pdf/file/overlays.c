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

static bool put_entry(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *entry) {
  g_string_append_len(out, entry->key, (gssize)entry->key_size);
  g_string_append_c(out, ' ');
  return pdf_drawing_put_value(&finisher->drawing, out, entry->value, entry->value_size);
}

static const PdfDictionaryEntry *same_key(const PdfCairoObject *dictionary, const PdfDictionaryEntry *entry) {
  for (size_t i = 0; i < dictionary->entry_count; i++) {
    const PdfDictionaryEntry *one = &dictionary->entries[i];
    if (one->key_size == entry->key_size && memcmp(one->key, entry->key, one->key_size) == 0)
      return one;
  }
  return NULL;
}

/* Puts all entries of one dictionary, then those of the other that it has not: a name of cairo's means the
 * same on all pages. */
static bool put_both(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *below,
                     const PdfDictionaryEntry *above) {
  PdfCairoObject first, second;
  if (!pdf_dictionary_read(&finisher->drawing, below, &first) ||
      !pdf_dictionary_read(&finisher->drawing, above, &second))
    return false;
  g_string_append_len(out, below->key, (gssize)below->key_size);
  g_string_append(out, "<<");
  for (size_t i = 0; i < first.entry_count; i++)
    if (!put_entry(finisher, out, &first.entries[i]))
      return false;
  for (size_t i = 0; i < second.entry_count; i++)
    if (same_key(&first, &second.entries[i]) == NULL && !put_entry(finisher, out, &second.entries[i]))
      return false;
  g_string_append(out, ">>");
  return true;
}

bool pdf_put_merged_resources(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *below,
                              const PdfDictionaryEntry *above) {
  PdfCairoObject first, second;
  if (!read_resources(finisher, below, &first) || !read_resources(finisher, above, &second))
    return false;
  g_string_append(out, "/Resources<<");
  for (size_t i = 0; i < first.entry_count; i++) {
    const PdfDictionaryEntry *other = same_key(&second, &first.entries[i]);
    const bool done = other == NULL ? put_entry(finisher, out, &first.entries[i])
                                    : put_both(finisher, out, &first.entries[i], other);
    if (!done)
      return false;
  }
  for (size_t i = 0; i < second.entry_count; i++)
    if (same_key(&first, &second.entries[i]) == NULL && !put_entry(finisher, out, &second.entries[i]))
      return false;
  g_string_append(out, ">>");
  return true;
}
