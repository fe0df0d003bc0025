/* Form feeds and language sections: what is between them is read by itself. */
#include "config.h"

#include "read/sections.h"

#include <string.h>

/* The language of a line "::: {lang=xx}"; from g_malloc, NULL if it is no such line. */
static char *opening_language(const Draft *draft, size_t line) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line);
  char *text = g_strndup(draft->body + from, to - from);
  char *stripped = g_strstrip(text), *language = NULL;
  if (g_str_has_prefix(stripped, ":::")) {
    char *key = strstr(stripped, "lang=");
    char *value = key ? key + strlen("lang=") : NULL;
    size_t n = 0;
    if (value && (*value == '"' || *value == '\''))
      value++;
    while (value && n < 35 && (g_ascii_isalnum(value[n]) || value[n] == '-'))
      n++;
    if (n)
      language = g_strndup(value, n);
  }
  g_free(text);
  return language;
}

static bool is_closing(const Draft *draft, size_t line) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line);
  size_t colons = 0;
  for (size_t i = from; i < to; i++) {
    char c = draft->body[i];
    if (c == ':')
      colons++;
    else if (!g_ascii_isspace(c))
      return false;
  }
  return colons >= 3;
}

static void open_section(Draft *draft, size_t line, const char *language) {
  LpPlace place = draft_place(draft, draft_line_start(draft, line));
  lp_builder_open(draft->builder, LP_KIND_SECTION, &place);
  lp_builder_style(draft->builder, lp_style_with_string(lp_builder_document(draft->builder), NULL,
                                                        LP_PROPERTY_LANGUAGE, language));
  draft_leave(draft, draft_line_start(draft, line), draft_line_end(draft, line), LP_REASON_MARKUP);
}

/* Form feeds stand at the start of a line, or behind its text: the line then belongs to the page that they
 * end. */
static bool holds_form_feed(const Draft *draft, size_t line, size_t *at) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line);
  const char *found = memchr(draft->body + from, '\f', to - from);
  if (found)
    *at = (size_t)(found - draft->body);
  return found;
}

static void break_page(Draft *draft, size_t at) {
  LpPlace place = draft_place(draft, at);
  lp_builder_leaf(draft->builder, LP_KIND_PAGE_BREAK, &place);
  lp_builder_integer(draft->builder, LP_ATTRIBUTE_ORIGIN, 1);
  draft->body[at] = ' '; /* it is no part of the line that follows */
}

static void flush(Draft *draft, size_t *first, size_t end, ReadChunk read_chunk) {
  if (*first < end)
    read_chunk(draft, *first, end);
  *first = end;
}

void read_sections(Draft *draft, size_t from, ReadChunk read_chunk) {
  size_t lines = draft_line_count(draft), first = draft_line_of(draft, from);
  bool open = false;
  for (size_t line = first; line < lines && !lp_should_stop(draft->account); line++) {
    size_t at;
    while (holds_form_feed(draft, line, &at)) {
      size_t start = draft_line_start(draft, line);
      bool at_start = lp_characters(draft->body + start, at - start) == 0;
      flush(draft, &first, at_start ? line : line + 1, read_chunk);
      break_page(draft, at);
    }
    char *language = opening_language(draft, line);
    if (language || (open && is_closing(draft, line))) {
      flush(draft, &first, line, read_chunk);
      first = line + 1;
      if (open)
        lp_builder_close(draft->builder, LP_KIND_SECTION);
      open = language != NULL;
      if (open)
        open_section(draft, line, language);
      else
        draft_leave(draft, draft_line_start(draft, line), draft_line_end(draft, line), LP_REASON_MARKUP);
      g_free(language);
    }
  }
  flush(draft, &first, lines, read_chunk);
  if (open)
    lp_builder_close(draft->builder, LP_KIND_SECTION);
}
