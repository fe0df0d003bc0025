/* The worker's side: from the fork to its end. */
#include "config.h"

#include "fence/worker.h"

#include "fence/shut.h"
#include "fence/zygote.h"
#include "stream/open.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>
#ifdef LP_SANITIZED
#include <sanitizer/lsan_interface.h>
#endif

static int record_pipe = -1; /* for the log's writer, which has no state; one worker is one process */

int lp_worker_pipe(void) {
  return record_pipe;
}

static void entered(void *state, LpStage stage, const char *plugin) {
  (void)state;
  lp_outcome_send_stage(record_pipe, stage, plugin);
}

static void close_others(const LpConversion *conversion) {
  int kept[LP_OUTPUTS_MOST + 2];
  size_t count = 0;
  kept[count++] = record_pipe;
  kept[count++] = lp_source_descriptor(conversion->source);
  for (size_t i = 0; i < conversion->output_count; i++)
    kept[count++] = conversion->outputs[i].descriptor;
  lp_fence_close(kept, count);
}

_Noreturn void lp_worker_run(LpConversion *conversion, int pipe, pid_t parent) {
  record_pipe = pipe;
  setpgid(0, 0);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
    _exit(LP_CLASS_INTERNAL);
  lp_zygote_reset_signals();
  close_others(conversion);
  conversion->entered = entered;
  entered(NULL, LP_STAGE_START, NULL);
  bool good = true;
  if (!lp_fence_shut(conversion->account)) {
    good = false;
    lp_fail(conversion->account, LP_CLASS_INTERNAL, "fence.shut", NULL, "The fence could not be shut: %s.",
            g_strerror(errno));
  }
  if (good)
    lp_stages_behind_fence(conversion);
  lp_outcome_send(pipe, conversion);
  lp_conversion_clear(conversion);
  lp_account_free(conversion->account);
#ifdef LP_SANITIZED
  __lsan_do_leak_check();
#endif
  _exit(0);
}
