/* write/links.h: links, bookmarks and fields. */
#ifndef ODT_WRITE_LINKS_H
#define ODT_WRITE_LINKS_H

#include <letterpress/walk.h>

struct OdtWriter;

LpWalkInto link_enter(void *state, const LpNode *node);
void link_leave(void *state, const LpNode *node);
LpWalkInto anchor_enter(void *state, const LpNode *node);
LpWalkInto field_enter(void *state, const LpNode *node);
void field_leave(void *state, const LpNode *node);

/* An attribute that names a note or comment: prefix and its NAME. */
void link_identify(struct OdtWriter *writer, const char *attribute, const char *prefix, const LpNode *node);

#endif
