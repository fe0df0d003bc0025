/* read/draft.h: the draft's text, its lines, and what has become of each byte of it. */
#ifndef TEXT_READ_DRAFT_H
#define TEXT_READ_DRAFT_H

#include "read/marker.h"

#include <glib.h>
#include <letterpress/plugin.h>

typedef struct Draft {
  LpAccount *account;
  LpBuilder *builder;
  GString *text;
  char *body;          /* the text, or a copy of it in which what was cut out is blank */
  GArray *line_starts; /* of size_t: the offset of each line */
  uint8_t *consumed;   /* a byte a byte of text: it was built, or named as left out */
  GHashTable *notes;   /* label -> Note */
  size_t measure;      /* columns that the draft was wrapped at; 0: it was not */
  Marker last_item;    /* label of the item met last; length 0: none */
  bool seen_prose;     /* running text has begun: what comes before is the title block */
} Draft;

/* Takes the text, and gives all of it to the ledger. */
void draft_begin(Draft *draft, GString *text, LpBuilder *builder, LpAccount *account);
void draft_end(Draft *draft);

/* The line of an offset, from 0; where a line begins and ends (without its LF); how many there are. */
size_t draft_line_of(const Draft *draft, size_t offset);
size_t draft_line_start(const Draft *draft, size_t line);
size_t draft_line_end(const Draft *draft, size_t line);
size_t draft_line_count(const Draft *draft);

/* Whether nothing but white space stands on a line. */
bool draft_line_is_blank(const Draft *draft, size_t line);

/* Blank lines before a line. */
size_t draft_blank_lines_before(const Draft *draft, size_t line);

LpPlace draft_place(const Draft *draft, size_t offset);

/* Hands bytes [from, to) to the builder. */
void draft_text(Draft *draft, size_t from, size_t to);

/* Names bytes [from, to) as left out; those that were consumed before are passed over. */
void draft_leave(Draft *draft, size_t from, size_t to, LpReason reason);

/* Sets the place-dependent attribute of the block just opened: blank lines before its line. */
void draft_note_blank_lines(Draft *draft, size_t line);

#endif
