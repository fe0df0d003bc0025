/* statement/flow.h: the blocks of a document one after the other, as a reader meets them. */
#ifndef LETTERPRESS_STATEMENT_FLOW_H
#define LETTERPRESS_STATEMENT_FLOW_H

#include "document/edit.h"

#include <glib.h>

/* Every block below root that holds inlines or none at all, in order; tables, figures, text boxes, contents
   and signature blocks count as one block each; what stands in NOTES is not in the flow. To be freed with
   g_ptr_array_free(flow, TRUE); the nodes are the document's. */
GPtrArray *lp_flow_of(LpDocument *document, const LpNode *root);

/* The block at an index; NULL beyond the ends. */
LpNode *lp_flow_at(const GPtrArray *flow, size_t index);

/* Whether a block shows nothing: no text but white space, no picture, no field, no note. */
bool lp_block_is_empty(const LpNode *block);

/* Blank lines, or empty paragraphs, before a block. */
int32_t lp_flow_blanks_before(const GPtrArray *flow, size_t index);

/* The index of the next block that shows something, from an index on, and of the one before it; flow->len and
   SIZE_MAX if there is none. */
size_t lp_flow_next_full(const GPtrArray *flow, size_t index);
size_t lp_flow_previous_full(const GPtrArray *flow, size_t index);

/* The bytes of text in and below a block, counted no further than most. */
size_t lp_block_length(const LpNode *block, size_t most);

/* Whether a node still stands in its document's tree, and not in something that was taken out. */
bool lp_node_is_in_tree(const LpDocument *document, const LpNode *node);

/* Takes a block out for good, and the list items, lists and quotes that it leaves empty. */
void lp_flow_remove(LpDocument *document, LpNode *block, LpReason reason);

/* Parts a block behind one of its own line breaks, which goes: what follows becomes a block of the same kind
   behind it. NULL: the line break is not a child of the block. */
LpNode *lp_block_split(LpDocument *document, LpNode *line_break);

/* Unlinks what has become empty: the node, then those around it up to a section or the document. */
void lp_flow_prune(LpNode *node);

#endif
