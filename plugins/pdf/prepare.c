#include "config.h"

#include "prepare.h"

#include <glib.h>
#include <string.h>

/* Set before the fence, once; then only read. */
static FontConfiguration *prepared;
static char *prepared_families;

/* The letterhead's script groups as the fonts take them. */
static GArray *groups_of(const LpLetterhead *letterhead) {
  GArray *groups = g_array_new(FALSE, TRUE, sizeof(FontGroup));
  const LpScriptGroup *script;
  for (size_t i = 0; (script = lp_letterhead_script(letterhead, i)) != NULL; i++) {
    GPtrArray *families = g_ptr_array_new();
    const char *family;
    for (size_t k = 0; (family = lp_script_group_family(script, k)) != NULL; k++)
      g_ptr_array_add(families, g_strdup(family));
    g_ptr_array_add(families, NULL);
    const FontGroup group = {.script = lp_script_group_script(script),
                             .language = lp_script_group_language(script),
                             .families = (const char *const *)(void *)g_ptr_array_free(families, FALSE),
                             .scale = lp_script_group_scale(script) / 1000.0,
                             .leading = lp_script_group_leading(script) / 1000.0,
                             .upright = !lp_script_group_has_italic(script),
                             .hyphenate = lp_script_group_hyphenates(script)};
    g_array_append_val(groups, group);
  }
  return groups;
}

static void free_groups(GArray *groups) {
  for (guint i = 0; i < groups->len; i++) {
    const void *families = g_array_index(groups, FontGroup, i).families;
    char **owned;
    memcpy(&owned, &families, sizeof owned);
    g_strfreev(owned);
  }
  g_array_unref(groups);
}

/* All that the groups say in one string: two letterheads of the same string have the same fonts. */
static char *describe(const GArray *groups) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < groups->len; i++) {
    const FontGroup *group = &g_array_index(groups, FontGroup, i);
    g_string_append_printf(text, "%s %s %d %d %d %d:", group->script,
                           group->language == NULL ? "-" : group->language, (int)(group->scale * 1000 + .5),
                           (int)(group->leading * 1000 + .5), group->upright, group->hyphenate);
    for (const char *const *family = group->families; *family != NULL; family++)
      g_string_append_printf(text, "%s;", *family);
  }
  return g_string_free(text, FALSE);
}

LpVerdict prepare_fonts(LpPreparation *preparation) {
  if (prepared != NULL)
    return LP_DONE;
  GArray *groups = groups_of(lp_preparation_letterhead(preparation));
  prepared = font_configuration_new((const FontGroup *)(void *)groups->data, groups->len);
  prepared_families = describe(groups);
  if (prepared != NULL && groups->len > 0)
    font_configuration_warm(prepared, g_array_index(groups, FontGroup, 0).script);
  free_groups(groups);
  return LP_DONE;
}

FontConfiguration *fonts_for(const LpLetterhead *letterhead, FontConfiguration **owned) {
  *owned = NULL;
  GArray *groups = groups_of(letterhead);
  char *families = describe(groups);
  const bool is_prepared = prepared != NULL && strcmp(families, prepared_families) == 0;
  if (!is_prepared)
    *owned = font_configuration_new((const FontGroup *)(void *)groups->data, groups->len);
  g_free(families);
  free_groups(groups);
  return is_prepared ? prepared : *owned;
}
