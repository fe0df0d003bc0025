/* letterpress plugin list: which plugins there are, where, and what is wrong with others. */
#include "config.h"

#include "cli/command.h"

#include "convert/equipment.h"
#include "report/json.h"

#include <string.h>

static void put_json(LpJson *json, const LpManifest *manifest) {
  lp_json_open(json, NULL, '{');
  lp_json_string(json, "name", manifest->name);
  lp_json_string(json, "version", manifest->version);
  lp_json_string(json, "licence", manifest->licence);
  lp_json_string(json, "keyfile", manifest->path);
  lp_json_open(json, "formats", '[');
  for (size_t i = 0; i < manifest->format_count; i++)
    lp_json_string(json, NULL, manifest->formats[i].name);
  lp_json_close(json, ']');
  lp_json_close(json, '}');
}

static void put_line(GString *text, const LpManifest *manifest) {
  g_string_append_printf(text, "%-10s %-8s %-24s", manifest->name, manifest->version, manifest->path);
  for (size_t i = 0; i < manifest->format_count; i++)
    g_string_append_printf(text, "%s%s", i ? "," : " ", manifest->formats[i].name);
  g_string_append_c(text, '\n');
}

int lp_verb_plugin(LpCommand *command) {
  if (command->operands->len != 1 || strcmp(g_ptr_array_index(command->operands, 0), "list") != 0)
    return lp_command_refuse(command, "plugin takes the word list.");
  LpEquipment *equipment = lp_equipment_new(command->settings, false);
  GString *text = g_string_new(NULL);
  LpJson json = {text, false};
  const LpManifest *manifest;
  if (command->json)
    lp_json_open(&json, NULL, '[');
  for (size_t i = 0; (manifest = lp_catalogue_manifest(equipment->catalogue, i)); i++) {
    if (command->json)
      put_json(&json, manifest);
    else
      put_line(text, manifest);
  }
  if (command->json)
    lp_json_close(&json, ']');
  if (command->json)
    g_string_append_c(text, '\n');
  int code = lp_command_print(command, text);
  LpTeller teller = {(LpTelling)command->settings->diagnostics, command->settings->quiet, true,
                     (const char *const *)equipment->folders};
  lp_tell_account(&teller, NULL, equipment->findings);
  g_string_free(text, TRUE);
  lp_equipment_free(equipment);
  return code;
}
