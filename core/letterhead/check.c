/* What is wrong with a letterhead, said with its line before any draft is read. */
#include "config.h"

#include "letterhead/read.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* ---- names ---- */

static void warn_of_group(LpKeyfile *keyfile, const char *group) {
  size_t count;
  const LpKey *keys = lp_keys(&count);
  const char *names[64];
  size_t known = 0;
  for (size_t i = 0; i < count && known < G_N_ELEMENTS(names); i++)
    if (i == 0 || strcmp(keys[i].group, keys[i - 1].group) != 0)
      names[known++] = keys[i].group;
  const char *nearest = lp_nearest(group, names, known);
  if (nearest && strcmp(nearest, group) != 0)
    lp_keyfile_warning(keyfile, "letterhead.unknown-group", group, NULL,
                       "There is no group [%s], it is not used; the nearest is [%s].", group, nearest);
  else
    lp_keyfile_warning(keyfile, "letterhead.unknown-group", group, NULL,
                       "There is no group [%s], it is not used.", group);
}

static void warn_of_key(LpKeyfile *keyfile, const char *group, const char *key) {
  size_t count;
  const LpKey *keys = lp_keys(&count);
  const char *names[64];
  size_t known = 0;
  for (size_t i = 0; i < count && known < G_N_ELEMENTS(names); i++)
    if (lp_key_find(group, keys[i].name) == &keys[i])
      names[known++] = keys[i].name;
  const char *nearest = lp_nearest(key, names, known);
  if (nearest)
    lp_keyfile_warning(keyfile, "letterhead.unknown-key", group, key,
                       "There is no key %s in [%s], it is not used; the nearest is %s.", key, group, nearest);
  else
    lp_keyfile_warning(keyfile, "letterhead.unknown-key", group, key,
                       "There is no key %s in [%s], it is not used.", key, group);
}

/* ---- values ---- */

/* Of a pattern, the first {word} that no reader of patterns knows; to be freed, or NULL. */
static char *unknown_placeholder(const char *text) {
  static const char *const known[] = {
      "name",    "short-name",    "tagline", "title", "meeting", "date",  "place", "classification",
      "embargo", "page-of-pages", "page",    "pages", "day",     "month", "year",  "buddhist-year"};
  for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
    const char *close = strchr(open, '}');
    if (!close)
      return NULL;
    size_t n = (size_t)(close - open - 1), i = 0;
    while (i < G_N_ELEMENTS(known) && !(strlen(known[i]) == n && memcmp(known[i], open + 1, n) == 0))
      i++;
    if (i == G_N_ELEMENTS(known))
      return g_strndup(open, n + 2);
  }
  return NULL;
}

static void check_text(LpKeyfile *keyfile, const char *group, const LpKey *key, const LpEntry *entry,
                       const char *written) {
  if (strcmp(key->name, "months") == 0) {
    size_t parts = *entry->value ? 1 : 0;
    for (const char *at = entry->value; *at; at++)
      parts += *at == ';' && at[1];
    if (parts != 12)
      lp_keyfile_error(keyfile, "letterhead.value", group, written, "%s holds %zu names of months, not 12.",
                       written, parts);
  }
  if (strcmp(group, "following-pages") != 0 && strcmp(group, "footer") != 0 && strcmp(group, "marks") != 0 &&
      strcmp(group, "dates") != 0)
    return;
  char *unknown = unknown_placeholder(entry->value);
  if (unknown)
    lp_keyfile_warning(keyfile, "letterhead.placeholder", group, written,
                       "%s is nothing that can be filled in, it is printed as it stands.", unknown);
  g_free(unknown);
}

