/* write/roles.h: what a block is for. */
#ifndef ODT_WRITE_ROLES_H
#define ODT_WRITE_ROLES_H

#include <letterpress/plugin.h>

/* The nearest parent that is no revision. */
const LpNode *role_parent(const LpNode *node);

/* The kind of that parent; LP_KIND_NONE if there is none. */
LpKind role_parent_kind(const LpNode *node);

/* The role of a block's style; else the one it has by its kind and place. */
LpRole role_of(const LpNode *block);

/* Whether a cell stands in its table's head or is a header itself. */
bool role_cell_is_header(const LpNode *cell);

#endif
