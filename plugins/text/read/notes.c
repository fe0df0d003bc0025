/* Definitions of notes and the references to them. */
#include "config.h"

#include "read/notes.h"

#include <string.h>

static void free_note(gpointer data) {
  NoteText *note = data;
  g_free(note->label);
  g_free(note);
}

/* The bytes of "[^label]:" at the start of a line, 0 if it is none; *label_n gets those of the label. */
static size_t definition_length(const Draft *draft, size_t line, size_t *label_n) {
  size_t from = draft_line_start(draft, line), to = draft_line_end(draft, line), i = from;
  const char *text = draft->text->str;
  while (i < to && i < from + 3 && text[i] == ' ')
    i++;
  if (to - i < 5 || text[i] != '[' || text[i + 1] != '^')
    return 0;
  size_t label = i + 2;
  for (i = label; i < to && text[i] != ']'; i++)
    if (g_ascii_isspace(text[i]) || text[i] == '[')
      return 0;
  if (i == label || i + 1 >= to || text[i + 1] != ':')
    return 0;
  *label_n = i - label;
  return i + 2 - from;
}

static bool is_indented(const Draft *draft, size_t line) {
  const char *text = draft->text->str + draft_line_start(draft, line);
  return text[0] == '\t' || strncmp(text, "    ", 4) == 0;
}

/* The line after the last that belongs to a definition: lazy lines, and indented paragraphs after blank ones.
 */
static size_t definition_end(const Draft *draft, size_t line) {
  size_t end = line + 1, lines = draft_line_count(draft), ignored;
  while (end < lines) {
    if (draft_line_is_blank(draft, end)) {
      size_t next = end;
      while (next < lines && draft_line_is_blank(draft, next))
        next++;
      if (next == lines || !is_indented(draft, next))
        return end;
      end = next;
    }
    if (definition_length(draft, end, &ignored))
      return end;
    end++;
  }
  return end;
}

static void blank_out(const Draft *draft, size_t first, size_t end, char *text) {
  for (size_t i = draft_line_start(draft, first); i < draft_line_end(draft, end - 1); i++)
    if (text[i] != '\n')
      text[i] = ' ';
}

NoteText *find_note(const Draft *draft, const char *label, size_t n) {
  if (!draft->notes)
    return NULL;
  char *key = g_strndup(label, n);
  NoteText *note = g_hash_table_lookup(draft->notes, key);
  g_free(key);
  return note;
}

static void mark_references(const Draft *draft, size_t from, char *text) {
  for (char *p = text + from; (p = strstr(p, "[^")); p++) {
    char *end = strpbrk(p + 2, "] \n");
    if (!end || *end != ']' || !find_note(draft, p + 2, (size_t)(end - p - 2)))
      continue;
    *p = NOTE_OPEN;
    *end = NOTE_CLOSE;
  }
}

void cut_notes(Draft *draft, size_t from, char *text) {
  size_t lines = draft_line_count(draft), label_n;
  for (size_t line = draft_line_of(draft, from); line < lines; line++) {
    size_t length = definition_length(draft, line, &label_n);
    if (!length)
      continue;
    size_t start = draft_line_start(draft, line), end = definition_end(draft, line);
    const char *label = draft->text->str + start + length - 2 - label_n;
    if (!find_note(draft, label, label_n)) { /* the first definition counts; another stays text */
      if (!draft->notes)
        draft->notes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_note);
      NoteText *note = g_new0(NoteText, 1);
      note->label = g_strndup(label, label_n);
      note->first = line;
      note->end = end;
      g_hash_table_insert(draft->notes, note->label, note);
      draft_leave(draft, start, start + length, LP_REASON_STRUCTURE);
      blank_out(draft, line, end, text);
    }
    line = end - 1;
  }
  mark_references(draft, from, text);
}
