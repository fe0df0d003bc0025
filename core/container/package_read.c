/* Opening a package and reading its parts. */
#include "config.h"

#include "container/directory.h"
#include "container/package_stream.h"

#include <stdlib.h>
#include <string.h>

enum { RESOURCE_HEAD_BYTES = 64 << 10, AMBIGUOUS = 0 };

/* ---- libzip's view of a source ---- */

typedef struct View {
  LpSource *source;
  zip_uint64_t offset;
  zip_error_t error;
} View;

static zip_int64_t view_read(View *view, void *data, zip_uint64_t n) {
  int64_t got = lp_source_read_at(view->source, (int64_t)view->offset, data, MIN(n, (zip_uint64_t)1 << 30));
  if (got < 0) {
    zip_error_set(&view->error, ZIP_ER_READ, 0);
    return -1;
  }
  view->offset += (zip_uint64_t)got;
  return got;
}

static zip_int64_t view_stat(View *view, zip_stat_t *stat) {
  zip_stat_init(stat);
  stat->valid = ZIP_STAT_SIZE;
  stat->size = (zip_uint64_t)lp_source_size(view->source);
  return sizeof *stat;
}

static zip_int64_t view_seek(View *view, void *data, zip_uint64_t n) {
  zip_uint64_t size = (zip_uint64_t)lp_source_size(view->source);
  zip_int64_t offset = zip_source_seek_compute_offset(view->offset, size, data, n, &view->error);
  if (offset < 0)
    return -1;
  view->offset = (zip_uint64_t)offset;
  return 0;
}

/* Of type zip_source_callback. */
static zip_int64_t view_command(void *state, void *data, zip_uint64_t n, zip_source_cmd_t command) {
  View *view = state;
  switch (command) {
  case ZIP_SOURCE_OPEN: view->offset = 0; return 0;
  case ZIP_SOURCE_READ: return view_read(view, data, n);
  case ZIP_SOURCE_CLOSE: return 0;
  case ZIP_SOURCE_STAT: return view_stat(view, data);
  case ZIP_SOURCE_ERROR: return zip_error_to_data(&view->error, data, n);
  case ZIP_SOURCE_FREE:
    zip_error_fini(&view->error);
    g_free(view);
    return 0;
  case ZIP_SOURCE_SEEK: return view_seek(view, data, n);
  case ZIP_SOURCE_TELL: return (zip_int64_t)view->offset;
  case ZIP_SOURCE_SUPPORTS: return (zip_int64_t)ZIP_SOURCE_SUPPORTS_SEEKABLE;
  default: zip_error_set(&view->error, ZIP_ER_OPNOTSUPP, 0); return -1;
  }
}

static zip_t *open_archive(LpSource *source) {
  View *view = g_new0(View, 1);
  view->source = source;
  zip_error_init(&view->error);
  zip_source_t *zip_source = zip_source_function_create(view_command, view, NULL);
  if (!zip_source) {
    g_free(view);
    return NULL;
  }
  zip_t *archive = zip_open_from_source(zip_source, ZIP_RDONLY, NULL);
  if (!archive)
    zip_source_free(zip_source);
  return archive;
}

/* ---- the names ---- */

/* Some programs write names with '\' or a leading '/' (both against ECMA-376-2, 6.2.2.2). */
static char *canonical_name(const char *raw) {
  while (*raw == '/' || *raw == '\\')
    raw++;
  char *name = g_strdup(raw);
  for (char *at = strchr(name, '\\'); at; at = strchr(at, '\\'))
    *at = '/';
  return name;
}

static bool add_part(LpPackage *package, const char *raw, zip_uint64_t index) {
  LpPart part = {.name = canonical_name(raw), .index = index};
  if (*part.name == '\0' || g_str_has_suffix(part.name, "/")) {
    g_free(part.name);
    return true;
  }
  g_array_append_val(package->parts, part);
  gpointer position = GSIZE_TO_POINTER((gsize)package->parts->len);
  if (!g_hash_table_insert(package->by_name, part.name, position)) {
    LpPlace place = {.part = part.name};
    lp_report(package->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.ambiguous", &place,
              "The package has two parts of this name.");
    return false;
  }
  char *lower = g_ascii_strdown(part.name, -1);
  if (g_hash_table_contains(package->by_lower, lower))
    position = GSIZE_TO_POINTER(AMBIGUOUS);
  g_hash_table_insert(package->by_lower, lower, position);
  return true;
}

