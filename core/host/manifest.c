/* Reads NAME.plugin. */
#include "config.h"

#include "host/manifest.h"

#include <glib.h>
#include <string.h>

/* A manifest owns its keyfile's strings through one list of allocations. */
typedef struct Owned {
  LpManifest manifest; /* first: lp_manifest_free gets it back */
  GPtrArray *memory;
} Owned;

typedef struct Reading {
  Owned *owned;
  GKeyFile *keyfile;
  const char *path;
  LpAccount *account;
  bool failed;
} Reading;

static void *keep(Reading *reading, void *memory) {
  g_ptr_array_add(reading->owned->memory, memory);
  return memory;
}

static void refuse(Reading *reading, const char *group, const char *key, const char *reason) {
  if (reading->failed)
    return;
  reading->failed = true;
  lp_report(reading->account, LP_LEVEL_WARNING, LP_CLASS_RESOURCE, "host.manifest", NULL,
            "%s: [%s] %s: %s; this plugin is left out", reading->path, group, key, reason);
}

static const char *optional(Reading *reading, const char *group, const char *key) {
  char *value = g_key_file_get_string(reading->keyfile, group, key, NULL);
  if (!value)
    return NULL;
  keep(reading, value);
  g_strstrip(value);
  return *value ? value : NULL;
}

static const char *required(Reading *reading, const char *group, const char *key) {
  const char *value = optional(reading, group, key);
  if (!value)
    refuse(reading, group, key, "the key is missing or empty");
  return value ? value : "";
}

static bool flag(Reading *reading, const char *group, const char *key) {
  const char *value = optional(reading, group, key);
  if (!value || strcmp(value, "false") == 0)
    return false;
  if (strcmp(value, "true") != 0)
    refuse(reading, group, key, "neither true nor false");
  return true;
}

/* The trimmed, non-empty members of a list. */
static const char *const *list(Reading *reading, const char *group, const char *key) {
  gsize count = 0;
  char **found = g_key_file_get_string_list(reading->keyfile, group, key, &count, NULL);
  const char **kept = keep(reading, g_new0(const char *, count + 1));
  size_t n = 0;
  for (gsize i = 0; i < count; i++) {
    char *member = keep(reading, found[i]);
    g_strstrip(member);
    if (*member)
      kept[n++] = member;
  }
  g_free(found); /* the members are kept */
  return kept;
}

/* Letters, digits and '-', as in file names and options. */
static bool is_name(const char *text) {
  size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return n > 0 && n <= 64 && !text[n] && text[0] != '-';
}

/* "4:504B0304" */
static bool read_magic(Reading *reading, const char *text, LpMagic *magic) {
  const char *colon = strchr(text, ':');
  guint64 offset;
  if (!colon)
    return false;
  char *number = keep(reading, g_strndup(text, (gsize)(colon - text)));
  const char *hex = colon + 1;
  size_t digits = strlen(hex);
  if (!g_ascii_string_to_unsigned(number, 10, 0, LP_MAGIC_END - 1, &offset, NULL))
    return false;
  if (digits == 0 || digits % 2 || digits / 2 > LP_MAGIC_END - offset)
    return false;
  uint8_t *bytes = keep(reading, g_malloc(digits / 2));
  for (size_t i = 0; i < digits; i++) {
    int value = g_ascii_xdigit_value(hex[i]);
    if (value < 0)
      return false;
    bytes[i / 2] = (uint8_t)(i % 2 ? bytes[i / 2] | value : value << 4);
  }
  *magic = (LpMagic){(uint32_t)offset, digits / 2, bytes};
  return true;
}

static void read_magics(Reading *reading, const char *group, LpManifestFormat *format) {
  const char *const *texts = list(reading, group, "magic");
  size_t count = g_strv_length((char **)(uintptr_t)texts);
  LpMagic *magics = keep(reading, g_new0(LpMagic, count + 1));
  for (size_t i = 0; i < count; i++)
    if (!read_magic(reading, texts[i], &magics[i]))
      refuse(reading, group, "magic", "not OFFSET:HEXBYTES within the first 4096 bytes");
  format->magics = magics;
  format->magic_count = count;
}

static void read_format(Reading *reading, const char *group, LpManifestFormat *format) {
  const char *name = group + strlen("format ");
  if (!is_name(name))
    refuse(reading, group, "(name)", "not lower-case letters, digits and '-'");
  format->manifest = &reading->owned->manifest;
  format->name = keep(reading, g_strdup(name));
  format->description = required(reading, group, "description");
  format->extensions = list(reading, group, "extensions");
  for (size_t i = 0; format->extensions[i]; i++)
    if (!is_name(format->extensions[i]))
      refuse(reading, group, "extensions", "not lower-case letters and digits, without the dot");
  format->mime_types = list(reading, group, "mime-types");
  format->reads = flag(reading, group, "reads");
  format->writes = flag(reading, group, "writes");
  format->is_text = flag(reading, group, "text");
  format->takes_draft = flag(reading, group, "takes-draft");
  format->parts = list(reading, group, "part");
  format->mimetypes = list(reading, group, "mimetype");
  format->mark = optional(reading, group, "mark");
  read_magics(reading, group, format);
}

