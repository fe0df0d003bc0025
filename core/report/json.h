/* report/json.h: JSON (RFC 8259), written. A string is put in as it is where it is UTF-8; other bytes become
 * U+FFFD. */
#ifndef LETTERPRESS_REPORT_JSON_H
#define LETTERPRESS_REPORT_JSON_H

#include <glib.h>
#include <letterpress/types.h>

/* A value in the making. key: NULL in an array and at the top. */
typedef struct LpJson {
  GString *text;
  bool separate; /* a comma goes before the next value */
} LpJson;

void lp_json_open(LpJson *json, const char *key, char bracket);        /* '{' or '[' */
void lp_json_close(LpJson *json, char bracket);                        /* '}' or ']' */
void lp_json_string(LpJson *json, const char *key, const char *value); /* NULL: null */
void lp_json_integer(LpJson *json, const char *key, int64_t value);
void lp_json_boolean(LpJson *json, const char *key, bool value);

/* A list of strings, NULL at the end. */
void lp_json_strings(LpJson *json, const char *key, const char *const *values);

#endif
