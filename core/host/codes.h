/* host/codes.h: what a diagnostic's code means, from the keyfiles NAME.diagnostics; the core's own are built
 * in. */
#ifndef LETTERPRESS_HOST_CODES_H
#define LETTERPRESS_HOST_CODES_H

#include <letterpress/account.h>

/* One group of such a keyfile. Strings are never NULL. */
typedef struct LpCode {
  const char *code;
  const char *level;
  const char *class_; /* of an error; "" otherwise */
  const char *meaning;
  const char *cure; /* "": none */
} LpCode;

/* The core's own, made from core.diagnostics at build time. */
extern const LpCode lp_core_codes[];
extern const size_t lp_core_code_count;

/* Looks a code up among the core's own, then in PREFIX.diagnostics of the folders (NULL at the end). NULL:
   not described. Free it with g_free. */
LpCode *lp_code_find(const char *code, const char *const *folders);

#endif
