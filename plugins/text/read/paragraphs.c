/* Plain text by its blank lines, indents and markers. */
#include "config.h"

#include "read/paragraphs.h"

#include "read/lists.h"
#include "read/wrap.h"

#include <string.h>

/* The page being read. */
typedef struct Page {
  Draft *draft;
  size_t first, end; /* lines */
  Lists lists;
} Page;

static bool is_blank(const Page *page, size_t line) {
  return draft_line_is_blank(page->draft, line);
}

static char last_sign(const Draft *draft, const Line *line) {
  return line->to > line->from ? draft->text->str[line->to - 1] : 0;
}

static bool is_first_of_list(const Marker *marker) {
  return marker->value <= 1 || marker->other_value == 1 || marker->depth > 1;
}

/* Whether the text of a line begins with a label. at_start: it is the first line of its block; current: the
   label of the item that the block is in, NULL if it is in none. */
static bool starts_item(const Page *page, size_t line, bool at_start, const Marker *current, Marker *marker) {
  Line here = line_at(page->draft, line);
  if (!read_marker(page->draft->text->str + here.from, here.to - here.from, marker))
    return false;
  bool goes_on = lists_continue(&page->lists, marker) || (current && marker_follows(current, marker));
  if (marker_is_doubtful(marker) && !goes_on && !marker_has_successor(page->draft, line, page->end, marker))
    return false;
  if (at_start)
    return true;
  Line before = line_at(page->draft, line - 1);
  bool announced = last_sign(page->draft, &before) == ':';
  /* Within a block a wrapped line may begin with a dash or a number by chance. */
  if (!current && !announced)
    return false;
  return goes_on || (is_first_of_list(marker) && (announced || !is_wrapped(page->draft, &before, &here)));
}

/* ---- lone lines ---- */

/* The sign that a line consists of, three or more times, white space aside; 0: it does not. */
static char ruler_of(const Draft *draft, const Line *line) {
  char sign = line->from < line->to ? draft->text->str[line->from] : 0;
  size_t count = 0;
  if (!sign || !strchr("-=*_~#", sign))
    return 0;
  for (size_t i = line->from; i < line->to; i++) {
    char c = draft->text->str[i];
    if (c == sign)
      count++;
    else if (c != ' ' && c != '\t')
      return 0;
  }
  return count >= 3 ? sign : 0;
}

/* Letters, none of them small: how typists set headings. Scripts without case have none. */
static bool is_all_capitals(const Draft *draft, const Line *line) {
  size_t capitals = 0;
  const char *text = draft->text->str;
  for (size_t i = line->from; i < line->to; i += (size_t)g_utf8_skip[(unsigned char)text[i]]) {
    gunichar c = g_utf8_get_char(text + i);
    if (g_unichar_islower(c))
      return false;
    capitals += g_unichar_isupper(c) != 0;
  }
  return capitals >= 4;
}

static bool ends_a_sentence(const Draft *draft, const Line *line) {
  char sign = last_sign(draft, line);
  if (sign == ')' || sign == '"' || sign == '\'')
    sign = line->to - 1 > line->from ? draft->text->str[line->to - 2] : 0;
  return sign && strchr(".!?:;,", sign);
}

static bool is_prose(const Page *page, size_t first, size_t end) {
  Line line = line_at(page->draft, first);
  if (end - first > 1) {
    Line next = line_at(page->draft, first + 1);
    return is_wrapped(page->draft, &line, &next);
  }
  return line.width > 60 || (line.width > 25 && ends_a_sentence(page->draft, &line));
}

/* A short line before running text, once running text has begun. */
static bool is_heading(const Page *page, size_t first, size_t end) {
  const Draft *draft = page->draft;
  Line line = line_at(draft, first);
  if (end - first > 1 || ends_a_sentence(draft, &line) || line.width > 80)
    return false;
  if (is_all_capitals(draft, &line))
    return true;
  gunichar c = g_utf8_get_char(draft->text->str + line.from);
  if (!draft->seen_prose || line.width > 60 || line.indent > 0 || !g_unichar_isupper(c))
    return false;
  size_t next = end;
  while (next < page->end && is_blank(page, next))
    next++;
  size_t stop = next;
  while (stop < page->end && !is_blank(page, stop))
    stop++;
  Marker marker;
  return next < page->end && next > end && !starts_item(page, next, true, NULL, &marker) &&
         is_prose(page, next, stop);
}

/* ---- blocks ---- */

/* Two lines or more with wide gaps within them stand in columns. */
static bool is_in_columns(const Draft *draft, size_t first, size_t end) {
  size_t gaps = 0;
  for (size_t line = first; line < end; line++) {
    Line here = line_at(draft, line);
    char *text = g_strndup(draft->text->str + here.from, here.to - here.from);
    gaps += strstr(text, "   ") != NULL || strchr(text, '\t') != NULL;
    g_free(text);
  }
  return gaps >= 2;
}

