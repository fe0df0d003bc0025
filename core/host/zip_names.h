/* host/zip_names.h: the names in a ZIP's directory, to tell formats apart before any of them is loaded.
   Nothing is unpacked. ZIP (APPNOTE 6.3.10), 4.3.7, 4.3.12, 4.3.16; no ZIP64: a draft needs none. */
#ifndef LETTERPRESS_HOST_ZIP_NAMES_H
#define LETTERPRESS_HOST_ZIP_NAMES_H

#include <letterpress/source.h>

enum { LP_ZIP_DIRECTORY_BYTES = 4 * 1024 * 1024, LP_ZIP_NAMES = 10000, LP_ZIP_MIMETYPE_BYTES = 255 };

/* What the directory says; whatever is not as it should be ends the reading, and what was read counts. */
typedef struct LpZipNames {
  char **names; /* NULL at the end; names with a 0 byte are left out */
  size_t count;
  char *mimetype; /* content of a stored entry "mimetype"; NULL: none */
} LpZipNames;

/* NULL: the source is no ZIP. */
LpZipNames *lp_zip_names_read(LpSource *source);

void lp_zip_names_free(LpZipNames *names);

#endif
