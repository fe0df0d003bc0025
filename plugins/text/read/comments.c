/* Comments are told apart before anything else is read: they may span blank lines. */
#include "config.h"

#include "read/comments.h"

#include <string.h>

static const char opening[] = "<!--", closing[] = "-->";

static void build_comment(Draft *draft, size_t from, size_t to, int number) {
  LpPlace place = draft_place(draft, from);
  char name[32];
  g_snprintf(name, sizeof name, "comment-%d", number);
  size_t text = from + strlen(opening), end = to - strlen(closing);
  draft_leave(draft, from, text, LP_REASON_MARKUP);
  draft_leave(draft, end, to, LP_REASON_MARKUP);
  lp_builder_open(draft->builder, LP_KIND_COMMENT, &place);
  lp_builder_string(draft->builder, LP_ATTRIBUTE_NAME, name);
  while (text < end && g_ascii_isspace(draft->text->str[text]))
    text++;
  while (end > text && g_ascii_isspace(draft->text->str[end - 1]))
    end--;
  if (end > text)
    draft_text(draft, text, end);
  lp_builder_close(draft->builder, LP_KIND_COMMENT);
}

void cut_comments(Draft *draft, size_t from, char *text) {
  int number = 0;
  for (char *start = text + from; (start = strstr(start, opening));) {
    char *end = strstr(start + strlen(opening), closing);
    if (!end)
      return;
    end += strlen(closing);
    build_comment(draft, (size_t)(start - text), (size_t)(end - text), ++number);
    for (; start < end; start++)
      if (*start != '\n')
        *start = ' ';
  }
}
