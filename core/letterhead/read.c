/* A keyfile becomes a definition. GLib reads it; it keeps no lines, so a finding's line is looked for
 * afterwards. */
#include "config.h"

#include "letterhead/read.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct LpOwned {
  GStringChunk *strings;
  GArray *groups, *entries;
  uint8_t *emblem; /* from malloc */
};

/* ---- lines ---- */

static const char *line_end(const LpKeyfile *keyfile, const char *line) {
  const char *end = memchr(line, '\n', (size_t)(keyfile->text + keyfile->n - line));
  return end ? end : keyfile->text + keyfile->n;
}

static bool is_head_of(const char *line, const char *end, const char *group) {
  size_t n = strlen(group);
  return (size_t)(end - line) >= n + 2 && line[0] == '[' && memcmp(line + 1, group, n) == 0 &&
         line[n + 1] == ']';
}

static bool is_line_of(const char *line, const char *end, const char *key) {
  size_t n = strlen(key);
  if ((size_t)(end - line) <= n || memcmp(line, key, n) != 0)
    return false;
  for (line += n; line < end && (*line == ' ' || *line == '\t');)
    line++;
  return line < end && *line == '=';
}

/* The last line counts, as it does for GKeyFile. */
uint32_t lp_keyfile_line(const LpKeyfile *keyfile, const char *group, const char *key) {
  uint32_t number = 0, found = 0;
  bool inside = false;
  for (const char *line = keyfile->text; line < keyfile->text + keyfile->n;) {
    const char *end = line_end(keyfile, line);
    number++;
    while (line < end && (*line == ' ' || *line == '\t'))
      line++;
    if (line < end && *line == '[') {
      inside = is_head_of(line, end, group);
      if (inside && (!key || !found))
        found = key ? 0 : number;
    } else if (inside && key && is_line_of(line, end, key)) {
      found = number;
    }
    line = end + 1;
  }
  return found;
}

/* The first line that is no comment, group head or key with a value. */
static uint32_t malformed_line(const LpKeyfile *keyfile) {
  uint32_t number = 0;
  bool in_group = false;
  for (const char *line = keyfile->text; line < keyfile->text + keyfile->n;) {
    const char *end = line_end(keyfile, line), *last = end;
    number++;
    while (line < last && g_ascii_isspace(*line))
      line++;
    while (last > line && g_ascii_isspace(last[-1]))
      last--;
    if (line < last && *line == '[') {
      if (last[-1] != ']')
        return number;
      in_group = true;
    } else if (line < last && *line != '#') {
      if (!in_group || *line == '=' || !memchr(line, '=', (size_t)(last - line)))
        return number;
    }
    line = end + 1;
  }
  return 0;
}

/* ---- findings ---- */

static void report(LpKeyfile *keyfile, LpLevel level, const char *code, uint32_t line, const char *sentence) {
  LpPlace place = {.part = keyfile->name, .line = line};
  lp_report(keyfile->account, level, LP_CLASS_RESOURCE, code, &place, "%s", sentence);
  if (level == LP_LEVEL_ERROR)
    keyfile->failed = true;
}

#define REPORT_ABOUT_KEY(level)                                                                              \
  do {                                                                                                       \
    va_list arguments;                                                                                       \
    va_start(arguments, format);                                                                             \
    char *sentence = g_strdup_vprintf(format, arguments);                                                    \
    va_end(arguments);                                                                                       \
    report(keyfile, level, code, lp_keyfile_line(keyfile, group, key), sentence);                            \
    g_free(sentence);                                                                                        \
  } while (0)

void lp_keyfile_error(LpKeyfile *keyfile, const char *code, const char *group, const char *key,
                      const char *format, ...) {
  REPORT_ABOUT_KEY(LP_LEVEL_ERROR);
}

void lp_keyfile_warning(LpKeyfile *keyfile, const char *code, const char *group, const char *key,
                        const char *format, ...) {
  REPORT_ABOUT_KEY(LP_LEVEL_WARNING);
}

/* ---- from GKeyFile to entries ---- */

/* Splits "name[th]" in place; returns the locale, "" if there is none. */
static const char *split_locale(char *key) {
  char *bracket = strchr(key, '[');
  if (!bracket)
    return "";
  *bracket = '\0';
  char *end = strchr(bracket + 1, ']');
  if (end)
    *end = '\0';
  return bracket + 1;
}

static void take_entry(LpKeyfile *keyfile, struct LpOwned *owned, GKeyFile *file, const char *group,
                       const char *key) {
  GError *error = NULL;
  char *value = g_key_file_get_string(file, group, key, &error);
  if (error) {
    g_error_free(error);
    g_free(value);
    lp_keyfile_error(keyfile, "letterhead.value", group, key,
                     "The value of %s holds a \\ that is followed by none of s, n, t, r and \\.", key);
    return;
  }
  char *bare = g_strdup(key);
  const char *locale = split_locale(bare);
  LpEntry entry = {.key = g_string_chunk_insert_const(owned->strings, bare),
                   .locale = g_string_chunk_insert_const(owned->strings, locale),
                   .value = g_string_chunk_insert(owned->strings, g_strchomp(value))};
  g_array_append_val(owned->entries, entry);
  g_free(bare);
  g_free(value);
}

