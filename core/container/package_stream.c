/* One part of a package, unpacked piece by piece. libzip holds no part to its declared size and tells of a
   wrong checksum or a cut stream at its end only, so every byte is counted as it comes out. */
#include "config.h"

#include "container/package_stream.h"

#include <string.h>

LpPart *lp_package_part(LpPackage *package, const char *name) {
  gpointer position = g_hash_table_lookup(package->by_name, name);
  return position ? &g_array_index(package->parts, LpPart, GPOINTER_TO_SIZE(position) - 1) : NULL;
}

static bool damaged(LpPackageStream *stream, const char *why) {
  LpPlace place = {.part = stream->part->name};
  lp_report(stream->package->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.damaged", &place,
            "The part is damaged: %s.", why);
  return false;
}

/* A size, declared or met, against the limits: of all parts, and of a large part that is packed too tight. */
static bool within_limits(LpPackageStream *stream, int64_t size) {
  LpAccount *account = stream->package->account;
  LpPlace place = {.part = stream->part->name};
  int64_t others = stream->package->expanded - stream->part->counted, all;
  if (__builtin_add_overflow(others, MAX(size, stream->part->counted), &all))
    all = INT64_MAX;
  if (!lp_account_within(account, LP_LIMIT_EXPANDED_BYTES, all, &place))
    return false;
  if (size <= lp_account_limit(account, LP_LIMIT_PART_BYTES))
    return true;
  return lp_account_within(account, LP_LIMIT_PART_RATIO, size / MAX(stream->packed, 1), &place);
}

bool lp_package_stream_open(LpPackageStream *stream, LpPackage *package, const char *name) {
  *stream = (LpPackageStream){.package = package, .part = lp_package_part(package, name)};
  if (!stream->part) {
    lp_report(package->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "package.missing", NULL,
              "The package has no part named %s.", name);
    return false;
  }
  zip_stat_t stat;
  if (zip_stat_index(package->archive, stream->part->index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) ||
      !(stat.valid & ZIP_STAT_COMP_SIZE) || stat.size > INT64_MAX || stat.comp_size > INT64_MAX)
    return damaged(stream, "its size is not known");
  stream->declared = (int64_t)stat.size;
  stream->packed = (int64_t)stat.comp_size;
  if (!within_limits(stream, stream->declared))
    return false;
  stream->file = zip_fopen_index(package->archive, stream->part->index, 0);
  return stream->file || damaged(stream, "it cannot be unpacked");
}

int64_t lp_package_stream_read(LpPackageStream *stream, void *buffer, size_t n) {
  zip_int64_t got = zip_fread(stream->file, buffer, n);
  if (got < 0) {
    damaged(stream, "it is cut short or its checksum is wrong");
    return -1;
  }
  if (got == 0) {
    if (stream->unpacked == stream->declared)
      return 0;
    damaged(stream, "it is shorter than the package says");
    return -1;
  }
  stream->unpacked += got;
  if (stream->unpacked > stream->declared) {
    damaged(stream, "it is longer than the package says");
    return -1;
  }
  if (stream->unpacked > stream->part->counted) {
    stream->package->expanded += stream->unpacked - stream->part->counted;
    stream->part->counted = stream->unpacked;
  }
  return got;
}

void lp_package_stream_close(LpPackageStream *stream) {
  if (stream->file)
    zip_fclose(stream->file);
  stream->file = NULL;
}
