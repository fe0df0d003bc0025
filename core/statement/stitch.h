/* statement/stitch.h: two blocks made one, at the level of the tree. */
#ifndef LETTERPRESS_STATEMENT_STITCH_H
#define LETTERPRESS_STATEMENT_STITCH_H

#include "document/edit.h"
#include "statement/joint.h"

/* Puts what a block holds behind what another holds, joined as a joint says; the second block goes. Text of
   one style becomes one piece. false: its inlines may not stand there; nothing is done. */
bool lp_stitch(LpDocument *document, LpNode *before, LpNode *after, LpJoint joint);

#endif
