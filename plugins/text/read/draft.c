/* The draft's text by line and byte. */
#include "config.h"

#include "read/draft.h"

#include <string.h>

void draft_begin(Draft *draft, GString *text, LpBuilder *builder, LpAccount *account) {
  draft->account = account;
  draft->builder = builder;
  draft->text = text;
  draft->body = text->str;
  draft->consumed = g_malloc0(text->len + 1);
  draft->line_starts = g_array_new(FALSE, FALSE, sizeof(size_t));
  draft->notes = NULL;
  draft->measure = 0;
  draft->seen_prose = false;
  draft->last_item = (Marker){0};
  size_t start = 0;
  g_array_append_val(draft->line_starts, start);
  for (size_t i = 0; i < text->len; i++) {
    if (text->str[i] != '\n')
      continue;
    start = i + 1;
    g_array_append_val(draft->line_starts, start);
  }
  lp_ledger_give(account, text->str, text->len);
}

void draft_end(Draft *draft) {
  g_free(draft->consumed);
  g_array_free(draft->line_starts, TRUE);
  g_string_free(draft->text, TRUE);
  g_clear_pointer(&draft->notes, g_hash_table_destroy);
}

size_t draft_line_count(const Draft *draft) {
  return draft->line_starts->len;
}

size_t draft_line_start(const Draft *draft, size_t line) {
  return g_array_index(draft->line_starts, size_t, line);
}

size_t draft_line_end(const Draft *draft, size_t line) {
  return line + 1 < draft->line_starts->len ? draft_line_start(draft, line + 1) - 1 : draft->text->len;
}

size_t draft_line_of(const Draft *draft, size_t offset) {
  size_t low = 0, high = draft->line_starts->len; /* line low begins at or before offset, line high after */
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (draft_line_start(draft, middle) <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

bool draft_line_is_blank(const Draft *draft, size_t line) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line);
  return lp_characters(draft->text->str + from, to - from) == 0;
}

size_t draft_blank_lines_before(const Draft *draft, size_t line) {
  size_t count = 0;
  while (count < line && draft_line_is_blank(draft, line - count - 1))
    count++;
  return count;
}

LpPlace draft_place(const Draft *draft, size_t offset) {
  size_t line = draft_line_of(draft, offset);
  return (LpPlace){.line = (uint32_t)MIN(line + 1, UINT32_MAX),
                   .column = (uint32_t)MIN(offset - draft_line_start(draft, line) + 1, UINT32_MAX)};
}

void draft_text(Draft *draft, size_t from, size_t to) {
  LpPlace place = draft_place(draft, from);
  lp_builder_text(draft->builder, draft->body + from, to - from, &place);
  memset(draft->consumed + from, 1, to - from);
}

void draft_leave(Draft *draft, size_t from, size_t to, LpReason reason) {
  for (size_t i = from; i < to;) {
    size_t run = i;
    while (run < to && !draft->consumed[run])
      run++;
    if (run > i) {
      LpPlace place = draft_place(draft, i);
      lp_ledger_leave(draft->account, reason, draft->text->str + i, run - i, &place);
      memset(draft->consumed + i, 1, run - i);
    }
    i = run + 1;
  }
}

void draft_note_blank_lines(Draft *draft, size_t line) {
  size_t blank = draft_blank_lines_before(draft, line);
  if (blank >= 2)
    lp_builder_integer(draft->builder, LP_ATTRIBUTE_BLANK_LINES, (int32_t)MIN(blank, 1000));
}