static bool add_parts(LpPackage *package, int64_t count) {
  if (zip_get_num_entries(package->archive, 0) != count) {
    lp_report(package->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.damaged", NULL,
              "The ZIP package is damaged: its directory is not what it says.");
    return false;
  }
  for (zip_uint64_t i = 0; i < (zip_uint64_t)count; i++) {
    const char *raw = zip_get_name(package->archive, i, 0);
    if (raw && !add_part(package, raw, i))
      return false;
  }
  return true;
}

LpPackage *lp_package_open(LpSource *source, LpAccount *account) {
  int64_t count = lp_directory_check(source, account);
  if (count < 0)
    return NULL;
  LpPackage *package = g_new0(LpPackage, 1);
  package->account = account;
  package->parts = g_array_new(FALSE, FALSE, sizeof(LpPart));
  package->by_name = g_hash_table_new(g_str_hash, g_str_equal);
  package->by_lower = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  package->archive = open_archive(source);
  if (!package->archive)
    lp_report(account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.damaged", NULL,
              "The ZIP package is damaged and cannot be opened.");
  if (package->archive && add_parts(package, count))
    return package;
  lp_package_close(package);
  return NULL;
}

void lp_package_close(void *closing) {
  LpPackage *package = closing;
  if (!package)
    return;
  if (package->archive)
    zip_discard(package->archive);
  g_hash_table_destroy(package->by_name);
  g_hash_table_destroy(package->by_lower);
  for (guint i = 0; i < package->parts->len; i++)
    g_free(g_array_index(package->parts, LpPart, i).name);
  g_array_free(package->parts, TRUE);
  g_free(package);
}

size_t lp_package_count(const LpPackage *package) {
  return package->parts->len;
}

const char *lp_package_name(const LpPackage *package, size_t index) {
  return index < package->parts->len ? g_array_index(package->parts, LpPart, index).name : NULL;
}

bool lp_package_has(const LpPackage *package, const char *name) {
  return g_hash_table_contains(package->by_name, name);
}

const char *lp_package_find(const LpPackage *package, const char *name) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  gpointer position;
  if (!g_hash_table_lookup_extended(package->by_lower, lower, NULL, &position))
    return NULL;
  if (GPOINTER_TO_SIZE(position) != AMBIGUOUS)
    return g_array_index(package->parts, LpPart, GPOINTER_TO_SIZE(position) - 1).name;
  LpPlace place = {.part = name};
  lp_report(package->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.ambiguous", &place,
            "The package has two parts whose names differ in capitals only.");
  return NULL;
}

/* ---- whole parts ---- */

/* The first most bytes of a part, or all of them. */
static uint8_t *read_most(LpPackage *package, const char *name, size_t most, size_t *n) {
  LpPackageStream stream;
  if (!lp_package_stream_open(&stream, package, name))
    return NULL;
  size_t size = MIN((size_t)stream.declared, most), at = 0;
  uint8_t *bytes = malloc(size + 1);
  if (!bytes)
    g_error("no memory for a part of %zu bytes", size);
  while (at < size) {
    int64_t got = lp_package_stream_read(&stream, bytes + at, size - at);
    if (got <= 0)
      break;
    at += (size_t)got;
  }
  uint8_t beyond;
  bool whole =
      at == size && (size < (size_t)stream.declared || lp_package_stream_read(&stream, &beyond, 1) == 0);
  lp_package_stream_close(&stream);
  if (!whole) {
    free(bytes);
    return NULL;
  }
  bytes[size] = 0;
  *n = size;
  return bytes;
}

uint8_t *lp_package_read(LpPackage *package, const char *name, size_t *n) {
  return lp_package_part(package, name) ? read_most(package, name, SIZE_MAX - 1, n) : NULL;
}

/* Of type LpResourceReader. */
static uint8_t *read_resource(void *holder, const char *name, size_t *n) {
  return lp_package_read(holder, name, n);
}

static int32_t add_resource(LpPackage *package, LpBuilder *builder, const LpPart *part) {
  zip_stat_t stat;
  if (zip_stat_index(package->archive, part->index, 0, &stat) != 0 || stat.size > INT64_MAX)
    return -1;
  size_t head_n = 0;
  uint8_t *head = read_most(package, part->name, RESOURCE_HEAD_BYTES, &head_n);
  if (!head)
    return -1;
  int32_t number =
      lp_builder_resource(builder, part->name, (int64_t)stat.size, head, head_n, read_resource, package);
  free(head);
  return number;
}

int32_t lp_package_resource(LpPackage *package, LpBuilder *builder, const char *name) {
  LpPart *part = lp_package_part(package, name);
  if (!part)
    return -1;
  if (part->builder != builder) { /* a picture that is shown a thousand times is looked at once */
    part->resource = add_resource(package, builder, part);
    part->builder = builder;
  }
  return part->resource;
}
