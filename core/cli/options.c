/* Reads the command line by the table of settings. Options may stand anywhere; "--" ends them. */
#include "config.h"

#include "cli/command.h"

#include <string.h>

typedef struct Words {
  LpCommand *command;
  char **words;
  int count;
  int next;
} Words;

static bool refuse_unknown(Words *words, const char *word) {
  lp_fail(words->command->account, LP_CLASS_USAGE, "cli.option", NULL,
          "There is no option %s; letterpress help lists them.", word);
  return false;
}

static bool refuse_without_value(Words *words, const char *name) {
  lp_fail(words->command->account, LP_CLASS_USAGE, "cli.option", NULL, "%s needs a value.", name);
  return false;
}

static bool set(Words *words, const LpSetting *setting, const char *value, const char *name) {
  return lp_settings_set(words->command->settings, setting, value, LP_ORIGIN_COMMAND, name,
                         words->command->account);
}

static bool read_own(LpCommand *command, const char *word) {
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
    command->help = true;
  else if (strcmp(word, "--version") == 0)
    command->version = true;
  else if (strcmp(word, "--json") == 0)
    command->json = true;
  else
    return false;
  return true;
}

/* "--key", "--key=value" or "--key value" */
static bool read_long(Words *words, const char *word) {
  const char *key = word + 2;
  size_t n = strcspn(key, "=");
  const LpSetting *setting = lp_setting_by_key(key, n);
  if (!setting)
    return refuse_unknown(words, word);
  const char *value = key[n] ? key + n + 1 : NULL;
  char *name = g_strdup_printf("--%s", setting->key);
  bool good = true;
  if (setting->type == LP_SETTING_FLAG || value)
    good = set(words, setting, value, name);
  else if (words->next < words->count)
    good = set(words, setting, words->words[words->next++], name);
  else
    good = refuse_without_value(words, name);
  g_free(name);
  return good;
}

/* "-qv", "-ofile" or "-o file" */
static bool read_short(Words *words, const char *word) {
  for (const char *letter = word + 1; *letter; letter++) {
    const LpSetting *setting = lp_setting_by_letter(*letter);
    const char name[] = {'-', *letter, 0};
    if (!setting)
      return refuse_unknown(words, name);
    if (setting->type == LP_SETTING_FLAG) {
      if (!set(words, setting, NULL, name))
        return false;
      continue;
    }
    if (letter[1])
      return set(words, setting, letter + 1, name);
    if (words->next == words->count)
      return refuse_without_value(words, name);
    return set(words, setting, words->words[words->next++], name);
  }
  return true;
}

static void read_operand(LpCommand *command, char *word, bool may_be_verb) {
  if (may_be_verb && !command->verb && command->operands->len == 0 && lp_verb_by_name(word))
    command->verb = word;
  else
    g_ptr_array_add(command->operands, word);
}

bool lp_command_read(LpCommand *command, int count, char **list) {
  Words words = {command, list, count, 1};
  bool options = true;
  bool good = true;
  while (good && words.next < count) {
    char *word = list[words.next++];
    if (options && strcmp(word, "--") == 0)
      options = false;
    else if (!options || word[0] != '-' || !word[1])
      read_operand(command, word, options);
    else if (!read_own(command, word))
      good = word[1] == '-' ? read_long(&words, word) : read_short(&words, word);
  }
  return good;
}
