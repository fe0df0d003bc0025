/* Reads NAME.diagnostics on demand. */
#include "config.h"

#include "host/codes.h"

#include <glib.h>
#include <string.h>

static char *text(GKeyFile *keyfile, const char *group, const char *key) {
  char *value = g_key_file_get_string(keyfile, group, key, NULL);
  return value ? value : g_strdup("");
}

static LpCode *from_keyfile(GKeyFile *keyfile, const char *group) {
  if (!g_key_file_has_group(keyfile, group)) return NULL;
  LpCode *code = g_new0(LpCode, 1);
  code->code = g_strdup(group);
  code->level = text(keyfile, group, "level");
  code->class_ = text(keyfile, group, "class");
  code->meaning = text(keyfile, group, "meaning");
  code->cure = text(keyfile, group, "cure");
  return code;
}

/* The plugin's name is the code's first word; a '/' in it must not lead out of the folder. */
static LpCode *from_folder(const char *folder, const char *group) {
  size_t n = strcspn(group, ".");
  if (n == 0 || strchr(group, '/')) return NULL;
  char *path = g_strdup_printf("%s/%.*s.diagnostics", folder, (int)n, group);
  GKeyFile *keyfile = g_key_file_new();
  LpCode *code = NULL;
  if (g_key_file_load_from_file(keyfile, path, G_KEY_FILE_NONE, NULL)) code = from_keyfile(keyfile, group);
  g_key_file_free(keyfile);
  g_free(path);
  return code;
}

LpCode *lp_code_find(const char *group, const char *const *folders) {
  GKeyFile *keyfile = g_key_file_new();
  LpCode *code = NULL;
  if (g_key_file_load_from_data(keyfile, lp_core_diagnostics, strlen(lp_core_diagnostics), G_KEY_FILE_NONE,
                                NULL))
    code = from_keyfile(keyfile, group);
  g_key_file_free(keyfile);
  for (; !code && *folders; folders++)
    code = from_folder(*folders, group);
  return code;
}

void lp_code_free(LpCode *code) {
  if (!code) return;
  g_free(code->code);
  g_free(code->level);
  g_free(code->class_);
  g_free(code->meaning);
  g_free(code->cure);
  g_free(code);
}
