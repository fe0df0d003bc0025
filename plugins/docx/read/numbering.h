/* The numbering part (ECMA-376-1, 17.9): definitions of lists, and where the count of each stands. */
#ifndef DOCX_READ_NUMBERING_H
#define DOCX_READ_NUMBERING_H

#include "read/properties.h"

#include <glib.h>
#include <letterpress/number.h>
#include <letterpress/xml.h>

typedef struct DocxReader DocxReader;

enum { DOCX_LEVELS = 9 };

typedef struct DocxLevel {
  LpNumberStyle style;
  int32_t start;
  int32_t restart;  /* after a level below this one was used, from 1; 0: never; -1: not said, any */
  const char *text; /* w:lvlText, "%1.%2"; interned */
  const char *paragraph_style; /* the id of the style that is bound to it; NULL: none */
  DocxParagraphProperties paragraph;
  DocxRun run;
  bool is_legal; /* all numbers decimal */
} DocxLevel;

typedef struct DocxAbstract {
  DocxLevel levels[DOCX_LEVELS];
  int32_t counts[DOCX_LEVELS];
  bool counting[DOCX_LEVELS];
  bool was_used[DOCX_LEVELS];
  const char *link; /* the numbering style that defines it in its place; NULL: none */
} DocxAbstract;

/* One use of a definition (w:num), with what it changes. */
typedef struct DocxNumber {
  int32_t abstract_id;
  DocxAbstract *abstract;         /* once resolved */
  DocxLevel *levels[DOCX_LEVELS]; /* in the place of the definition's; NULL: not changed */
  int32_t starts[DOCX_LEVELS];
  bool has_start[DOCX_LEVELS], was_started[DOCX_LEVELS];
} DocxNumber;

typedef struct DocxNumbering {
  GHashTable *abstracts; /* id to DocxAbstract */
  GHashTable *numbers;   /* id to DocxNumber */
  /* while the part is read */
  DocxAbstract *open_abstract;
  DocxNumber *open_number;
  DocxLevel *open_level;
  int32_t open_override;
} DocxNumbering;

DocxNumbering *docx_numbering_new(void);
void docx_numbering_free(DocxNumbering *numbering);

/* The use of that id with its definition found; NULL: none. */
DocxNumber *docx_number(DocxReader *reader, int32_t id);

/* The level that a style is bound to in a use; 0 if it is none. */
int32_t docx_level_of_style(const DocxNumber *number, const char *style_id);

const DocxLevel *docx_level(const DocxNumber *number, int32_t level);

/* An item's label. */
typedef struct DocxLabel {
  int32_t value;
  bool goes_on; /* the list was begun earlier */
  char marker[64];
} DocxLabel;

/* Counts one item on. */
void docx_number_next(DocxNumber *number, int32_t level, DocxLabel *label);

/* Rows. */
LpXmlInto docx_enter_abstract(void *state, const LpXmlElement *element);
void docx_leave_abstract(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_numbering_link(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_level(void *state, const LpXmlElement *element);
void docx_leave_level(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_level_start(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_number_format(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_level_text(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_level_restart(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_is_legal(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_number(void *state, const LpXmlElement *element);
void docx_leave_number(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_abstract_id(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_override(void *state, const LpXmlElement *element);
LpXmlInto docx_enter_start_override(void *state, const LpXmlElement *element);

#endif
