/* document/clean.h: what text may stand in a tree. */
#ifndef LETTERPRESS_DOCUMENT_CLEAN_H
#define LETTERPRESS_DOCUMENT_CLEAN_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* What was not as it should be. */
typedef struct Cleaned {
  size_t invalid;  /* bytes that were no UTF-8: U+FFFD each */
  size_t controls; /* control characters: left out; C1 ones are U+FFFD */
} Cleaned;

/* Appends n bytes of text: CR, LF and TAB as spaces. */
Cleaned clean_text(GString *out, const char *text, size_t n);

#endif
