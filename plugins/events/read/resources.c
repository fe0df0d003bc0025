/* A resource stays a line of the source until it is wanted. */
#include "config.h"

#include "read/resources.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD_BYTES = 64 * 1024 };

typedef struct EventLine {
  const char *text;
  size_t n;
} EventLine;

void resources_begin(Resources *resources, LpBuilder *builder, LpAccount *account) {
  resources->builder = builder;
  resources->account = account;
  resources->numbers = g_hash_table_new(NULL, NULL);
}

void resources_end(Resources *resources) {
  g_hash_table_destroy(resources->numbers);
}

int32_t resource_number(const Resources *resources, int32_t number) {
  return GPOINTER_TO_INT(g_hash_table_lookup(resources->numbers, GINT_TO_POINTER(number))) - 1;
}

/* The bytes of at most n characters of base64; from malloc, as an LpResourceReader's. */
static uint8_t *decode(const char *text, size_t n, size_t *bytes_n) {
  gint state = 0;
  guint save = 0;
  uint8_t *bytes = malloc(n / 4 * 3 + 4);
  if (bytes)
    *bytes_n = g_base64_decode_step(text, n, bytes, &state, &save);
  return bytes;
}

static uint8_t *read_again(void *holder, const char *name, size_t *n) {
  (void)name;
  const EventLine *line = holder;
  json_t *event = json_loadb(line->text, line->n, JSON_REJECT_DUPLICATES, NULL);
  const json_t *data = json_object_get(event, "data");
  uint8_t *bytes = json_is_string(data) ? decode(json_string_value(data), json_string_length(data), n) : NULL;
  json_decref(event);
  return bytes;
}

LpVerdict add_resource(Resources *resources, const json_t *event, const char *line, size_t n,
                       const LpPlace *place) {
  const json_t *data = json_object_get(event, "data");
  json_int_t number = json_integer_value(json_object_get(event, "resource"));
  if (!json_is_string(data) || number < 0 || number >= INT32_MAX) {
    lp_warn(resources->account, "events.resource", place,
            "A resource has no data; its pictures are missing.");
    return LP_DONE;
  }
  EventLine *holder = lp_document_allocate(lp_builder_document(resources->builder), sizeof *holder);
  *holder = (EventLine){line, n};
  size_t length = json_string_length(data), head_n = 0;
  uint8_t *head = decode(json_string_value(data), MIN(length, (size_t)HEAD_BYTES), &head_n);
  char name[32];
  g_snprintf(name, sizeof name, "resource-%d", (int)number);
  size_t padding =
      length > 1 ? (json_string_value(data)[length - 1] == '=') + (json_string_value(data)[length - 2] == '=')
                 : 0;
  int32_t added =
      lp_builder_resource(resources->builder, name, (int64_t)(length / 4 * 3 - MIN(padding, length / 4 * 3)),
                          head, head_n, read_again, holder);
  free(head);
  g_hash_table_insert(resources->numbers, GINT_TO_POINTER((int)number), GINT_TO_POINTER(added + 1));
  return LP_DONE;
}
