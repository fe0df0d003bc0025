#ifndef LP_PDF_PAGE_GALLEY_H
#define LP_PDF_PAGE_GALLEY_H

/* The galley: the tree becomes boxes in columns. galley.c holds the table of kinds; what a kind needs stands
 * in the file of its family (inlines, lists, table, figures, signatures, notes). */

#include "page/grid.h"
#include "page/text.h"

#include <letterpress/walk.h>

/* A label that waits for the text it stands beside: of a list item or a note. */
typedef struct Label {
  GString *text;       /* NULL: none waits */
  PdfElement *element; /* Lbl */
  const char *target;  /* a destination that it leads to; NULL */
  const char *lead;    /* what the text begins with: who made a comment; NULL */
  int32_t hang_emu;    /* it stands so far before the text */
} Label;

/* An open block that holds blocks: where they go. */
typedef struct Container {
  const LpNode *node;
  Column *column;
  PdfElement *element;        /* parent of the blocks' elements */
  int32_t start_emu, end_emu; /* from the column's edges */
  bool right_to_left;
  bool is_turned;   /* its pages */
  bool of_entries;  /* a table of contents: its paragraphs are entries */
  int32_t levels;   /* lists around it, whose indent it has */
  int32_t hang_emu; /* of a list: of its labels */
  int32_t number;   /* of a list: of the item to come, for those without a marker */
} Container;

/* A table, or signatures, being filled. */
typedef struct TableFrame TableFrame;

/* What happens outside the galley. */
typedef struct GalleyCalls {
  void *state;
  /* A block of the pages' column is complete: pages may be full. */
  void (*after_block)(void *state);
  /* The format of pages as the letterhead has them, or turned; its number, and the measure of its column. */
  uint16_t (*format)(void *state, bool is_turned, int32_t *measure_emu);
} GalleyCalls;

typedef struct Galley {
  Layout *layout;
  Column *column;     /* of the pages */
  GArray *containers; /* Container; the innermost last, never empty */
  GPtrArray *tables;  /* TableFrame; the innermost last */
  GArray *anchors;    /* PdfDestination *: waiting for the next text */
  Label label;
  /* the block of inlines that is open; NULL: none */
  Content *content;
  const LpNode *block;
  const LpStyle *block_style;
  GArray *open_tags;        /* uint32_t: tag of each open inline; the innermost last */
  int32_t outdent_emu;      /* of its label, before the container's start; 0: it has none */
  uint32_t block_flags;     /* of revisions of blocks that are shown: PARAGRAPH_UNDERLINE or _STRIKE */
  uint32_t inline_flags;    /* these, and those of inlines */
  GHashTable *notes;        /* name of a note -> its number, from 1 */
  GHashTable *note_marks;   /* name of a note -> the mark that the draft gives it */
  GHashTable *comments;     /* name of a comment -> its number, from 1 */
  unsigned signature_depth; /* open signature blocks */
  unsigned headings;        /* met so far */
  unsigned heading_level;   /* of the last heading; 0: none yet */
  char *title;              /* the first heading's text, for want of a title; NULL: none met */
  GalleyCalls calls;
  bool is_turned; /* the pages that are being filled */
} Galley;

/* A galley of the pages' column, whose measure it sets. */
Galley *galley_new(Layout *layout, Column *column, const GalleyCalls *calls);
void galley_free(Galley *galley);

/* Fills the column from the document's tree. */
void galley_fill(Galley *galley);

/* The innermost open container. */
Container *galley_container(const Galley *galley);

/* Opens a container like the innermost but for its element and insets; close it on leaving the node. */
Container *galley_open(Galley *galley, const LpNode *node, PdfElement *element, int32_t start_emu,
                       int32_t end_emu);
void galley_close(Galley *galley);

/* A new element in the innermost container. */
PdfElement *galley_element(Galley *galley, PdfElementType type);

/* Adds a box to the innermost container. */
void galley_add(Galley *galley, Box *box);

/* Adds the box of the block of inlines that was just ended, its label before the container's start; NULL does
 * nothing. */
void galley_add_text(Galley *galley, TextBox *text);

/* The text of a block on one line, for bookmarks, titles and descriptions. To be freed. */
char *plain_text(const LpNode *block);

