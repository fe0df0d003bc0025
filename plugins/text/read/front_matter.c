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

static void read_entry(Draft *draft, size_t line) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line);
  char *text = g_strndup(draft->text->str + from, to - from);
  char *colon = strchr(text, ':');
  if (colon && *text != ' ' && *text != '-' && *text != '#') {
    *colon = 0;
    char *value = g_strstrip(colon + 1);
    size_t n = strlen(value);
    if (n >= 2 && (*value == '"' || *value == '\'') && value[n - 1] == *value) {
      value[n - 1] = 0;
      value++;
    }
    lp_builder_metadata(draft->builder, entry_of(g_strstrip(text)), value);
  }
  g_free(text);
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
    read_entry(draft, line);
  size_t behind = MIN(draft_line_end(draft, end) + 1, draft->text->len);
  draft_leave(draft, 0, behind, LP_REASON_METADATA);
  return behind;
}
