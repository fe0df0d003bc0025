/* What Markdown's signs account for: bytes that became structure. Whatever else was not built stays for the
 * ledger to find. */
#include "config.h"

#include "read/markdown.h"

#include "read/wrap.h"

#include <string.h>

static bool is_consumed(const Draft *draft, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (draft->consumed[i])
      return true;
  return false;
}

/* Behind the signs that a line can begin with: quotation, bullets, numbers of items ("> 1. - ").
 *numbers_end: behind the last number. It looks at the body, where notes' labels and comments are blank. */
static size_t content_start(const Draft *draft, const Line *line, size_t *numbers_end) {
  const char *text = draft->body;
  size_t i = line->from;
  *numbers_end = line->from;
  while (i < line->to) {
    while (i < line->to && strchr("> \t-*+", text[i]))
      i++;
    size_t digits = i;
    while (i < line->to && g_ascii_isdigit(text[i]) && !draft->consumed[i])
      i++;
    if (i == digits || i == line->to || (text[i] != '.' && text[i] != ')'))
      return digits;
    *numbers_end = ++i;
  }
  return i;
}

/* CommonMark 4.7: "[label]: address"; the whole line is structure. */
static bool is_link_definition(const Draft *draft, size_t from, size_t to) {
  const char *text = draft->body;
  const char *end = from < to && text[from] == '[' ? memchr(text + from, ']', to - from) : NULL;
  return end && end + 1 < text + to && end[1] == ':' && !is_consumed(draft, from, (size_t)(end - text));
}

static bool is_fence(const Draft *draft, size_t from, size_t to) {
  const char *text = draft->body + from;
  return to - from >= 3 && (memcmp(text, "```", 3) == 0 || memcmp(text, "~~~", 3) == 0) &&
         !is_consumed(draft, from, to);
}

/* Signs, and addresses of links between "](" and ")". */
static void leave_signs(Draft *draft, size_t from, size_t to) {
  const char *text = draft->text->str;
  bool in_address = false;
  for (size_t i = from; i < to; i++) {
    if (draft->consumed[i])
      continue;
    if (text[i] == '(' && i > 0 && text[i - 1] == ']')
      in_address = true;
    if (in_address || g_ascii_ispunct(text[i]))
      draft_leave(draft, i, i + 1, in_address ? LP_REASON_STRUCTURE : LP_REASON_MARKUP);
    if (text[i] == ')')
      in_address = false;
  }
}

void leave_markup(Draft *draft, size_t from) {
  for (size_t line = draft_line_of(draft, from); line < draft_line_count(draft); line++) {
    Line here = line_at(draft, line);
    size_t numbers_end, start = content_start(draft, &here, &numbers_end);
    if (is_link_definition(draft, start, here.to) || is_fence(draft, start, here.to))
      numbers_end = here.to;
    draft_leave(draft, here.from, numbers_end, LP_REASON_STRUCTURE);
    leave_signs(draft, here.from, here.to);
  }
}
