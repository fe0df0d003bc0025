#ifndef LP_PDF_FILE_SYNTAX_H
#define LP_PDF_FILE_SYNTAX_H

/* PDF syntax (ISO 32000-1, 7.2 and 7.3): numbers, strings and references as text; tokens of what cairo
 * writes. */

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Longest string that a PDF/A file may hold (ISO 19005-2, 6.1.13). */
#define PDF_STRING_LIMIT 32767

void pdf_put_number(GString *out, uint64_t number);
/* A length or coordinate, to a thousandth, never with an exponent. */
void pdf_put_real(GString *out, double value);
/* "N 0 R". */
void pdf_put_reference(GString *out, uint32_t object);
/* A text string: ASCII as it is, all else as UTF-16 with byte order mark; ill-formed UTF-8 becomes U+FFFD.
 * Returns false, with nothing put, when it is longer than PDF_STRING_LIMIT. */
bool pdf_put_text(GString *out, const char *utf8);
/* The same of as many whole characters as fit in a string: for descriptions of what the file holds in full
 * anyway. */
void pdf_put_text_cut(GString *out, const char *utf8);
/* A byte string, its bytes as they are: names of destinations, IDs. At most PDF_STRING_LIMIT bytes are put.
 */
void pdf_put_bytes(GString *out, const char *bytes, size_t size);

typedef enum PdfTokenKind {
  PDF_TOKEN_END, /* nothing is left */
  PDF_TOKEN_BAD, /* an unfinished string or an impossible byte */
  PDF_TOKEN_DICTIONARY_OPEN,
  PDF_TOKEN_DICTIONARY_CLOSE,
  PDF_TOKEN_ARRAY_OPEN,
  PDF_TOKEN_ARRAY_CLOSE,
  PDF_TOKEN_NAME,    /* with its slash */
  PDF_TOKEN_INTEGER, /* an unsigned integer of at most nine digits: it may begin a reference */
  PDF_TOKEN_STRING,  /* with its brackets: (...) or <...> */
  PDF_TOKEN_WORD     /* other numbers, keywords, operators */
} PdfTokenKind;

typedef struct PdfToken {
  PdfTokenKind kind;
  const char *start;
  size_t size;
  uint32_t integer;
} PdfToken;

/* The next token from *at, moving it behind; white space and comments are passed over. */
PdfToken pdf_token_next(const char **at, const char *end);
bool pdf_token_is(const PdfToken *token, const char *text);

#endif
