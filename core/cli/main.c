/* letterpress: drafts of official statements become finals on letterhead. */
#include "config.h"

#include "cli/command.h"

#include "batch/run.h"
#include "fence/zygote.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const LpVerb verbs[] = {
    {"convert", lp_verb_convert, false, "DRAFT...", "convert drafts, as without a verb"},
    {"formats", lp_verb_formats, true, "[NAME] [--json]",
     "list the formats, or describe one with its options"},
    {"letterhead", lp_verb_letterhead, false, "list | show [NAME|FILE]",
     "list the letterheads, or show one's file"},
    {"plugin", lp_verb_plugin, true, "list [--json]", "list the plugins and where they were found"},
    {"explain", lp_verb_explain, false, "CODE", "say what the code of a finding means"},
    {"help", lp_verb_help, false, "[limits|VERB]", "this help, the table of limits, or one verb"},
    {"check", NULL, false, "", ""},
    {"completion", NULL, false, "", ""},
    {"diff", NULL, false, "", ""},
    {"doctor", NULL, false, "", ""},
    {"fonts", NULL, false, "", ""},
    {"report", NULL, false, "", ""},
    {"serve", NULL, false, "", ""},
    {"watch", NULL, false, "", ""},
};

const LpVerb *lp_verb(size_t index) {
  return index < G_N_ELEMENTS(verbs) ? &verbs[index] : NULL;
}

const LpVerb *lp_verb_by_name(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++)
    if (strcmp(verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

int lp_command_tell(const LpCommand *command) {
  char *none[] = {NULL};
  const LpSettings *settings = command->settings;
  LpTeller teller = {(LpTelling)settings->diagnostics, settings->quiet, settings->verbose,
                     (const char *const *)none};
  lp_tell_account(&teller, NULL, command->account);
  return lp_account_class(command->account);
}

int lp_command_refuse(LpCommand *command, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *sentence = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  lp_fail(command->account, LP_CLASS_USAGE, "cli.usage", NULL, "%s", sentence);
  g_free(sentence);
  return lp_command_tell(command);
}

int lp_command_print(LpCommand *command, const GString *text) {
  for (size_t done = 0; done < text->len;) {
    ssize_t n = write(STDOUT_FILENO, text->str + done, text->len - done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      lp_fail(command->account, LP_CLASS_OUTPUT, "cli.output", NULL, "Standard output cannot be written: %s.",
              g_strerror(errno));
      return lp_command_tell(command);
    }
    done += (size_t)n;
  }
  return 0;
}

int lp_verb_convert(LpCommand *command) {
  if (command->operands->len == 0)
    return lp_command_refuse(command, "No draft is named; letterpress help says how to begin.");
  return lp_run(command->settings, (char *const *)command->operands->pdata, command->operands->len);
}

static int run(LpCommand *command) {
  if (command->version) {
    GString *text = g_string_new("letterpress " PACKAGE_VERSION "\n");
    int code = lp_command_print(command, text);
    g_string_free(text, TRUE);
    return code;
  }
  const LpVerb *verb = command->verb ? lp_verb_by_name(command->verb) : NULL;
  if (command->help)
    return lp_verb_help(command);
  if (!verb)
    return lp_verb_convert(command);
  if (!verb->run)
    return lp_command_refuse(command, "The word %s is kept for a verb to come; write ./%s for the file.",
                             verb->name, verb->name);
  if (command->json && !verb->takes_json)
    return lp_command_refuse(command, "%s knows no --json.", verb->name);
  return verb->run(command);
}

/* Help and the version must be had even where a configuration file is no good. */
static bool asks_only(int count, char **words) {
  for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++)
    if (strcmp(words[i], "--version") == 0 || strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
      return true;
  return false;
}

int main(int count, char **words) {
  lp_zygote_begin();
  LpCommand command = {
      .settings = lp_settings_new(), .account = lp_account_new(), .operands = g_ptr_array_new()};
  int code = LP_CLASS_USAGE;
  bool good = asks_only(count, words) || lp_configuration_read(command.settings, command.account);
  if (good && lp_command_read(&command, count, words))
    code = run(&command);
  else
    lp_command_tell(&command);
  g_ptr_array_unref(command.operands);
  lp_settings_free(command.settings);
  lp_account_free(command.account);
  lp_zygote_end();
  return code;
}
