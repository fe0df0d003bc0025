/* The table of settings, and how a value gets from text into its place. */
#include "config.h"

#include "convert/settings.h"

#include "account/account.h"

#include <letterpress/document.h>
#include <string.h>

#define AT(member) offsetof(LpSettings, member)

bool lp_amount_parse(const char *text, int64_t *amount) {
  static const char suffixes[] = "KMG";
  size_t n = strlen(text);
  const char *suffix = n ? strchr(suffixes, g_ascii_toupper(text[n - 1])) : NULL;
  int64_t unit = suffix && *suffix ? INT64_C(1) << (10 * (suffix - suffixes + 1)) : 1;
  char *digits = g_strndup(text, n - (unit > 1));
  int64_t number;
  bool good = lp_integer_parse(digits, 0, INT64_MAX / unit, &number);
  if (good)
    *amount = number * unit;
  g_free(digits);
  return good;
}

static bool read_level(const char *text, LpLevel *level) {
  static const struct {
    const char *name;
    LpLevel level;
  } levels[] = {{"error", LP_LEVEL_ERROR}, {"warn", LP_LEVEL_WARNING}, {"off", LP_LEVEL_INFO}};
  for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
    if (strcmp(levels[i].name, text) == 0) {
      *level = levels[i].level;
      return true;
    }
  return false;
}

static bool read_limit(const char *member, LpLimit *limit, int64_t *amount) {
  const char *equals = strchr(member, '=');
  if (!equals || !lp_amount_parse(equals + 1, amount))
    return false;
  char *name = g_strndup(member, (gsize)(equals - member));
  *limit = lp_limit_by_option(name);
  g_free(name);
  return (int)*limit < LP_LIMIT_COUNT;
}

static bool takes_any(LpSettings *settings, const char *member) {
  (void)settings;
  return *member != 0;
}

static bool takes_option(LpSettings *settings, const char *member) {
  return lp_format_options_add(settings->format_options, member);
}

static bool takes_level(LpSettings *settings, const char *member) {
  const char *equals = strrchr(member, '=');
  LpLevel level;
  (void)settings;
  return equals && equals > member && read_level(equals + 1, &level);
}

static bool takes_limit(LpSettings *settings, const char *member) {
  LpLimit limit;
  int64_t amount;
  (void)settings;
  return read_limit(member, &limit, &amount);
}

static bool takes_metadata(LpSettings *settings, const char *member) {
  const char *equals = strchr(member, '=');
  if (!equals)
    return false;
  (void)settings;
  char *key = g_strndup(member, (gsize)(equals - member));
  bool known = lp_metadata_by_name(key) < LP_METADATA_COUNT;
  g_free(key);
  return known;
}

