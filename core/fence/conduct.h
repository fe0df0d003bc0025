/* fence/conduct.h: one draft through the fence: from its plan to its files, or to the reason why there are
 * none. */
#ifndef LETTERPRESS_FENCE_CONDUCT_H
#define LETTERPRESS_FENCE_CONDUCT_H

#include "fence/target.h"

/* One draft and where its outputs go. */
typedef struct LpDraft {
  const char *path; /* "-": standard input */
  size_t output_count;
  LpTargetPlan targets[LP_OUTPUTS_MOST];
  const LpManifestFormat *formats[LP_OUTPUTS_MOST]; /* what writes each */
} LpDraft;

/* Told, once all is well, of the draft and of outputs that are finished but not yet in their places:
   descriptors to be read at any offset. */
typedef void (*LpOutputsReady)(void *state, int draft, const LpTarget *targets, size_t count);

/* Converts it. The outcome's class_ is 0 if its outputs are in their places. inputs: files that no output may
   replace. ready may be NULL. Free the outcome. */
LpOutcome *lp_conduct(LpEquipment *equipment, const LpDraft *draft, const LpFileId *inputs,
                      size_t input_count, LpOutputsReady ready, void *state);

/* What a draft is called in sentences. */
const char *lp_draft_name(const LpDraft *draft);

#endif
