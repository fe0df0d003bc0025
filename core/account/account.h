/* account/account.h: an account, as the program sees it: made, set, read out. */
#ifndef LETTERPRESS_ACCOUNT_ACCOUNT_H
#define LETTERPRESS_ACCOUNT_ACCOUNT_H

#include "account/limits.h"
#include <letterpress/account.h>
#include <letterpress/builder.h>

enum { LP_REASON_COUNT = LP_REASON_STRUCTURE + 1 };

/* A new account with the default limits, in the reading phase. */
LpAccount *lp_account_new(void);
void lp_account_free(LpAccount *account);

/* ---- settings, before the conversion ---- */

void lp_account_set_limit(LpAccount *account, LpLimit limit, int64_t value);

/* Every warning becomes an error of class LP_CLASS_REFUSED. */
void lp_account_set_strict(LpAccount *account, bool strict);

/* -W CODE=error|warn|off: the level that a warning of that code is reported at; LP_LEVEL_INFO hides it.
 * Errors stay. */
void lp_account_set_level(LpAccount *account, const char *code, LpLevel level);

/* lp_should_stop becomes true: time is up, or the caller gave up. Safe in a signal handler. */
void lp_account_stop(LpAccount *account);

/* ---- diagnostics, read out ---- */

typedef struct LpDiagnostic {
  LpLevel level;
  LpClass class_;
  const char *code;
  LpPlace place;
  const char *sentence;
} LpDiagnostic;

/* Findings in the order met. Of one code the first LP_DIAGNOSTICS_KEPT are kept; all are counted. */
enum { LP_DIAGNOSTICS_KEPT = 1000 };
size_t lp_account_diagnostic_count(const LpAccount *account);
const LpDiagnostic *lp_account_diagnostic(const LpAccount *account, size_t index);

/* How often a code was reported. */
uint64_t lp_account_code_count(const LpAccount *account, const char *code);

/* The class of the first error; 0 if there was none. */
int lp_account_class(const LpAccount *account);

/* Whether a warning has been reported. */
bool lp_account_warned(const LpAccount *account);

/* ---- the ledger, read out ---- */

typedef enum LpPhase { LP_PHASE_READING = 0, LP_PHASE_PASSES = 1, LP_PHASE_WRITING = 2 } LpPhase;

/* Counts of one phase. reading: in = given, out = built. passes: in = built, out = in the tree after the
   passes (in the tree may gain: added). writing: in = the tree, out = written. in + added == out + the sum of
   left. */
typedef struct LpLedger {
  int64_t in;
  int64_t added;
  int64_t out;
  int64_t left[LP_REASON_COUNT];
} LpLedger;

/* Begins a phase: lp_ledger_leave counts for it from now on. in: what is to be accounted for (reading: 0). A
   later writing phase (another output) begins anew. */
void lp_ledger_begin(LpAccount *account, LpPhase phase, int64_t in);

const LpLedger *lp_ledger(const LpAccount *account, LpPhase phase);

/* For the builder, the editor and the markup writer: characters that came out of the phase, or were added in
 * it. */
void lp_ledger_count_out(LpAccount *account, LpPhase phase, const char *text, size_t n);
void lp_ledger_count_added(LpAccount *account, LpPhase phase, const char *text, size_t n);

/* Compares the two sides of a phase. A difference is reported ("ledger.reading", "ledger.passes",
   "ledger.writing"), a warning; false then. */
bool lp_ledger_balance(LpAccount *account, LpPhase phase);

/* The reason's name in reports ("page-furniture"). */
const char *lp_reason_name(LpReason reason);

#endif