static const LpSetting table[] = {
    {"output", 'o', LP_SETTING_STRING, AT(output), "FILE|DIR/", NULL, NULL, true,
     "where the output goes: a file, a folder, or - for standard output"},
    {"output-dir", 'O', LP_SETTING_STRING, AT(output_dir), "DIR", NULL, NULL, false,
     "the folder for the outputs; made if it is not there"},
    {"to", 't', LP_SETTING_LIST, AT(to), "LIST", "a format to write", takes_any, false,
     "formats to write, between commas (default: by the output's name, else pdf)"},
    {"from", 'f', LP_SETTING_STRING, AT(from), "FORMAT", NULL, NULL, true,
     "the draft's format, or plugin:format (default: by its content)"},
    {"letterhead", 'l', LP_SETTING_STRING, AT(letterhead), "LETTERHEAD", NULL, NULL, false,
     "the letterhead: a file, or the name of one (see letterhead list)"},
    {"paper", 0, LP_SETTING_STRING, AT(paper), "NAME", NULL, NULL, false,
     "a page of the letterhead, such as A4 or Letter (default: its first)"},
    {"metadata", 'M', LP_SETTING_LIST, AT(metadata), "KEY=VALUE", "KEY=VALUE with a key of --help",
     takes_metadata, true,
     "title, meeting, date, place, language, authors, subject, keywords, symbol, classification or embargo"},
    {"option", 'x', LP_SETTING_LIST, AT(options), "FORMAT.NAME=VALUE", "FORMAT.NAME=VALUE", takes_option,
     false, "an option of a format (see formats)"},
    {"status", 0, LP_SETTING_CHOICE, AT(status), "STATUS", "final|draft", NULL, false,
     "final refuses what would leak; draft warns and marks each page"},
    {"style", 0, LP_SETTING_CHOICE, AT(style), "STYLE", "house|draft", NULL, false,
     "house: the letterhead's fonts and spacing; draft: the draft's own"},
    {"revisions", 0, LP_SETTING_CHOICE, AT(revisions), "WHAT", "refuse|accept|reject|show", NULL, false,
     "what to do with tracked changes"},
    {"comments", 0, LP_SETTING_CHOICE, AT(comments), "WHAT", "refuse|drop|show", NULL, false,
     "what to do with comments"},
    {"hidden", 0, LP_SETTING_CHOICE, AT(hidden), "WHAT", "refuse|drop|show", NULL, false,
     "what to do with hidden text"},
    {"strict", 0, LP_SETTING_FLAG, AT(strict), NULL, NULL, NULL, false,
     "every warning is an error, and no file is left"},
    {"warn", 'W', LP_SETTING_LIST, AT(levels), "CODE=LEVEL", "CODE=error, CODE=warn or CODE=off", takes_level,
     false, "make a warning of that code an error, or put it off: error, warn, off"},
    {"force", 0, LP_SETTING_FLAG, AT(force), NULL, NULL, NULL, true,
     "replace files of derived names that Letterpress did not write"},
    {"no-sync", 0, LP_SETTING_FLAG, AT(no_sync), NULL, NULL, NULL, false,
     "do not wait for the disk: for runs that can be repeated"},
    {"quiet", 'q', LP_SETTING_FLAG, AT(quiet), NULL, NULL, NULL, false, "tell errors only"},
    {"verbose", 'v', LP_SETTING_FLAG, AT(verbose), NULL, NULL, NULL, false,
     "tell every finding, information too"},
    {"diagnostics", 0, LP_SETTING_CHOICE, AT(diagnostics), "FORM", "human|short|json", NULL, false,
     "how findings are told on standard error"},
    {"report", 0, LP_SETTING_STRING, AT(report), "FILE", NULL, NULL, true,
     "write a report, one line of JSON a draft (- for standard output)"},
    {"timeout", 0, LP_SETTING_AMOUNT, AT(timeout), "SECONDS", NULL, NULL, false,
     "how long one draft may take (default: 120)"},
    {"memory", 0, LP_SETTING_AMOUNT, AT(memory), "SIZE", NULL, NULL, false,
     "memory for one draft, with K, M or G; 0: any (default: 1G)"},
    {"limit", 0, LP_SETTING_LIST, AT(limits), "NAME=AMOUNT",
     "NAME=AMOUNT with a name of letterpress help limits", takes_limit, false,
     "another limit (see letterpress help limits)"},
};

const LpSetting *lp_setting(size_t index) {
  return index < G_N_ELEMENTS(table) ? &table[index] : NULL;
}

const LpSetting *lp_setting_by_key(const char *key, size_t n) {
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
    if (strlen(table[i].key) == n && strncmp(table[i].key, key, n) == 0)
      return &table[i];
  return NULL;
}

const LpSetting *lp_setting_by_letter(char letter) {
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
    if (table[i].letter && table[i].letter == letter)
      return &table[i];
  return NULL;
}

/* The place of a setting's value, as a pointer to what its type says. */
static void *place_of(const LpSettings *settings, const LpSetting *setting) {
  return (char *)(uintptr_t)settings + setting->offset;
}

LpSettings *lp_settings_new(void) {
  LpSettings *settings = g_new0(LpSettings, 1);
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
    if (table[i].type == LP_SETTING_LIST)
      *(GPtrArray **)place_of(settings, &table[i]) = g_ptr_array_new_with_free_func(g_free);
  settings->format_options = lp_format_options_new();
  return settings;
}

void lp_settings_free(LpSettings *settings) {
  if (!settings)
    return;
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
    void *place = place_of(settings, &table[i]);
    if (table[i].type == LP_SETTING_LIST)
      g_ptr_array_unref(*(GPtrArray **)place);
    if (table[i].type == LP_SETTING_STRING || table[i].type == LP_SETTING_AMOUNT)
      g_free(*(char **)place);
  }
  lp_format_options_free(settings->format_options);
  g_free(settings);
}

