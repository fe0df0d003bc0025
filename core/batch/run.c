/* A run: ready the equipment, plan, convert draft by draft, tell. */
#include "config.h"

#include "batch/run.h"

#include "batch/plan.h"
#include "fence/zygote.h"
#include "report/ndjson.h"
#include "report/sentence.h"

#include <string.h>

typedef struct Run {
  LpEquipment *equipment;
  LpAccount *account; /* of what concerns no single draft */
  LpPlan *plan;
  LpReport *report; /* NULL: none asked for */
  LpTeller teller;
} Run;

/* A plugin that was wanted and is not there may be one whose keyfile is no good: that is told then. */
static void tell_missing(const Run *run, int class_) {
  if (class_ == LP_CLASS_RESOURCE || class_ == LP_CLASS_FORMAT || run->teller.verbose)
    lp_tell_account(&run->teller, NULL, run->equipment->findings);
}

static bool check_options(const Run *run) {
  GPtrArray *names = g_ptr_array_new();
  const LpManifestFormat *format;
  for (size_t i = 0; (format = lp_catalogue_format(run->equipment->catalogue, i)); i++)
    g_ptr_array_add(names, (gpointer)(uintptr_t)format->name);
  g_ptr_array_add(names, NULL);
  lp_format_options_unused(run->equipment->settings->format_options, (const char *const *)names->pdata,
                           run->account);
  g_ptr_array_unref(names);
  return !lp_account_failed(run->account);
}

static bool writes_to_stdout(const LpPlan *plan) {
  const LpDraft *first = &g_array_index(plan->drafts, LpDraft, 0);
  return strcmp(first->targets[0].path, "-") == 0; /* several outputs have derived names */
}

static bool make_ready(Run *run, char *const *drafts, size_t count) {
  const LpSettings *settings = run->equipment->settings;
  run->plan = lp_plan_new(drafts, count, run->equipment, run->account);
  if (!run->plan || !check_options(run))
    return false;
  if (!lp_equipment_letterhead(run->equipment, run->account) || lp_account_failed(run->account))
    return false;
  if (settings->report && strcmp(settings->report, "-") == 0 && writes_to_stdout(run->plan)) {
    lp_fail(run->account, LP_CLASS_USAGE, "batch.one-output", NULL,
            "Standard output takes the document or the report, not both.");
    return false;
  }
  if (settings->report)
    run->report = lp_report_open(settings->report, run->account);
  return !settings->report || run->report;
}

/* Returns the class of its first error; 0: its files are there. */
static int convert(Run *run, const LpDraft *draft) {
  int64_t began = lp_zygote_milliseconds();
  LpOutcome *outcome = lp_conduct(run->equipment, draft, (const LpFileId *)(void *)run->plan->inputs->data,
                                  run->plan->inputs->len, run->report ? lp_report_hash : NULL, run->report);
  int class_ = outcome->class_;
  if (!lp_zygote_interrupted()) {
    lp_tell(&run->teller, lp_draft_name(draft), outcome);
    if (run->report)
      lp_report_draft(run->report, draft, outcome, lp_zygote_milliseconds() - began);
  }
  lp_outcome_free(outcome);
  return class_;
}

static int convert_all(Run *run) {
  guint failed = 0;
  int class_ = 0;
  for (guint i = 0; i < run->plan->drafts->len && !lp_zygote_interrupted(); i++) {
    class_ = convert(run, &g_array_index(run->plan->drafts, LpDraft, i));
    failed += class_ != 0;
  }
  if (run->plan->drafts->len == 1)
    return class_;
  return failed ? 1 : 0;
}

int lp_run(const LpSettings *settings, char *const *drafts, size_t count) {
  Run run = {.equipment = lp_equipment_new(settings, count > 1), .account = lp_settings_account(settings)};
  run.teller = (LpTeller){(LpTelling)settings->diagnostics, settings->quiet, settings->verbose,
                          (const char *const *)run.equipment->folders};
  int code = 0;
  if (make_ready(&run, drafts, count))
    code = convert_all(&run);
  bool reported = lp_report_close(run.report, run.account);
  lp_tell_account(&run.teller, NULL, run.account);
  if (lp_account_failed(run.account) && (code == 0 || !reported))
    code = lp_account_class(run.account);
  tell_missing(&run, code);
  lp_plan_free(run.plan);
  lp_equipment_free(run.equipment);
  lp_account_free(run.account);
  return code;
}
