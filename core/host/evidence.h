/* host/evidence.h: how strongly a draft's own bytes and name speak for a format. Data of keyfiles is
   compared; nothing is loaded. Weak evidence never outbids strong: the rank decides, then the number of bytes
   verified. */
#ifndef LETTERPRESS_HOST_EVIDENCE_H
#define LETTERPRESS_HOST_EVIDENCE_H

#include "host/manifest.h"

#include <letterpress/source.h>

/* Ranks; evidence is rank << 16 | bytes verified. */
typedef enum LpRank {
  LP_RANK_NONE = 0,
  LP_RANK_TEXT = 1,            /* it is text, and text is what the format takes */
  LP_RANK_EXTENSION = 2,       /* its name says so */
  LP_RANK_MAGIC_ELSEWHERE = 3, /* bytes, not at the start */
  LP_RANK_MIMETYPE = 4,        /* the entry "mimetype" of a ZIP */
  LP_RANK_PART = 5,            /* an entry of a ZIP */
  LP_RANK_MAGIC = 6            /* bytes at the start */
} LpRank;

/* What of a draft counts as evidence. */
typedef struct LpTraits LpTraits;

/* Looks at a source: its first 4096 bytes, its name, the names in it if it is a ZIP. */
LpTraits *lp_traits_new(LpSource *source);
void lp_traits_free(LpTraits *traits);

/* The evidence for a format; 0: none. */
uint32_t lp_evidence(const LpTraits *traits, const LpManifestFormat *format);

/* Whether the draft's name ends as the format's files do. */
bool lp_evidence_of_name(const LpTraits *traits, const LpManifestFormat *format);

#endif
