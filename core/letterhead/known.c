/* What a letterhead is recognised by in drafts: its names and taglines in every language, and other wordings.
 */
#include "config.h"

#include "letterhead/definition.h"

#include <glib.h>
#include <string.h>

typedef struct LpWording {
  const char *text;
  const char *language;
} LpWording;

struct LpKnown {
  GArray *names, *taglines;
  GStringChunk *strings;
};

static void add_wording(GArray *wordings, const char *text, const char *language) {
  LpWording wording = {text, language};
  if (*text)
    g_array_append_val(wordings, wording);
}

static void add_key(const LpDefinition *definition, const char *key, GArray *wordings) {
  const LpEntryGroup *group = lp_definition_group(definition, "letterhead");
  for (size_t i = 0; group && i < group->count; i++) {
    const LpEntry *entry = &group->entries[i];
    if (strcmp(entry->key, key) != 0)
      continue;
    add_wording(wordings, entry->value, *entry->locale ? entry->locale : lp_definition_language(definition));
  }
}

static void add_list(const LpDefinition *definition, const char *key, struct LpKnown *known,
                     GArray *wordings) {
  const char *list = lp_definition_entry(definition, "recognise", key, "");
  for (const char *at = list; at && *at;) {
    const char *end = strchrnul(at, ';');
    add_wording(wordings, g_string_chunk_insert_len(known->strings, at, end - at), "");
    at = *end ? end + 1 : end;
  }
}

void lp_definition_know(LpDefinition *definition) {
  struct LpKnown *known = g_new(struct LpKnown, 1);
  known->names = g_array_new(FALSE, FALSE, sizeof(LpWording));
  known->taglines = g_array_new(FALSE, FALSE, sizeof(LpWording));
  known->strings = g_string_chunk_new(256);
  add_key(definition, "name", known->names);
  add_key(definition, "short-name", known->names);
  add_list(definition, "names", known, known->names);
  add_key(definition, "tagline", known->taglines);
  add_list(definition, "taglines", known, known->taglines);
  definition->known = known;
}

void lp_definition_forget(LpDefinition *definition) {
  struct LpKnown *known = definition->known;
  if (!known)
    return;
  g_array_free(known->names, TRUE);
  g_array_free(known->taglines, TRUE);
  g_string_chunk_free(known->strings);
  g_free(known);
}

static const char *wording_at(const GArray *wordings, size_t index, const char **language) {
  if (index >= wordings->len)
    return NULL;
  const LpWording *wording = &g_array_index(wordings, LpWording, index);
  if (language)
    *language = wording->language;
  return wording->text;
}

const char *lp_definition_known_name(const LpDefinition *definition, size_t index, const char **language) {
  return wording_at(definition->known->names, index, language);
}

const char *lp_definition_known_tagline(const LpDefinition *definition, size_t index, const char **language) {
  return wording_at(definition->known->taglines, index, language);
}
