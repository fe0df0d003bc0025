/* JSON by hand: names are ours, strings are escaped. */
#include "config.h"

#include "write/json.h"

#include <string.h>

Json json_begin(LpSink *sink) {
  lp_sink_write(sink, "{", 1);
  return (Json){.sink = sink, .first = true};
}

void json_end(Json *json) {
  lp_sink_write(json->sink, "}\n", 2);
}

void json_name(Json *json, const char *name) {
  if (!json->first)
    lp_sink_write(json->sink, ",", 1);
  json->first = false;
  lp_sink_write(json->sink, "\"", 1);
  lp_sink_text(json->sink, name);
  lp_sink_write(json->sink, "\":", 2);
}

void json_string(Json *json, const char *name, const char *value, size_t n) {
  json_name(json, name);
  lp_sink_write(json->sink, "\"", 1);
  size_t from = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)value[i];
    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    lp_sink_write(json->sink, value + from, i - from);
    if (c == '"' || c == '\\')
      lp_sink_format(json->sink, "\\%c", c);
    else
      lp_sink_format(json->sink, "\\u%04x", c);
    from = i + 1;
  }
  lp_sink_write(json->sink, value + from, n - from);
  lp_sink_write(json->sink, "\"", 1);
}

void json_integer(Json *json, const char *name, int64_t value) {
  json_name(json, name);
  lp_sink_format(json->sink, "%lld", (long long)value);
}

void json_true(Json *json, const char *name) {
  json_name(json, name);
  lp_sink_text(json->sink, "true");
}
