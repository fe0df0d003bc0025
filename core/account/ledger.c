/* The ledger: two sides a phase, and what was left out by reason. */
#include "config.h"

#include "account/state.h"

#include <inttypes.h>

static const char *const reason_names[LP_REASON_COUNT] = {
    [LP_REASON_DELETED] = "deleted",
    [LP_REASON_COMMENT] = "comment",
    [LP_REASON_HIDDEN] = "hidden",
    [LP_REASON_FIELD_CODE] = "field-code",
    [LP_REASON_ALTERNATE] = "alternate",
    [LP_REASON_MARKUP] = "markup",
    [LP_REASON_METADATA] = "metadata",
    [LP_REASON_LETTERHEAD] = "letterhead",
    [LP_REASON_FURNITURE] = "page-furniture",
    [LP_REASON_PAGE_HYPHEN] = "page-hyphen",
    [LP_REASON_HEADER_FOOTER] = "header-footer",
    [LP_REASON_FALLBACK] = "fallback",
    [LP_REASON_REPLACED] = "replaced",
    [LP_REASON_STRUCTURE] = "structure",
};

const char *lp_reason_name(LpReason reason) {
  return (size_t)reason < LP_REASON_COUNT ? reason_names[reason] : NULL;
}

/* White_Space of UAX #44 beyond U+0020, by lead byte; p holds n bytes from the lead. */
static bool is_wide_white(const unsigned char *p, size_t n) {
  switch (p[0]) {
  case 0xC2: return n > 1 && (p[1] == 0x85 || p[1] == 0xA0);
  case 0xE1: return n > 2 && p[1] == 0x9A && p[2] == 0x80;
  case 0xE2:
    if (n < 3)
      return false;
    if (p[1] == 0x80)
      return p[2] <= 0x8A || p[2] == 0xA8 || p[2] == 0xA9 || p[2] == 0xAF;
    return p[1] == 0x81 && p[2] == 0x9F;
  case 0xE3: return n > 2 && p[1] == 0x80 && p[2] == 0x80;
  default: return false;
  }
}

int64_t lp_characters(const char *text, size_t n) {
  const unsigned char *p = (const unsigned char *)text;
  int64_t count = 0;
  for (size_t i = 0; i < n; i++) {
    if (p[i] < 0x80)
      count += p[i] > 0x20 && p[i] != 0x7F; /* controls are no characters: the builder takes none */
    else if (p[i] >= 0xC0)
      count += !is_wide_white(p + i, n - i);
  }
  return count;
}

void lp_ledger_begin(LpAccount *account, LpPhase phase, int64_t in) {
  account->phase = phase;
  account->ledgers[phase] = (LpLedger){.in = in};
}

const LpLedger *lp_ledger(const LpAccount *account, LpPhase phase) {
  return &account->ledgers[phase];
}

void lp_ledger_give(LpAccount *account, const char *text, size_t n) {
  account->ledgers[LP_PHASE_READING].in += lp_characters(text, n);
}

void lp_ledger_leave(LpAccount *account, LpReason reason, const char *text, size_t n, const LpPlace *place) {
  (void)place; /* totals by reason are what is told; a reader reports single losses itself */
  g_return_if_fail((size_t)reason < LP_REASON_COUNT);
  account->ledgers[account->phase].left[reason] += lp_characters(text, n);
}

void lp_ledger_write(LpAccount *account, const char *text, size_t n) {
  account->ledgers[LP_PHASE_WRITING].out += lp_characters(text, n);
}

void lp_ledger_count_out(LpAccount *account, LpPhase phase, const char *text, size_t n) {
  account->ledgers[phase].out += lp_characters(text, n);
}

void lp_ledger_count_added(LpAccount *account, LpPhase phase, const char *text, size_t n) {
  account->ledgers[phase].added += lp_characters(text, n);
}

bool lp_ledger_balance(LpAccount *account, LpPhase phase) {
  static const struct {
    const char *code;
    const char *sentence;
  } phases[PHASE_COUNT] = {
      {"ledger.reading",
       "Of the draft's text %" PRId64 " characters are neither in the document nor named as "
       "left out (of %" PRId64 "; negative: too many)."},
      {"ledger.passes", "Preparing the document left %" PRId64 " characters unaccounted for (of %" PRId64
                        "; negative: too many)."},
      {"ledger.writing",
       "Of the document's text %" PRId64 " characters are neither in the output nor named as "
       "left out (of %" PRId64 "; negative: too many)."},
  };
  const LpLedger *ledger = &account->ledgers[phase];
  int64_t difference = ledger->in + ledger->added - ledger->out;
  for (int i = 0; i < LP_REASON_COUNT; i++)
    difference -= ledger->left[i];
  if (difference == 0)
    return true;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  lp_warn(account, phases[phase].code, NULL, phases[phase].sentence, difference, ledger->in);
#pragma GCC diagnostic pop
  return false;
}
