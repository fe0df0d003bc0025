/* write/notes.h: notes and comments, at the place that refers to them. */
#ifndef ODT_WRITE_NOTES_H
#define ODT_WRITE_NOTES_H

#include <letterpress/walk.h>

struct OdtWriter;

/* Notes and comments that are written. */
typedef struct Notes {
  const LpNode **slots; /* by address; a power of two, at most half full */
  size_t slot_count;
  size_t count;
} Notes;

LpWalkInto note_reference_enter(void *state, const LpNode *node);
LpWalkInto comment_range_enter(void *state, const LpNode *node);

/* What nothing refers to, after all else. */
LpWalkInto notes_enter(void *state, const LpNode *node);

#endif
