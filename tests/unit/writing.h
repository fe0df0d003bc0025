/* tests/unit/writing.h: a document built by hand, given to a writer. */
#ifndef TESTS_UNIT_WRITING_H
#define TESTS_UNIT_WRITING_H

#include "account/account.h"
#include "letterhead/resolve.h"

#include <letterpress/plugin.h>

/* The account, document and builder of a test; make what is to be written with the builder. */
typedef struct Writing {
  LpAccount *account;
  LpDocument *document;
  LpBuilder *builder;
  LpDefinition *definition;
  LpSink *sink;
  bool balanced; /* the ledger, after writing_run */
  LpVerdict verdict;
} Writing;

void writing_begin(Writing *writing);

/* Has it written, with the built-in letterhead, and returns what came out, with a 0 behind it. *n may be
 * NULL. */
const char *writing_run(Writing *writing, LpVerdict (*write)(LpWriting *), const LpOccasion *occasion,
                        size_t *n);

void writing_end(Writing *writing);

/* A style of a role, and that of a role with one property more. */
const LpStyle *writing_role(const Writing *writing, LpRole role);
const LpStyle *writing_with(const Writing *writing, const LpStyle *style, LpProperty property, int32_t value);

/* Adds text; a paragraph of a role; a heading of a level. */
void writing_text(const Writing *writing, const LpStyle *style, const char *text);
void writing_paragraph(const Writing *writing, LpRole role, const char *text);
void writing_heading(const Writing *writing, int32_t level, LpRole role, const char *text);

#endif
