/* letterpress letterhead list|show. */
#include "config.h"

#include "cli/command.h"

#include "convert/letterheads.h"

#include <string.h>

static int list(LpCommand *command) {
  char **names = lp_letterhead_names();
  GString *text = g_string_new(NULL);
  for (char **name = names; *name; name++)
    g_string_append_printf(text, "%s\n", *name);
  int code = lp_command_print(command, text);
  g_string_free(text, TRUE);
  g_strfreev(names);
  return code;
}

/* Shows the keyfile: the built-in one is the pattern for others. It must be a good one to be shown. */
static int show(LpCommand *command, const char *wanted) {
  LpDefinition *definition = lp_letterhead_read(wanted, command->account);
  int code = lp_command_tell(command);
  if (!definition)
    return code;
  lp_definition_free(definition);
  char *path = wanted ? lp_letterhead_file(wanted) : NULL;
  GString *text = g_string_new(NULL);
  char *content = NULL;
  gsize n = 0;
  if (!path) {
    size_t built_in_n;
    const char *built_in = lp_built_in_keyfile(&built_in_n);
    g_string_append_len(text, built_in, (gssize)built_in_n);
  } else if (g_file_get_contents(path, &content, &n, NULL)) {
    g_string_append_len(text, content, (gssize)n);
  }
  code = lp_command_print(command, text);
  g_string_free(text, TRUE);
  g_free(content);
  g_free(path);
  return code;
}

int lp_verb_letterhead(LpCommand *command) {
  guint count = command->operands->len;
  const char *word = count ? g_ptr_array_index(command->operands, 0) : "";
  if (strcmp(word, "list") == 0 && count == 1)
    return list(command);
  if (strcmp(word, "show") == 0 && count <= 2)
    return show(command,
                count == 2 ? g_ptr_array_index(command->operands, 1) : command->settings->letterhead);
  return lp_command_refuse(command, "letterhead takes the word list, or show and the name or file of one.");
}