static void read_formats(Reading *reading) {
  gsize count = 0;
  char **groups = g_key_file_get_groups(reading->keyfile, &count);
  if (count > LP_MANIFEST_FORMATS) {
    refuse(reading, "plugin", "formats", "more than 64 groups");
    count = 0;
  }
  LpManifestFormat *formats = keep(reading, g_new0(LpManifestFormat, count + 1));
  size_t n = 0;
  for (gsize i = 0; i < count; i++)
    if (g_str_has_prefix(groups[i], "format "))
      read_format(reading, groups[i], &formats[n++]);
  if (n == 0)
    refuse(reading, "format NAME", "(group)", "no format is described");
  reading->owned->manifest.formats = formats;
  reading->owned->manifest.format_count = n;
  g_strfreev(groups);
}

static void read_abi(Reading *reading, LpManifest *manifest) {
  const char *abi = required(reading, "plugin", "abi");
  char **numbers = g_strsplit(abi, ".", 3);
  guint64 major = 0;
  guint64 minor = 0;
  if (g_strv_length(numbers) != 2 ||
      !g_ascii_string_to_unsigned(numbers[0], 10, 0, UINT32_MAX, &major, NULL) ||
      !g_ascii_string_to_unsigned(numbers[1], 10, 0, UINT32_MAX, &minor, NULL))
    refuse(reading, "plugin", "abi", "not MAJOR.MINOR");
  manifest->abi_major = (uint32_t)major;
  manifest->abi_minor = (uint32_t)minor;
  g_strfreev(numbers);
}

static void read_plugin(Reading *reading) {
  LpManifest *manifest = &reading->owned->manifest;
  manifest->path = keep(reading, g_strdup(reading->path));
  manifest->name = required(reading, "plugin", "name");
  manifest->version = required(reading, "plugin", "version");
  manifest->licence = required(reading, "plugin", "licence");
  manifest->min_host = optional(reading, "plugin", "minhost");
  manifest->libraries = optional(reading, "plugin", "libraries");
  read_abi(reading, manifest);
  char *base = g_path_get_basename(reading->path);
  char *expected = g_strconcat(manifest->name, ".plugin", NULL);
  if (!is_name(manifest->name))
    refuse(reading, "plugin", "name", "not lower-case letters, digits and '-'");
  else if (strcmp(base, expected) != 0)
    refuse(reading, "plugin", "name", "another than the file's");
  g_free(base);
  g_free(expected);
}

LpManifest *lp_manifest_read(const char *path, LpAccount *account) {
  Reading reading = {NULL, g_key_file_new(), path, account, false};
  GError *error = NULL;
  char *text = NULL;
  gsize n = 0;
  reading.owned = g_new0(Owned, 1);
  reading.owned->memory = g_ptr_array_new_with_free_func(g_free);
  if (!g_file_get_contents(path, &text, &n, &error))
    refuse(&reading, "plugin", "(file)", error->message);
  else if (n > LP_MANIFEST_BYTES)
    refuse(&reading, "plugin", "(file)", "over 64 KiB");
  else if (!g_key_file_load_from_data(reading.keyfile, text, n, G_KEY_FILE_NONE, &error))
    refuse(&reading, "plugin", "(file)", error->message);
  if (!reading.failed)
    read_plugin(&reading);
  if (!reading.failed)
    read_formats(&reading);
  g_clear_error(&error);
  g_free(text);
  g_key_file_free(reading.keyfile);
  if (!reading.failed)
    return &reading.owned->manifest;
  lp_manifest_free(&reading.owned->manifest);
  return NULL;
}

void lp_manifest_free(LpManifest *manifest) {
  if (!manifest)
    return;
  Owned *owned = (Owned *)(void *)manifest;
  g_ptr_array_unref(owned->memory);
  g_free(owned);
}

int lp_version_compare(const char *a, const char *b) {
  while (*a || *b) {
    char *after_a;
    char *after_b;
    guint64 x = g_ascii_strtoull(a, &after_a, 10);
    guint64 y = g_ascii_strtoull(b, &after_b, 10);
    if (x != y)
      return x < y ? -1 : 1;
    if (after_a == a && after_b == b)
      break; /* neither is a number */
    a = *after_a == '.' ? after_a + 1 : after_a;
    b = *after_b == '.' ? after_b + 1 : after_b;
  }
  return 0;
}
