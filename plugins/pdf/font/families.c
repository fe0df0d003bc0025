#include "config.h"

#include "font/families.h"

#include "font/state.h"

#include <string.h>

struct FaceChain {
  const FontGroup *group;
  bool bold, italic;
  bool ended;     /* all that is wanted and installed is in links */
  GArray *wanted; /* Wish, in order */
  size_t asked;   /* wishes looked up so far */
  GArray *links;  /* FaceLink, opened */
};

typedef struct Wish {
  const char *family;
  double scale;
  bool thorough; /* until one is found, a family is looked for in the full configuration too */
} Wish;

/* ---- Groups ---- */

/* Han alone does not say whose letters it means. */
static const char *han_group(const char *language) {
  if (!language)
    return "Hans";
  if (g_ascii_strncasecmp(language, "ja", 2) == 0)
    return "Jpan";
  if (g_ascii_strncasecmp(language, "ko", 2) == 0)
    return "Kore";
  static const char *const TRADITIONAL[] = {"hant", "-tw", "-hk", "-mo"};
  char *lower = g_ascii_strdown(language, -1);
  const char *group = "Hans";
  for (size_t i = 0; i < G_N_ELEMENTS(TRADITIONAL); i++) {
    if (strstr(lower, TRADITIONAL[i]))
      group = "Hant";
  }
  g_free(lower);
  return group;
}

static const char *group_name(const char *script, const char *language) {
  if (!script)
    return "Latn";
  if (strcmp(script, "Hani") == 0 || strcmp(script, "Bopo") == 0)
    return han_group(language);
  if (strcmp(script, "Hira") == 0 || strcmp(script, "Kana") == 0 || strcmp(script, "Hrkt") == 0)
    return "Jpan";
  if (strcmp(script, "Hang") == 0)
    return "Kore";
  return script;
}

/* "ur" narrows to "ur-PK", not to "uro". */
static bool is_language(const char *wanted, const char *language) {
  size_t length = strlen(wanted);
  return language && g_ascii_strncasecmp(wanted, language, length) == 0 &&
         (language[length] == '\0' || language[length] == '-');
}

static const FontGroup *find_group(const FontConfiguration *configuration, const char *script,
                                   const char *language) {
  const FontGroup *found = NULL;
  for (size_t i = 0; i < configuration->group_count; i++) {
    const FontGroup *group = &configuration->groups[i];
    if (g_ascii_strcasecmp(group->script, script) != 0)
      continue;
    if (!group->language)
      found = found ? found : group;
    else if (is_language(group->language, language))
      return group;
  }
  return found;
}

const FontGroup *font_group_for(const FontConfiguration *configuration, const char *script,
                                const char *language) {
  const FontGroup *group = find_group(configuration, group_name(script, language), language);
  if (!group)
    group = find_group(configuration, "Latn", language);
  return group ? group : &configuration->groups[0];
}

const char *font_group_family(const FontConfiguration *configuration, const FontGroup *group) {
  for (size_t i = 0; group->families && group->families[i]; i++) {
    Face *face = installed_face(configuration->installed, group->families[i], false, false, true);
    if (face)
      return face->family;
  }
  return NULL;
}

/* ---- Chains ---- */

/* Families of drafts that stand for others with the same widths. */
static const char *alias(const char *family) {
  static const char *const ALIASES[][2] = {
      {"Times New Roman", "Liberation Serif"},
      {"Times", "Liberation Serif"},
      {"Arial", "Liberation Sans"},
      {"Helvetica", "Liberation Sans"},
      {"Arial Narrow", "Liberation Sans Narrow"},
      {"Courier New", "Liberation Mono"},
      {"Courier", "Liberation Mono"},
      {"Calibri", "Carlito"},
      {"Cambria", "Caladea"},
      {"Georgia", "Gelasio"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(ALIASES); i++) {
    if (g_ascii_strcasecmp(family, ALIASES[i][0]) == 0)
      return ALIASES[i][1];
  }
  return NULL;
}

static void wish(GArray *wanted, const char *family, double scale, bool thorough) {
  Wish made = {family, scale, thorough};
  if (family)
    g_array_append_val(wanted, made);
}

static void wish_group(GArray *wanted, const FontGroup *group) {
  for (size_t i = 0; group->families && group->families[i]; i++)
    wish(wanted, group->families[i], group->scale, true);
}

static FaceChain *new_chain(FontConfiguration *configuration, const FontGroup *group,
                            const char *const *families, bool bold, bool italic) {
  FaceChain *chain = g_new0(FaceChain, 1);
  chain->group = group;
  chain->bold = bold;
  chain->italic = italic && !group->upright;
  chain->wanted = g_array_new(FALSE, FALSE, sizeof(Wish));
  chain->links = g_array_new(FALSE, FALSE, sizeof(FaceLink));
  for (size_t i = 0; families && families[i]; i++) {
    const char *name = g_string_chunk_insert_const(configuration->strings, families[i]);
    wish(chain->wanted, name, 1, false);
    wish(chain->wanted, alias(name), 1, false);
  }
  wish_group(chain->wanted, group);
  const FontGroup *latin = find_group(configuration, "Latn", NULL);
  if (latin && latin != group)
    wish_group(chain->wanted, latin);
  return chain;
}

void font_chain_free(void *data) {
  FaceChain *chain = data;
  g_array_free(chain->wanted, TRUE);
  g_array_free(chain->links, TRUE);
  g_free(chain);
}

FaceChain *font_chain(FontConfiguration *configuration, const FontGroup *group, const char *const *families,
                      bool bold, bool italic) {
  GString *text = g_string_new(NULL);
  g_string_printf(text, "%td %d%d", group - configuration->groups, bold, italic);
  for (size_t i = 0; families && families[i]; i++)
    g_string_append_printf(text, ";%s", families[i]);
  char *key = g_string_free(text, FALSE);
  FaceChain *chain = g_hash_table_lookup(configuration->chains, key);
  if (chain) {
    g_free(key);
    return chain;
  }
  chain = new_chain(configuration, group, families, bold, italic);
  g_hash_table_insert(configuration->chains, key, chain);
  return chain;
}

static bool is_linked(const FaceChain *chain, const Face *face) {
  for (guint i = 0; i < chain->links->len; i++) {
    if (g_array_index(chain->links, FaceLink, i).face == face)
      return true;
  }
  return false;
}

FaceLink font_chain_link(FontConfiguration *configuration, FaceChain *chain, size_t index) {
  while (chain->links->len <= index && chain->asked < chain->wanted->len) {
    const Wish *next = &g_array_index(chain->wanted, Wish, chain->asked++);
    bool thorough = next->thorough && chain->links->len == 0;
    Face *face = installed_face(configuration->installed, next->family, chain->bold, chain->italic, thorough);
    FaceLink link = {face, next->scale};
    if (face && face_open(face) && !is_linked(chain, face))
      g_array_append_val(chain->links, link);
  }
  if (chain->links->len > index)
    return g_array_index(chain->links, FaceLink, index);
  return (FaceLink){NULL, 1};
}

const FontGroup *font_chain_group(const FaceChain *chain) {
  return chain->group;
}

bool font_chain_bold(const FaceChain *chain) {
  return chain->bold;
}

bool font_chain_italic(const FaceChain *chain) {
  return chain->italic;
}
