/* write/roles.h: which role an element has of itself, so that its role needs no class. */
#ifndef HTML_WRITE_ROLES_H
#define HTML_WRITE_ROLES_H

#include <letterpress/plugin.h>

/* The nearest parent that is an element of the page: block revisions are passed over. */
const LpNode *role_parent(const LpNode *node);

/* The role that a block has by its kind and place. */
LpRole role_implied(const LpNode *block);

/* The role of its style; else the implied one. */
LpRole role_of(const LpNode *block);

/* Whether a cell heads a row or a column. in_head: it stands in the table's head. */
bool role_cell_is_header(const LpNode *cell, bool *in_head);

/* The one paragraph of a list item, cell or note whose own element it can go without; NULL: there is none. */
const LpNode *role_only_paragraph(const LpNode *block);

/* Whether the paragraph is written without an element of its own. */
bool role_is_bare(const LpNode *paragraph);

#endif
