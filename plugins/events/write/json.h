/* write/json.h: JSON onto a sink (RFC 8259), one object a line. */
#ifndef EVENTS_WRITE_JSON_H
#define EVENTS_WRITE_JSON_H

#include <letterpress/sink.h>

/* An object, or an object within it, being written. */
typedef struct Json {
  LpSink *sink;
  bool first; /* no member yet */
} Json;

/* Begins a line; json_end ends it. */
Json json_begin(LpSink *sink);
void json_end(Json *json);

void json_string(Json *json, const char *name, const char *value, size_t n);
void json_integer(Json *json, const char *name, int64_t value);
void json_true(Json *json, const char *name);

/* A member whose value the caller writes: an object or an array within. */
void json_name(Json *json, const char *name);

#endif
