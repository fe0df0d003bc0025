/* write/paragraph.h: paragraphs, headings, and the text in them. */
#ifndef ODT_WRITE_PARAGRAPH_H
#define ODT_WRITE_PARAGRAPH_H

#include <letterpress/walk.h>

struct OdtWriter;

LpWalkInto paragraph_enter(void *state, const LpNode *node);
LpWalkInto heading_enter(void *state, const LpNode *node);
void paragraph_leave(void *state, const LpNode *node);
LpWalkInto text_enter(void *state, const LpNode *node);
LpWalkInto line_break_enter(void *state, const LpNode *node);
LpWalkInto tab_enter(void *state, const LpNode *node);

/* Opens text:p with a style, for text that is none of the tree's. */
void paragraph_open(struct OdtWriter *writer, const char *style);

/* The attribute that names the first master page, once, for the style of the first block; else "". */
const char *paragraph_master_page(struct OdtWriter *writer);

/* Adds the page break that is pending, once. */
bool paragraph_takes_break(struct OdtWriter *writer);

#endif
