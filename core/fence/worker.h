/* fence/worker.h: a process that converts one draft and tells what came of it. */
#ifndef LETTERPRESS_FENCE_WORKER_H
#define LETTERPRESS_FENCE_WORKER_H

#include "fence/outcome.h"

#include <sys/types.h>

/* What the parent holds of a worker. */
typedef struct LpWorker {
  pid_t pid;
  int pipe;         /* the record comes here */
  int64_t deadline; /* milliseconds of the monotonic clock */
  int64_t seconds;  /* that were given, for the sentence */
} LpWorker;

/* In the worker: shuts the fence, runs the stages behind it, sends the record to the pipe and ends. */
_Noreturn void lp_worker_run(LpConversion *conversion, int pipe, pid_t parent);

/* In the parent: waits for the worker's end, at most until its deadline, and judges: outcome gets the record,
   checked, or the error that stands for the manner of its death. Afterwards no process and no descriptor is
   left. */
void lp_worker_await(LpWorker *worker, LpOutcome *outcome);

#endif
