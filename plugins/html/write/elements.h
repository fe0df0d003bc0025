/* write/elements.h: open elements, and the language and direction that they hand down. */
#ifndef HTML_WRITE_ELEMENTS_H
#define HTML_WRITE_ELEMENTS_H

#include <letterpress/plugin.h>

struct HtmlWriter;

typedef struct Element {
  size_t depth; /* of the markup before it was opened */
  const char *language;
  LpDirection direction;
  int64_t number; /* of a list: of its next item */
  bool body_open; /* of a table: a tbody of ours around rows that have no group */
} Element;

typedef struct Elements {
  Element *open;
  size_t count;
  size_t capacity;
  size_t link; /* count when the open a was opened: no a within an a; 0: none is open */
} Elements;

/* Opens the element that html is; language and direction are the letterhead's. */
void elements_begin(struct HtmlWriter *writer);

/* Ends the formatting of text, opens an element and says its language and direction, from node's style, where
   they change. Further attributes may follow. node may be NULL. */
void element_open(struct HtmlWriter *writer, const char *name, const LpNode *node);

/* The same for a block, on a line of its own. */
void element_open_line(struct HtmlWriter *writer, const char *name, const LpNode *node);

/* Closes it and all that was opened within it. */
void element_close(struct HtmlWriter *writer);

/* The innermost one. */
Element *element_current(struct HtmlWriter *writer);

/* Language and direction of a style where they differ from what is in force; NULL where they do not. */
const char *element_new_language(const struct HtmlWriter *writer, const LpStyle *style);
const char *element_new_direction(const struct HtmlWriter *writer, const LpStyle *style);

/* class="a b c"; each may be NULL. */
void element_class(struct HtmlWriter *writer, const char *a, const char *b, const char *c);

/* id of an anchor of that name, in letters, digits, '-' and '_'; href: as a link to it. */
void element_anchor(struct HtmlWriter *writer, const char *name, bool href);

/* id="prefix-number" or href="#prefix-number". */
void element_numbered(struct HtmlWriter *writer, const char *attribute, const char *prefix, uint32_t number);

#endif
