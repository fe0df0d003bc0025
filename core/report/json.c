/* Writes JSON. */
#include "config.h"

#include "report/json.h"

#include <string.h>

static void quote(GString *text, const char *value) {
  char *valid = g_utf8_make_valid(value, -1);
  g_string_append_c(text, '"');
  for (const char *at = valid; *at; at++) {
    unsigned char byte = (unsigned char)*at;
    if (byte == '"' || byte == '\\')
      g_string_append_printf(text, "\\%c", byte);
    else if (byte == '\n')
      g_string_append(text, "\\n");
    else if (byte < 0x20 || byte == 0x7F)
      g_string_append_printf(text, "\\u%04x", byte);
    else
      g_string_append_c(text, (char)byte);
  }
  g_string_append_c(text, '"');
  g_free(valid);
}

static void begin(LpJson *json, const char *key) {
  if (json->separate)
    g_string_append_c(json->text, ',');
  json->separate = true;
  if (!key)
    return;
  quote(json->text, key);
  g_string_append_c(json->text, ':');
}

void lp_json_open(LpJson *json, const char *key, char bracket) {
  begin(json, key);
  g_string_append_c(json->text, bracket);
  json->separate = false;
}

void lp_json_close(LpJson *json, char bracket) {
  g_string_append_c(json->text, bracket);
  json->separate = true;
}

void lp_json_string(LpJson *json, const char *key, const char *value) {
  begin(json, key);
  if (value)
    quote(json->text, value);
  else
    g_string_append(json->text, "null");
}

void lp_json_integer(LpJson *json, const char *key, int64_t value) {
  begin(json, key);
  g_string_append_printf(json->text, "%" G_GINT64_FORMAT, (gint64)value);
}

void lp_json_boolean(LpJson *json, const char *key, bool value) {
  begin(json, key);
  g_string_append(json->text, value ? "true" : "false");
}

void lp_json_strings(LpJson *json, const char *key, const char *const *values) {
  lp_json_open(json, key, '[');
  for (; *values; values++)
    lp_json_string(json, NULL, *values);
  lp_json_close(json, ']');
}
