/* Findings and ledgers in JSON. */
#include "config.h"

#include "report/finding.h"

const char *lp_level_name(LpLevel level) {
  static const char *const names[] = {"info", "warning", "error"};
  return names[level];
}

void lp_json_finding(LpJson *json, const LpFinding *finding) {
  const LpDiagnostic *diagnostic = &finding->diagnostic;
  lp_json_string(json, "level", lp_level_name(diagnostic->level));
  lp_json_string(json, "code", diagnostic->code);
  if (diagnostic->level == LP_LEVEL_ERROR)
    lp_json_integer(json, "class", diagnostic->class_);
  if (diagnostic->place.part)
    lp_json_string(json, "part", diagnostic->place.part);
  if (diagnostic->place.line)
    lp_json_integer(json, "line", diagnostic->place.line);
  if (diagnostic->place.column)
    lp_json_integer(json, "column", diagnostic->place.column);
  lp_json_string(json, "sentence", diagnostic->sentence);
  lp_json_integer(json, "count", (int64_t)MIN(finding->count, (uint64_t)INT64_MAX));
}

void lp_json_ledger(LpJson *json, const char *key, const LpLedger *ledger) {
  lp_json_open(json, key, '{');
  lp_json_integer(json, "in", ledger->in);
  lp_json_integer(json, "added", ledger->added);
  lp_json_integer(json, "out", ledger->out);
  lp_json_open(json, "left", '{');
  for (int i = 0; i < LP_REASON_COUNT; i++)
    if (ledger->left[i])
      lp_json_integer(json, lp_reason_name((LpReason)i), ledger->left[i]);
  lp_json_close(json, '}');
  lp_json_close(json, '}');
}
