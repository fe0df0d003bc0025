/* report/finding.h: a finding and a ledger as members of a JSON object, the same in every report. */
#ifndef LETTERPRESS_REPORT_FINDING_H
#define LETTERPRESS_REPORT_FINDING_H

#include "fence/outcome.h"
#include "report/json.h"

/* "info", "warning", "error" */
const char *lp_level_name(LpLevel level);

/* level, code, class (of an error), part, line, column, sentence, count. */
void lp_json_finding(LpJson *json, const LpFinding *finding);

/* in, added, out, left by reason; what is nought is left out of left. */
void lp_json_ledger(LpJson *json, const char *key, const LpLedger *ledger);

#endif
