/* Ranks what a draft shows against what a keyfile asks for. */
#include "config.h"

#include "host/evidence.h"

#include "host/zip_names.h"

#include <glib.h>
#include <string.h>

struct LpTraits {
  uint8_t head[LP_MAGIC_END];
  size_t head_n;
  char *extension; /* in lower case; "" where the name has none */
  LpZipNames *zip; /* NULL: no ZIP */
};

LpTraits *lp_traits_new(LpSource *source) {
  LpTraits *traits = g_new0(LpTraits, 1);
  int64_t n = lp_source_read_at(source, 0, traits->head, sizeof traits->head);
  traits->head_n = n > 0 ? (size_t)n : 0;
  const char *name = lp_source_name(source);
  const char *slash = strrchr(name, '/');
  const char *dot = strrchr(slash ? slash : name, '.');
  traits->extension = g_ascii_strdown(dot ? dot + 1 : "", -1);
  if (traits->head_n >= 4 && memcmp(traits->head, "PK", 2) == 0)
    traits->zip = lp_zip_names_read(source);
  return traits;
}

void lp_traits_free(LpTraits *traits) {
  if (!traits)
    return;
  lp_zip_names_free(traits->zip);
  g_free(traits->extension);
  g_free(traits);
}

static uint32_t evidence(LpRank rank, size_t bytes) {
  return (uint32_t)rank << 16 | (uint32_t)MIN(bytes, 0xFFFF);
}

static uint32_t of_magic(const LpTraits *traits, const LpManifestFormat *format) {
  uint32_t best = 0;
  for (size_t i = 0; i < format->magic_count; i++) {
    const LpMagic *magic = &format->magics[i];
    if (magic->offset > traits->head_n || magic->n > traits->head_n - magic->offset)
      continue;
    if (memcmp(traits->head + magic->offset, magic->bytes, magic->n) != 0)
      continue;
    best = MAX(best, evidence(magic->offset == 0 ? LP_RANK_MAGIC : LP_RANK_MAGIC_ELSEWHERE, magic->n));
  }
  return best;
}

/* Whether a name is as the pattern says: ASCII case aside (ECMA-376-2, 6.2.2), one '*' for any characters. */
static bool matches(const char *name, const char *pattern) {
  const char *star = strchr(pattern, '*');
  if (!star)
    return g_ascii_strcasecmp(name, pattern) == 0;
  size_t before = (size_t)(star - pattern);
  size_t after = strlen(star + 1);
  size_t n = strlen(name);
  return n >= before + after && g_ascii_strncasecmp(name, pattern, before) == 0 &&
         g_ascii_strcasecmp(name + n - after, star + 1) == 0;
}

static uint32_t of_package(const LpTraits *traits, const LpManifestFormat *format) {
  if (!traits->zip)
    return 0;
  for (size_t i = 0; format->parts[i]; i++)
    for (size_t j = 0; j < traits->zip->count; j++)
      if (matches(traits->zip->names[j], format->parts[i]))
        return evidence(LP_RANK_PART, strlen(format->parts[i]));
  for (size_t i = 0; format->mimetypes[i] && traits->zip->mimetype; i++)
    if (strcmp(traits->zip->mimetype, format->mimetypes[i]) == 0)
      return evidence(LP_RANK_MIMETYPE, strlen(format->mimetypes[i]));
  return 0;
}

/* Text has no control characters but white space (and a final ^Z of old); UTF-16 is known by its mark. */
static bool is_text(const LpTraits *traits) {
  const uint8_t *head = traits->head;
  if (traits->head_n >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF)))
    return true;
  for (size_t i = 0; i < traits->head_n; i++)
    if (head[i] < 0x20 && !memchr("\t\n\v\f\r\x1a\x1b", head[i], 7))
      return false;
  return true;
}

bool lp_evidence_of_name(const LpTraits *traits, const LpManifestFormat *format) {
  return g_strv_contains(format->extensions, traits->extension);
}

uint32_t lp_evidence(const LpTraits *traits, const LpManifestFormat *format) {
  uint32_t best = MAX(of_magic(traits, format), of_package(traits, format));
  if (best)
    return best;
  if (lp_evidence_of_name(traits, format))
    return evidence(LP_RANK_EXTENSION, 0);
  return format->is_text && !traits->zip && is_text(traits) ? evidence(LP_RANK_TEXT, 0) : 0;
}
