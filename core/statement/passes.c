/* The passes, in order. Each makes true what those behind it build on. */
#include "config.h"

#include "statement/passes.h"

#include "account/account.h"
#include "letterhead/date.h"
#include "statement/passing.h"

#include <letterpress/walk.h>

/* What the command line says goes before what the draft says. */
static void take_settings(LpPassing *passing) {
  for (int i = 0; i < LP_METADATA_COUNT; i++)
    if (passing->settings->metadata[i])
      lp_document_set_metadata(passing->document, (LpMetadata)i, passing->settings->metadata[i]);
}

static void resolve(LpPassing *passing) {
  const LpPassSettings *settings = passing->settings;
  const LpDocument *document = passing->document;
  const char *mark =
      settings->is_draft ? lp_letterhead_draft_mark(passing->definition, passing->language) : NULL;
  const LpOccasion occasion = {
      .language = passing->language,
      .paper = settings->paper,
      .title = lp_document_metadata(document, LP_METADATA_TITLE),
      .meeting = lp_document_metadata(document, LP_METADATA_MEETING),
      .date = lp_document_metadata(document, LP_METADATA_DATE),
      .place = lp_document_metadata(document, LP_METADATA_PLACE),
      .classification = lp_document_metadata(document, LP_METADATA_CLASSIFICATION),
      .embargo = lp_document_metadata(document, LP_METADATA_EMBARGO),
      .mark = settings->watermark ? settings->watermark : mark,
  };
  passing->letterhead = lp_letterhead_resolve(passing->definition, passing->document, &occasion);
}

static const struct {
  void (*run)(LpPassing *passing);
  bool ends; /* an error in it ends the passes */
} passes[] = {
    {lp_pass_leaks, true},   /* first: what would leak is found before anything is touched */
    {lp_pass_review, false}, /* settles what the user has decided of it, so that all behind see one text */
    {take_settings, false},  /* -M wins */
    {lp_pass_page_parts, false}, /* the draft's own headers and footers */
    {lp_pass_recognise, false},  /* its letterhead as text; before language, which it tells something of */
    {lp_pass_language, false},   /* which words end no sentence, which script, which name of the house */
    {lp_pass_rejoin, false},     /* sentences cut by pages; before title, since a page may cut its block */
    {lp_pass_blanks, false},     /* empty paragraphs told where pages and heads begin: now they may go */
    {lp_pass_title, false},    /* roles of the first lines; before numbering, which counts below the title */
    {lp_pass_captions, false}, /* paragraphs that belong to tables */
    {lp_pass_signatures, false},  /* roles of the last lines */
    {lp_pass_numbering, false},   /* levels of headings, numbers of items */
    {lp_pass_references, false},  /* numbers of notes, targets: all text stands where it will stay */
    {resolve, true},              /* the letterhead for this language, title and date */
    {lp_pass_house_style, false}, /* last: one computed style a node, by role */
};

static void count_tree(const LpDocument *document, LpAccount *account) {
  const LpNode *root = lp_document_root(document);
  for (LpStep step = lp_walk_first(root); step.node; step = lp_walk_next(root, step)) {
    size_t n;
    const char *text = step.leaving ? NULL : lp_node_text(step.node, &n);
    if (text)
      lp_ledger_count_out(account, LP_PHASE_PASSES, text, n);
  }
}

const LpLetterhead *lp_passes_run(LpDocument *document, const LpDefinition *definition,
                                  const LpPassSettings *settings) {
  LpAccount *account = lp_document_account(document);
  LpPassing passing = {
      .document = document, .account = account, .definition = definition, .settings = settings};
  bool failed_before = lp_account_failed(account);
  lp_ledger_begin(account, LP_PHASE_PASSES, lp_node_characters(lp_document_root(document)));
  for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
    passes[i].run(&passing);
    bool failed = passes[i].ends && !failed_before && lp_account_failed(account);
    if (failed || lp_should_stop(account))
      return NULL;
  }
  count_tree(document, account);
  lp_ledger_balance(account, LP_PHASE_PASSES);
  return lp_account_failed(account) ? NULL : passing.letterhead;
}
