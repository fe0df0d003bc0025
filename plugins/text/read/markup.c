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

/* CommonMark 4.7: "[label]: address"; the whole line is structure. */
static bool is_link_definition(const Draft *draft, const Line *line) {
  const char *text = draft->text->str;
  if (line->from == line->to || text[line->from] != '[' || is_consumed(draft, line->from, line->to))
    return false;
  const char *end = memchr(text + line->from, ']', line->to - line->from);
  return end && end + 1 < text + line->to && end[1] == ':';
}

static bool is_fence(const Draft *draft, const Line *line) {
  const char *text = draft->text->str + line->from;
  return line->to - line->from >= 3 && (memcmp(text, "```", 3) == 0 || memcmp(text, "~~~", 3) == 0) &&
         !is_consumed(draft, line->from, line->to);
}

/* The end of an item's number at the start of a line: "12." */
static size_t number_end(const Draft *draft, const Line *line) {
  const char *text = draft->text->str;
  size_t i = line->from;
  while (i < line->to && (text[i] == '>' || text[i] == ' ' || text[i] == '\t' || text[i] == '-'))
    i++;
  size_t digits = i;
  while (i < line->to && g_ascii_isdigit(text[i]) && !draft->consumed[i])
    i++;
  return i > digits && i < line->to && (text[i] == '.' || text[i] == ')') ? i : line->from;
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
    if (is_link_definition(draft, &here) || is_fence(draft, &here)) {
      draft_leave(draft, here.from, here.to, LP_REASON_STRUCTURE);
      continue;
    }
    draft_leave(draft, here.from, number_end(draft, &here), LP_REASON_STRUCTURE);
    leave_signs(draft, here.from, here.to);
  }
}
