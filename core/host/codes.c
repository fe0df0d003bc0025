/* Looks codes up; keyfiles are read on demand. */
#include "config.h"

#include "host/codes.h"

#include "account/limits.h"

#include <glib.h>
#include <string.h>

/* A code whose strings lie behind it, in one block. */
static LpCode *pack(const char *const strings[5]) {
  size_t n = sizeof(LpCode);
  for (int i = 0; i < 5; i++)
    n += strlen(strings[i]) + 1;
  LpCode *code = g_malloc(n);
  const char **members[] = {&code->code, &code->level, &code->class_, &code->meaning, &code->cure};
  char *at = (char *)(code + 1);
  for (int i = 0; i < 5; i++) {
    size_t length = strlen(strings[i]) + 1;
    memcpy(at, strings[i], length);
    *members[i] = at;
    at += length;
  }
  return code;
}

static LpCode *from_keyfile(GKeyFile *keyfile, const char *group) {
  static const char *const keys[] = {"level", "class", "meaning", "cure"};
  const char *strings[5] = {group, "", "", "", ""};
  char *values[4] = {NULL};
  if (!g_key_file_has_group(keyfile, group))
    return NULL;
  for (int i = 0; i < 4; i++)
    if ((values[i] = g_key_file_get_string(keyfile, group, keys[i], NULL)))
      strings[i + 1] = values[i];
  LpCode *code = pack(strings);
  for (int i = 0; i < 4; i++)
    g_free(values[i]);
  return code;
}

/* The plugin's name is the code's first word; a '/' in it must not lead out of the folder. */
static LpCode *from_folder(const char *folder, const char *group) {
  size_t n = strcspn(group, ".");
  if (n == 0 || strchr(group, '/'))
    return NULL;
  char *path = g_strdup_printf("%s/%.*s.diagnostics", folder, (int)n, group);
  GKeyFile *keyfile = g_key_file_new();
  LpCode *code = NULL;
  if (g_key_file_load_from_file(keyfile, path, G_KEY_FILE_NONE, NULL))
    code = from_keyfile(keyfile, group);
  g_key_file_free(keyfile);
  g_free(path);
  return code;
}

/* "limit.pages": the table of limits says it all. */
static LpCode *from_limits(const char *group) {
  static const char prefix[] = "limit.";
  if (!g_str_has_prefix(group, prefix))
    return NULL;
  const LpLimitRow *row = lp_limit_row(lp_limit_by_option(group + strlen(prefix)));
  if (!row)
    return NULL;
  char *meaning =
      g_strdup_printf("There is a limit on %s, by default %" G_GINT64_FORMAT ", and the draft needs more.",
                      row->what, (gint64)row->value);
  char *cure = g_strdup_printf("If the draft is to be trusted, raise it with --limit %s=N.", row->option);
  const char *strings[5] = {group, "error", "limit", meaning, cure};
  LpCode *code = pack(strings);
  g_free(meaning);
  g_free(cure);
  return code;
}

LpCode *lp_code_find(const char *group, const char *const *folders) {
  LpCode *code = from_limits(group);
  for (size_t i = 0; !code && i < lp_core_code_count; i++) {
    const LpCode *row = &lp_core_codes[i];
    const char *strings[5] = {row->code, row->level, row->class_, row->meaning, row->cure};
    if (strcmp(row->code, group) == 0)
      code = pack(strings);
  }
  for (; !code && *folders; folders++)
    code = from_folder(*folders, group);
  return code;
}