static void read_columns(Draft *draft, size_t first, size_t end) {
  size_t indent = SIZE_MAX;
  for (size_t line = first; line < end; line++) {
    Line here = line_at(draft, line);
    indent = MIN(indent, here.indent);
  }
  LpPlace place = draft_place(draft, draft_line_start(draft, first));
  lp_builder_open(draft->builder, LP_KIND_PREFORMATTED, &place);
  draft_note_blank_lines(draft, first);
  for (size_t line = first; line < end; line++) {
    Line here = line_at(draft, line);
    if (line > first)
      lp_builder_leaf(draft->builder, LP_KIND_LINE_BREAK, NULL);
    for (size_t column = indent; column < here.indent; column++)
      lp_builder_text(draft->builder, " ", 1, NULL);
    draft_text(draft, here.from, here.to);
  }
  lp_builder_close(draft->builder, LP_KIND_PREFORMATTED);
}

static void read_lines(Draft *draft, LpKind kind, int level, size_t first, size_t end, size_t skip) {
  Line line = line_at(draft, first);
  LpPlace place = draft_place(draft, line.from + skip);
  lp_builder_open(draft->builder, kind, &place);
  if (level)
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_LEVEL, level);
  draft_note_blank_lines(draft, first);
  if (draft->measure) {
    Line last = line_at(draft, end - 1);
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_LINE_FILL,
                       (int32_t)MIN((last.indent + last.width) * 1000 / draft->measure, 1000));
  }
  for (size_t i = first; i < end; i++) {
    Line here = line_at(draft, i);
    wrap_text(draft, i == first ? here.from + skip : here.from, here.to);
    if (i + 1 == end)
      break;
    Line next = line_at(draft, i + 1);
    if (!is_wrapped(draft, &here, &next))
      lp_builder_leaf(draft->builder, LP_KIND_LINE_BREAK, NULL);
    else if (joins_with_space(draft, here.to, next.from))
      lp_builder_text(draft->builder, " ", 1, NULL);
  }
  lp_builder_close(draft->builder, kind);
}

static void leave_line(Draft *draft, size_t line) {
  draft_leave(draft, draft_line_start(draft, line), draft_line_end(draft, line), LP_REASON_MARKUP);
}

/* Lines [first, end) without a label. */
static void read_plain(Page *page, size_t first, size_t end) {
  Draft *draft = page->draft;
  Line line = line_at(draft, first);
  if (!lists_keep(&page->lists, draft, line.indent) && ruler_of(draft, &line)) {
    LpPlace place = draft_place(draft, line.from);
    lp_builder_leaf(draft->builder, LP_KIND_THEMATIC_BREAK, &place);
    leave_line(draft, first);
    if (++first == end)
      return;
  }
  if (end - first == 2) {
    Line under = line_at(draft, first + 1);
    char sign = ruler_of(draft, &under);
    if (sign == '=' || sign == '-') {
      read_lines(draft, LP_KIND_HEADING, sign == '=' ? 1 : 2, first, first + 1, 0);
      leave_line(draft, first + 1);
      return;
    }
  }
  if (page->lists.depth == 0 && is_heading(page, first, end)) {
    read_lines(draft, LP_KIND_HEADING, draft->seen_prose ? 2 : 1, first, end, 0);
  } else if (is_in_columns(draft, first, end)) {
    read_columns(draft, first, end);
  } else {
    draft->seen_prose = draft->seen_prose || is_prose(page, first, end);
    read_lines(draft, LP_KIND_PARAGRAPH, 0, first, end, 0);
  }
}

static void read_item(Page *page, Marker *marker, size_t first, size_t end) {
  Draft *draft = page->draft;
  Line line = line_at(draft, first);
  size_t content = line.indent + (size_t)g_utf8_strlen(draft->text->str + line.from, (gssize)marker->length);
  if (end - first > 1) { /* a hanging indent tells it better than a label with tabs */
    Line second = line_at(draft, first + 1);
    if (second.indent > line.indent)
      content = second.indent;
  }
  lists_open_item(&page->lists, draft, marker, line.from, line.indent, content);
  draft_note_blank_lines(draft, first);
  draft->seen_prose = true;
  read_lines(draft, LP_KIND_PARAGRAPH, 0, first, end, marker->length);
}

/* A block of lines without a blank one between: pieces that begin with a label, or not. */
static void read_block(Page *page, size_t first, size_t end) {
  Marker marker, following, settled = {0};
  bool item = starts_item(page, first, true, NULL, &marker), follows = false;
  while (first < end) {
    Marker before = settled;
    settled = item ? marker : (Marker){0};
    marker_settle(follows ? &before : NULL, &settled);
    size_t next = first + 1;
    while (next < end && !starts_item(page, next, false, item ? &settled : NULL, &following))
      next++;
    if (item)
      read_item(page, &marker, first, next);
    else
      read_plain(page, first, next);
    marker = following;
    follows = item;
    item = true;
    first = next;
  }
}

void read_paragraphs(Draft *draft, size_t first, size_t end) {
  Page page = {.draft = draft, .first = first, .end = end};
  for (size_t line = first; line < end && !lp_should_stop(draft->account);) {
    size_t next = line;
    while (next < end && !is_blank(&page, next))
      next++;
    if (next > line)
      read_block(&page, line, next);
    line = next + 1;
  }
  lists_close(&page.lists, draft);
}
