/* fence/outcome.h: what a worker says of itself, over a pipe: frames of a type, a length and a payload. The
   parent checks every byte of it: a worker that a draft has taken over may write anything. */
#ifndef LETTERPRESS_FENCE_OUTCOME_H
#define LETTERPRESS_FENCE_OUTCOME_H

#include "convert/conversion.h"

#include <glib.h>

enum {
  LP_OUTCOME_BYTES = 16 * 1024 * 1024, /* more than this is no record */
  LP_SENTENCE_BYTES = 4096             /* of one finding; the rest is cut */
};

/* A finding, with how often its code was met in all. Strings belong to the outcome. */
typedef struct LpFinding {
  LpDiagnostic diagnostic;
  uint64_t count;
} LpFinding;

/* How one draft ended. */
typedef struct LpOutcome {
  GArray *findings;      /* of LpFinding, in the order met */
  GStringChunk *strings; /* of the findings */
  LpStage stage;         /* the last one entered */
  const char *plugin;    /* whose code ran then; NULL: ours */
  bool ended;            /* the record came to its end */
  bool out_of_memory;
  int class_; /* of the first error; 0: none */
  LpLedger reading;
  LpLedger passes;
  LpLedger writing[LP_OUTPUTS_MOST];
  int64_t sizes[LP_OUTPUTS_MOST];
  char reader[64]; /* the format that was read; "" before it was settled */
  size_t output_count;
} LpOutcome;

LpOutcome *lp_outcome_new(void);
void lp_outcome_free(LpOutcome *outcome);

/* Adds a finding of the parent's own. */
void lp_outcome_fail(LpOutcome *outcome, LpClass class_, const char *code, const char *format, ...)
    LP_PRINTF(4, 5);

/* Takes over what an account holds, in place of the findings so far. */
void lp_outcome_take(LpOutcome *outcome, const LpAccount *account);

/* ---- the worker's side; a failed write is not told to anybody: the parent misses the end ---- */

void lp_outcome_send_stage(int pipe, LpStage stage, const char *plugin);
void lp_outcome_send_out_of_memory(int pipe);
void lp_outcome_send(int pipe, const LpConversion *conversion);

/* ---- the parent's side ---- */

/* Reads a whole record of n bytes. false: it is no record; what came before the fault is kept, ended is
 * false. */
bool lp_outcome_read(LpOutcome *outcome, const uint8_t *bytes, size_t n);

#endif
