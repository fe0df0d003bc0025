/* read/notes.h: notes of Markdown, cut out before md4c sees the text: it has none, and would take a one-word
 * note for a link's target. */
#ifndef TEXT_READ_NOTES_H
#define TEXT_READ_NOTES_H

#include "read/draft.h"

/* Signs that stand for the brackets of a reference; md4c passes them on as text. No draft holds them: see
 * decode. */
#define NOTE_OPEN '\1'
#define NOTE_CLOSE '\2'

/* A note: its lines. The first begins with its label, which is consumed already. */
typedef struct NoteText {
  char *label;
  size_t first, end; /* lines */
  bool used;
} NoteText;

/* Finds the definitions "[^label]: text" from an offset on with the lines that go on from them, fills
   draft->notes, blanks them in text (as long as the draft's), and marks the references to them there. */
void cut_notes(Draft *draft, size_t from, char *text);

/* The note of a label of n bytes; NULL if there is none. */
NoteText *find_note(const Draft *draft, const char *label, size_t n);

#endif
