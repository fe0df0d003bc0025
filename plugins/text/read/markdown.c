/* Blocks of Markdown. */
#include "config.h"

#include "read/markdown.h"

#include "read/wrap.h"

#include <string.h>

static Lists *current_markers(const Markdown *markdown) {
  return &g_array_index(markdown->markers, Lists, markdown->markers->len - 1);
}

static void add_pending(Markdown *markdown, PendingBlock block) {
  g_array_append_val(markdown->pending, block);
}

static void set_attributes(const Markdown *markdown, const PendingBlock *block) {
  LpBuilder *builder = markdown->draft->builder;
  if (block->level)
    lp_builder_integer(builder, LP_ATTRIBUTE_LEVEL, block->level);
  if (block->header)
    lp_builder_integer(builder, LP_ATTRIBUTE_HEADER, 1);
  if (block->tight)
    lp_builder_integer(builder, LP_ATTRIBUTE_TIGHT, 1);
  if (block->ordered) {
    lp_builder_integer(builder, LP_ATTRIBUTE_ORDERED, 1);
    lp_builder_integer(builder, LP_ATTRIBUTE_START, block->value);
    lp_builder_integer(builder, LP_ATTRIBUTE_NUMBER_STYLE, LP_NUMBER_DECIMAL);
  }
  if (*block->marker) {
    lp_builder_string(builder, LP_ATTRIBUTE_MARKER, block->marker);
    if (block->value)
      lp_builder_integer(builder, LP_ATTRIBUTE_VALUE, block->value);
  }
  if (block->align)
    lp_builder_style(builder, lp_style_with_integer(lp_builder_document(builder), NULL, LP_PROPERTY_ALIGN,
                                                    block->align - 1));
}

void open_pending(Markdown *markdown, size_t offset) {
  if (markdown->rows == 1 && markdown->table_line == SIZE_MAX)
    markdown->table_line = draft_line_of(markdown->draft, offset);
  if (markdown->pending->len == 0)
    return;
  Draft *draft = markdown->draft;
  LpPlace place = draft_place(draft, offset);
  size_t line = draft_line_of(draft, offset);
  for (guint i = 0; i < markdown->pending->len; i++) {
    const PendingBlock *block = &g_array_index(markdown->pending, PendingBlock, i);
    lp_builder_open(draft->builder, block->kind, &place);
    set_attributes(markdown, block);
    draft_note_blank_lines(draft, line);
  }
  g_array_set_size(markdown->pending, 0);
}

/* What is pending has no text of its own: it is opened where the last text ended. */
static void open_without_text(Markdown *markdown) {
  open_pending(markdown, markdown->text_end);
}

static void push_container(Markdown *markdown) {
  Lists none = {0};
  g_array_append_val(markdown->markers, none);
}

static void pop_container(Markdown *markdown) {
  lists_close(current_markers(markdown), markdown->draft);
  g_array_set_size(markdown->markers, markdown->markers->len - 1);
}

/* A block that is no paragraph ends the lists that paragraphs' own markers made. */
static void end_marked_lists(Markdown *markdown) {
  lists_close(current_markers(markdown), markdown->draft);
}

void begin_paragraph(Markdown *markdown, size_t offset) {
  Draft *draft = markdown->draft;
  markdown->paragraph_to_begin = false;
  size_t line = draft_line_of(draft, offset);
  Line here = line_at(draft, line);
  size_t indent = here.indent;
  Lists *lists = current_markers(markdown);
  Marker marker;
  bool item = read_marker(markdown->text + offset, here.to - MIN(offset, here.to), &marker) &&
              (!marker_is_doubtful(&marker) || lists_continue(lists, &marker) ||
               marker_has_successor(draft, line, draft_line_count(draft), &marker));
  PendingBlock paragraph = {.kind = LP_KIND_PARAGRAPH};
  if (item) {
    open_without_text(markdown);
    lists_open_item(lists, draft, &marker, offset, indent,
                    indent + (size_t)g_utf8_strlen(markdown->text + offset, (gssize)marker.length));
    markdown->skip_to = offset + marker.length;
  } else {
    lists_keep(lists, draft, indent);
  }
  add_pending(markdown, paragraph);
  open_pending(markdown, offset);
  draft->seen_prose = true;
}

bool break_into_item(Markdown *markdown) {
  Draft *draft = markdown->draft;
  size_t line = draft_line_of(draft, markdown->text_end) + 1;
  if (line >= draft_line_count(draft))
    return false;
  Line next = line_at(draft, line);
  Lists *lists = current_markers(markdown);
  Marker marker;
  if (!read_marker(draft->text->str + next.from, next.to - next.from, &marker))
    return false;
  char sign = markdown->text_end > 0 ? draft->text->str[markdown->text_end - 1] : 0;
  /* A page that broke within item 2 goes on with item 3: in CommonMark a 3 begins no list within a paragraph.
   */
  bool next_item =
      strchr(";.:,", sign) && draft->last_item.length && marker_follows(&draft->last_item, &marker);
  if (!lists_continue(lists, &marker) && !next_item && !(sign == ':' && marker.value <= 1))
    return false;
  lp_builder_close(draft->builder, LP_KIND_PARAGRAPH);
  markdown->paragraph_to_begin = true;
  return true;
}

