/* The letterhead that stands in the draft already, as text at the top of each page: it is left out, since the
   final carries its own, and a mark stays where a page ended: PAGE_BREAK with ORIGIN 1, for the pass
   "rejoin". */
#include "config.h"

#include "statement/passing.h"

#include "statement/flow.h"
#include "statement/fold.h"
#include "statement/furniture.h"
#include "statement/match.h"

#include <string.h>

enum { TAGLINE_LINES_MOST = 3, BLANKS_BEFORE_NAME = 2 };

/* A block of the flow. */
typedef struct Line {
  LpNode *block;
  char *text; /* NULL: too long to match anything, or no text */
  LpMatch match;
  bool is_full;
  bool is_page_break;
  bool is_number;
  bool is_head; /* of a letterhead found */
} Line;

typedef struct Lines {
  LpPassing *passing;
  LpMatcher *matcher;
  GPtrArray *flow;
  GArray *lines; /* of Line, as flow */
} Lines;

static Line *line_at(const Lines *lines, size_t index) {
  return index < lines->lines->len ? &g_array_index(lines->lines, Line, index) : NULL;
}

/* ---- lines within a paragraph ---- */

static char *text_of(const LpNode *block) {
  if (!lp_kind_takes_inlines(lp_node_kind(block)) ||
      lp_block_length(block, LP_MATCH_BYTES_MOST + 1) > LP_MATCH_BYTES_MOST)
    return NULL;
  return lp_node_text_below(block);
}

/* The text before a block's line break. */
static char *text_before(const LpNode *line_break) {
  GString *text = g_string_new(NULL);
  for (const LpNode *node = lp_node_first_child(lp_node_parent(line_break)); node != line_break;
       node = lp_node_next(node)) {
    char *part = lp_node_kind(node) == LP_KIND_LINE_BREAK ? g_strdup(" ") : lp_node_text_below(node);
    g_string_append(text, part);
    g_free(part);
    if (text->len > LP_MATCH_BYTES_MOST)
      break;
  }
  return g_string_free(text, FALSE);
}

/* A paragraph that begins with lines of the letterhead and goes on with others is parted behind them. A name
   alone begins many an address: it counts at the top of a page. */
static void part_lines(const Lines *lines, LpNode *block, bool at_page_top) {
  char *whole = text_of(block);
  bool is_whole = whole && lp_matcher_line(lines->matcher, whole).kind != LP_MATCH_NONE;
  g_free(whole);
  if (is_whole)
    return;
  int count = 0;
  LpNode *last = NULL;
  for (LpNode *node = lp_edit_first_child(block); node && count <= TAGLINE_LINES_MOST;
       node = lp_edit_next(node)) {
    if (lp_node_kind(node) != LP_KIND_LINE_BREAK)
      continue;
    count++;
    char *text = text_before(node);
    LpMatchKind kind = lp_matcher_line(lines->matcher, text).kind;
    if (kind == LP_MATCH_BOTH || kind == LP_MATCH_TAGLINE || (kind == LP_MATCH_NAME && at_page_top))
      last = node;
    g_free(text);
  }
  if (last)
    lp_block_split(lines->passing->document, last);
}

static bool has_line_break(const LpNode *block) {
  for (const LpNode *node = lp_node_first_child(block); node; node = lp_node_next(node))
    if (lp_node_kind(node) == LP_KIND_LINE_BREAK)
      return true;
  return false;
}

static void part_all_lines(const Lines *lines) {
  GPtrArray *flow = lp_flow_of(lines->passing->document, lp_document_root(lines->passing->document));
  bool at_page_top = false;
  for (size_t i = 0; i < flow->len; i++) {
    LpNode *block = lp_flow_at(flow, i);
    if (has_line_break(block))
      part_lines(lines, block, at_page_top);
    if (!lp_block_is_empty(block))
      at_page_top = lp_node_kind(block) == LP_KIND_PAGE_BREAK;
  }
  g_ptr_array_free(flow, TRUE);
}

/* ---- heads ---- */

