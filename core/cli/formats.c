/* letterpress formats: what can be read and written, from keyfiles alone; with a name, its options too. */
#include "config.h"

#include "cli/command.h"

#include "convert/equipment.h"
#include "host/load.h"
#include "report/json.h"

#include <string.h>

static void put_json(LpJson *json, const LpManifestFormat *format) {
  lp_json_open(json, NULL, '{');
  lp_json_string(json, "name", format->name);
  lp_json_string(json, "plugin", format->manifest->name);
  lp_json_string(json, "description", format->description);
  lp_json_boolean(json, "reads", format->reads);
  lp_json_boolean(json, "writes", format->writes);
  lp_json_strings(json, "extensions", format->extensions);
  lp_json_strings(json, "mime-types", format->mime_types);
  lp_json_close(json, '}');
}

static void list(GString *text, const LpEquipment *equipment, bool as_json) {
  const LpManifestFormat *format;
  LpJson json = {text, false};
  if (as_json)
    lp_json_open(&json, NULL, '[');
  for (size_t i = 0; (format = lp_catalogue_format(equipment->catalogue, i)); i++) {
    if (as_json)
      put_json(&json, format);
    else
      g_string_append_printf(text, "%-10s %-5s %-6s %s\n", format->name, format->reads ? "reads" : "",
                             format->writes ? "writes" : "", format->description);
  }
  if (as_json)
    lp_json_close(&json, ']');
  if (as_json)
    g_string_append_c(text, '\n');
}

static void append_list(GString *text, const char *title, const char *const *members) {
  if (!*members)
    return;
  char *joined = g_strjoinv(", ", (char **)(uintptr_t)members);
  g_string_append_printf(text, "%-12s %s\n", title, joined);
  g_free(joined);
}

static void describe(GString *text, const LpManifestFormat *format, const LpFormat *loaded) {
  g_string_append_printf(text, "%-12s %s\n%-12s %s %s\n%-12s %s\n", "name", format->name, "plugin",
                         format->manifest->name, format->manifest->version, "description",
                         format->description);
  append_list(text, "extensions", format->extensions);
  append_list(text, "types", format->mime_types);
  for (const LpOption *const *option = loaded->options; option && *option; option++)
    g_string_append_printf(text, "-x %s.%s=%s\n    %s\n", format->name, (*option)->name,
                           (*option)->default_value, (*option)->help);
}

static int describe_one(LpCommand *command, LpEquipment *equipment, GString *text, const char *name) {
  const LpManifestFormat *format;
  size_t found = 0;
  for (size_t i = 0; (format = lp_catalogue_format(equipment->catalogue, i)); i++) {
    if (strcmp(format->name, name) != 0)
      continue;
    const LpFormat *loaded = lp_equipment_format(equipment, format, false, command->account);
    if (!loaded)
      return lp_command_tell(command);
    if (found++)
      g_string_append_c(text, '\n');
    describe(text, format, loaded);
  }
  return found ? 0 : lp_command_refuse(command, "There is no format %s.", name);
}

int lp_verb_formats(LpCommand *command) {
  if (command->operands->len > 1)
    return lp_command_refuse(command, "formats takes one name at most.");
  LpEquipment *equipment = lp_equipment_new(command->settings, false);
  GString *text = g_string_new(NULL);
  int code = 0;
  if (command->operands->len == 1)
    code = describe_one(command, equipment, text, g_ptr_array_index(command->operands, 0));
  else
    list(text, equipment, command->json);
  if (code == 0)
    code = lp_command_print(command, text);
  g_string_free(text, TRUE);
  lp_equipment_free(equipment);
  return code;
}
