/* Fonts by script. */
#include "config.h"

#include "letterhead/values.h"

#include <glib.h>
#include <string.h>

static bool is_script_group(const LpEntryGroup *group) {
  return g_str_has_prefix(group->name, "script ") && lp_key_group_known(group->name);
}

/* An entry of [script ...], own before built in. */
static const char *entry(const LpEntryGroup *own, const LpEntryGroup *standard, const char *key) {
  const LpEntryGroup *groups[] = {own, standard};
  for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
    for (size_t k = 0; groups[i] && k < groups[i]->count; k++)
      if (strcmp(groups[i]->entries[k].key, key) == 0)
        return groups[i]->entries[k].value;
  return NULL;
}

static const char *interned(LpDocument *document, const char *text, size_t n) {
  while (n > 0 && *text == ' ')
    text++, n--;
  while (n > 0 && text[n - 1] == ' ')
    n--;
  return n > 0 ? lp_document_intern(document, text, n) : NULL;
}

static void take_families(LpDocument *document, LpScriptGroup *group, const char *list) {
  size_t most = 1;
  for (const char *at = list; at && *at; at++)
    most += *at == ';';
  const char **families = lp_document_allocate(document, most * sizeof *families);
  for (const char *at = list; at && *at;) {
    const char *end = strchrnul(at, ';');
    const char *family = interned(document, at, (size_t)(end - at));
    if (family)
      families[group->family_count++] = family;
    at = *end ? end + 1 : end;
  }
  group->families = families;
}

static void take_group(LpDocument *document, LpScriptGroup *group, const char *name, const LpEntryGroup *own,
                       const LpEntryGroup *standard) {
  const char *words = name + strlen("script ");
  group->script = lp_document_intern(document, words, 4);
  if (words[4])
    group->language = lp_document_intern(document, words + 5, strlen(words + 5));
  group->value[LP_SCRIPT_SCALE] = group->value[LP_SCRIPT_LEADING] = 1000;
  size_t count;
  const LpKey *keys = lp_keys(&count);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(keys[i].group, "script") != 0)
      continue;
    const char *text = entry(own, standard, keys[i].name);
    if (keys[i].field == LP_SCRIPT_FAMILY)
      take_families(document, group, text);
    else if (text)
      lp_key_value(&keys[i], text, &group->value[keys[i].field]);
  }
}

void lp_letterhead_take_scripts(LpLetterhead *letterhead, const LpDefinition *definition) {
  const LpDefinition *standard = definition->groups == lp_built_in_groups ? NULL : &lp_definition_standard;
  size_t most = definition->group_count + (standard ? standard->group_count : 0);
  LpScriptGroup *groups = lp_document_allocate(letterhead->document, most * sizeof *groups);
  size_t count = 0;
  for (size_t i = 0; i < definition->group_count; i++) {
    const LpEntryGroup *own = &definition->groups[i];
    if (is_script_group(own))
      take_group(letterhead->document, &groups[count++], own->name, own,
                 standard ? lp_definition_group(standard, own->name) : NULL);
  }
  for (size_t i = 0; standard && i < standard->group_count; i++) {
    const LpEntryGroup *group = &standard->groups[i];
    if (is_script_group(group) && !lp_definition_group(definition, group->name))
      take_group(letterhead->document, &groups[count++], group->name, group, NULL);
  }
  letterhead->groups = groups;
  letterhead->group_count = count;
}

/* Han characters are one script to Unicode and four to a typesetter: the language says which. */
static const char *typeset_script(const char *script, const char *language) {
  static const struct {
    const char *script, *typeset;
  } parts[] = {{"Hira", "Jpan"}, {"Kana", "Jpan"}, {"Hang", "Kore"}, {"Bopo", "Hant"}};
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strcmp(parts[i].script, script) == 0)
      return parts[i].typeset;
  if (strcmp(script, "Hani") != 0)
    return script;
  const char *usual = lp_language_script(language);
  bool is_han = strcmp(usual, "Hant") == 0 || strcmp(usual, "Jpan") == 0 || strcmp(usual, "Kore") == 0;
  return is_han ? usual : "Hans";
}

static bool speaks(const LpScriptGroup *group, const char *language) {
  size_t n = strlen(group->language);
  return language && g_ascii_strncasecmp(group->language, language, n) == 0 &&
         (language[n] == '\0' || language[n] == '-' || language[n] == '_');
}

const LpScriptGroup *lp_letterhead_script_for(const LpLetterhead *letterhead, const char *script,
                                              const char *language) {
  const LpScriptGroup *all = NULL, *latin = NULL;
  if (!script)
    script = lp_language_script(language);
  const char *wanted = typeset_script(script, language);
  for (size_t i = 0; i < letterhead->group_count; i++) {
    const LpScriptGroup *group = &letterhead->groups[i];
    if (!latin && !group->language && strcmp(group->script, "Latn") == 0)
      latin = group;
    if (g_ascii_strcasecmp(group->script, wanted) != 0)
      continue;
    if (group->language && speaks(group, language))
      return group;
    if (!group->language && !all)
      all = group;
  }
  return all ? all : latin;
}
