/* Opens a plugin and looks at what it exports before believing any of it. */
#include "config.h"

#include "host/load.h"

#include <dlfcn.h>
#include <glib.h>
#include <link.h>
#include <string.h>

/* The least that a descriptor of the first interface holds: up to and with these members. */
#define END_OF(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))
#define PLUGIN_LEAST END_OF(LpPlugin, formats)
#define FORMAT_LEAST END_OF(LpFormat, write)
#define OPTION_LEAST END_OF(LpOption, help)

typedef struct Loading {
  const LpManifestFormat *wanted;
  char *path;
  LpAccount *account;
} Loading;

static void *refuse(const Loading *loading, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void *refuse(const Loading *loading, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *reason = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  lp_fail(loading->account, LP_CLASS_RESOURCE, "host.refused", NULL, "The plugin %s was refused: %s.",
          loading->path, reason);
  g_free(reason);
  return NULL;
}

/* What the keyfile says is checked before anything of the plugin runs: linking alone may run constructors. */
static bool is_for_this_host(const Loading *loading) {
  const LpManifest *manifest = loading->wanted->manifest;
  if (manifest->min_host && lp_version_compare(manifest->min_host, PACKAGE_VERSION) > 0) {
    refuse(loading, "it needs Letterpress %s, this is %s", manifest->min_host, PACKAGE_VERSION);
    return false;
  }
  if (manifest->abi_major != LETTERPRESS_ABI_MAJOR || manifest->abi_minor > LETTERPRESS_ABI_MINOR) {
    refuse(loading, "its keyfile says interface %u.%u, this Letterpress has %d.%d", manifest->abi_major,
           manifest->abi_minor, LETTERPRESS_ABI_MAJOR, LETTERPRESS_ABI_MINOR);
    return false;
  }
  return true;
}

/* How many bytes the linker's table gives a symbol; SIZE_MAX where it does not say. */
static size_t symbol_size(const void *symbol) {
  Dl_info where;
  void *entry = NULL;
  if (!dladdr1(symbol, &where, &entry, RTLD_DL_SYMENT) || !entry || where.dli_saddr != symbol)
    return SIZE_MAX;
  return ((const ElfW(Sym) *)entry)->st_size;
}

static const LpPlugin *descriptor(const Loading *loading, void *object) {
  const LpPlugin *plugin = dlsym(object, "letterpress_plugin");
  if (!plugin)
    return refuse(loading, "it exports no letterpress_plugin, so it is no plugin of Letterpress");
  size_t real = symbol_size(plugin);
  if (real < PLUGIN_LEAST)
    return refuse(loading, "its descriptor has %zu bytes, at least %zu are needed", real, PLUGIN_LEAST);
  if (plugin->size < PLUGIN_LEAST || plugin->size > real)
    return refuse(loading,
                  "its descriptor says that it has %u bytes, at least %zu are needed and %zu are there",
                  plugin->size, PLUGIN_LEAST, real);
  if (plugin->abi_major != LETTERPRESS_ABI_MAJOR)
    return refuse(loading, "it is built for interface %u, this Letterpress has %d", plugin->abi_major,
                  LETTERPRESS_ABI_MAJOR);
  if (plugin->abi_minor > LETTERPRESS_ABI_MINOR)
    return refuse(loading, "it needs interface %u.%u, this Letterpress has %d.%d", plugin->abi_major,
                  plugin->abi_minor, LETTERPRESS_ABI_MAJOR, LETTERPRESS_ABI_MINOR);
  const char *name = loading->wanted->manifest->name;
  if (!plugin->name || strcmp(plugin->name, name) != 0)
    return refuse(loading, "it calls itself %s, its keyfile %s", plugin->name ? plugin->name : "nothing",
                  name);
  if (!plugin->formats)
    return refuse(loading, "it has no formats");
  return plugin;
}

static bool has_good_options(const Loading *loading, const LpFormat *format) {
  for (const LpOption *const *option = format->options; option && *option; option++) {
    if ((*option)->size < OPTION_LEAST) {
      refuse(loading, "an option of %s has %u bytes, at least %zu are needed", format->name, (*option)->size,
             OPTION_LEAST);
      return false;
    }
    if (!(*option)->name || !(*option)->default_value) {
      refuse(loading, "an option of %s has no name or no default", format->name);
      return false;
    }
  }
  return true;
}

/* A copy of the format that the keyfile promised, as far as the plugin's own size goes. */
static LpFormat *copy_format(const Loading *loading, const LpPlugin *plugin) {
  const LpManifestFormat *wanted = loading->wanted;
  for (const LpFormat *const *format = plugin->formats; *format; format++) {
    if ((*format)->size < FORMAT_LEAST)
      return refuse(loading, "a format of it has %u bytes, at least %zu are needed", (*format)->size,
                    FORMAT_LEAST);
    if (!(*format)->name || strcmp((*format)->name, wanted->name) != 0)
      continue;
    if ((wanted->reads && !(*format)->read) || (wanted->writes && !(*format)->write))
      return refuse(loading, "it does not %s %s, as its keyfile says",
                    wanted->reads && !(*format)->read ? "read" : "write", wanted->name);
    if (!has_good_options(loading, *format))
      return NULL;
    LpFormat *copy = g_new0(LpFormat, 1);
    memcpy(copy, *format, MIN((*format)->size, sizeof *copy));
    copy->size = sizeof *copy;
    return copy;
  }
  return refuse(loading, "it has no format %s, as its keyfile says", wanted->name);
}

/* Whether an object has all its own functions by now; of one that is not linked so, only those that it has
 * used. */
static bool is_bound(void *object) {
  struct link_map *map = NULL;
  if (dlinfo(object, RTLD_DI_LINKMAP, &map) != 0)
    return false;
  for (const ElfW(Dyn) *entry = map->l_ld; entry->d_tag != DT_NULL; entry++)
    if (entry->d_tag == DT_BIND_NOW || (entry->d_tag == DT_FLAGS && entry->d_un.d_val & DF_BIND_NOW) ||
        (entry->d_tag == DT_FLAGS_1 && entry->d_un.d_val & DF_1_NOW))
      return true;
  return false;
}

/* Opens the shared object. What it lacks must be known now and not in the middle of a draft; but RTLD_NOW
   also binds all that the libraries behind it could ever call. So a plugin that is linked with -z now is
   opened lazily, and any other anew. The libraries go first, the deepest at the head, each alone: its symbols
   are then looked for among its own and not among those of forty others. One that is not there is the
   plugin's business. */
static void *open_object(const Loading *loading) {
  const char *list = loading->wanted->manifest->libraries;
  char **libraries = g_strsplit(list ? list : "", ";", -1);
  for (char **library = libraries; *library; library++)
    if (**library)
      dlopen(*library, RTLD_LAZY | RTLD_LOCAL);
  g_strfreev(libraries);
  void *object = dlopen(loading->path, RTLD_LAZY | RTLD_LOCAL);
  if (!object || is_bound(object))
    return object;
  dlclose(object);
  return dlopen(loading->path, RTLD_NOW | RTLD_LOCAL);
}

LpFormat *lp_load_format(const LpManifestFormat *format, LpAccount *account) {
  const char *keyfile = format->manifest->path;
  size_t stem = strlen(keyfile) - strlen(".plugin");
  Loading loading = {format, g_strdup_printf("%.*s.so", (int)stem, keyfile), account};
  LpFormat *loaded = NULL;
  if (is_for_this_host(&loading)) {
    void *object = open_object(&loading);
    if (!object)
      refuse(&loading, "the linker says: %s", dlerror());
    else {
      const LpPlugin *plugin = descriptor(&loading, object);
      if (plugin)
        loaded = copy_format(&loading, plugin);
    }
  }
  g_free(loading.path);
  return loaded;
}
