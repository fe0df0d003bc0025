/* read/markdown.h: Markdown: md4c's events become the builder's. */
#ifndef TEXT_READ_MARKDOWN_H
#define TEXT_READ_MARKDOWN_H

#include "read/draft.h"
#include "read/lists.h"

#include <md4c.h>

/* A block that md4c has opened and whose place is not known yet: md4c tells places of text only. */
typedef struct PendingBlock {
  LpKind kind;
  int level;   /* of a heading; 0 */
  bool header; /* of a row group or a cell */
  bool ordered, tight;
  int value;       /* of an item, or a list's first */
  char marker[16]; /* of an item; "" */
  int align;       /* of a cell: LpAlign + 1; 0 */
} PendingBlock;

/* A link or picture that has no text yet. */
typedef struct PendingSpan {
  LpKind kind;
  char *address, *title; /* owned; NULL: none */
} PendingSpan;

/* Bytes of the draft. */
typedef struct Range {
  size_t from, to;
} Range;

/* A list of Markdown's own that stands open. */
typedef struct MarkdownList {
  bool ordered;
  char delimiter;
  int next;
} MarkdownList;

/* A run of draft lines being parsed. */
typedef struct Markdown {
  Draft *draft;
  const char *text;  /* the draft's text with notes and comments blanked; as long */
  bool tags;         /* HTML tags mean something (not in a .txt) */
  bool keep_lines;   /* a line that the wrapping did not break is kept (in a .txt) */
  GArray *pending;   /* of PendingBlock */
  GArray *spans;     /* of PendingSpan */
  GArray *lists;     /* of MarkdownList */
  GArray *structure; /* of Range: what is no text unless md4c gives it as text too */
  GArray *markers;   /* of Lists: by paragraphs' own markers, one a container that stands open */
  int bold, italic, strike, underline, superscript, subscript, code;
  bool paragraph_to_begin; /* its first text tells whether it is an item */
  size_t table_line;       /* of the table's head; SIZE_MAX: not known yet */
  size_t rows;             /* of the table, entered so far */
  size_t text_end;         /* offset behind the last text */
  size_t skip_to;          /* text before it is consumed already */
} Markdown;

/* Reads lines [first, end) of the draft. tags, keep_lines: as above. text: as above. */
void read_markdown_lines(Draft *draft, const char *text, size_t first, size_t end, bool tags,
                         bool keep_lines);

/* Leaves as markup all of the draft from an offset on that markup can account for; what it cannot is the
 * ledger's to find. */
void leave_markup(Draft *draft, size_t from);

/* ---- between the files of this reader ---- */

/* Opens what is pending, at the place of an offset. */
void open_pending(Markdown *markdown, size_t offset);

/* md4c's callbacks for what stands in a block. */
int enter_span(MD_SPANTYPE type, void *detail, void *state);
int leave_span(MD_SPANTYPE type, void *detail, void *state);
int read_inline(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE n, void *state);

/* Whether a label begins the line of an offset that a paragraph starts at, and the item that it opens was
 * opened. */
void begin_paragraph(Markdown *markdown, size_t offset);

/* At a soft break: whether the next line is the next item; the paragraph is then closed and begun anew. */
bool break_into_item(Markdown *markdown);

#endif
