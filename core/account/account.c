/* An account: made, set, asked for its limits. */
#include "config.h"

#include "account/state.h"

#include <inttypes.h>

LpAccount *lp_account_new(void) {
  LpAccount *account = g_new0(LpAccount, 1);
  for (int i = 0; i < LP_LIMIT_COUNT; i++)
    account->limits[i] = lp_limit_row((LpLimit)i)->value;
  return account;
}

void lp_account_free(LpAccount *account) {
  if (!account)
    return;
  g_clear_pointer(&account->strings, g_string_chunk_free);
  if (account->diagnostics)
    g_array_free(account->diagnostics, TRUE);
  g_clear_pointer(&account->counts, g_hash_table_destroy);
  g_clear_pointer(&account->overrides, g_hash_table_destroy);
  g_free(account);
}

void lp_account_set_limit(LpAccount *account, LpLimit limit, int64_t value) {
  g_return_if_fail((size_t)limit < LP_LIMIT_COUNT);
  account->limits[limit] = value;
}

int64_t lp_account_limit(const LpAccount *account, LpLimit limit) {
  g_return_val_if_fail((size_t)limit < LP_LIMIT_COUNT, 0);
  return account->limits[limit];
}

bool lp_account_within(LpAccount *account, LpLimit limit, int64_t amount, const LpPlace *place) {
  const LpLimitRow *row = lp_limit_row(limit);
  g_return_val_if_fail(row, false);
  if (amount <= account->limits[limit])
    return true;
  char *code = g_strconcat("limit.", row->option, NULL);
  lp_report(account, LP_LEVEL_ERROR, LP_CLASS_LIMIT, code, place,
            "The limit on %s is %" PRId64 ", and this draft needs more; --limit %s=N raises it.", row->what,
            account->limits[limit], row->option);
  g_free(code);
  return false;
}

void lp_account_stop(LpAccount *account) {
  account->stop = 1;
}

bool lp_should_stop(const LpAccount *account) {
  return account->stop;
}
