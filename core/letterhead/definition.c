/* Looking things up in a definition. Groups and entries are few and stand together: plain searches do. */
#include "config.h"

#include "letterhead/definition.h"

#include <glib.h>
#include <string.h>

LpDefinition *lp_definition_new(const LpEntryGroup *groups, size_t count) {
  LpDefinition *definition = g_new0(LpDefinition, 1);
  definition->groups = groups;
  definition->group_count = count;
  return definition;
}

const LpEntryGroup *lp_definition_group(const LpDefinition *definition, const char *group) {
  for (size_t i = 0; i < definition->group_count; i++)
    if (strcmp(definition->groups[i].name, group) == 0)
      return &definition->groups[i];
  return NULL;
}

const char *lp_definition_entry(const LpDefinition *definition, const char *group, const char *key,
                                const char *locale) {
  const LpEntryGroup *found = lp_definition_group(definition, group);
  for (size_t i = 0; found && i < found->count; i++) {
    const LpEntry *entry = &found->entries[i];
    if (strcmp(entry->key, key) == 0 && g_ascii_strcasecmp(entry->locale, locale) == 0)
      return entry->value;
  }
  return NULL;
}

const LpDefinition *lp_definition_fallback(const LpDefinition *definition, const char *group,
                                           const char *key) {
  if (definition->groups == lp_built_in_groups)
    return NULL;
  const LpKey *row = lp_key_find(group, key);
  return row && row->standard == LP_DEFAULT_BUILT_IN ? &lp_definition_standard : NULL;
}

const char *lp_definition_text(const LpDefinition *definition, const char *group, const char *key) {
  const char *text = lp_definition_entry(definition, group, key, "");
  const LpDefinition *fallback = text ? NULL : lp_definition_fallback(definition, group, key);
  return fallback ? lp_definition_entry(fallback, group, key, "") : text;
}

/* A paper that is not built in has the margins of A4. */
static const char *standard_text(const char *group, const LpKey *key) {
  const char *text = lp_definition_entry(&lp_definition_standard, group, key->name, "");
  if (!text && strcmp(key->group, "page") == 0)
    text = lp_definition_entry(&lp_definition_standard, "page A4", key->name, "");
  return text;
}

int32_t lp_definition_value(const LpDefinition *definition, const char *group, const LpKey *key) {
  int32_t value = 0;
  const char *text = lp_definition_entry(definition, group, key->name, "");
  if (!text && key->standard == LP_DEFAULT_BUILT_IN && definition->groups != lp_built_in_groups)
    text = standard_text(group, key);
  if (text)
    lp_key_value(key, text, &value);
  return value;
}

const char *lp_definition_language(const LpDefinition *definition) {
  return lp_definition_text(definition, "letterhead", "language");
}

const char *lp_definition_id(const LpDefinition *definition) {
  const char *id = lp_definition_text(definition, "letterhead", "id");
  return id ? id : "";
}

int32_t lp_definition_similarity(const LpDefinition *definition) {
  return lp_definition_value(definition, "recognise", lp_key_find("recognise", "similarity"));
}

bool lp_definition_keeps_header_text(const LpDefinition *definition) {
  return lp_definition_value(definition, "recognise", lp_key_find("recognise", "header-text")) == 1;
}
