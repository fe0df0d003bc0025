/* statement/passes.h: what the house does with a draft, between its reader and the writers. */
#ifndef LETTERPRESS_STATEMENT_PASSES_H
#define LETTERPRESS_STATEMENT_PASSES_H

#include "document/edit.h"
#include "letterhead/resolve.h"

/* What becomes of tracked changes, comments and hidden text. */
typedef enum LpTreatment {
  LP_TREATMENT_REFUSE = 0, /* an error of class LP_CLASS_REFUSED */
  LP_TREATMENT_ACCEPT = 1, /* of tracked changes */
  LP_TREATMENT_REJECT = 2, /* of tracked changes */
  LP_TREATMENT_DROP = 3,   /* of comments and hidden text */
  LP_TREATMENT_SHOW = 4
} LpTreatment;

typedef struct LpPassSettings {
  LpTreatment revisions, comments, hidden;
  bool is_draft;     /* --status draft: what would be refused is shown, with a warning; a mark on each page */
  bool keeps_style;  /* --style draft: the draft's own fonts, sizes, colours and spacing stay */
  const char *paper; /* NULL: the letterhead's first */
  const char *watermark; /* a mark on each page; NULL: none, or that of a draft */
  const char
      *metadata[LP_METADATA_COUNT]; /* from the command line: over what the draft says; NULL: nothing */
} LpPassSettings;

/* Runs all passes over a document that a reader has built, and opens and balances LP_PHASE_PASSES of its
   account's ledger. Afterwards every node has the one computed style of the house. Returns the letterhead's
   values for it, which live as long as the document; NULL: an error was reported, no output is to be made. */
const LpLetterhead *lp_passes_run(LpDocument *document, const LpDefinition *definition,
                                  const LpPassSettings *settings);

#endif
