/* Front matter: flat "key: value" lines between two lines "---". */
#include "config.h"

#include "read/front_matter.h"

#include <string.h>

static bool line_is(const Draft *draft, size_t line, const char *text) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line);
  while (to > from && (draft->text->str[to - 1] == ' ' || draft->text->str[to - 1] == '\t'))
    to--;
  return to - from == strlen(text) && memcmp(draft->text->str + from, text, to - from) == 0;
}

/* The names that people give the entries. */
static LpMetadata entry_of(const char *key) {
  static const struct {
    const char *key;
    LpMetadata entry;
  } others[] = {{"lang", LP_METADATA_LANGUAGE},
                {"author", LP_METADATA_AUTHORS},
                {"location", LP_METADATA_PLACE},
                {"subtitle", LP_METADATA_MEETING}};
  for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
    if (g_ascii_strcasecmp(key, others[i].key) == 0)
      return others[i].entry;
  char *lower = g_ascii_strdown(key, -1);
  LpMetadata entry = lp_metadata_by_name(lower);
  g_free(lower);
  return entry;
}

/* YAML 1.2, 5.7: the escapes of a double-quoted value that people's tools write; *n: the bytes behind the
 * backslash that it takes. */
static gunichar escaped(const char *text, size_t *n) {
  static const struct {
    char sign;
    gunichar c;
    uint8_t digits;
  } escapes[] = {{'n', ' ', 0}, {'t', ' ', 0}, {'_', 0xA0, 0}, {'x', 0, 2}, {'u', 0, 4}, {'U', 0, 8}};
  *n = 1;
  for (size_t i = 0; i < G_N_ELEMENTS(escapes); i++) {
    if (*text != escapes[i].sign)
      continue;
    guint64 value = escapes[i].c;
    for (; *n <= escapes[i].digits; ++*n) {
      if (!g_ascii_isxdigit(text[*n]))
        return 0xFFFD;
      value = value * 16 + (guint64)g_ascii_xdigit_value(text[*n]);
    }
    return value >= 0x20 && value < 0x110000 && g_unichar_validate((gunichar)value) ? (gunichar)value
                                                                                    : 0xFFFD;
  }
  return (gunichar)(unsigned char)*text; /* \" and \\ stand for the sign itself */
}

static char *unquoted(const char *value) {
  size_t length = strlen(value);
  if (length < 2 || (*value != '"' && *value != '\'') || value[length - 1] != *value)
    return g_strdup(value);
  GString *plain = g_string_new(NULL);
  const char *end = value + length - 1;
  for (const char *p = value + 1; p < end; p++) {
    size_t n = 0;
    if (*value == '"' && *p == '\\' && p + 1 < end)
      g_string_append_unichar(plain, escaped(p + 1, &n));
    else
      g_string_append_c(plain, *p);
    if (*value == '\'' && *p == '\'' && p + 1 < end && p[1] == '\'')
      n = 1; /* a doubled quote is one */
    p += n;
  }
  return g_string_free(plain, FALSE);
}

static bool goes_on(const Draft *draft, size_t line) {
  char first = draft->text->str[draft_line_start(draft, line)];
  return first == ' ' || first == '\t';
}

/* The entry that begins on a line, with the indented lines that go on from it. */
static void read_entry(Draft *draft, size_t line, size_t end) {
  GString *text = g_string_new(NULL);
  do {
    size_t start = draft_line_start(draft, line);
    char *piece = g_strndup(draft->text->str + start, draft_line_end(draft, line) - start);
    g_string_append_printf(text, "%s%s", text->len ? " " : "", g_strstrip(piece));
    g_free(piece);
  } while (++line < end && goes_on(draft, line));
  char *colon = strchr(text->str, ':');
  if (colon && *text->str != '-' && *text->str != '#') {
    *colon = 0;
    char *value = unquoted(g_strstrip(colon + 1));
    lp_builder_metadata(draft->builder, entry_of(g_strchomp(text->str)), value);
    g_free(value);
  }
  g_string_free(text, TRUE);
}

size_t read_front_matter(Draft *draft) {
  size_t lines = draft_line_count(draft), end = 1;
  if (!line_is(draft, 0, "---"))
    return 0;
  while (end < lines && !line_is(draft, end, "---") && !line_is(draft, end, "..."))
    end++;
  if (end == lines || end == 1)
    return 0;
  /* A first line of text between two rules is no front matter. */
  if (!memchr(draft->text->str + draft_line_start(draft, 1), ':',
              draft_line_end(draft, 1) - draft_line_start(draft, 1)))
    return 0;
  for (size_t line = 1; line < end; line++)
    if (!goes_on(draft, line))
      read_entry(draft, line, end);
  size_t behind = MIN(draft_line_end(draft, end) + 1, draft->text->len);
  draft_leave(draft, 0, behind, LP_REASON_METADATA);
  return behind;
}
