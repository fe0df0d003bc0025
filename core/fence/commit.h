/* fence/commit.h: the outputs of one draft appear, all of them or none. */
#ifndef LETTERPRESS_FENCE_COMMIT_H
#define LETTERPRESS_FENCE_COMMIT_H

#include "fence/target.h"

/* Gives the files their modes, puts them on the disk (sync) and then in their places. false: reported to the
   outcome (LP_CLASS_OUTPUT), and what stood there before stands there again. */
bool lp_commit(LpTarget *targets, size_t count, bool sync, LpOutcome *outcome);

#endif
