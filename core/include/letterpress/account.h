/* letterpress/account.h: the account of one conversion: its limits, its diagnostics, its ledger.

   A reader and a writer are each handed the account of the conversion that they take part in. Nothing here is
   thread-safe: a conversion is one thread. */
#ifndef LETTERPRESS_ACCOUNT_H
#define LETTERPRESS_ACCOUNT_H

#include <letterpress/types.h>

LP_BEGIN_DECLS

typedef struct LpAccount LpAccount;

/* ---- limits: every amount that a draft could inflate has one; the defaults stand in one table of the core
 * ---- */

typedef enum LpLimit {
  LP_LIMIT_INPUT_BYTES = 0,
  LP_LIMIT_PACKAGE_ENTRIES = 1,
  LP_LIMIT_EXPANDED_BYTES = 2, /* all parts of a package together, unpacked */
  LP_LIMIT_PART_BYTES = 3,     /* one part above this must not be packed tighter than LP_LIMIT_PART_RATIO */
  LP_LIMIT_PART_RATIO = 4,
  LP_LIMIT_XML_DEPTH = 5,
  LP_LIMIT_XML_TEXT_BYTES = 6, /* one text node */
  LP_LIMIT_XML_TAG_BYTES = 7,
  LP_LIMIT_XML_ATTRIBUTES = 8,
  LP_LIMIT_TABLE_DEPTH = 9,
  LP_LIMIT_LIST_DEPTH = 10,
  LP_LIMIT_BOX_DEPTH = 11,
  LP_LIMIT_FIELD_DEPTH = 12,
  LP_LIMIT_REVISION_DEPTH = 13,
  LP_LIMIT_CHAIN_LENGTH = 14, /* parents of a style, parts that lead to parts */
  LP_LIMIT_TABLE_COLUMNS = 15,
  LP_LIMIT_REPEATS = 16, /* repeated rows and cells of ODF, in sum */
  LP_LIMIT_MARKS = 17,   /* combining marks shaped on one base */
  LP_LIMIT_PICTURE_PIXELS = 18,
  LP_LIMIT_ALL_PIXELS = 19,
  LP_LIMIT_SVG_BYTES = 20,
  LP_LIMIT_NODES = 21,
  LP_LIMIT_PAGES = 22,
  LP_LIMIT_OUTPUT_BYTES = 23,
  LP_LIMIT_PROCESSOR_SECONDS = 24,
  LP_LIMIT_WALL_SECONDS = 25,
  LP_LIMIT_MEMORY_BYTES = 26,
  LP_LIMIT_LETTERHEAD_BYTES = 27
} LpLimit;

/* The value of a limit. */
int64_t lp_account_limit(const LpAccount *account, LpLimit limit);

/* Whether amount is within the limit; if not, an error of class LP_CLASS_LIMIT that names the limit, its
   value and its option has been reported. place may be NULL. */
bool lp_account_within(LpAccount *account, LpLimit limit, int64_t amount, const LpPlace *place);

/* true once the conversion is to end early (an error was made final, time is up): return LP_FAILED soon.
   Cheap: ask it in every loop over the draft. */
bool lp_should_stop(const LpAccount *account);

/* ---- diagnostics ---- */

/* Reports one finding. code: stable, "plugin.what-it-is", described in the plugin's NAME.diagnostics. class_:
   the exit code that an error of it means; a warning that the user makes an error is of class
   LP_CLASS_REFUSED. place: NULL where there is none. format and what follows: one sentence in printf's way
   for a person who is no programmer, that says what was met and what was done about it; text of the draft in
   it is escaped on printing. */
void lp_report(LpAccount *account, LpLevel level, LpClass class_, const char *code, const LpPlace *place,
               const char *format, ...) LP_PRINTF(6, 7);

/* lp_report of a warning. */
void lp_warn(LpAccount *account, const char *code, const LpPlace *place, const char *format, ...)
    LP_PRINTF(4, 5);

/* lp_report of an error; returns LP_FAILED, so that a plugin can end with return lp_fail(...). */
LpVerdict lp_fail(LpAccount *account, LpClass class_, const char *code, const LpPlace *place,
                  const char *format, ...) LP_PRINTF(5, 6);

/* Whether an error has been reported. */
bool lp_account_failed(const LpAccount *account);

/* ---- the ledger: every character of the draft is in the output, or named here ----

   Characters are Unicode scalar values that are not White_Space (UAX #44), so that lines may be filled anew
   freely. A reader's side:  given == built + left out.   A writer's side:  in the tree == written + left out.
   The XML cursor counts what it gives, the builder what it takes, the markup writer what it writes; a plugin
   calls these only for text that goes another way. The host compares the two sides; the difference must be
   nought. */

typedef enum LpReason {
  LP_REASON_DELETED = 0,        /* a tracked deletion that was accepted, or an insertion that was rejected */
  LP_REASON_COMMENT = 1,        /* a comment */
  LP_REASON_HIDDEN = 2,         /* hidden text */
  LP_REASON_FIELD_CODE = 3,     /* the instruction of a field; its result is text */
  LP_REASON_ALTERNATE = 4,      /* the branch of an alternative that was not taken */
  LP_REASON_MARKUP = 5,         /* signs that became structure: #, **, list markers, table rules */
  LP_REASON_METADATA = 6,       /* kept as metadata of the document, not as text */
  LP_REASON_LETTERHEAD = 7,     /* the letterhead stood in the draft already */
  LP_REASON_FURNITURE = 8,      /* page numbers and the like of the draft's own pages */
  LP_REASON_PAGE_HYPHEN = 9,    /* a hyphen between two pages, undone */
  LP_REASON_HEADER_FOOTER = 10, /* other text of the draft's headers and footers */
  LP_REASON_FALLBACK = 11,      /* a writer cannot show it */
  LP_REASON_REPLACED = 12,      /* replaced by what stands for it: a stale field result by the new one */
  LP_REASON_STRUCTURE = 13 /* values that became attributes of the tree: bullets, numbers, links' addresses */
} LpReason;

/* The number of characters (as above) in n bytes of UTF-8. */
int64_t lp_characters(const char *text, size_t n);

/* A reader: n bytes of text were taken from the draft by another way than the XML cursor. */
void lp_ledger_give(LpAccount *account, const char *text, size_t n);

/* A reader or a writer: n bytes of text are left out for a reason. place may be NULL. */
void lp_ledger_leave(LpAccount *account, LpReason reason, const char *text, size_t n, const LpPlace *place);

/* A writer: n bytes of text of the tree are written, by another way than lp_markup_text. */
void lp_ledger_write(LpAccount *account, const char *text, size_t n);

LP_END_DECLS
#endif
