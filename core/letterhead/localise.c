/* The walk over language tags. GKeyFile's own falls back for POSIX locales alone: zh-Hans would get English.
 */
#include "config.h"

#include "letterhead/localise.h"

#include <glib.h>
#include <string.h>

/* Tags that others write for what the keyfile has (IANA language subtag registry: deprecated, and the
   macrolanguage's other name). */
static const struct {
  const char *written, *ours;
} aliases[] = {{"in", "id"}, {"tl", "fil"}, {"zh-CN", "zh-Hans"}, {"zh-SG", "zh-Hans"}, {"cmn", "zh"}};

/* Script subtags have a capital, regions are capitals (RFC 5646, 2.1.1). */
static void write_usual_case(char *tag) {
  size_t start = 0;
  for (size_t i = 0;; i++) {
    if (tag[i] == '_')
      tag[i] = '-';
    if (tag[i] != '-' && tag[i] != '\0')
      continue;
    size_t n = i - start;
    bool is_region = start > 0 && n == 2;
    for (size_t k = start; k < i; k++) {
      if (is_region)
        tag[k] = g_ascii_toupper(tag[k]);
      else
        tag[k] = g_ascii_tolower(tag[k]);
    }
    if (start > 0 && n == 4)
      tag[start] = g_ascii_toupper(tag[start]);
    if (tag[i] == '\0')
      return;
    start = i + 1;
  }
}

static void add_tag(LpTags *tags, const char *tag) {
  for (size_t i = 0; i < tags->count; i++)
    if (strcmp(tags->tag[i], tag) == 0)
      return;
  if (tags->count < LP_TAGS_MOST)
    g_strlcpy(tags->tag[tags->count++], tag, LP_TAG_SIZE);
}

static bool has_subtag(const char *tag, const char *subtag) {
  const char *at = strstr(tag, subtag);
  return at && at > tag && at[-1] == '-' && (at[strlen(subtag)] == '\0' || at[strlen(subtag)] == '-');
}

static bool is_traditional_chinese(const char *tag) {
  if (strncmp(tag, "zh", 2) != 0 || (tag[2] && tag[2] != '-'))
    return false;
  return has_subtag(tag, "TW") || has_subtag(tag, "HK") || has_subtag(tag, "MO");
}

void lp_tags_walk(LpTags *tags, const char *language) {
  tags->count = 0;
  if (!language || !*language)
    return;
  char tag[LP_TAG_SIZE];
  g_strlcpy(tag, language, sizeof tag);
  write_usual_case(tag);
  while (*tag) {
    if (strcmp(tag, "zh") == 0)
      break; /* added last, behind zh-Hant */
    add_tag(tags, tag);
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
      if (strcmp(aliases[i].written, tag) == 0)
        add_tag(tags, aliases[i].ours);
    char *end = strrchr(tag, '-');
    *(end ? end : tag) = '\0';
  }
  if (tags->count > 0 && is_traditional_chinese(tags->tag[0]))
    add_tag(tags, "zh-Hant");
  if (strcmp(tag, "zh") == 0)
    add_tag(tags, "zh");
}

static const char *walked(const LpDefinition *definition, const char *group, const char *key,
                          const LpTags *tags, const char **found) {
  for (size_t i = 0; i <= tags->count; i++) {
    const char *locale = i < tags->count ? tags->tag[i] : "";
    const char *text = lp_definition_entry(definition, group, key, locale);
    if (!text)
      continue;
    if (found)
      *found = locale;
    return text;
  }
  return NULL;
}

const char *lp_definition_localised(const LpDefinition *definition, const char *group, const char *key,
                                    const LpTags *tags, const char **found) {
  const char *text = walked(definition, group, key, tags, found);
  const LpDefinition *fallback = lp_definition_fallback(definition, group, key);
  return text || !fallback ? text : walked(fallback, group, key, tags, found);
}

static bool speaks(const LpDefinition *definition, const LpTags *tags) {
  const char *own = lp_definition_language(definition);
  for (size_t i = 0; i < tags->count; i++)
    if (g_ascii_strcasecmp(tags->tag[i], own) == 0)
      return true;
  return tags->count == 0;
}

const char *lp_definition_in_language(const LpDefinition *definition, const char *group, const char *key,
                                      const LpTags *tags) {
  const char *found = "";
  const char *text = walked(definition, group, key, tags, &found);
  if (text && (*found || speaks(definition, tags)))
    return text;
  const LpDefinition *fallback = lp_definition_fallback(definition, group, key);
  if (!fallback)
    return NULL;
  text = walked(fallback, group, key, tags, &found);
  return text && (*found || speaks(fallback, tags)) ? text : NULL;
}

static bool is_listed(const char *list, const char *tag) {
  size_t n = strlen(tag);
  for (const char *at = list; at && *at;) {
    const char *end = strchrnul(at, ';');
    if ((size_t)(end - at) == n && g_ascii_strncasecmp(at, tag, n) == 0)
      return true;
    at = *end ? end + 1 : end;
  }
  return false;
}

LpNaming lp_definition_naming(const LpDefinition *definition, const LpTags *tags) {
  const char *tag = "";
  LpNaming naming = {.name = walked(definition, "letterhead", "name", tags, &tag)};
  naming.short_name = lp_definition_entry(definition, "letterhead", "short-name", tag);
  naming.tagline = lp_definition_entry(definition, "letterhead", "tagline", tag);
  naming.language = *tag ? tag : lp_definition_language(definition);
  naming.unconfirmed =
      is_listed(lp_definition_entry(definition, "letterhead", "unconfirmed", ""), naming.language);
  LpTags found;
  lp_tags_walk(&found, naming.language);
  const char *position = lp_definition_localised(definition, "letterhead", "tagline-position", &found, NULL);
  naming.tagline_before = position && strcmp(position, "before") == 0;
  return naming;
}
