/* write/rows.h: the table of kinds: how each kind of node becomes HTML. */
#ifndef HTML_WRITE_ROWS_H
#define HTML_WRITE_ROWS_H

#include <letterpress/walk.h>

struct HtmlWriter;

/* Writes a node and all below it. */
void rows_write(struct HtmlWriter *writer, const LpNode *node);

#endif
