/* batch/plan.h: which draft becomes which files, settled before any of them is opened. */
#ifndef LETTERPRESS_BATCH_PLAN_H
#define LETTERPRESS_BATCH_PLAN_H

#include "fence/conduct.h"

typedef struct LpPlan {
  GArray *drafts;     /* of LpDraft */
  GArray *inputs;     /* of LpFileId: those that are there */
  GPtrArray *strings; /* paths that we made */
} LpPlan;

/* Plans the outputs of count drafts by the settings of the equipment. Two outputs of one name, more than one
   draft for one named file, and formats that cannot be written are refused: reported, NULL. */
LpPlan *lp_plan_new(char *const *drafts, size_t count, LpEquipment *equipment, LpAccount *account);
void lp_plan_free(LpPlan *plan);

#endif