/* ---- md4c's callbacks ---- */

static void enter_list(Markdown *markdown, MD_BLOCKTYPE type, void *detail) {
  MarkdownList list = {0};
  PendingBlock block = {.kind = LP_KIND_LIST};
  if (type == MD_BLOCK_OL) {
    const MD_BLOCK_OL_DETAIL *ol = detail;
    list = (MarkdownList){
        .ordered = true, .delimiter = ol->mark_delimiter, .next = (int)MIN(ol->start, 999999999)};
    block.ordered = true;
    block.value = list.next;
    block.tight = ol->is_tight;
  } else {
    block.tight = ((const MD_BLOCK_UL_DETAIL *)detail)->is_tight;
  }
  end_marked_lists(markdown);
  g_array_append_val(markdown->lists, list);
  add_pending(markdown, block);
}

static void enter_item(Markdown *markdown) {
  MarkdownList *list = &g_array_index(markdown->lists, MarkdownList, markdown->lists->len - 1);
  PendingBlock block = {.kind = LP_KIND_LIST_ITEM};
  if (list->ordered) {
    block.value = list->next++;
    g_snprintf(block.marker, sizeof block.marker, "%d%c", block.value, list->delimiter);
    markdown->draft->last_item = (Marker){
        .length = 1, .style = LP_NUMBER_DECIMAL, .after = list->delimiter, .value = block.value, .depth = 1};
  } else {
    g_strlcpy(block.marker, "\u2022", sizeof block.marker);
  }
  add_pending(markdown, block);
  push_container(markdown);
  /* A tight item has no paragraph of md4c's. */
  markdown->paragraph_to_begin = true;
}

static LpAlign align_of(MD_ALIGN align) {
  return align == MD_ALIGN_RIGHT ? LP_ALIGN_END : align == MD_ALIGN_CENTER ? LP_ALIGN_CENTRE : LP_ALIGN_START;
}

static void enter_cell(Markdown *markdown, MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL *detail) {
  add_pending(markdown, (PendingBlock){.kind = LP_KIND_CELL, .header = type == MD_BLOCK_TH});
  int align = detail->align == MD_ALIGN_DEFAULT ? 0 : (int)align_of(detail->align) + 1;
  add_pending(markdown, (PendingBlock){.kind = LP_KIND_PARAGRAPH, .align = align});
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *state) {
  Markdown *markdown = state;
  markdown->paragraph_to_begin = false;
  switch (type) {
  case MD_BLOCK_QUOTE:
    end_marked_lists(markdown);
    add_pending(markdown, (PendingBlock){.kind = LP_KIND_QUOTE});
    push_container(markdown);
    break;
  case MD_BLOCK_UL:
  case MD_BLOCK_OL: enter_list(markdown, type, detail); break;
  case MD_BLOCK_LI: enter_item(markdown); break;
  case MD_BLOCK_HR:
    end_marked_lists(markdown);
    open_without_text(markdown);
    lp_builder_leaf(markdown->draft->builder, LP_KIND_THEMATIC_BREAK, NULL);
    break;
  case MD_BLOCK_H:
    end_marked_lists(markdown);
    add_pending(markdown,
                (PendingBlock){.kind = LP_KIND_HEADING, .level = (int)((MD_BLOCK_H_DETAIL *)detail)->level});
    break;
  case MD_BLOCK_CODE:
    end_marked_lists(markdown);
    add_pending(markdown, (PendingBlock){.kind = LP_KIND_PREFORMATTED});
    break;
  case MD_BLOCK_P: markdown->paragraph_to_begin = true; break;
  case MD_BLOCK_TABLE:
    end_marked_lists(markdown);
    markdown->table_line = SIZE_MAX;
    markdown->rows = 0;
    add_pending(markdown, (PendingBlock){.kind = LP_KIND_TABLE});
    break;
  case MD_BLOCK_THEAD:
  case MD_BLOCK_TBODY:
    add_pending(markdown, (PendingBlock){.kind = LP_KIND_ROW_GROUP, .header = type == MD_BLOCK_THEAD});
    break;
  case MD_BLOCK_TR:
    markdown->rows++;
    add_pending(markdown, (PendingBlock){.kind = LP_KIND_ROW});
    break;
  case MD_BLOCK_TH:
  case MD_BLOCK_TD: enter_cell(markdown, type, detail); break;
  case MD_BLOCK_DOC:
  case MD_BLOCK_HTML: break;
  }
  return 0;
}

static void close_block(Markdown *markdown, LpKind kind) {
  open_without_text(markdown);
  lp_builder_close(markdown->draft->builder, kind);
}

