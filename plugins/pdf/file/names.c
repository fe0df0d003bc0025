#include "config.h"

#include "file/finisher.h"
#include "file/syntax.h"

#include <string.h>

/* What a page may name: fonts, images, states. Each name stands once, whatever cairo does: 1.18 puts an
 * image's name again each time that it is drawn. */

static guint hash_key(gconstpointer entry) {
  const PdfDictionaryEntry *one = entry;
  guint hash = 5381;
  for (size_t i = 0; i < one->key_size; i++)
    hash = hash * 33 + (unsigned char)one->key[i];
  return hash;
}

static gboolean same_key(gconstpointer left, gconstpointer right) {
  const PdfDictionaryEntry *a = left, *b = right;
  return a->key_size == b->key_size && memcmp(a->key, b->key, a->key_size) == 0;
}

static bool same_value(const PdfDictionaryEntry *a, const PdfDictionaryEntry *b) {
  return a->value_size == b->value_size && memcmp(a->value, b->value, a->value_size) == 0;
}

/* Puts the entries whose names were not put before. */
static bool put_new(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *dictionary,
                    GHashTable *put) {
  const char *at = dictionary->value, *end = dictionary->value + dictionary->value_size;
  bool done = pdf_token_next(&at, end).kind == PDF_TOKEN_DICTIONARY_OPEN;
  PdfDictionaryEntry entry;
  while (done && (done = pdf_dictionary_next(&finisher->drawing, &at, end, &entry)) && entry.key != NULL) {
    const PdfDictionaryEntry *before = g_hash_table_lookup(put, &entry);
    if (before != NULL) {
      done = same_value(before, &entry);
      continue;
    }
    (void)g_hash_table_add(put, g_memdup2(&entry, sizeof entry));
    g_string_append_len(out, entry.key, (gssize)entry.key_size);
    g_string_append_c(out, ' ');
    done = pdf_drawing_put_value(&finisher->drawing, out, entry.value, entry.value_size);
  }
  return done;
}

bool pdf_put_names(PdfFinisher *finisher, GString *out, const PdfDictionaryEntry *names,
                   const PdfDictionaryEntry *more) {
  GHashTable *put = g_hash_table_new_full(hash_key, same_key, g_free, NULL);
  g_string_append_len(out, names->key, (gssize)names->key_size);
  g_string_append(out, "<<");
  const bool done = put_new(finisher, out, names, put) && (more == NULL || put_new(finisher, out, more, put));
  g_string_append(out, ">>");
  g_hash_table_unref(put);
  return done || pdf_fault_set(finisher->fault, PDF_FAULT_DRAWING,
                               "the drawing is not what cairo writes: what a page names");
}
