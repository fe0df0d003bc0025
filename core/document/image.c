/* Headers of pictures: what it is, how large. Nothing is decoded. */
#include "config.h"

#include "document/tree.h"

#include <string.h>

static uint32_t big32(const uint8_t *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t big16(const uint8_t *p) {
  return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t little16(const uint8_t *p) {
  return (uint32_t)p[1] << 8 | p[0];
}

static uint32_t little32(const uint8_t *p) {
  return little16(p + 2) << 16 | little16(p);
}

static void set_size(LpResource *resource, uint32_t width, uint32_t height) {
  if (width > INT32_MAX || height > INT32_MAX)
    width = height = 0;
  resource->pixel_width = (int32_t)width;
  resource->pixel_height = (int32_t)height;
}

/* PNG (Third Edition), 11.2.1 and 11.3.4.3: IHDR comes first, pHYs before the data. */
static void read_png(const uint8_t *head, size_t n, LpResource *resource) {
  if (n < 33)
    return;
  set_size(resource, big32(head + 16), big32(head + 20));
  for (size_t at = 33; n - at >= 21;) {
    uint32_t length = big32(head + at);
    if (memcmp(head + at + 4, "IDAT", 4) == 0)
      return;
    if (memcmp(head + at + 4, "pHYs", 4) == 0 && head[at + 16] == 1) {
      uint32_t per_metre = big32(head + at + 8);
      if (per_metre < 1000000)
        resource->pixels_per_inch = (int32_t)((per_metre * 254 + 5000) / 10000);
      return;
    }
    if (length > n - at - 12)
      return;
    at += (size_t)length + 12;
  }
}

static bool is_jpeg_frame(uint8_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* ITU-T T.81, B.1.1.4; JFIF 1.02 for the density. */
static void read_jpeg(const uint8_t *head, size_t n, LpResource *resource) {
  for (size_t at = 2; at + 4 <= n && head[at] == 0xFF;) {
    uint8_t marker = head[at + 1];
    if (marker == 0xFF) {
      at++;
      continue;
    }
    size_t length = big16(head + at + 2);
    if (is_jpeg_frame(marker) && at + 9 <= n) {
      set_size(resource, big16(head + at + 7), big16(head + at + 5));
      return;
    }
    if (marker == 0xE0 && at + 16 <= n && memcmp(head + at + 4, "JFIF", 5) == 0) {
      uint32_t density = big16(head + at + 12);
      uint8_t unit = head[at + 11];
      resource->pixels_per_inch = (int32_t)(unit == 1 ? density : unit == 2 ? (density * 254 + 50) / 100 : 0);
    }
    if (length < 2 || length > n - at - 2)
      return;
    at += length + 2;
  }
}

/* RIFF container of WebP: VP8, VP8L, VP8X. */
static void read_webp(const uint8_t *head, size_t n, LpResource *resource) {
  if (n < 30)
    return;
  const uint8_t *chunk = head + 12;
  if (memcmp(chunk, "VP8X", 4) == 0)
    set_size(resource, 1 + (little32(head + 24) & 0xFFFFFF), 1 + (little32(head + 26) >> 8));
  else if (memcmp(chunk, "VP8L", 4) == 0) {
    uint32_t bits = little32(head + 21);
    set_size(resource, 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
  } else if (memcmp(chunk, "VP8 ", 4) == 0)
    set_size(resource, little16(head + 26) & 0x3FFF, little16(head + 28) & 0x3FFF);
}

static bool contains(const uint8_t *head, size_t n, const char *text) {
  size_t length = strlen(text);
  for (size_t i = 0; i + length <= n; i++)
    if (memcmp(head + i, text, length) == 0)
      return true;
  return false;
}

void image_read_header(const uint8_t *head, size_t n, LpResource *resource) {
  static const struct {
    LpMediaType type;
    uint8_t length;
    const char *magic;
  } magics[] = {{LP_MEDIA_PNG, 8, "\x89PNG\r\n\x1a\n"},
                {LP_MEDIA_JPEG, 3, "\xFF\xD8\xFF"},
                {LP_MEDIA_GIF, 4, "GIF8"},
                {LP_MEDIA_TIFF, 4, "II*\0"},
                {LP_MEDIA_TIFF, 4, "MM\0*"},
                {LP_MEDIA_WMF, 4, "\xD7\xCD\xC6\x9A"}};
  resource->media_type = LP_MEDIA_UNKNOWN;
  for (size_t i = 0; i < G_N_ELEMENTS(magics); i++)
    if (n >= magics[i].length && memcmp(head, magics[i].magic, magics[i].length) == 0)
      resource->media_type = magics[i].type;
  if (n >= 12 && memcmp(head, "RIFF", 4) == 0 && memcmp(head + 8, "WEBP", 4) == 0)
    resource->media_type = LP_MEDIA_WEBP;
  if (n >= 44 && memcmp(head, "\1\0\0\0", 4) == 0 && memcmp(head + 40, " EMF", 4) == 0)
    resource->media_type = LP_MEDIA_EMF;
  if (resource->media_type == LP_MEDIA_UNKNOWN && n > 0 && (head[0] == '<' || head[0] == 0xEF) &&
      contains(head, MIN(n, 4096), "<svg"))
    resource->media_type = LP_MEDIA_SVG;
  switch (resource->media_type) {
  case LP_MEDIA_PNG: read_png(head, n, resource); break;
  case LP_MEDIA_JPEG: read_jpeg(head, n, resource); break;
  case LP_MEDIA_WEBP: read_webp(head, n, resource); break;
  case LP_MEDIA_GIF:
    if (n >= 10)
      set_size(resource, little16(head + 6), little16(head + 8));
    break;
  default: break; /* vectors and TIFF have no size in pixels that is worth a parser here */
  }
}