/* ---- inlines.c: a block of inlines, from its enter to its leave ---- */

/* Begins a block whose element is given. */
void inlines_begin(Galley *galley, const LpNode *block, PdfElement *element);

/* Ends it. The box is still to be added (galley_add_text); NULL when the block is empty. */
TextBox *inlines_end(Galley *galley);

LpWalkInto inlines_text(void *state, const LpNode *node);
LpWalkInto inlines_link(void *state, const LpNode *node);
LpWalkInto inlines_anchor(void *state, const LpNode *node);
LpWalkInto inlines_line_break(void *state, const LpNode *node);
LpWalkInto inlines_tab(void *state, const LpNode *node);
LpWalkInto inlines_note_reference(void *state, const LpNode *node);
LpWalkInto inlines_comment_range(void *state, const LpNode *node);
LpWalkInto inlines_revision(void *state, const LpNode *node);
void inlines_revision_end(void *state, const LpNode *node);
/* What text of a shown revision looks like: PARAGRAPH_UNDERLINE, PARAGRAPH_STRIKE or 0. */
uint32_t revision_flags(const LpNode *revision);
LpWalkInto inlines_isolate(void *state, const LpNode *node);
void inlines_isolate_end(void *state, const LpNode *node);
/* Ends an inline that opened a tag. */
void inlines_close_tag(void *state, const LpNode *node);

/* Adds text of the writer's own, in the block's look, under a tag. */
void inlines_generate(Galley *galley, const char *text, uint32_t tag);

/* The tag that text added now belongs to. */
uint32_t inlines_current_tag(const Galley *galley);

/* ---- figures.c ---- */

LpWalkInto figures_image(void *state, const LpNode *node);
LpWalkInto figures_enter(void *state, const LpNode *node);

/* ---- lists.c ---- */

LpWalkInto lists_enter(void *state, const LpNode *node);
LpWalkInto lists_enter_item(void *state, const LpNode *node);
void lists_leave_item(void *state, const LpNode *node);

/* Sets a label that waits as a line of its own: what follows is no text that it could stand beside. */
void lists_flush_label(Galley *galley);

/* ---- table.c, signatures.c ---- */

LpWalkInto table_enter(void *state, const LpNode *node);
void table_leave(void *state, const LpNode *node);
LpWalkInto table_enter_group(void *state, const LpNode *node);
void table_leave_group(void *state, const LpNode *node);
LpWalkInto table_enter_row(void *state, const LpNode *node);
LpWalkInto table_enter_cell(void *state, const LpNode *node);
void table_leave_cell(void *state, const LpNode *node);

/* Opens a grid that is no table: its cells are opened by table_open_cell. */
void table_open_grid(Galley *galley, Grid *grid);
/* The innermost grid that is open. */
Grid *table_open_one(const Galley *galley);
void table_open_cell(Galley *galley, const LpNode *node, PdfElement *element, uint32_t column,
                     uint32_t column_span, uint32_t row_span);
/* Takes the innermost grid away from the open ones and returns it; its box is the caller's. */
Grid *table_close_grid(Galley *galley);
void table_frame_free(gpointer frame);

LpWalkInto signatures_enter(void *state, const LpNode *node);
void signatures_leave(void *state, const LpNode *node);
LpWalkInto text_boxes_enter(void *state, const LpNode *node);
void text_boxes_leave(void *state, const LpNode *node);

/* ---- notes.c ---- */

/* The mark of a note as shown at a reference: the draft's own, else its number, given at its first reference.
 * Of a comment: "C1" and so on. Kept by the layout, as the names below. */
const char *notes_mark(Galley *galley, const LpNode *reference);
const char *notes_comment_mark(Galley *galley, const char *name);
/* The name of the destination at a note or comment, and at its first reference. */
const char *notes_destination(Galley *galley, LpKind kind, const char *name);
const char *notes_reference_destination(Galley *galley, LpKind kind, const char *name);
LpWalkInto notes_enter_all(void *state, const LpNode *node);
LpWalkInto notes_enter(void *state, const LpNode *node);
void notes_leave(void *state, const LpNode *node);

#endif
