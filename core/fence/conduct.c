/* One draft: open, fork, wait, check, commit. */
#include "config.h"

#include "fence/conduct.h"

#include "fence/commit.h"
#include "fence/zygote.h"
#include "stream/open.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct Conduct {
  const LpDraft *draft;
  LpConversion conversion;
  LpTarget targets[LP_OUTPUTS_MOST];
  size_t begun; /* of the targets */
  LpOutcome *outcome;
} Conduct;

const char *lp_draft_name(const LpDraft *draft) {
  return strcmp(draft->path, "-") == 0 ? "standard input" : draft->path;
}

static bool open_draft(Conduct *conduct) {
  const char *path = conduct->draft->path;
  conduct->conversion.name = lp_draft_name(conduct->draft);
  /* Standard input is another descriptor in the worker, whose own is /dev/null. */
  conduct->conversion.descriptor = strcmp(path, "-") == 0
                                       ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
                                       : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (conduct->conversion.descriptor >= 0)
    return true;
  lp_outcome_fail(conduct->outcome, LP_CLASS_INPUT, "fence.input", "The draft cannot be read: %s.",
                  g_strerror(errno));
  return false;
}

static bool begin_targets(Conduct *conduct, const LpFileId *inputs, size_t count) {
  const LpDraft *draft = conduct->draft;
  bool force = conduct->conversion.equipment->settings->force;
  for (size_t i = 0; i < draft->output_count; i++) {
    if (!lp_target_begin(&conduct->targets[i], &draft->targets[i], inputs, count, force, conduct->outcome))
      return false;
    conduct->begun++;
    conduct->conversion.outputs[i].manifest = draft->formats[i];
    conduct->conversion.outputs[i].descriptor = conduct->targets[i].descriptor;
  }
  conduct->conversion.output_count = draft->output_count;
  return true;
}

static bool run_worker(Conduct *conduct) {
  LpWorker worker;
  if (!lp_stages_before_fence(&conduct->conversion)) {
    lp_outcome_take(conduct->outcome, conduct->conversion.account);
    return false;
  }
  if (lp_zygote_interrupted()) {
    lp_outcome_fail(conduct->outcome, LP_CLASS_INTERNAL, "fence.interrupted", "Interrupted.");
    return false;
  }
  if (!lp_zygote_fork(&worker, &conduct->conversion)) {
    lp_outcome_fail(conduct->outcome, LP_CLASS_LIMIT, "fence.fork", "No process could be started: %s.",
                    g_strerror(errno));
    return false;
  }
  lp_worker_await(&worker, conduct->outcome);
  return conduct->outcome->class_ == 0;
}

/* What the worker says of its outputs must be what is there. */
static bool check_outputs(Conduct *conduct) {
  LpOutcome *outcome = conduct->outcome;
  bool good = outcome->output_count == conduct->begun;
  for (size_t i = 0; good && i < conduct->begun; i++) {
    struct stat status;
    good = fstat(conduct->targets[i].descriptor, &status) == 0 && status.st_size == outcome->sizes[i] &&
           outcome->sizes[i] > 0;
  }
  if (!good)
    lp_outcome_fail(
        outcome, LP_CLASS_INTERNAL, "fence.record",
        "The worker's record and its outputs disagree. This is a fault of ours: please report it.");
  return good;
}

LpOutcome *lp_conduct(LpEquipment *equipment, const LpDraft *draft, const LpFileId *inputs,
                      size_t input_count, LpOutputsReady ready, void *state) {
  Conduct conduct = {.draft = draft, .outcome = lp_outcome_new()};
  conduct.conversion.equipment = equipment;
  conduct.conversion.account = lp_settings_account(equipment->settings);
  conduct.conversion.descriptor = -1;
  lp_zygote_stop_by_signal(conduct.conversion.account);
  if (open_draft(&conduct) && begin_targets(&conduct, inputs, input_count) && run_worker(&conduct) &&
      check_outputs(&conduct)) {
    if (ready)
      ready(state, lp_source_descriptor(conduct.conversion.source), conduct.targets, conduct.begun);
    lp_commit(conduct.targets, conduct.begun, !equipment->settings->no_sync, conduct.outcome);
  }
  for (size_t i = 0; i < conduct.begun; i++)
    lp_target_end(&conduct.targets[i]);
  lp_zygote_stop_by_signal(NULL);
  lp_conversion_clear(&conduct.conversion);
  if (conduct.conversion.descriptor >= 0)
    close(conduct.conversion.descriptor);
  lp_account_free(conduct.conversion.account);
  return conduct.outcome;
}