static bool refuse(LpAccount *account, const char *name, const char *value, const char *wanted) {
  lp_fail(account, LP_CLASS_USAGE, "convert.setting", NULL, "%s takes %s, not \"%s\".", name, wanted, value);
  return false;
}

static bool set_choice(LpSettings *settings, const LpSetting *setting, const char *value, const char *name,
                       LpAccount *account) {
  char **choices = g_strsplit(setting->choices, "|", -1);
  bool found = false;
  for (int i = 0; choices[i] && !found; i++)
    if (strcmp(choices[i], value) == 0) {
      *(int *)place_of(settings, setting) = i;
      found = true;
    }
  g_strfreev(choices);
  return found || refuse(account, name, value, setting->choices);
}

static bool set_flag(LpSettings *settings, const LpSetting *setting, const char *value, const char *name,
                     LpAccount *account) {
  bool on = !value || strcmp(value, "true") == 0 || strcmp(value, "1") == 0;
  if (!on && strcmp(value, "false") != 0 && strcmp(value, "0") != 0)
    return refuse(account, name, value, "true or false");
  *(bool *)place_of(settings, setting) = on;
  return true;
}

static bool set_list(LpSettings *settings, const LpSetting *setting, const char *value, LpOrigin origin,
                     const char *name, LpAccount *account) {
  GPtrArray *list = *(GPtrArray **)place_of(settings, setting);
  const char *separators = list == settings->to ? ",;" : origin == LP_ORIGIN_COMMAND ? "" : ";";
  if (list == settings->to && settings->to_rank != (int)origin)
    g_ptr_array_set_size(list, 0);
  if (list == settings->to)
    settings->to_rank = (int)origin;
  char **members = g_strsplit_set(value, separators, -1);
  bool good = *value || refuse(account, name, value, setting->choices);
  for (char **member = members; *member && good; member++) {
    good = setting->takes(settings, g_strstrip(*member));
    if (good)
      g_ptr_array_add(list, g_strdup(*member));
    else
      refuse(account, name, *member, setting->choices);
  }
  g_strfreev(members);
  return good;
}

bool lp_settings_set(LpSettings *settings, const LpSetting *setting, const char *value, LpOrigin origin,
                     const char *name, LpAccount *account) {
  int64_t amount;
  switch (setting->type) {
  case LP_SETTING_FLAG: return set_flag(settings, setting, value, name, account);
  case LP_SETTING_CHOICE: return set_choice(settings, setting, value, name, account);
  case LP_SETTING_LIST: return set_list(settings, setting, value, origin, name, account);
  case LP_SETTING_AMOUNT:
    if (!lp_amount_parse(value, &amount))
      return refuse(account, name, value, "a whole number, with K, M or G behind it if need be");
    break;
  case LP_SETTING_STRING:
    if (!*value)
      return refuse(account, name, value, setting->argument);
    break;
  }
  char **place = place_of(settings, setting);
  g_free(*place);
  *place = g_strdup(value);
  return true;
}

static void set_amount(LpAccount *account, LpLimit limit, const char *text) {
  int64_t amount;
  if (text && lp_amount_parse(text, &amount))
    lp_account_set_limit(account, limit, amount);
}

LpAccount *lp_settings_account(const LpSettings *settings) {
  LpAccount *account = lp_account_new();
  lp_account_set_strict(account, settings->strict);
  for (guint i = 0; i < settings->levels->len; i++) {
    const char *member = g_ptr_array_index(settings->levels, i);
    const char *equals = strrchr(member, '=');
    char *code = g_strndup(member, (gsize)(equals - member));
    LpLevel level;
    if (read_level(equals + 1, &level))
      lp_account_set_level(account, code, level);
    g_free(code);
  }
  for (guint i = 0; i < settings->limits->len; i++) {
    LpLimit limit;
    int64_t amount;
    if (read_limit(g_ptr_array_index(settings->limits, i), &limit, &amount))
      lp_account_set_limit(account, limit, amount);
  }
  set_amount(account, LP_LIMIT_WALL_SECONDS, settings->timeout);
  set_amount(account, LP_LIMIT_MEMORY_BYTES, settings->memory);
  return account;
}
