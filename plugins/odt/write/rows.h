/* write/rows.h: the table of kinds: how each kind of node becomes ODF. */
#ifndef ODT_WRITE_ROWS_H
#define ODT_WRITE_ROWS_H

#include <letterpress/walk.h>

struct OdtWriter;

/* Writes a node and all below it. */
void rows_write(struct OdtWriter *writer, const LpNode *node);

/* Writes all that is below a node. */
void rows_write_children(struct OdtWriter *writer, const LpNode *node);

#endif
