/* account/state.h: what an account is made of; for the files of this folder. */
#ifndef LETTERPRESS_ACCOUNT_STATE_H
#define LETTERPRESS_ACCOUNT_STATE_H

#include "account/account.h"

#include <glib.h>
#include <signal.h>

enum { PHASE_COUNT = LP_PHASE_WRITING + 1 };

struct LpAccount {
  int64_t limits[LP_LIMIT_COUNT];
  volatile sig_atomic_t stop;
  /* diagnostics */
  bool strict;
  bool warned;
  int class_of_first_error; /* 0: none */
  GStringChunk *strings;
  GArray *diagnostics;   /* of LpDiagnostic; made on need */
  GHashTable *counts;    /* code -> uint64_t *; made on need */
  GHashTable *overrides; /* code -> level + 1; made on need */
  /* the ledger */
  LpPhase phase;
  LpLedger ledgers[PHASE_COUNT];
};

#endif
