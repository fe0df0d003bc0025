/* What a font configuration holds; for the files of this folder alone. */
#ifndef PDF_FONT_STATE_H
#define PDF_FONT_STATE_H

#include "font/families.h"
#include "font/installed.h"

#include <glib.h>

struct FontConfiguration {
  GStringChunk *strings; /* all names below */
  FontGroup *groups;     /* at least one; families are arrays of their own */
  size_t group_count;
  Installed *installed;
  GHashTable *chains;      /* key of families.c -> FaceChain */
  GHashTable *substitutes; /* key of coverage.c -> Face or NULL */
};

/* Frees a chain of `chains`. */
void font_chain_free(void *chain);

#endif
