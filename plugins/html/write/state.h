/* write/state.h: what is open while a page is written. */
#ifndef HTML_WRITE_STATE_H
#define HTML_WRITE_STATE_H

#include <letterpress/markup.h>
#include <letterpress/plugin.h>

#include "classes.h"
#include "elements.h"
#include "fonts.h"
#include "formatting.h"
#include "notes.h"

/* The automatic class of a block that was written lately. */
typedef struct BlockClass {
  const LpStyle *style;
  const char *name;
  LpRole role;
  LpKind parent;
} BlockClass;

enum { BLOCK_CLASSES = 64 };

typedef struct HtmlWriter {
  LpWriting *writing;
  const LpDocument *document;
  const LpLetterhead *letterhead;
  LpAccount *account;
  LpSink *sink;
  LpMarkup *markup;
  Classes classes;     /* automatic classes, found by the survey */
  Languages languages; /* languages in use, found by the survey */
  NoteNumbers notes;   /* found by the survey, counted while writing */
  BlockClass block_classes[BLOCK_CLASSES];
  uint64_t roles;        /* a bit a role that needs its class */
  Elements elements;     /* open elements and what they hand down */
  Formatting formatting; /* inline elements open for the text of the moment */
  uint32_t tables;       /* captioned tables met */
  uint32_t comments;     /* ranges of comments met */
  int32_t body_size_emu; /* of body text in the letterhead: 1rem */
  int32_t scale;         /* of the document's script, in thousandths */
} HtmlWriter;

#endif