static void take_line(Lines *lines, LpNode *block) {
  Line line = {.block = block,
               .text = text_of(block),
               .is_full = !lp_block_is_empty(block),
               .is_page_break = lp_node_kind(block) == LP_KIND_PAGE_BREAK};
  if (line.text && line.is_full) {
    line.match = lp_matcher_line(lines->matcher, line.text);
    line.is_number = lp_page_number(lines->passing->definition, line.text).page != 0;
  }
  g_array_append_val(lines->lines, line);
}

/* The next line that shows something, forwards or backwards; -1 at an end. */
static gssize neighbour(const Lines *lines, gssize index, int step) {
  for (index += step; index >= 0 && index < (gssize)lines->lines->len; index += step)
    if (line_at(lines, (size_t)index)->is_full)
      return index;
  return -1;
}

/* How many of the lines beside a name, at most three, are together a tagline; the last of them. */
static gssize tagline_beside(const Lines *lines, gssize name, int step, LpMatch *match) {
  gssize last = -1, at = name;
  GString *text = g_string_new(NULL);
  for (int count = 0; count < TAGLINE_LINES_MOST; count++) {
    at = neighbour(lines, at, step);
    const Line *line = at < 0 ? NULL : line_at(lines, (size_t)at);
    if (!line || line->is_page_break || !line->text || line->match.kind == LP_MATCH_NAME)
      break;
    if (text->len)
      step > 0 ? g_string_append_c(text, ' ') : g_string_prepend_c(text, ' ');
    step > 0 ? g_string_append(text, line->text) : g_string_prepend(text, line->text);
    LpMatch found = lp_matcher_line(lines->matcher, text->str);
    if (found.kind == LP_MATCH_TAGLINE && found.similarity > match->similarity) {
      *match = found;
      last = at;
    }
  }
  g_string_free(text, TRUE);
  return last;
}

static void mark_head(Lines *lines, gssize from, gssize to, const LpMatch *match) {
  for (gssize i = MIN(from, to); i <= MAX(from, to); i++)
    line_at(lines, (size_t)i)->is_head = line_at(lines, (size_t)i)->is_full;
  if (!lines->passing->found_language && *match->language)
    lines->passing->found_language = match->language;
}

/* A name with its tagline below or above, or both in one line. */
static bool mark_full_head(Lines *lines, gssize index) {
  Line *line = line_at(lines, (size_t)index);
  if (line->match.kind == LP_MATCH_BOTH) {
    mark_head(lines, index, index, &line->match);
    return true;
  }
  LpMatch match = {0};
  gssize last = tagline_beside(lines, index, 1, &match);
  if (last < 0)
    last = tagline_beside(lines, index, -1, &match);
  if (last < 0)
    return false;
  mark_head(lines, index, last, *match.language ? &match : &line->match);
  return true;
}

static bool is_beside(const Lines *lines, gssize index, int step) {
  gssize at = neighbour(lines, index, step);
  const Line *line = at < 0 ? NULL : line_at(lines, (size_t)at);
  return line && (line->is_page_break || line->is_number);
}

/* A name alone is the letterhead only where a page begins or ends. */
static bool stands_as_head(const Lines *lines, gssize index) {
  return is_beside(lines, index, -1) || is_beside(lines, index, 1) ||
         (index > 0 && neighbour(lines, index, -1) >= 0 &&
          lp_flow_blanks_before(lines->flow, (size_t)index) >= BLANKS_BEFORE_NAME);
}

static void mark_heads(Lines *lines) {
  bool recurs = false;
  for (guint i = 0; i < lines->lines->len; i++) {
    Line *line = line_at(lines, i);
    if (line->is_head || (line->match.kind != LP_MATCH_NAME && line->match.kind != LP_MATCH_BOTH))
      continue;
    if (mark_full_head(lines, i))
      recurs = true;
    else if (stands_as_head(lines, i)) {
      mark_head(lines, i, i, &line->match);
      recurs = true;
    }
  }
  /* The first page has nothing before its head: it counts if others do. */
  gssize first = neighbour(lines, -1, 1);
  if (recurs && first >= 0 && line_at(lines, (size_t)first)->match.kind == LP_MATCH_NAME)
    mark_head(lines, first, first, &line_at(lines, (size_t)first)->match);
}

/* ---- out ---- */

