/* report/ndjson.h: --report: one line of JSON a draft, "letterpress-report/1". */
#ifndef LETTERPRESS_REPORT_NDJSON_H
#define LETTERPRESS_REPORT_NDJSON_H

#include "fence/conduct.h"

typedef struct LpReport LpReport;

/* Opens a report for writing, anew; "-": standard output. NULL: reported. */
LpReport *lp_report_open(const char *path, LpAccount *account);

/* Takes the hashes of the draft and its outputs; of the type that lp_conduct takes, state being the report.
 */
void lp_report_hash(void *report, int draft, const LpTarget *targets, size_t count);

/* Writes the line of one draft. */
void lp_report_draft(LpReport *report, const LpDraft *draft, const LpOutcome *outcome, int64_t milliseconds);

/* Closes it. false: a line could not be written (reported). NULL is allowed. */
bool lp_report_close(LpReport *report, LpAccount *account);

#endif
