/* write/notes.h: notes and comments, at the end, linked both ways. */
#ifndef HTML_WRITE_NOTES_H
#define HTML_WRITE_NOTES_H

#include <letterpress/walk.h>

struct HtmlWriter;

/* One note or comment that is met. */
typedef struct NoteNumber {
  const LpNode *note;
  uint32_t id;     /* from 1, in the order of the first references */
  uint32_t number; /* as shown, within its class */
  bool referred;   /* the place to come back to is written */
} NoteNumber;

typedef struct NoteNumbers {
  NoteNumber *slots; /* by address; a power of two, at most half full */
  size_t slot_count;
  size_t count;
  uint32_t of_class[2]; /* notes of each class met */
} NoteNumbers;

/* Gives a note its number at the first reference to it. For the survey. */
void notes_survey(struct HtmlWriter *writer, const LpNode *reference);

LpWalkInto note_reference_enter(void *state, const LpNode *node);
LpWalkInto notes_enter(void *state, const LpNode *node);
LpWalkInto note_enter(void *state, const LpNode *node);
void note_leave(void *state, const LpNode *node);
LpWalkInto comment_range_enter(void *state, const LpNode *node);
LpWalkInto comment_enter(void *state, const LpNode *node);

#endif