static void take_groups(LpKeyfile *keyfile, struct LpOwned *owned, GKeyFile *file) {
  char **groups = g_key_file_get_groups(file, NULL);
  for (char **group = groups; *group; group++) {
    size_t before = owned->entries->len;
    char **keys = g_key_file_get_keys(file, *group, NULL, NULL);
    for (char **key = keys; key && *key; key++)
      take_entry(keyfile, owned, file, *group, *key);
    g_strfreev(keys);
    LpEntryGroup taken = {.name = g_string_chunk_insert(owned->strings, *group),
                          .count = owned->entries->len - before};
    g_array_append_val(owned->groups, taken);
  }
  g_strfreev(groups);
  /* The entries stand still now: point into them. */
  size_t first = 0;
  for (size_t i = 0; i < owned->groups->len; i++) {
    LpEntryGroup *group = &g_array_index(owned->groups, LpEntryGroup, i);
    group->entries = &g_array_index(owned->entries, LpEntry, first);
    first += group->count;
  }
}

static LpDefinition *definition_of(LpKeyfile *keyfile, GKeyFile *file) {
  struct LpOwned *owned = g_new0(struct LpOwned, 1);
  owned->strings = g_string_chunk_new(4096);
  owned->groups = g_array_new(FALSE, FALSE, sizeof(LpEntryGroup));
  owned->entries = g_array_new(TRUE, FALSE, sizeof(LpEntry));
  take_groups(keyfile, owned, file);
  LpDefinition *definition =
      lp_definition_new(&g_array_index(owned->groups, LpEntryGroup, 0), owned->groups->len);
  definition->owned = owned;
  return definition;
}

/* ---- the order of reading ---- */

static bool is_utf8(LpKeyfile *keyfile) {
  const char *end;
  if (g_utf8_validate(keyfile->text, (gssize)keyfile->n, &end))
    return true;
  uint32_t line = 1;
  for (const char *at = keyfile->text; at < end; at++)
    line += *at == '\n';
  report(keyfile, LP_LEVEL_ERROR, "letterhead.encoding", line,
         "The letterhead is not in UTF-8: save it as UTF-8.");
  return false;
}

static GKeyFile *parse(LpKeyfile *keyfile) {
  GKeyFile *file = g_key_file_new();
  if (g_key_file_load_from_data(file, keyfile->text, keyfile->n, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    return file;
  report(keyfile, LP_LEVEL_ERROR, "letterhead.syntax", malformed_line(keyfile),
         "This line of the letterhead is no comment, no [group] and no key=value.");
  g_key_file_free(file);
  return NULL;
}

static void take_emblem(LpDefinition *definition, LpKeyfile *keyfile, LpBesideReader beside, void *state) {
  const char *file = lp_definition_text(definition, "emblem", "file");
  if (!file || !*file || !lp_emblem_name_stays(keyfile, file))
    return;
  size_t n = 0;
  uint8_t *bytes = beside ? beside(state, file, &n) : NULL;
  definition->owned->emblem = bytes;
  definition->emblem = lp_emblem_file(keyfile, file, bytes, n);
}

LpDefinition *lp_definition_read(const char *name, const char *text, size_t n, LpBesideReader beside,
                                 void *state, LpAccount *account) {
  LpKeyfile keyfile = {.name = name, .text = text, .n = n, .account = account};
  LpPlace place = {.part = name};
  if (!lp_account_within(account, LP_LIMIT_LETTERHEAD_BYTES, (int64_t)n, &place))
    return NULL;
  if (!is_utf8(&keyfile))
    return NULL;
  GKeyFile *file = parse(&keyfile);
  if (!file)
    return NULL;
  LpDefinition *definition = definition_of(&keyfile, file);
  g_key_file_free(file);
  lp_definition_check(definition, &keyfile);
  take_emblem(definition, &keyfile, beside, state);
  if (keyfile.failed) {
    lp_definition_free(definition);
    return NULL;
  }
  lp_definition_know(definition);
  return definition;
}

void lp_definition_free(LpDefinition *definition) {
  if (!definition)
    return;
  lp_definition_forget(definition);
  if (definition->owned) {
    g_string_chunk_free(definition->owned->strings);
    g_array_free(definition->owned->groups, TRUE);
    g_array_free(definition->owned->entries, TRUE);
    free(definition->owned->emblem);
    g_free(definition->owned);
  }
  g_free(definition);
}
