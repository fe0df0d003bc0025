/* fence/zygote.h: the process that workers are forked from: the command itself. It stays of one thread: a
   lock that another held would stay locked in the child. */
#ifndef LETTERPRESS_FENCE_ZYGOTE_H
#define LETTERPRESS_FENCE_ZYGOTE_H

#include "fence/worker.h"

#include <poll.h>

/* Once, before anything else: signals, GLib's log, standard descriptors, the mode of new files. */
void lp_zygote_begin(void);

/* Once, at the end. If a signal was to end us, it does so now. */
void lp_zygote_end(void);

/* Forks a worker for a conversion whose stages before the fence are done. false: errno says why. */
bool lp_zygote_fork(LpWorker *worker, LpConversion *conversion);

/* Whether a signal has come that is to end us. */
bool lp_zygote_interrupted(void);

/* The account of the draft at hand, which such a signal stops; NULL: none. */
void lp_zygote_stop_by_signal(LpAccount *account);

/* Lets such signals through again, after lp_zygote_fork has held them back. */
void lp_zygote_release_signals(void);

/* Waits for a descriptor; such a signal ends the waiting. */
int lp_zygote_poll(struct pollfd *wait, int64_t milliseconds);

/* The monotonic clock. */
int64_t lp_zygote_milliseconds(void);

/* The mode of new files: 0666 without the umask's bits. */
unsigned lp_zygote_file_mode(void);

/* In a worker: signals as in any other process. */
void lp_zygote_reset_signals(void);

/* In a worker: where the record goes; -1 elsewhere. */
int lp_worker_pipe(void);

#endif
