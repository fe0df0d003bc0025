/* Resources: a handle in the tree, bytes when a writer asks. */
#include "config.h"

#include "document/tree.h"

#include "stream/open.h"

#include <string.h>

static bool pixels_allowed(LpDocument *document, const LpResource *resource, const LpPlace *place) {
  int64_t pixels = (int64_t)resource->pixel_width * resource->pixel_height;
  if (!lp_account_within(document->account, LP_LIMIT_PICTURE_PIXELS, pixels, place) ||
      !lp_account_within(document->account, LP_LIMIT_ALL_PIXELS, document->pixels + pixels, place))
    return false;
  document->pixels += pixels;
  return true;
}

int32_t document_add_resource(LpDocument *document, const char *name, int64_t size, const uint8_t *head,
                              size_t head_n, LpResourceReader reader, void *holder) {
  char *key = g_strdup_printf("resource %p %s", holder, name);
  gpointer known = g_hash_table_lookup(document->names, key);
  if (known) {
    g_free(key);
    return GPOINTER_TO_INT(known) - 1;
  }
  LpResource *resource = lp_arena_allocate(document->arena, sizeof *resource);
  resource->document = document;
  resource->name = lp_document_intern(document, name, strlen(name));
  resource->size = size;
  resource->reader = reader;
  resource->holder = holder;
  image_read_header(head, head_n, resource);
  LpPlace place = {.part = resource->name};
  if (!pixels_allowed(document, resource, &place)) {
    g_free(key);
    return -1;
  }
  if (!document->resources)
    document->resources = g_ptr_array_new();
  g_ptr_array_add(document->resources, resource);
  g_hash_table_insert(document->names, key, GINT_TO_POINTER((int)document->resources->len));
  return (int32_t)document->resources->len - 1;
}

size_t lp_document_resource_count(const LpDocument *document) {
  return document->resources ? document->resources->len : 0;
}

const LpResource *lp_document_resource(const LpDocument *document, int32_t number) {
  if (number < 0 || (size_t)number >= lp_document_resource_count(document))
    return NULL;
  return document->resources->pdata[number];
}

LpMediaType lp_resource_media_type(const LpResource *resource) {
  return resource->media_type;
}

const char *lp_resource_mime_type(const LpResource *resource) {
  static const char *const types[] = {
      [LP_MEDIA_UNKNOWN] = "application/octet-stream",
      [LP_MEDIA_PNG] = "image/png",
      [LP_MEDIA_JPEG] = "image/jpeg",
      [LP_MEDIA_GIF] = "image/gif",
      [LP_MEDIA_WEBP] = "image/webp",
      [LP_MEDIA_TIFF] = "image/tiff",
      [LP_MEDIA_SVG] = "image/svg+xml",
      [LP_MEDIA_EMF] = "image/emf",
      [LP_MEDIA_WMF] = "image/wmf",
  };
  return types[resource->media_type];
}

int64_t lp_resource_size(const LpResource *resource) {
  return resource->size;
}

int32_t lp_resource_pixel_width(const LpResource *resource) {
  return resource->pixel_width;
}

int32_t lp_resource_pixel_height(const LpResource *resource) {
  return resource->pixel_height;
}

int32_t lp_resource_pixels_per_inch(const LpResource *resource) {
  return resource->pixels_per_inch;
}

LpSource *lp_resource_open(const LpResource *resource) {
  size_t n = 0;
  uint8_t *bytes = resource->reader(resource->holder, resource->name, &n);
  if (!bytes) {
    LpPlace place = {.part = resource->name};
    lp_warn(resource->document->account, "resource.unreadable", &place,
            "A picture or other part cannot be read.");
    return NULL;
  }
  return lp_source_new_owned(resource->name, bytes, n);
}
