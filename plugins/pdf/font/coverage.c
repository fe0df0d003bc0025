#include "config.h"

#include "font/coverage.h"

#include "font/state.h"

/* Characters that a shaper makes disappear, and white space: every face sets them. */
static bool draws_nothing(uint32_t c) {
  if (c < 0x7f)
    return c <= 0x20;
  switch (g_unichar_type(c)) {
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
  case G_UNICODE_SPACE_SEPARATOR: return true;
  default:
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) || c == 0x034f || c == 0xfffc;
  }
}

static bool covers_cluster(const Face *face, const uint32_t *cluster, size_t length) {
  uint32_t base = cluster[0];
  for (size_t i = 0; i < length; i++) {
    uint32_t composed = 0;
    if (i > 0 && g_unichar_compose(base, cluster[i], &composed) && face_covers(face, composed)) {
      base = composed;
      continue;
    }
    if (!draws_nothing(cluster[i]) && !face_covers(face, cluster[i]))
      return false;
  }
  return true;
}

/* The first character of the cluster that the face lacks: what the second tier has to bring. */
static uint32_t first_lacking(const Face *face, const uint32_t *cluster, size_t length) {
  for (size_t i = 0; face && i < length; i++) {
    if (!draws_nothing(cluster[i]) && !face_covers(face, cluster[i]))
      return cluster[i];
  }
  return cluster[0];
}

static Face *substitute(FontConfiguration *configuration, FaceChain *chain, const char *language,
                        const Face *first, uint32_t character) {
  bool bold = font_chain_bold(chain), italic = font_chain_italic(chain);
  char *key = g_strdup_printf("%x %d%d %s", character, bold, italic, language ? language : "");
  void *known = NULL;
  if (g_hash_table_lookup_extended(configuration->substitutes, key, NULL, &known)) {
    g_free(key);
    return known;
  }
  Face *face = installed_substitute(configuration->installed, character, first ? first->family : NULL,
                                    language, bold, italic);
  g_hash_table_insert(configuration->substitutes, key, face);
  return face;
}

FaceChoice font_choose(FontConfiguration *configuration, FaceChain *chain, const char *language,
                       const uint32_t *cluster, size_t length) {
  for (size_t i = 0;; i++) {
    FaceLink link = font_chain_link(configuration, chain, i);
    if (!link.face)
      break;
    if (covers_cluster(link.face, cluster, length))
      return (FaceChoice){link.face, link.scale, FACE_WANTED};
  }
  FaceLink first = font_chain_link(configuration, chain, 0);
  uint32_t lacking = first_lacking(first.face, cluster, length);
  Face *face = substitute(configuration, chain, language, first.face, lacking);
  if (face)
    return (FaceChoice){face, font_chain_group(chain)->scale, FACE_SUBSTITUTED};
  return (FaceChoice){first.face, first.scale, FACE_MISSING};
}