static void check_entry(LpKeyfile *keyfile, const char *group, const LpEntry *entry) {
  char *written =
      *entry->locale ? g_strdup_printf("%s[%s]", entry->key, entry->locale) : g_strdup(entry->key);
  const LpKey *key = lp_key_find(group, entry->key);
  int32_t value;
  if (!key || (*entry->locale && !key->localised)) {
    warn_of_key(keyfile, group, written);
  } else if (key->type == LP_KEY_TEXT || key->type == LP_KEY_LIST) {
    check_text(keyfile, group, key, entry, written);
  } else if (!lp_key_value(key, entry->value, &value)) {
    char *accepts = lp_key_accepts(key);
    bool is_format = strcmp(entry->key, "format") == 0;
    lp_keyfile_error(keyfile, is_format ? "letterhead.format" : "letterhead.value", group, written,
                     "%s is “%s”, but it takes %s.", written, entry->value, accepts);
    g_free(accepts);
  }
  g_free(written);
}

static void check_entries(const LpDefinition *definition, LpKeyfile *keyfile) {
  for (size_t i = 0; i < definition->group_count; i++) {
    const LpEntryGroup *group = &definition->groups[i];
    if (!lp_key_group_known(group->name)) {
      warn_of_group(keyfile, group->name);
      continue;
    }
    for (size_t k = 0; k < group->count; k++)
      check_entry(keyfile, group->name, &group->entries[k]);
  }
}

/* ---- the page ---- */

static int32_t number(const LpDefinition *definition, const char *group, const char *key) {
  return lp_definition_value(definition, group, lp_key_find(group, key));
}

static void check_measures(const LpDefinition *definition, LpKeyfile *keyfile) {
  for (size_t i = 0; i < definition->group_count; i++) {
    const char *group = definition->groups[i].name;
    if (!g_str_has_prefix(group, "page ") || !lp_key_group_known(group))
      continue;
    int64_t measure = (int64_t)number(definition, group, "width") -
                      number(definition, group, "margin-inner") - number(definition, group, "margin-outer");
    if (measure < 120 * LP_EMU_PER_POINT)
      lp_keyfile_error(
          keyfile, "letterhead.measure", group, NULL,
          "Between the margins of [%s] %d points are left for the text; at least 120 are needed.", group,
          (int)(measure / LP_EMU_PER_POINT));
  }
  static const char *const pages[] = {"first-page", "following-pages"};
  for (size_t i = 0; i < G_N_ELEMENTS(pages); i++)
    if (number(definition, pages[i], "text-top") < number(definition, pages[i], "rule-top"))
      lp_keyfile_error(keyfile, "letterhead.text-top", pages[i], "text-top",
                       "The text of [%s] begins above the rule: text-top is less than rule-top.", pages[i]);
}

/* ---- contrast (WCAG 2.2, 1.4.3) ---- */

static double channel(int32_t colour, int shift) {
  double value = ((colour >> shift) & 0xFF) / 255.0;
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(int32_t colour) {
  return 0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 0);
}

static double contrast(int32_t one, int32_t other) {
  double a = luminance(one) + 0.05, b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}

static void check_contrast(const LpDefinition *definition, LpKeyfile *keyfile) {
  static const char *const groups[] = {"colours", "colours dark"};
  static const char *const inks[] = {"ink", "heading", "muted"};
  for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
    for (size_t k = 0; k < G_N_ELEMENTS(inks) && lp_definition_group(definition, groups[i]); k++) {
      double ratio = contrast(number(definition, groups[i], inks[k]), number(definition, groups[i], "paper"));
      if (ratio < 4.5)
        lp_keyfile_warning(
            keyfile, "letterhead.contrast", groups[i], inks[k],
            "Text in %s of [%s] has a contrast of %.1f with the paper; 4.5 is needed to read it.", inks[k],
            groups[i], ratio);
    }
}

void lp_definition_check(const LpDefinition *definition, LpKeyfile *keyfile) {
  check_entries(definition, keyfile);
  const char *name = lp_definition_entry(definition, "letterhead", "name", "");
  if (!name || !*name)
    lp_keyfile_error(keyfile, "letterhead.name-missing", "letterhead", name ? "name" : NULL,
                     "The letterhead has no name: [letterhead] needs name=.");
  check_measures(definition, keyfile);
  check_contrast(definition, keyfile);
}
