/* Gathers the keyfiles of the search path; an earlier folder hides a later one. */
#include "config.h"

#include "host/catalogue.h"

#include <glib.h>
#include <string.h>

typedef struct Entry {
  LpManifest *manifest;
  unsigned folder;
} Entry;

struct LpCatalogue {
  GArray *entries;    /* of Entry */
  GPtrArray *formats; /* of LpManifestFormat, owned by the manifests */
};

char **lp_plugin_folders(void) {
  GPtrArray *folders = g_ptr_array_new();
  const char *path = g_getenv("LETTERPRESS_PLUGIN_PATH");
  char **given = g_strsplit(path ? path : "", ":", -1);
  for (char **folder = given; *folder; folder++)
    if (**folder)
      g_ptr_array_add(folders, g_strdup(*folder));
  g_strfreev(given);
  g_ptr_array_add(folders, g_build_filename(g_get_user_data_dir(), "letterpress", "plugins", NULL));
  g_ptr_array_add(folders, g_strdup(LP_PLUGIN_DIR));
  g_ptr_array_add(folders, NULL);
  return (char **)g_ptr_array_free(folders, FALSE);
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the keyfiles in a folder, sorted: the order of a folder's entries is nobody's will. */
static GPtrArray *keyfile_names(const char *folder) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GDir *entries = g_dir_open(folder, 0, NULL);
  if (!entries)
    return names;
  for (const char *name; (name = g_dir_read_name(entries));)
    if (g_str_has_suffix(name, ".plugin") && name[0] != '.')
      g_ptr_array_add(names, g_strdup(name));
  g_dir_close(entries);
  g_ptr_array_sort(names, compare_names);
  return names;
}

static const LpManifest *find(const LpCatalogue *catalogue, const char *name) {
  for (guint i = 0; i < catalogue->entries->len; i++) {
    const LpManifest *manifest = g_array_index(catalogue->entries, Entry, i).manifest;
    if (strcmp(manifest->name, name) == 0)
      return manifest;
  }
  return NULL;
}

static void add(LpCatalogue *catalogue, LpManifest *manifest, unsigned folder, LpAccount *account) {
  const LpManifest *earlier = find(catalogue, manifest->name);
  if (earlier) {
    lp_report(account, LP_LEVEL_INFO, LP_CLASS_RESOURCE, "host.shadowed", NULL,
              "%s is hidden by %s, which comes earlier in the search path.", manifest->path, earlier->path);
    lp_manifest_free(manifest);
    return;
  }
  Entry entry = {manifest, folder};
  g_array_append_val(catalogue->entries, entry);
  for (size_t i = 0; i < manifest->format_count; i++)
    g_ptr_array_add(catalogue->formats, (gpointer)(uintptr_t)&manifest->formats[i]);
}

LpCatalogue *lp_catalogue_new(const char *const *folders, LpAccount *account) {
  LpCatalogue *catalogue = g_new0(LpCatalogue, 1);
  catalogue->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
  catalogue->formats = g_ptr_array_new();
  for (unsigned i = 0; folders[i]; i++) {
    GPtrArray *names = keyfile_names(folders[i]);
    for (guint j = 0; j < names->len; j++) {
      char *path = g_build_filename(folders[i], g_ptr_array_index(names, j), NULL);
      LpManifest *manifest = lp_manifest_read(path, account);
      if (manifest)
        add(catalogue, manifest, i, account);
      g_free(path);
    }
    g_ptr_array_unref(names);
  }
  return catalogue;
}

void lp_catalogue_free(LpCatalogue *catalogue) {
  if (!catalogue)
    return;
  for (guint i = 0; i < catalogue->entries->len; i++)
    lp_manifest_free(g_array_index(catalogue->entries, Entry, i).manifest);
  g_array_unref(catalogue->entries);
  g_ptr_array_unref(catalogue->formats);
  g_free(catalogue);
}

const LpManifest *lp_catalogue_manifest(const LpCatalogue *catalogue, size_t index) {
  return index < catalogue->entries->len ? g_array_index(catalogue->entries, Entry, index).manifest : NULL;
}

unsigned lp_catalogue_folder(const LpCatalogue *catalogue, const LpManifest *manifest) {
  for (guint i = 0; i < catalogue->entries->len; i++)
    if (g_array_index(catalogue->entries, Entry, i).manifest == manifest)
      return g_array_index(catalogue->entries, Entry, i).folder;
  return UINT_MAX;
}

const LpManifestFormat *lp_catalogue_format(const LpCatalogue *catalogue, size_t index) {
  return index < catalogue->formats->len ? g_ptr_array_index(catalogue->formats, index) : NULL;
}
