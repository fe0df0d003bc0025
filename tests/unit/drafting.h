/* Drafts for the tests of the passes, in a short notation, and trees told in it again. */
#ifndef LETTERPRESS_TESTS_UNIT_DRAFTING_H
#define LETTERPRESS_TESTS_UNIT_DRAFTING_H

#include "account/account.h"
#include "document/edit.h"
#include "statement/passing.h"

typedef struct Drafting {
  LpAccount *account;
  LpDocument *document;
  LpBuilder *builder;
  LpDefinition *definition;
  LpPassSettings settings;
  LpPassing passing;
} Drafting;

/* Fixtures of cmocka: *state is a Drafting whose language is English. */
int drafting_set_up(void **state);
int drafting_tear_down(void **state);

/* Builds a draft from lines, a block each, with the number of the line as its place:
     # text      a heading, of as many levels as signs          \f          the end of a page
     - text      an item with a bullet                          2. text     an item with that number
     > text      a quotation                                    % text      a paragraph that ends a full hard
   line | a | b     a row of a table                               = text      a page header, =. text a page
   footer text        a paragraph; an empty line: blank, two or more are counted by the next block In a text
   ** turns bold on and off, * italic, ~ hidden, {+ +} and {- -} are tracked, {^n} refers to a note n,
   [^n] at a line's start is that note, / between spaces is a line break. */
void drafting_read(Drafting *drafting, const char *lines);

/* The tree in the same notation, roles in brackets: "#1 [title] ...". To be freed. */
char *drafting_told(const Drafting *drafting);

/* Asserts what the tree is told as. */
void drafting_is(const Drafting *drafting, const char *told);

/* How often a code was reported. */
#define assert_reported(drafting, code, times)                                                               \
  assert_int_equal(lp_account_code_count((drafting)->account, code), times)

/* Counts the tree and asserts that the ledger of the passes balances. */
void drafting_balances(Drafting *drafting);

#endif
