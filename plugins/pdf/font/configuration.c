#include "config.h"

#include "font/state.h"

#include <stdint.h>

static const char *const *copy_families(GStringChunk *strings, const char *const *families) {
  size_t count = 0;
  while (families && families[count])
    count++;
  const char **copy = g_new0(const char *, count + 1);
  for (size_t i = 0; i < count; i++)
    copy[i] = g_string_chunk_insert_const(strings, families[i]);
  return copy;
}

static void copy_group(GStringChunk *strings, FontGroup *to, const FontGroup *from) {
  *to = *from;
  to->script = g_string_chunk_insert_const(strings, from->script ? from->script : "Latn");
  to->language = from->language ? g_string_chunk_insert_const(strings, from->language) : NULL;
  to->families = copy_families(strings, from->families);
  to->scale = from->scale > 0 ? from->scale : 1;
  to->leading = from->leading > 0 ? from->leading : 1;
}

FontConfiguration *font_configuration_new(const FontGroup *groups, size_t count) {
  static const char *const SERIF[] = {"Liberation Serif", "DejaVu Serif", NULL};
  static const FontGroup PLAIN = {.script = "Latn", .families = SERIF};
  Installed *installed = installed_open();
  if (!installed_any(installed)) {
    installed_free(installed);
    return NULL;
  }
  FontConfiguration *configuration = g_new0(FontConfiguration, 1);
  configuration->installed = installed;
  if (count == 0) {
    groups = &PLAIN;
    count = 1;
  }
  configuration->strings = g_string_chunk_new(1024);
  configuration->groups = g_new0(FontGroup, count);
  configuration->group_count = count;
  for (size_t i = 0; i < count; i++)
    copy_group(configuration->strings, &configuration->groups[i], &groups[i]);
  configuration->chains = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, font_chain_free);
  configuration->substitutes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return configuration;
}

void font_configuration_free(FontConfiguration *configuration) {
  if (!configuration)
    return;
  g_hash_table_destroy(configuration->chains);
  g_hash_table_destroy(configuration->substitutes);
  for (size_t i = 0; i < configuration->group_count; i++)
    g_free((void *)(uintptr_t)configuration->groups[i].families);
  g_free(configuration->groups);
  g_string_chunk_free(configuration->strings);
  installed_free(configuration->installed);
  g_free(configuration);
}

void font_configuration_warm(FontConfiguration *configuration, const char *script) {
  const FontGroup *group = font_group_for(configuration, script, NULL);
  if (g_ascii_strcasecmp(group->script, script) != 0)
    return;
  for (unsigned style = 0; style < 4; style++) {
    FaceChain *chain = font_chain(configuration, group, NULL, style & 1, style & 2);
    font_chain_link(configuration, chain, 0);
  }
}
