/* The built-in letterhead: its tables are made from bali-process.letterhead and emblem.svg when Letterpress
 * is built. */
#include "config.h"

#include "letterhead/definition.h"

LpDefinition *lp_definition_built_in(LpAccount *account) {
  (void)account; /* it was checked by the tests: nothing can be found in it */
  LpDefinition *definition = lp_definition_new(lp_built_in_groups, lp_built_in_group_count);
  definition->emblem = (LpEmblemFile){lp_built_in_emblem_bytes, lp_built_in_emblem_size, true};
  lp_definition_know(definition);
  return definition;
}

const char *lp_built_in_keyfile(size_t *n) {
  *n = lp_built_in_keyfile_size;
  return (const char *)lp_built_in_keyfile_bytes;
}

const char *lp_built_in_emblem(size_t *n) {
  *n = lp_built_in_emblem_size;
  return (const char *)lp_built_in_emblem_bytes;
}
