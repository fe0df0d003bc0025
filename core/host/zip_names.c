/* Finds the end of a ZIP's directory, then walks the directory by its own lengths, bounded at each step. */
#include "config.h"

#include "host/zip_names.h"

#include <glib.h>
#include <string.h>

enum {
  END_BYTES = 22,        /* 4.3.16, without the comment */
  COMMENT_BYTES = 65535, /* its longest comment */
  ENTRY_BYTES = 46,      /* 4.3.12, without the names */
  LOCAL_BYTES = 30,      /* 4.3.7, likewise */
  SIGNATURE_END = 0x06054B50,
  SIGNATURE_ENTRY = 0x02014B50,
  SIGNATURE_LOCAL = 0x04034B50
};

static uint32_t little_16(const uint8_t *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

static uint32_t little_32(const uint8_t *bytes) {
  return little_16(bytes) | little_16(bytes + 2) << 16;
}

static bool read_exactly(LpSource *source, int64_t offset, void *buffer, size_t n) {
  return lp_source_read_at(source, offset, buffer, n) == (int64_t)n;
}

/* The last end record whose comment reaches to the end of the file: its bytes into end, its offset returned;
 * -1: none. */
static int64_t find_end(LpSource *source, uint8_t end[END_BYTES]) {
  int64_t size = lp_source_size(source);
  size_t n = (size_t)MIN(size, END_BYTES + COMMENT_BYTES);
  if (n < END_BYTES)
    return -1;
  /* Nearly always there is no comment. */
  if (read_exactly(source, size - END_BYTES, end, END_BYTES) && little_32(end) == SIGNATURE_END &&
      little_16(end + 20) == 0)
    return size - END_BYTES;
  uint8_t *tail = g_malloc(n);
  int64_t found = -1;
  if (read_exactly(source, size - (int64_t)n, tail, n))
    for (size_t i = n - END_BYTES + 1; i-- > 0 && found < 0;)
      if (little_32(tail + i) == SIGNATURE_END && little_16(tail + i + 20) <= n - END_BYTES - i) {
        memcpy(end, tail + i, END_BYTES);
        found = size - (int64_t)n + (int64_t)i;
      }
  g_free(tail);
  return found;
}

/* The content of a stored entry, by the local header that its directory entry points to. */
static char *stored_text(LpSource *source, const uint8_t *entry) {
  uint8_t local[LOCAL_BYTES];
  uint32_t method = little_16(entry + 10);
  uint32_t size = little_32(entry + 24);
  int64_t offset = little_32(entry + 42);
  if (method != 0 || size == 0 || size > LP_ZIP_MIMETYPE_BYTES)
    return NULL;
  if (!read_exactly(source, offset, local, sizeof local) || little_32(local) != SIGNATURE_LOCAL)
    return NULL;
  char *text = g_malloc0(size + 1);
  offset += LOCAL_BYTES + (int64_t)little_16(local + 26) + (int64_t)little_16(local + 28);
  if (read_exactly(source, offset, text, size) && strlen(text) == size)
    return g_strstrip(text);
  g_free(text);
  return NULL;
}

static void walk(LpZipNames *names, LpSource *source, const uint8_t *directory, size_t n, size_t count) {
  GPtrArray *found = g_ptr_array_new();
  for (size_t at = 0; count-- > 0 && n - at >= ENTRY_BYTES;) {
    const uint8_t *entry = directory + at;
    if (little_32(entry) != SIGNATURE_ENTRY)
      break;
    size_t name_n = little_16(entry + 28);
    size_t entry_n = ENTRY_BYTES + name_n + little_16(entry + 30) + little_16(entry + 32);
    if (entry_n > n - at)
      break;
    const char *name = (const char *)entry + ENTRY_BYTES;
    if (name_n > 0 && !memchr(name, 0, name_n))
      g_ptr_array_add(found, g_strndup(name, name_n));
    if (name_n == strlen("mimetype") && memcmp(name, "mimetype", name_n) == 0 && !names->mimetype)
      names->mimetype = stored_text(source, entry);
    at += entry_n;
  }
  names->count = found->len;
  g_ptr_array_add(found, NULL);
  names->names = (char **)g_ptr_array_free(found, FALSE);
}

LpZipNames *lp_zip_names_read(LpSource *source) {
  uint8_t end[END_BYTES];
  int64_t end_at = find_end(source, end);
  if (end_at < 0)
    return NULL;
  size_t count = MIN(little_16(end + 10), LP_ZIP_NAMES);
  int64_t size = little_32(end + 12);
  /* Bytes put before the archive shift all offsets: the directory ends where its end record begins. */
  if (size > end_at || size > LP_ZIP_DIRECTORY_BYTES)
    return NULL;
  uint8_t *directory = g_malloc((gsize)size + 1);
  LpZipNames *names = NULL;
  if (read_exactly(source, end_at - size, directory, (size_t)size)) {
    names = g_new0(LpZipNames, 1);
    walk(names, source, directory, (size_t)size, count);
  }
  g_free(directory);
  return names;
}

void lp_zip_names_free(LpZipNames *names) {
  if (!names)
    return;
  g_strfreev(names->names);
  g_free(names->mimetype);
  g_free(names);
}
