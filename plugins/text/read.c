/* The order of reading: bytes, text, front matter, what is cut out, pages and sections, and what is left. */
#include "config.h"

#include "read.h"

#include "read/comments.h"
#include "read/encoding.h"
#include "read/front_matter.h"
#include "read/markdown.h"
#include "read/notes.h"
#include "read/paragraphs.h"
#include "read/sections.h"
#include "read/wrap.h"

#include <string.h>

/* How the draft is read; found once. */
typedef enum Style { STYLE_PLAIN, STYLE_LIGHT, STYLE_MARKDOWN } Style;

/* # at the start of a line or ** around words: nobody means them to be printed. */
static bool has_light_markup(const Draft *draft, size_t from) {
  const char *text = draft->text->str;
  for (size_t line = draft_line_of(draft, from); line < draft_line_count(draft); line++) {
    Line here = line_at(draft, line);
    size_t i = here.from;
    while (i < here.to && text[i] == '#')
      i++;
    if (i > here.from && i - here.from <= 6 && i < here.to && text[i] == ' ')
      return true;
    const char *open = g_strstr_len(text + here.from, (gssize)(here.to - here.from), "**");
    const char *inside = open ? open + 2 : NULL;
    if (inside && !g_ascii_isspace(*inside) && *inside != '*' &&
        g_strstr_len(inside, (gssize)(text + here.to - inside), "**"))
      return true;
  }
  return false;
}

/* The draft's text as Markdown is to see it. One conversion is one thread, and a chunk's reader is called
 * back with the draft alone. */
typedef struct MarkdownDraft {
  Draft draft; /* first: a Draft is handed round */
  char *text;
  Style style;
} MarkdownDraft;

static void read_markdown_chunk(Draft *draft, size_t first, size_t end) {
  MarkdownDraft *whole = (MarkdownDraft *)(void *)draft;
  read_markdown_lines(draft, whole->text, first, end, whole->style == STYLE_MARKDOWN,
                      whole->style == STYLE_LIGHT);
}

static int by_line(gconstpointer a, gconstpointer b) {
  const NoteText *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* What was cut out is seen again, but for what is consumed by now: labels, comments. */
static void show_again(Draft *draft, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (!draft->consumed[i])
      draft->body[i] = draft->text->str[i];
}

/* Notes are read after the body; one that nothing refers to stands as text at the end. */
static void read_notes(MarkdownDraft *whole) {
  Draft *draft = &whole->draft;
  GList *notes = draft->notes ? g_list_sort(g_hash_table_get_values(draft->notes), by_line) : NULL;
  for (GList *i = notes; i; i = i->next) {
    NoteText *note = i->data;
    LpPlace place = draft_place(draft, draft_line_start(draft, note->first));
    if (note->used) {
      lp_builder_open(draft->builder, LP_KIND_NOTE, &place);
      lp_builder_string(draft->builder, LP_ATTRIBUTE_NAME, note->label);
    } else {
      lp_warn(draft->account, "text.note-unused", &place,
              "Nothing refers to the note \"%s\"; its text stands at the end.", note->label);
    }
    show_again(draft, draft_line_start(draft, note->first), draft_line_end(draft, note->end - 1));
    read_markdown_chunk(draft, note->first, note->end);
    if (note->used)
      lp_builder_close(draft->builder, LP_KIND_NOTE);
  }
  g_list_free(notes);
}

static void read_as_markdown(MarkdownDraft *whole, size_t from) {
  Draft *draft = &whole->draft;
  whole->text = g_strndup(draft->text->str, draft->text->len);
  draft->body = whole->text;
  if (whole->style == STYLE_MARKDOWN)
    cut_comments(draft, from, whole->text);
  cut_notes(draft, from, whole->text);
  read_sections(draft, from, read_markdown_chunk);
  read_notes(whole);
  leave_markup(draft, from);
  g_free(whole->text);
}

static LpVerdict read_draft(LpReading *reading, Style style, bool may_be_light) {
  LpAccount *account = lp_reading_account(reading);
  size_t n;
  const uint8_t *bytes = lp_source_bytes(lp_reading_source(reading), &n);
  if (!bytes)
    return LP_FAILED;
  GString *text = decode(bytes, n, account);
  if (!text)
    return LP_FAILED;
  MarkdownDraft whole = {.style = style};
  Draft *draft = &whole.draft;
  draft_begin(draft, text, lp_reading_builder(reading), account);
  size_t from = read_front_matter(draft);
  if (may_be_light && has_light_markup(draft, from)) {
    whole.style = STYLE_LIGHT;
    lp_report(account, LP_LEVEL_INFO, LP_CLASS_FORMAT, "text.light-markup", NULL,
              "The draft uses # or ** as Markdown does, and was read as that.");
  }
  draft->measure = wrap_measure(draft);
  if (lp_characters(text->str + from, text->len - from) == 0)
    lp_fail(account, LP_CLASS_FORMAT, "text.empty", NULL, "The draft holds no text.");
  else if (whole.style == STYLE_PLAIN)
    read_sections(draft, from, read_paragraphs);
  else
    read_as_markdown(&whole, from);
  draft_end(draft);
  return lp_account_failed(account) ? LP_FAILED : LP_DONE;
}

LpVerdict read_text(LpReading *reading) {
  const char *markup = lp_reading_option(reading, "markup");
  bool plain = markup && strcmp(markup, "plain") == 0, markdown = markup && strcmp(markup, "markdown") == 0;
  return read_draft(reading, markdown ? STYLE_LIGHT : STYLE_PLAIN, !plain && !markdown);
}

LpVerdict read_markdown(LpReading *reading) {
  return read_draft(reading, STYLE_MARKDOWN, false);
}
