/* letterpress explain CODE. */
#include "config.h"

#include "cli/command.h"

#include "host/catalogue.h"
#include "host/codes.h"

int lp_verb_explain(LpCommand *command) {
  if (command->operands->len != 1)
    return lp_command_refuse(command, "explain takes one code, such as host.refused.");
  const char *wanted = g_ptr_array_index(command->operands, 0);
  char **folders = lp_plugin_folders();
  LpCode *code = lp_code_find(wanted, (const char *const *)folders);
  g_strfreev(folders);
  if (!code)
    return lp_command_refuse(command, "No finding has the code %s.", wanted);
  GString *text = g_string_new(NULL);
  g_string_append_printf(text, "%s: %s%s%s\n%s\n", code->code, code->level, *code->class_ ? ", " : "",
                         code->class_, code->meaning);
  if (*code->cure)
    g_string_append_printf(text, "%s\n", code->cure);
  int result = lp_command_print(command, text);
  g_string_free(text, TRUE);
  g_free(code);
  return result;
}
