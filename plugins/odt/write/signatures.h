/* write/signatures.h: signature blocks, side by side. */
#ifndef ODT_WRITE_SIGNATURES_H
#define ODT_WRITE_SIGNATURES_H

#include <letterpress/walk.h>

LpWalkInto signature_enter(void *state, const LpNode *node);
void signature_leave(void *state, const LpNode *node);

#endif
