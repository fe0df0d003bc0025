/* Finds and reads letterheads. */
#include "config.h"

#include "convert/letterheads.h"

#include "account/account.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char suffix[] = ".letterhead";

char **lp_letterhead_folders(void) {
  GPtrArray *folders = g_ptr_array_new();
  g_ptr_array_add(folders, g_build_filename(g_get_user_data_dir(), "letterpress", "letterheads", NULL));
  for (const char *const *folder = g_get_system_data_dirs(); *folder; folder++)
    g_ptr_array_add(folders, g_build_filename(*folder, "letterpress", "letterheads", NULL));
  g_ptr_array_add(folders, NULL);
  return (char **)g_ptr_array_free(folders, FALSE);
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_name(GPtrArray *names, const char *name, size_t n) {
  for (guint i = 0; i < names->len; i++) {
    const char *known = g_ptr_array_index(names, i);
    if (strncmp(known, name, n) == 0 && !known[n])
      return;
  }
  g_ptr_array_add(names, g_strndup(name, n));
}

char **lp_letterhead_names(void) {
  GPtrArray *names = g_ptr_array_new();
  LpAccount *account = lp_account_new();
  LpDefinition *built_in = lp_definition_built_in(account);
  if (built_in)
    add_name(names, lp_definition_id(built_in), strlen(lp_definition_id(built_in)));
  lp_definition_free(built_in);
  lp_account_free(account);
  char **folders = lp_letterhead_folders();
  for (char **folder = folders; *folder; folder++) {
    GDir *entries = g_dir_open(*folder, 0, NULL);
    if (!entries)
      continue;
    for (const char *entry; (entry = g_dir_read_name(entries));)
      if (g_str_has_suffix(entry, suffix) && entry[0] != '.')
        add_name(names, entry, strlen(entry) - strlen(suffix));
    g_dir_close(entries);
  }
  g_strfreev(folders);
  g_ptr_array_sort(names, compare_names);
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}

char *lp_letterhead_file(const char *wanted) {
  if (strchr(wanted, '/') || g_str_has_suffix(wanted, suffix))
    return g_strdup(wanted);
  char **folders = lp_letterhead_folders();
  char *found = NULL;
  for (char **folder = folders; *folder && !found; folder++) {
    char *path = g_strconcat(*folder, "/", wanted, suffix, NULL);
    if (access(path, R_OK) == 0)
      found = path;
    else
      g_free(path);
  }
  g_strfreev(folders);
  return found;
}

/* The whole of a regular file of at most most bytes, from malloc with a 0 behind it; NULL: errno says why. */
static uint8_t *read_file(int folder, const char *name, size_t most, size_t *n) {
  struct stat status;
  uint8_t *bytes = NULL;
  int descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    return NULL;
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
    errno = EINVAL;
  else if ((uint64_t)status.st_size > most)
    errno = EFBIG;
  else if ((bytes = g_malloc((size_t)status.st_size + 1))) {
    ssize_t got = read(descriptor, bytes, (size_t)status.st_size);
    *n = got > 0 ? (size_t)got : 0;
    bytes[*n] = 0;
  }
  int error = errno;
  close(descriptor);
  errno = error;
  return bytes;
}

typedef struct Beside {
  int folder;
  size_t most;
} Beside;

/* A file beside the letterhead: its name is no path. */
static uint8_t *read_beside(void *state, const char *name, size_t *n) {
  const Beside *beside = state;
  if (strchr(name, '/') || name[0] == '.')
    return NULL;
  return read_file(beside->folder, name, beside->most, n);
}

static LpDefinition *read_definition(const char *path, LpAccount *account) {
  Beside beside = {-1, (size_t)lp_account_limit(account, LP_LIMIT_LETTERHEAD_BYTES)};
  size_t n = 0;
  LpDefinition *definition = NULL;
  uint8_t *text = read_file(AT_FDCWD, path, beside.most, &n);
  if (!text) {
    lp_fail(account, LP_CLASS_RESOURCE, "convert.letterhead", NULL, "The letterhead %s cannot be read: %s.",
            path, g_strerror(errno));
    return NULL;
  }
  char *folder = g_path_get_dirname(path);
  beside.folder = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  definition = lp_definition_read(path, (const char *)text, n, read_beside, &beside, account);
  if (beside.folder >= 0)
    close(beside.folder);
  g_free(folder);
  g_free(text);
  return definition;
}

LpDefinition *lp_letterhead_read(const char *wanted, LpAccount *account) {
  if (!wanted)
    return lp_definition_built_in(account);
  char *path = lp_letterhead_file(wanted);
  if (path) {
    LpDefinition *definition = read_definition(path, account);
    g_free(path);
    return definition;
  }
  LpDefinition *built_in = lp_definition_built_in(account);
  if (built_in && strcmp(lp_definition_id(built_in), wanted) == 0)
    return built_in;
  lp_definition_free(built_in);
  char **names = lp_letterhead_names();
  char *list = g_strjoinv(", ", names);
  lp_fail(account, LP_CLASS_RESOURCE, "convert.letterhead", NULL,
          "There is no letterhead %s. There are: %s; or name a file that ends in .letterhead.", wanted, list);
  g_free(list);
  g_strfreev(names);
  return NULL;
}
