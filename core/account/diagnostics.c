/* Findings, in the order met, with a count a code. */
#include "config.h"

#include "account/state.h"

#include <stdarg.h>

static uint64_t count_code(LpAccount *account, const char *code) {
  if (!account->counts)
    account->counts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  uint64_t *count = g_hash_table_lookup(account->counts, code);
  if (!count) {
    count = g_new0(uint64_t, 1);
    g_hash_table_insert(account->counts, g_string_chunk_insert_const(account->strings, code), count);
  }
  return ++*count;
}

/* What the user has made of a level: -W for one code goes before --strict for all. */
static LpLevel effective_level(const LpAccount *account, LpLevel level, const char *code) {
  if (level != LP_LEVEL_WARNING)
    return level;
  gpointer override = account->overrides ? g_hash_table_lookup(account->overrides, code) : NULL;
  if (override)
    return (LpLevel)(GPOINTER_TO_INT(override) - 1);
  return account->strict ? LP_LEVEL_ERROR : level;
}

LP_PRINTF(6, 0)
static void report_list(LpAccount *account, LpLevel level, LpClass class_, const char *code,
                        const LpPlace *place, const char *format, va_list arguments) {
  LpLevel effective = effective_level(account, level, code);
  if (effective == LP_LEVEL_ERROR && level == LP_LEVEL_WARNING)
    class_ = LP_CLASS_REFUSED;
  if (effective == LP_LEVEL_ERROR && !account->class_of_first_error)
    account->class_of_first_error = class_;
  if (effective == LP_LEVEL_WARNING)
    account->warned = true;
  if (!account->strings)
    account->strings = g_string_chunk_new(1024);
  /* Of one code, all are counted and the first thousand kept: a draft cannot fill the memory with findings.
   */
  if (count_code(account, code) > LP_DIAGNOSTICS_KEPT)
    return;
  if (!account->diagnostics)
    account->diagnostics = g_array_new(FALSE, FALSE, sizeof(LpDiagnostic));
  char *sentence = g_strdup_vprintf(format, arguments);
  LpDiagnostic diagnostic = {
      .level = effective,
      .class_ = class_,
      .code = g_string_chunk_insert_const(account->strings, code),
      .sentence = g_string_chunk_insert(account->strings, sentence),
  };
  if (place) {
    diagnostic.place = *place;
    if (place->part)
      diagnostic.place.part = g_string_chunk_insert_const(account->strings, place->part);
  }
  g_array_append_val(account->diagnostics, diagnostic);
  g_free(sentence);
}

void lp_report(LpAccount *account, LpLevel level, LpClass class_, const char *code, const LpPlace *place,
               const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  report_list(account, level, class_, code, place, format, arguments);
  va_end(arguments);
}

void lp_warn(LpAccount *account, const char *code, const LpPlace *place, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  report_list(account, LP_LEVEL_WARNING, LP_CLASS_REFUSED, code, place, format, arguments);
  va_end(arguments);
}

LpVerdict lp_fail(LpAccount *account, LpClass class_, const char *code, const LpPlace *place,
                  const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  report_list(account, LP_LEVEL_ERROR, class_, code, place, format, arguments);
  va_end(arguments);
  return LP_FAILED;
}

void lp_account_set_strict(LpAccount *account, bool strict) {
  account->strict = strict;
}

void lp_account_set_level(LpAccount *account, const char *code, LpLevel level) {
  if (!account->strings)
    account->strings = g_string_chunk_new(1024);
  if (!account->overrides)
    account->overrides = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(account->overrides, g_string_chunk_insert_const(account->strings, code),
                      GINT_TO_POINTER((int)level + 1));
}

bool lp_account_failed(const LpAccount *account) {
  return account->class_of_first_error != 0;
}

int lp_account_class(const LpAccount *account) {
  return account->class_of_first_error;
}

bool lp_account_warned(const LpAccount *account) {
  return account->warned;
}

size_t lp_account_diagnostic_count(const LpAccount *account) {
  return account->diagnostics ? account->diagnostics->len : 0;
}

const LpDiagnostic *lp_account_diagnostic(const LpAccount *account, size_t index) {
  if (index >= lp_account_diagnostic_count(account))
    return NULL;
  return &g_array_index(account->diagnostics, LpDiagnostic, index);
}

uint64_t lp_account_code_count(const LpAccount *account, const char *code) {
  const uint64_t *count = account->counts ? g_hash_table_lookup(account->counts, code) : NULL;
  return count ? *count : 0;
}