/* Where a page ended: the page break that stands there, or a new one. */
static void mark_page_end(const Lines *lines, gssize head) {
  gssize before = neighbour(lines, head, -1);
  if (before < 0)
    return; /* the first page */
  LpDocument *document = lines->passing->document;
  Line *line = line_at(lines, (size_t)before);
  LpNode *page_break = line->is_page_break ? line->block : NULL;
  if (!page_break) {
    LpNode *block = line_at(lines, (size_t)head)->block;
    page_break = lp_edit_new(document, LP_KIND_PAGE_BREAK, lp_node_place(block));
    if (!lp_edit_insert_before(block, page_break))
      return;
  }
  lp_edit_set_integer(document, page_break, LP_ATTRIBUTE_ORIGIN, 1);
}

static void remove_heads(Lines *lines) {
  LpPlace first = {0};
  int count = 0;
  for (guint i = 0; i < lines->lines->len; i++) {
    if (!line_at(lines, i)->is_head)
      continue;
    if (i == 0 || !line_at(lines, i - 1)->is_head) {
      mark_page_end(lines, i);
      if (count++ == 0)
        first = lp_node_place(line_at(lines, i)->block);
    }
  }
  for (guint i = 0; i < lines->lines->len; i++)
    if (line_at(lines, i)->is_head)
      lp_flow_remove(lines->passing->document, line_at(lines, i)->block, LP_REASON_LETTERHEAD);
  if (count)
    lp_report(
        lines->passing->account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "recognise.letterhead", &first,
        "The letterhead stands in the draft's own text, found %d times from here on: it is left out, the "
        "final carries its own.",
        count);
}

static void remove_page_numbers(const LpPassing *passing) {
  LpPlace first;
  size_t count = lp_furniture_remove(passing->document, passing->definition, &first);
  if (count)
    lp_report(passing->account, LP_LEVEL_INFO, LP_CLASS_REFUSED, "recognise.page-number", &first,
              "The draft's own page numbers, found %zu times from here on, are left out.", count);
}

/* Some other head that is repeated where pages begin: it cannot be known for one, so it stays. */
static void warn_of_repeats(const LpPassing *passing) {
  GPtrArray *flow = lp_flow_of(passing->document, lp_document_root(passing->document));
  char *known = NULL;
  bool is_page_top = true;
  for (size_t i = 0; i < flow->len; i++) {
    LpNode *block = lp_flow_at(flow, i);
    if (lp_node_kind(block) == LP_KIND_PAGE_BREAK) {
      is_page_top = lp_node_integer(block, LP_ATTRIBUTE_ORIGIN) == 1;
      continue;
    }
    char *text = is_page_top && !lp_block_is_empty(block) ? text_of(block) : NULL;
    is_page_top &= lp_block_is_empty(block);
    if (text && known && *text && strcmp(text, known) == 0) {
      LpPlace place = lp_node_place(block);
      lp_warn(passing->account, "recognise.repeated-block", &place,
              "“%s” stands at the top of several pages of the draft; it is not this letterhead, so it stays "
              "in the "
              "text.",
              text);
      g_free(text);
      break;
    }
    if (text) {
      g_free(known);
      known = text;
    }
  }
  g_free(known);
  g_ptr_array_free(flow, TRUE);
}

void lp_pass_recognise(LpPassing *passing) {
  Lines lines = {.passing = passing,
                 .matcher = lp_matcher_new(passing->definition),
                 .lines = g_array_new(FALSE, FALSE, sizeof(Line))};
  part_all_lines(&lines);
  lines.flow = lp_flow_of(passing->document, lp_document_root(passing->document));
  for (guint i = 0; i < lines.flow->len; i++)
    take_line(&lines, lp_flow_at(lines.flow, i));
  mark_heads(&lines);
  remove_heads(&lines);
  for (guint i = 0; i < lines.lines->len; i++)
    g_free(line_at(&lines, i)->text);
  g_array_free(lines.lines, TRUE);
  g_ptr_array_free(lines.flow, TRUE);
  lp_matcher_free(lines.matcher);
  remove_page_numbers(passing);
  warn_of_repeats(passing);
}
