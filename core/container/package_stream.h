/* container/package_stream.h: an open package, and one of its parts unpacked piece by piece. */
#ifndef LETTERPRESS_CONTAINER_PACKAGE_STREAM_H
#define LETTERPRESS_CONTAINER_PACKAGE_STREAM_H

#include <glib.h>
#include <letterpress/package.h>
#include <zip.h>

typedef struct LpPart {
  char *name; /* '/' between folders, no leading one */
  zip_uint64_t index;
  LpBuilder *builder; /* whose resource it is; NULL: nobody's */
  int32_t resource;
  int64_t counted; /* bytes of it that stand in the package's sum: a part read twice counts once */
} LpPart;

struct LpPackage {
  LpAccount *account;
  zip_t *archive;
  GArray *parts;        /* of LpPart, in the directory's order, folders left out */
  GHashTable *by_name;  /* name to position + 1 */
  GHashTable *by_lower; /* name in lower case to position + 1; AMBIGUOUS where several have it */
  int64_t expanded;     /* bytes unpacked so far, of all parts */
};

/* Held by at most one part at a time or by several; they do not disturb each other. */
typedef struct LpPackageStream {
  LpPackage *package;
  LpPart *part;
  zip_file_t *file;
  int64_t declared; /* its size as the directory says */
  int64_t packed;
  int64_t unpacked; /* so far */
} LpPackageStream;

/* The part of that name; NULL if there is none. */
LpPart *lp_package_part(LpPackage *package, const char *name);

/* Opens a part. false: not there, damaged or over a limit by its own declaration: reported. */
bool lp_package_stream_open(LpPackageStream *stream, LpPackage *package, const char *name);

/* Unpacks up to n bytes. Returns their number, 0 at the end (checksum and size were then right), -1 if it is
   damaged or over a limit: reported. */
int64_t lp_package_stream_read(LpPackageStream *stream, void *buffer, size_t n);

void lp_package_stream_close(LpPackageStream *stream);

#endif
