/* host/manifest.h: what a plugin is, said by the keyfile NAME.plugin beside it: nothing is loaded to know it.
   The format of the file stands in this folder's README.md. */
#ifndef LETTERPRESS_HOST_MANIFEST_H
#define LETTERPRESS_HOST_MANIFEST_H

#include <letterpress/account.h>

typedef struct LpManifest LpManifest;

/* A key of magic=: bytes at an offset. */
typedef struct LpMagic {
  uint32_t offset;
  size_t n;
  const uint8_t *bytes;
} LpMagic;

/* One [format NAME]. Lists are NULL at the end and never NULL themselves. */
typedef struct LpManifestFormat {
  const LpManifest *manifest;
  const char *name;
  const char *description;
  const char *const *extensions; /* in lower case, without the dot, best first */
  const char *const *mime_types;
  bool reads;
  bool writes;
  bool is_text;     /* takes any text that nothing else claims */
  bool takes_draft; /* a writer that is handed the draft as read, before the passes: no final */
  const LpMagic *magics;
  size_t magic_count;
  const char *const *parts;     /* names of ZIP entries, '*' for any characters: one of them suffices */
  const char *const *mimetypes; /* contents of the entry "mimetype": one of them */
  const char *mark;             /* bytes by which an output that we wrote is known; NULL: none */
} LpManifestFormat;

struct LpManifest {
  const char *path; /* of the keyfile */
  const char *name;
  const char *version;
  const char *licence;
  uint32_t abi_major;
  uint32_t abi_minor;
  const char *min_host;  /* NULL: any */
  const char *libraries; /* sonames between ';' that are opened first, each alone; NULL: none */
  const LpManifestFormat *formats;
  size_t format_count;
};

enum { LP_MANIFEST_BYTES = 64 * 1024, LP_MANIFEST_FORMATS = 64, LP_MAGIC_END = 4096 };

/* Reads a keyfile. What is wrong with it is reported with path and key ("host.manifest", a warning: the
   others still work); NULL then. */
LpManifest *lp_manifest_read(const char *path, LpAccount *account);

void lp_manifest_free(LpManifest *manifest);

/* Compares versions "1.10.2" number by number: <0, 0 or >0, as strcmp. */
int lp_version_compare(const char *a, const char *b);

#endif
