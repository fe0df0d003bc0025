/* Settings from files and from the environment: /etc/xdg/letterpress/config, then the user's, then
 * LETTERPRESS_*. */
#include "config.h"

#include "cli/command.h"

#include <string.h>

static const char group[] = "letterpress";

static bool set_keys(LpSettings *settings, GKeyFile *keyfile, const char *path, LpOrigin origin,
                     LpAccount *account) {
  bool good = true;
  char **keys = g_key_file_get_keys(keyfile, group, NULL, NULL);
  for (char **key = keys; key && *key && good; key++) {
    const LpSetting *setting = lp_setting_by_key(*key, strlen(*key));
    char *name = g_strdup_printf("%s: %s", path, *key);
    char *value = g_key_file_get_string(keyfile, group, *key, NULL);
    if (!setting || setting->of_command_only || !value) {
      lp_fail(account, LP_CLASS_USAGE, "cli.configuration", NULL, "%s is no setting that a file can make.",
              name);
      good = false;
    } else {
      good = lp_settings_set(settings, setting, value, origin, name, account);
    }
    g_free(value);
    g_free(name);
  }
  g_strfreev(keys);
  return good;
}

static bool read_file(LpSettings *settings, const char *folder, LpOrigin origin, LpAccount *account) {
  char *path = g_build_filename(folder, "letterpress", "config", NULL);
  GKeyFile *keyfile = g_key_file_new();
  GError *error = NULL;
  bool good = true;
  if (g_key_file_load_from_file(keyfile, path, G_KEY_FILE_NONE, &error)) {
    good = set_keys(settings, keyfile, path, origin, account);
  } else if (!g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT) &&
             !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR)) {
    lp_fail(account, LP_CLASS_USAGE, "cli.configuration", NULL, "The file %s cannot be used: %s.", path,
            error->message);
    good = false;
  }
  g_clear_error(&error);
  g_key_file_free(keyfile);
  g_free(path);
  return good;
}

/* "output-dir" to "LETTERPRESS_OUTPUT_DIR" */
static bool read_environment(LpSettings *settings, LpAccount *account) {
  const LpSetting *setting;
  bool good = true;
  for (size_t i = 0; good && (setting = lp_setting(i)); i++) {
    if (setting->of_command_only)
      continue;
    char *upper = g_ascii_strup(setting->key, -1);
    char *name = g_strconcat("LETTERPRESS_", g_strdelimit(upper, "-", '_'), NULL);
    const char *value = g_getenv(name);
    if (value && *value)
      good = lp_settings_set(settings, setting, value, LP_ORIGIN_ENVIRONMENT, name, account);
    g_free(upper);
    g_free(name);
  }
  return good;
}

bool lp_configuration_read(LpSettings *settings, LpAccount *account) {
  const char *const *folders = g_get_system_config_dirs();
  bool good = true;
  /* The first folder is the strongest. */
  for (guint i = g_strv_length((char **)(uintptr_t)folders); good && i-- > 0;)
    good = read_file(settings, folders[i], LP_ORIGIN_SYSTEM, account);
  return good && read_file(settings, g_get_user_config_dir(), LP_ORIGIN_USER, account) &&
         read_environment(settings, account);
}
