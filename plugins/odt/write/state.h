/* write/state.h: what is open while a text document is written. */
#ifndef ODT_WRITE_STATE_H
#define ODT_WRITE_STATE_H

#include <letterpress/markup.h>
#include <letterpress/package.h>
#include <letterpress/plugin.h>

#include "automatic.h"
#include "flow.h"
#include "fonts.h"
#include "notes.h"
#include "pictures.h"
#include "table.h"
#include "text_box.h"

/* The style of a text that was written lately. */
typedef struct SpanStyle {
  const LpStyle *text;
  const LpStyle *block;
  LpRole role;
  const char *name;
} SpanStyle;

/* That of a paragraph, likewise. */
typedef struct ParagraphStyle {
  const LpStyle *style;
  const char *name;
  LpRole role;
  int32_t level;
  unsigned skip;
} ParagraphStyle;

enum { SPAN_STYLES = 64, PARAGRAPH_STYLES = 64 };

typedef struct OdtWriter {
  LpWriting *writing;
  const LpDocument *document;
  const LpLetterhead *letterhead;
  LpAccount *account;
  LpPackageWriter *package;
  const char *language; /* of the document */
  bool rtl;
  bool page_is_set;      /* a block has named the first master page */
  bool break_is_pending; /* the next block begins a page */
  int32_t heading_shift; /* from a heading's level to that of the outline: the title has none */
  LpMarkup *markup;      /* where text goes at the moment: body or changes */
  LpMarkup *body;        /* office:text but for what comes first in it */
  LpMarkup *changes;     /* text:tracked-changes; deleted text stands here */
  unsigned change_count;
  const LpNode *deletion; /* the revision whose deleted text is written; NULL: none */
  const LpNode *note;     /* the one that is written; NULL: none. None stands within another */
  const LpNode *link;     /* the one that is open, likewise */
  const LpNode *field;
  const LpNode *ruby;
  unsigned section_count;
  Flow flow;
  Table *table;       /* the innermost open one; NULL: none */
  TextBox *box;       /* likewise */
  Flow outer_flow;    /* of the signature block that is open */
  int32_t signatures; /* blocks of this row of them so far */
  Automatic automatic;
  Fonts fonts;
  Pictures pictures;
  Notes notes;
  SpanStyle spans[SPAN_STYLES];
  ParagraphStyle paragraphs[PARAGRAPH_STYLES];
} OdtWriter;

/* The width of text, from margin to margin. */
int32_t state_measure(const OdtWriter *writer);

/* Begins a flow of its own: a cell, a note. Returns the one to go on with. */
Flow state_begin_flow(OdtWriter *writer, int32_t width_emu);
void state_end_flow(OdtWriter *writer, Flow outer);

#endif
