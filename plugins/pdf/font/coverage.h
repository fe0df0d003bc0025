/* Which face has the glyphs of a cluster of characters, and what happens when none of the wanted ones has. */
#ifndef PDF_FONT_COVERAGE_H
#define PDF_FONT_COVERAGE_H

#include "font/families.h"

typedef enum FaceVerdict {
  FACE_WANTED,      /* the letterhead names the face */
  FACE_SUBSTITUTED, /* another installed font has the glyphs */
  FACE_MISSING      /* none has: the chain's first face is given, for its metrics */
} FaceVerdict;

typedef struct FaceChoice {
  Face *face; /* NULL only when no font at all can be opened */
  double scale;
  FaceVerdict verdict;
} FaceChoice;

/* Chooses for one cluster: a base and the marks on it. A mark that composes with the base is covered when the
 * composed character is; characters that draw nothing are covered by every face. */
FaceChoice font_choose(FontConfiguration *configuration, FaceChain *chain, const char *language,
                       const uint32_t *cluster, size_t length);

#endif
