/* write/formatting.h: the inline elements around text, kept open from one text to the next. */
#ifndef HTML_WRITE_FORMATTING_H
#define HTML_WRITE_FORMATTING_H

#include <letterpress/plugin.h>

struct HtmlWriter;

/* One element around text; equal members are one element. */
typedef struct Wrap {
  const char *element;
  const char *language;
  const char *direction;
  const char *class_name;
} Wrap;

enum { FORMATTING_WRAPS = 8 };

typedef struct Formatting {
  const LpNode *block; /* the block whose text is written */
  Wrap open[FORMATTING_WRAPS];
  size_t open_count;
  /* what the last text wanted: neighbours often want the same */
  const LpStyle *text_style;
  const LpNode *wanted_block;
  Wrap wanted[FORMATTING_WRAPS];
  size_t wanted_count;
} Formatting;

/* The text of a block begins. Its style is what that of its texts is compared to. */
void formatting_begin(struct HtmlWriter *writer, const LpNode *block);

/* Opens and closes elements so that text of that style can be written. */
void formatting_for(struct HtmlWriter *writer, const LpStyle *style);

/* Closes all that is open. */
void formatting_end(struct HtmlWriter *writer);

#endif
