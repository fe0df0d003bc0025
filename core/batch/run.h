/* batch/run.h: many drafts, and one is many of one. */
#ifndef LETTERPRESS_BATCH_RUN_H
#define LETTERPRESS_BATCH_RUN_H

#include "convert/settings.h"

/* Converts count drafts under the settings and tells what there is to tell. Returns the exit code: of one
   draft its class, of several 1 if any failed. */
int lp_run(const LpSettings *settings, char *const *drafts, size_t count);

#endif
