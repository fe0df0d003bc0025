/* The directory of a ZIP file. libzip is permissive by intent: it reads every directory that it finds,
   follows an entry to whatever local header stands there, and takes 65,000 entries without a word. Other
   programs then see another document than we do. So all this is looked at first. */
#include "config.h"

#include "container/directory.h"

#include <glib.h>
#include <string.h>

enum {
  END_BYTES = 22, /* end of central directory record, without its comment (4.3.16) */
  END_TAIL_BYTES = END_BYTES + 0xffff,
  END64_LOCATOR_BYTES = 20, /* 4.3.15 */
  END64_BYTES = 56,         /* 4.3.14 */
  ENTRY_BYTES = 46,         /* 4.3.12 */
  LOCAL_BYTES = 30,         /* 4.3.7 */
  DIRECTORY_BYTES = 32 << 20
};

enum { FLAG_ENCRYPTED = 1 << 0, FLAG_DIRECTORY_ENCRYPTED = 1 << 13 };
enum { METHOD_STORED = 0, METHOD_DEFLATED = 8 };

typedef struct Directory {
  LpSource *source;
  LpAccount *account;
  uint64_t offset, size, count;
} Directory;

static uint32_t u16(const uint8_t *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

static uint32_t u32(const uint8_t *bytes) {
  return u16(bytes) | u16(bytes + 2) << 16;
}

static uint64_t u64(const uint8_t *bytes) {
  return (uint64_t)u32(bytes) | (uint64_t)u32(bytes + 4) << 32;
}

static bool read_exactly(LpSource *source, uint64_t offset, uint8_t *bytes, size_t n) {
  while (n > 0) {
    int64_t got = offset <= INT64_MAX ? lp_source_read_at(source, (int64_t)offset, bytes, n) : -1;
    if (got <= 0)
      return false;
    bytes += got;
    offset += (uint64_t)got;
    n -= (size_t)got;
  }
  return true;
}

static bool damaged(LpAccount *account, const char *why) {
  lp_report(account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.damaged", NULL,
            "The ZIP package is damaged: %s.", why);
  return false;
}

/* Fills directory from the end record in tail at `at`, whose place in the file is `position`. false: there is
   no directory where it says. */
static bool read_end(Directory *directory, const uint8_t *tail, size_t at, uint64_t position) {
  const uint8_t *end = tail + at;
  directory->count = u16(end + 10);
  directory->size = u32(end + 12);
  directory->offset = u32(end + 16);
  if (at >= END64_LOCATOR_BYTES && memcmp(end - END64_LOCATOR_BYTES, "PK\6\7", 4) == 0) {
    uint8_t end64[END64_BYTES];
    if (read_exactly(directory->source, u64(end - END64_LOCATOR_BYTES + 8), end64, sizeof end64) &&
        memcmp(end64, "PK\6\6", 4) == 0) {
      directory->count = u64(end64 + 32);
      directory->size = u64(end64 + 40);
      directory->offset = u64(end64 + 48);
    }
  }
  uint8_t first[4];
  if (directory->offset > position || directory->size > position - directory->offset)
    return false;
  if (directory->count == 0)
    return directory->size == 0;
  return read_exactly(directory->source, directory->offset, first, sizeof first) &&
         memcmp(first, "PK\1\2", 4) == 0;
}

/* Looks for end records in the n bytes of tail, which begin at start: one of them must lead to a directory,
   and one only. */
static bool find_directory(Directory *found, const uint8_t *tail, size_t n, uint64_t start) {
  size_t matches = 0;
  for (size_t at = 0; at + END_BYTES <= n; at++) {
    const uint8_t *next = memchr(tail + at, 'P', n - END_BYTES + 1 - at);
    if (!next)
      break;
    at = (size_t)(next - tail);
    if (memcmp(next, "PK\5\6", 4) != 0)
      continue;
    Directory candidate = *found;
    if (!read_end(&candidate, tail, at, start + at))
      continue;
    if (++matches > 1) {
      lp_report(
          found->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.ambiguous", NULL,
          "The ZIP package has two directories, so that programs would read different documents from it.");
      return false;
    }
    found->count = candidate.count;
    found->size = candidate.size;
    found->offset = candidate.offset;
  }
  return matches == 1 || damaged(found->account, "it has no directory at its end; it may be cut short");
}

static bool find_in_tail(Directory *found) {
  int64_t file_size = lp_source_size(found->source);
  size_t n = (size_t)MIN(file_size, (int64_t)END_TAIL_BYTES);
  uint64_t start = (uint64_t)file_size - n;
  uint8_t *tail = g_malloc(n + 1);
  bool is_found = read_exactly(found->source, start, tail, n)
                      ? find_directory(found, tail, n, start)
                      : damaged(found->account, "its end cannot be read");
  g_free(tail);
  return is_found;
}

/* The offset of the local header of an entry, which may stand in its ZIP64 extra field (4.5.3). */
static uint64_t local_offset(const uint8_t *entry, const uint8_t *extra, size_t extra_n) {
  uint64_t offset = u32(entry + 42);
  if (offset != UINT32_MAX)
    return offset;
  for (size_t at = 0; at + 4 <= extra_n; at += 4 + u16(extra + at + 2)) {
    if (u16(extra + at) != 1)
      continue;
    size_t skip = 4 + (u32(entry + 24) == UINT32_MAX ? 8u : 0u) + (u32(entry + 20) == UINT32_MAX ? 8u : 0u);
    if (at + skip + 8 <= extra_n)
      return u64(extra + at + skip);
  }
  return UINT64_MAX;
}

static bool check_local_header(Directory *directory, uint64_t offset, const LpPlace *place,
                               const uint8_t *name, size_t name_n) {
  uint8_t local[LOCAL_BYTES];
  bool same = read_exactly(directory->source, offset, local, sizeof local) &&
              memcmp(local, "PK\3\4", 4) == 0 && u16(local + 26) == name_n;
  if (same) {
    g_autofree uint8_t *local_name = g_malloc(name_n + 1);
    same = read_exactly(directory->source, offset + LOCAL_BYTES, local_name, name_n) &&
           memcmp(local_name, name, name_n) == 0;
  }
  if (!same)
    lp_report(directory->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.damaged", place,
              "The directory of the ZIP package leads to no part of this name.");
  return same;
}

static bool check_entry(Directory *directory, const uint8_t *entry, const char *name) {
  LpPlace place = {.part = name};
  size_t name_n = u16(entry + 28), extra_n = u16(entry + 30);
  const uint8_t *raw_name = entry + ENTRY_BYTES;
  uint32_t flags = u16(entry + 8), method = u16(entry + 10);
  if (flags & (FLAG_ENCRYPTED | FLAG_DIRECTORY_ENCRYPTED)) {
    lp_report(directory->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.encrypted", &place,
              "The ZIP package is encrypted; save the draft without a password.");
    return false;
  }
  if (method != METHOD_STORED && method != METHOD_DEFLATED) {
    lp_report(directory->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.packing", &place,
              "The part is packed by method %u; a draft's parts are stored or deflated.", method);
    return false;
  }
  uint64_t offset = local_offset(entry, raw_name + name_n, extra_n);
  if (offset > (uint64_t)INT64_MAX - LOCAL_BYTES)
    offset = INT64_MAX - LOCAL_BYTES;
  return check_local_header(directory, offset, &place, raw_name, name_n);
}

static bool check_entries(Directory *directory, const uint8_t *bytes) {
  size_t at = 0, n = (size_t)directory->size;
  for (uint64_t i = 0; i < directory->count; i++) {
    const uint8_t *entry = bytes + at;
    if (n - at < ENTRY_BYTES || memcmp(entry, "PK\1\2", 4) != 0)
      return damaged(directory->account, "its directory is cut short");
    size_t length = ENTRY_BYTES + (size_t)u16(entry + 28) + u16(entry + 30) + u16(entry + 32);
    if (n - at < length)
      return damaged(directory->account, "its directory is cut short");
    g_autofree char *name = g_strndup((const char *)entry + ENTRY_BYTES, u16(entry + 28));
    if (!check_entry(directory, entry, name))
      return false;
    at += length;
  }
  /* More entries than are counted: newer versions of libzip read on, older ones do not. */
  return at == n || damaged(directory->account, "its directory holds more than it says");
}

static bool check_size(Directory *directory) {
  int64_t count = directory->count > INT64_MAX ? INT64_MAX : (int64_t)directory->count;
  if (!lp_account_within(directory->account, LP_LIMIT_PACKAGE_ENTRIES, count, NULL))
    return false;
  return directory->size <= DIRECTORY_BYTES ||
         damaged(directory->account, "its directory is larger than any draft's");
}

int64_t lp_directory_check(LpSource *source, LpAccount *account) {
  Directory directory = {.source = source, .account = account};
  if (!find_in_tail(&directory) || !check_size(&directory))
    return -1;
  uint8_t *bytes = g_malloc((size_t)directory.size + 1);
  bool fine = read_exactly(source, directory.offset, bytes, (size_t)directory.size)
                  ? check_entries(&directory, bytes)
                  : damaged(account, "its directory cannot be read");
  g_free(bytes);
  return fine ? (int64_t)directory.count : -1;
}
