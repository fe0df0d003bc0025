/* letterpress help: made from the tables of verbs, settings and limits. */
#include "config.h"

#include "cli/command.h"

#include "account/limits.h"

#include <string.h>

static const char beginning[] =
    "letterpress DRAFT...                a final beside each draft, as PDF on the house letterhead\n"
    "letterpress DRAFT -o FILE|DIR/      where it goes; its name says the format\n"
    "letterpress - -t pdf <DRAFT >FINAL  from standard input to standard output\n"
    "letterpress VERB ...\n";

static const char ending[] = "\nA setting may also stand in $XDG_CONFIG_HOME/letterpress/config, in the "
                             "group [letterpress], or in the\n"
                             "environment as LETTERPRESS_KEY. Exit: 0 done; 1 some of several drafts failed; "
                             "of one draft: 2 wrong use,\n"
                             "3 draft missing or unreadable, 4 unknown or damaged, 5 refused, 6 output not "
                             "written, 7 a limit, 8 plugin or\n"
                             "letterhead missing, 9 a fault of ours.\n";

static void append_verbs(GString *text) {
  const LpVerb *verb;
  g_string_append(text, "\nVerbs:\n");
  for (size_t i = 0; (verb = lp_verb(i)); i++)
    if (verb->run)
      g_string_append_printf(text, "  %-10s %-24s %s\n", verb->name, verb->usage, verb->help);
}

static void append_options(GString *text) {
  const LpSetting *setting;
  g_string_append(text, "\nOptions:\n");
  for (size_t i = 0; (setting = lp_setting(i)); i++) {
    char letter[] = {'-', setting->letter, ',', 0};
    const char *argument = setting->type == LP_SETTING_CHOICE ? setting->choices : setting->argument;
    char *name = g_strdup_printf("--%s%s%s", setting->key, argument ? " " : "", argument ? argument : "");
    g_string_append_printf(text, "  %-3s %-38s %s\n", setting->letter ? letter : "", name, setting->help);
    g_free(name);
  }
  g_string_append(text, "  -h, --help                                 this help\n"
                        "      --version                              the version\n");
}

static void append_limits(GString *text) {
  for (int i = 0; i < LP_LIMIT_COUNT; i++) {
    const LpLimitRow *row = lp_limit_row((LpLimit)i);
    g_string_append_printf(text, "%-18s %12" G_GINT64_FORMAT "  %s\n", row->option, (gint64)row->value,
                           row->what);
  }
}

int lp_verb_help(LpCommand *command) {
  const char *topic = command->verb && strcmp(command->verb, "help") != 0 ? command->verb : NULL;
  if (!topic && command->operands->len > 0)
    topic = g_ptr_array_index(command->operands, 0);
  GString *text = g_string_new(NULL);
  const LpVerb *verb = topic ? lp_verb_by_name(topic) : NULL;
  int code = 0;
  if (topic && strcmp(topic, "limits") == 0) {
    append_limits(text);
  } else if (verb && verb->run) {
    g_string_append_printf(text, "letterpress %s %s: %s\n", verb->name, verb->usage, verb->help);
  } else if (topic && command->verb) {
    code = lp_command_refuse(command, "There is no help on %s.", topic);
  } else {
    g_string_append(text, beginning);
    append_verbs(text);
    append_options(text);
    g_string_append(text, ending);
  }
  if (code == 0)
    code = lp_command_print(command, text);
  g_string_free(text, TRUE);
  return code;
}
