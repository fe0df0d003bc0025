/* write/blocks.h: paragraphs, headings and what holds blocks. */
#ifndef HTML_WRITE_BLOCKS_H
#define HTML_WRITE_BLOCKS_H

#include <letterpress/plugin.h>

struct HtmlWriter;

/* The class attribute of a paragraph, heading or caption: its role's and its automatic one, after another
   (may be NULL). block may be NULL: the other alone. */
void block_class(struct HtmlWriter *writer, const LpNode *block, const char *other);

/* The automatic class of a table, row, cell or box; NULL: none. */
const char *box_class(struct HtmlWriter *writer, const LpNode *box);

/* Finds the classes of a node, and that its role is in use. For the survey. */
void block_survey(struct HtmlWriter *writer, const LpNode *node);

#endif
