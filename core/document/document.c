/* A document: its memory, its metadata, its names. */
#include "config.h"

#include "document/tree.h"

#include <string.h>

static const char *const metadata_names[LP_METADATA_COUNT] = {
    [LP_METADATA_TITLE] = "title",       [LP_METADATA_MEETING] = "meeting",
    [LP_METADATA_DATE] = "date",         [LP_METADATA_PLACE] = "place",
    [LP_METADATA_LANGUAGE] = "language", [LP_METADATA_AUTHORS] = "authors",
    [LP_METADATA_SUBJECT] = "subject",   [LP_METADATA_KEYWORDS] = "keywords",
    [LP_METADATA_SYMBOL] = "symbol",     [LP_METADATA_CLASSIFICATION] = "classification",
    [LP_METADATA_EMBARGO] = "embargo",
};

LpDocument *lp_document_new(LpAccount *account) {
  LpDocument *document = g_new0(LpDocument, 1);
  document->account = account;
  document->arena = lp_arena_new();
  document->strings = g_hash_table_new(g_str_hash, g_str_equal);
  document->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  document->root = tree_new_node(document, LP_KIND_DOCUMENT, NULL);
  return document;
}

void lp_document_free(LpDocument *document) {
  if (!document)
    return;
  for (guint i = document->kept ? document->kept->len : 0; i-- > 0;) {
    Kept *kept = &g_array_index(document->kept, Kept, i);
    kept->free_thing(kept->thing);
  }
  if (document->kept)
    g_array_free(document->kept, TRUE);
  g_hash_table_destroy(document->strings);
  g_hash_table_destroy(document->names);
  g_clear_pointer(&document->string_numbers, g_hash_table_destroy);
  g_clear_pointer(&document->style_set, g_hash_table_destroy);
  if (document->string_table)
    g_ptr_array_free(document->string_table, TRUE);
  if (document->styles)
    g_ptr_array_free(document->styles, TRUE);
  if (document->resources)
    g_ptr_array_free(document->resources, TRUE);
  lp_arena_free(document->arena);
  g_free(document);
}

LpAccount *lp_document_account(const LpDocument *document) {
  return document->account;
}

const LpNode *lp_document_root(const LpDocument *document) {
  return document->root;
}

void *lp_document_allocate(LpDocument *document, size_t n) {
  return lp_arena_allocate(document->arena, n);
}

const char *lp_document_intern(LpDocument *document, const char *text, size_t n) {
  char small[256];
  char *key = n < sizeof small ? small : g_malloc(n + 1);
  memcpy(key, text, n);
  key[n] = 0;
  char *known = g_hash_table_lookup(document->strings, key);
  if (!known) {
    known = lp_arena_copy(document->arena, text, n);
    g_hash_table_add(document->strings, known);
  }
  if (key != small)
    g_free(key);
  return known;
}

static bool is_attached(const LpDocument *document, const LpNode *node) {
  while (node->parent)
    node = node->parent;
  return node == document->root;
}

const LpNode *lp_document_named(const LpDocument *document, LpKind kind, const char *name) {
  char *key = g_strdup_printf("%u %s", (unsigned)kind, name);
  const LpNode *node = g_hash_table_lookup(document->names, key);
  g_free(key);
  return node && is_attached(document, node) ? node : NULL;
}

/* ---- metadata ---- */

const char *lp_metadata_name(LpMetadata entry) {
  return (size_t)entry < LP_METADATA_COUNT ? metadata_names[entry] : NULL;
}

LpMetadata lp_metadata_by_name(const char *name) {
  for (int i = 0; i < LP_METADATA_COUNT; i++)
    if (strcmp(metadata_names[i], name) == 0)
      return (LpMetadata)i;
  return LP_METADATA_COUNT;
}

const char *lp_document_metadata(const LpDocument *document, LpMetadata entry) {
  return (size_t)entry < LP_METADATA_COUNT ? document->metadata[entry] : NULL;
}

void lp_document_set_metadata(LpDocument *document, LpMetadata entry, const char *value) {
  g_return_if_fail((size_t)entry < LP_METADATA_COUNT);
  document->metadata[entry] = value ? lp_document_intern(document, value, strlen(value)) : NULL;
}
