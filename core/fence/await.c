/* The parent's side of a worker: wait, kill when its time is up, judge its end. */
#include "config.h"

#include "fence/worker.h"
#include "fence/zygote.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef enum Ending {
  ENDING_CLOSED,     /* the worker closed its end of the pipe */
  ENDING_LATE,       /* the deadline */
  ENDING_TALKATIVE,  /* more than any record */
  ENDING_INTERRUPTED /* a signal to us */
} Ending;

/* Reads the pipe to its end; the signals that end us are let through only while waiting. */
static Ending read_record(const LpWorker *worker, GByteArray *record) {
  uint8_t buffer[16384];
  for (;;) {
    int64_t left = worker->deadline - lp_zygote_milliseconds();
    if (left <= 0)
      return ENDING_LATE;
    struct pollfd wait = {worker->pipe, POLLIN, 0};
    int ready = lp_zygote_poll(&wait, left);
    if (lp_zygote_interrupted())
      return ENDING_INTERRUPTED;
    if (ready <= 0)
      continue;
    ssize_t n = read(worker->pipe, buffer, sizeof buffer);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
      continue;
    if (n <= 0)
      return ENDING_CLOSED;
    if (record->len + (size_t)n > LP_OUTCOME_BYTES)
      return ENDING_TALKATIVE;
    g_byte_array_append(record, buffer, (guint)n);
  }
}

static int reap(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
    continue;
  return status;
}

/* "while docx read the draft" */
static const char *doing(const LpOutcome *outcome, char *buffer, size_t n) {
  static const char *const stages[LP_STAGE_COUNT] = {
      "it began", "the draft was read", "the document was prepared", "an output was written", "it ended"};
  if (outcome->plugin)
    g_snprintf(buffer, n, "while %s by the plugin %s", stages[outcome->stage], outcome->plugin);
  else
    g_snprintf(buffer, n, "while %s", stages[outcome->stage]);
  return buffer;
}

static void judge_signal(const LpWorker *worker, LpOutcome *outcome, int number, Ending ending) {
  char buffer[160];
  const char *when = doing(outcome, buffer, sizeof buffer);
  if (ending == ENDING_LATE)
    lp_outcome_fail(outcome, LP_CLASS_LIMIT, "limit.wall-seconds",
                    "The limit on time is %" G_GINT64_FORMAT
                    " seconds, and it was reached %s; --timeout raises it.",
                    worker->seconds, when);
  else if (ending == ENDING_TALKATIVE)
    lp_outcome_fail(outcome, LP_CLASS_INTERNAL, "fence.record", "The worker's record is too long.");
  else if (number == SIGXCPU)
    lp_outcome_fail(outcome, LP_CLASS_LIMIT, "limit.processor-seconds",
                    "The limit on processor time was reached %s; --limit processor-seconds=N raises it.",
                    when);
  else if (number == SIGKILL)
    lp_outcome_fail(outcome, LP_CLASS_LIMIT, "fence.killed",
                    "The worker was killed from outside %s: most often the machine had no memory left.",
                    when);
  else
    lp_outcome_fail(outcome, LP_CLASS_INTERNAL, "fence.died",
                    "The worker died of signal %d (%s) %s. This is a fault of ours: please report it.",
                    number, strsignal(number), when);
}

static void judge(const LpWorker *worker, LpOutcome *outcome, int status, Ending ending) {
  char buffer[160];
  if (outcome->out_of_memory)
    lp_outcome_fail(outcome, LP_CLASS_LIMIT, "limit.memory-bytes",
                    "The limit on memory was reached %s; --memory raises it.",
                    doing(outcome, buffer, sizeof buffer));
  else if (ending == ENDING_INTERRUPTED)
    lp_outcome_fail(outcome, LP_CLASS_INTERNAL, "fence.interrupted", "Interrupted.");
  else if (WIFSIGNALED(status))
    judge_signal(worker, outcome, WTERMSIG(status), ending);
  else if (!outcome->ended || status != 0)
    lp_outcome_fail(
        outcome, LP_CLASS_INTERNAL, "fence.record",
        "The worker ended with status %d and without a full record %s. This is a fault of ours: please "
        "report it.",
        WEXITSTATUS(status), doing(outcome, buffer, sizeof buffer));
}

void lp_worker_await(LpWorker *worker, LpOutcome *outcome) {
  GByteArray *record = g_byte_array_new();
  Ending ending = read_record(worker, record);
  if (ending != ENDING_CLOSED)
    kill(-worker->pid, SIGKILL);
  close(worker->pipe);
  int status = reap(worker->pid);
  lp_zygote_release_signals();
  lp_outcome_read(outcome, record->data, record->len);
  judge(worker, outcome, status, ending);
  g_byte_array_free(record, TRUE);
}
