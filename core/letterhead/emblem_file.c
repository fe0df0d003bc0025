/* The emblem's file: beside the keyfile, small, and reaching for nothing outside itself. */
#include "config.h"

#include "letterhead/read.h"

#include <glib.h>
#include <string.h>

enum { EMBLEM_BYTES_MOST = 1024 * 1024 };

bool lp_emblem_name_stays(LpKeyfile *keyfile, const char *file) {
  if (!strchr(file, '/') && !strchr(file, '\\') && file[0] != '.')
    return true;
  lp_keyfile_error(keyfile, "letterhead.emblem-outside", "emblem", "file",
                   "The emblem “%s” is not in the folder of the letterhead.", file);
  return false;
}

static bool is_png(const uint8_t *bytes, size_t n) {
  static const uint8_t signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  return n >= 33 && memcmp(bytes, signature, sizeof signature) == 0 && memcmp(bytes + 12, "IHDR", 4) == 0;
}

static bool is_within_pixels(LpKeyfile *keyfile, const uint8_t *bytes) {
  uint32_t size[2];
  memcpy(size, bytes + 16, sizeof size);
  uint64_t pixels = (uint64_t)GUINT32_FROM_BE(size[0]) * GUINT32_FROM_BE(size[1]);
  LpPlace place = {.part = keyfile->name, .line = lp_keyfile_line(keyfile, "emblem", "file")};
  if (lp_account_within(keyfile->account, LP_LIMIT_PICTURE_PIXELS, (int64_t)MIN(pixels, INT64_MAX), &place))
    return true;
  keyfile->failed = true;
  return false;
}

/* Where text without regard to case stands in n bytes, from a place on; NULL if nowhere. */
static const char *find(const char *bytes, size_t n, const char *from, const char *text) {
  size_t length = strlen(text);
  for (const char *at = from; at + length <= bytes + n; at++)
    if (g_ascii_tolower(*at) == *text && g_ascii_strncasecmp(at, text, length) == 0)
      return at;
  return NULL;
}

/* What follows "href=" and "url(" may be an anchor of the file or a picture in it, and nothing else. */
static bool reaches_out(const char *svg, size_t n, const char *opening) {
  const char *end = svg + n;
  for (const char *at = find(svg, n, svg, opening); at; at = find(svg, n, at, opening)) {
    at += strlen(opening);
    while (at < end && (g_ascii_isspace(*at) || *at == '=' || *at == '"' || *at == '\''))
      at++;
    size_t left = (size_t)(end - at);
    if (left > 0 && *at == '#')
      continue;
    if (left >= 11 && g_ascii_strncasecmp(at, "data:image/", 11) == 0)
      continue;
    return true;
  }
  return false;
}

static const char *outside_reference(const char *svg, size_t n) {
  static const char *const refused[] = {"<!doctype",      "<!entity", "<script",
                                        "<foreignobject", "@import",  "<?xml-stylesheet"};
  for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
    if (find(svg, n, svg, refused[i]))
      return refused[i];
  if (reaches_out(svg, n, "href"))
    return "href";
  if (reaches_out(svg, n, "url("))
    return "url()";
  return NULL;
}

LpEmblemFile lp_emblem_file(LpKeyfile *keyfile, const char *file, const uint8_t *bytes, size_t n) {
  const LpEmblemFile none = {NULL, 0, false};
  if (!bytes || n == 0) {
    lp_keyfile_warning(keyfile, "letterhead.emblem-missing", "emblem", "file",
                       "The emblem “%s” is missing or cannot be read; the letterhead stands without it.",
                       file);
    return none;
  }
  if (n > EMBLEM_BYTES_MOST) {
    lp_keyfile_error(keyfile, "letterhead.emblem-size", "emblem", "file",
                     "The emblem “%s” has %zu bytes; 1 MiB is the most.", file, n);
    return none;
  }
  if (is_png(bytes, n))
    return is_within_pixels(keyfile, bytes) ? (LpEmblemFile){bytes, n, false} : none;
  const char *svg = (const char *)bytes;
  if (!g_utf8_validate(svg, (gssize)n, NULL) || !find(svg, n, svg, "<svg")) {
    lp_keyfile_error(keyfile, "letterhead.emblem-kind", "emblem", "file",
                     "The emblem “%s” is neither an SVG in UTF-8 nor a PNG.", file);
    return none;
  }
  const char *reference = outside_reference(svg, n);
  if (!reference)
    return (LpEmblemFile){bytes, n, true};
  lp_keyfile_error(keyfile, "letterhead.emblem-references", "emblem", "file",
                   "The emblem “%s” reaches outside itself or acts by itself: %s.", file, reference);
  return none;
}
