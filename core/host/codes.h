/* host/codes.h: what a diagnostic's code means, from the keyfiles NAME.diagnostics; the core's own are built
 * in. */
#ifndef LETTERPRESS_HOST_CODES_H
#define LETTERPRESS_HOST_CODES_H

#include <letterpress/account.h>

/* One group of such a keyfile. Strings are never NULL. */
typedef struct LpCode {
  char *code;
  char *level;
  char *class_; /* of an error; "" otherwise */
  char *meaning;
  char *cure;
} LpCode;

/* Looks a code up in the core's own keyfile, then in PREFIX.diagnostics of the folders. NULL: not described.
 */
LpCode *lp_code_find(const char *code, const char *const *folders);

void lp_code_free(LpCode *code);

/* The core's keyfile, made from core/diagnostics at build time. */
extern const char lp_core_diagnostics[];

#endif