/* A paragraph that never began has no text: nothing stands for it. */
static void leave_paragraph(Markdown *markdown) {
  if (!markdown->paragraph_to_begin)
    lp_builder_close(markdown->draft->builder, LP_KIND_PARAGRAPH);
  markdown->paragraph_to_begin = false;
}

/* GFM drops the cells of a row beyond those of the head. Their text is in the draft, so it gets cells of its
 * own. */
static void keep_further_cells(Markdown *markdown) {
  Draft *draft = markdown->draft;
  if (markdown->rows == 0 || markdown->table_line == SIZE_MAX)
    return;
  size_t line = markdown->table_line +
                (markdown->rows > 1 ? markdown->rows : 0); /* the rule under the head is a line too */
  if (line >= draft_line_count(draft))
    return;
  Line here = line_at(draft, line);
  size_t from = here.to;
  while (from > here.from && !draft->consumed[from - 1])
    from--;
  const char *text = markdown->text;
  while (from < here.to && text[from] != '|')
    from++;
  while (from < here.to) {
    size_t start = from + 1, end = start;
    while (end < here.to && text[end] != '|')
      end++;
    from = end;
    if (lp_characters(text + start, end - start) == 0)
      continue;
    LpPlace place = draft_place(draft, start);
    lp_warn(draft->account, "text.table-cell", &place,
            "A row of a table has more cells than its head; they are kept.");
    lp_builder_open(draft->builder, LP_KIND_CELL, &place);
    wrap_text(draft, start, end);
    lp_builder_close(draft->builder, LP_KIND_CELL);
  }
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *state) {
  (void)detail;
  Markdown *markdown = state;
  switch (type) {
  case MD_BLOCK_QUOTE:
    pop_container(markdown);
    close_block(markdown, LP_KIND_QUOTE);
    break;
  case MD_BLOCK_UL:
  case MD_BLOCK_OL:
    close_block(markdown, LP_KIND_LIST);
    g_array_set_size(markdown->lists, markdown->lists->len - 1);
    break;
  case MD_BLOCK_LI:
    pop_container(markdown);
    close_block(markdown, LP_KIND_LIST_ITEM);
    markdown->paragraph_to_begin = false;
    break;
  case MD_BLOCK_H: close_block(markdown, LP_KIND_HEADING); break;
  case MD_BLOCK_CODE: close_block(markdown, LP_KIND_PREFORMATTED); break;
  case MD_BLOCK_P: leave_paragraph(markdown); break;
  case MD_BLOCK_TABLE: close_block(markdown, LP_KIND_TABLE); break;
  case MD_BLOCK_THEAD:
  case MD_BLOCK_TBODY: close_block(markdown, LP_KIND_ROW_GROUP); break;
  case MD_BLOCK_TR:
    open_without_text(markdown);
    keep_further_cells(markdown);
    lp_builder_close(markdown->draft->builder, LP_KIND_ROW);
    break;
  case MD_BLOCK_TH:
  case MD_BLOCK_TD: close_block(markdown, LP_KIND_CELL); break;
  default: break;
  }
  return lp_should_stop(markdown->draft->account);
}

void read_markdown_lines(Draft *draft, const char *text, size_t first, size_t end, bool tags,
                         bool keep_lines) {
  size_t from = draft_line_start(draft, first), to = draft_line_end(draft, end - 1);
  Markdown markdown = {
      .draft = draft,
      .text = text,
      .tags = tags,
      .keep_lines = keep_lines,
      .pending = g_array_new(FALSE, FALSE, sizeof(PendingBlock)),
      .spans = g_array_new(FALSE, FALSE, sizeof(PendingSpan)),
      .structure = g_array_new(FALSE, FALSE, sizeof(Range)),
      .lists = g_array_new(FALSE, FALSE, sizeof(MarkdownList)),
      .markers = g_array_new(FALSE, FALSE, sizeof(Lists)),
      .text_end = from,
  };
  push_container(&markdown);
  unsigned html = tags ? MD_FLAG_NOHTMLBLOCKS : MD_FLAG_NOHTML;
  MD_PARSER parser = {
      .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS |
               MD_FLAG_NOINDENTEDCODEBLOCKS | html,
      .enter_block = enter_block,
      .leave_block = leave_block,
      .enter_span = enter_span,
      .leave_span = leave_span,
      .text = read_inline,
  };
  if (md_parse(text + from, (MD_SIZE)(to - from), &parser, &markdown) < 0)
    lp_fail(draft->account, LP_CLASS_LIMIT, "text.markdown-memory", NULL,
            "There is not enough memory for this Markdown.");
  pop_container(&markdown);
  lp_builder_text_style(draft->builder, NULL);
  for (guint i = 0; i < markdown.structure->len; i++) {
    const Range *range = &g_array_index(markdown.structure, Range, i);
    draft_leave(draft, range->from, range->to, LP_REASON_STRUCTURE);
  }
  g_array_free(markdown.structure, TRUE);
  g_array_free(markdown.pending, TRUE);
  g_array_free(markdown.spans, TRUE);
  g_array_free(markdown.lists, TRUE);
  g_array_free(markdown.markers, TRUE);
}
