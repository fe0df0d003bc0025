#ifndef LP_TESTS_PDF_STATEMENT_H
#define LP_TESTS_PDF_STATEMENT_H

/* Statements built by hand and written as PDF, for the tests of page/ and draw/. */

#include "account/account.h"
#include "call/call.h"
#include "document/edit.h"
#include "letterhead/resolve.h"

#include <glib.h>

typedef struct Statement {
  LpAccount *account;
  LpDocument *document;
  LpBuilder *builder;
  LpDefinition *definition;
  LpOccasion occasion;
  int64_t characters; /* of text that was added */
  LpVerdict verdict;  /* of the writing */
} Statement;

/* An empty statement under the built-in letterhead, or under a keyfile's text. */
Statement *statement_new(const char *keyfile);
void statement_free(Statement *statement);

/* The style of a role alone: all else is the letterhead's. */
const LpStyle *statement_role(Statement *statement, LpRole role);

/* Opens and closes blocks; adds text in a style, NULL for the block's. */
void statement_open(Statement *statement, LpKind kind, LpRole role);
void statement_close(Statement *statement, LpKind kind);
void statement_text(Statement *statement, const char *text, const LpStyle *style);

/* A whole paragraph: text between * is italic, between ** bold. */
void statement_paragraph(Statement *statement, LpRole role, const char *text);
void statement_heading(Statement *statement, int level, LpRole role, const char *text);

/* A cell with one paragraph. */
void statement_cell(Statement *statement, const char *text, LpAlign align, bool is_header, int columns,
                    int rows);

/* Finishes the builder and writes the PDF. The bytes are to be freed; NULL: it failed. */
GByteArray *statement_write(Statement *statement);

/* Builds a report with all that a statement may hold: lists, a table of so many times four rows, a quotation,
 * a note, links, a text box, signatures (report.c). */
void report_build(Statement *statement, int copies);

/* Builds tables with spans, short rows, a table within, rows longer than a page, and a page that is turned
 * (tables.c). */
void tables_build(Statement *statement);

#endif
