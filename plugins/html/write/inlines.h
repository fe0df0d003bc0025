/* write/inlines.h: text, links, anchors and the like. */
#ifndef HTML_WRITE_INLINES_H
#define HTML_WRITE_INLINES_H

#include <letterpress/walk.h>

LpWalkInto text_enter(void *state, const LpNode *node);
LpWalkInto link_enter(void *state, const LpNode *node);
LpWalkInto field_enter(void *state, const LpNode *node);
LpWalkInto anchor_enter(void *state, const LpNode *node);
LpWalkInto line_break_enter(void *state, const LpNode *node);
LpWalkInto tab_enter(void *state, const LpNode *node);
LpWalkInto isolate_enter(void *state, const LpNode *node);
LpWalkInto ruby_enter(void *state, const LpNode *node);
LpWalkInto ruby_text_enter(void *state, const LpNode *node);

/* Closes what an enter of this file opened. */
void inline_leave(void *state, const LpNode *node);

#endif
