/* Which faces set a text: by script and language, in order of wish. */
#ifndef PDF_FONT_FAMILIES_H
#define PDF_FONT_FAMILIES_H

#include "font/configuration.h"
#include "font/face.h"

typedef struct FaceChain FaceChain;

/* A face and the factor on the size that the letterhead gives its script. */
typedef struct FaceLink {
  Face *face;
  double scale;
} FaceLink;

/* The faces for text of a group: `families` first (NULL-terminated, may be NULL), then the group's, then
 * those of the Latn group, for the digits and brackets that fonts of other scripts lack. Kept by the
 * configuration. */
FaceChain *font_chain(FontConfiguration *configuration, const FontGroup *group, const char *const *families,
                      bool bold, bool italic);

/* The chain's link number `index`, opened; a NULL face past the end. The first link is the face that sets the
 * text. */
FaceLink font_chain_link(FontConfiguration *configuration, FaceChain *chain, size_t index);

/* What the chain was asked for. */
const FontGroup *font_chain_group(const FaceChain *chain);
bool font_chain_bold(const FaceChain *chain);
bool font_chain_italic(const FaceChain *chain);

#endif
