/* report/sentence.h: findings told to people and editors, on standard error. */
#ifndef LETTERPRESS_REPORT_SENTENCE_H
#define LETTERPRESS_REPORT_SENTENCE_H

#include "fence/outcome.h"

/* How to tell. */
typedef struct LpTeller {
  LpTelling form;
  bool quiet;                 /* errors only */
  bool verbose;               /* every finding, information too */
  const char *const *folders; /* where codes are described, for cures */
} LpTeller;

/* Tells the findings of an outcome. subject: the file that they are about; NULL: the command itself. Without
   verbose, a kind of warning is one line with its count. */
void lp_tell(const LpTeller *teller, const char *subject, const LpOutcome *outcome);

/* The same of an account. */
void lp_tell_account(const LpTeller *teller, const char *subject, const LpAccount *account);

/* Appends text that may come from a draft so that a terminal is not moved by it: control characters, marks of
   direction and what is no UTF-8 are shown as \x1B or \u{202E}. */
void lp_escape(GString *text, const char *value);

#endif
