/* Begins and ends the process that workers are forked from, and forks them. */
#include "config.h"

#include "fence/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Process-wide by nature: a signal's handler and the log's writer have no state of their own. */
static volatile sig_atomic_t interrupted_by;
static sigset_t signals_before;
static sigset_t signals_handled;
static LpAccount *volatile stoppable;
static mode_t umask_before;

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

/* The first one ends the draft at hand in an orderly way; whoever asks again gets what they asked for. */
static void interrupt(int number) {
  if (interrupted_by) {
    signal(number, SIG_DFL);
    raise(number);
  }
  interrupted_by = number;
  if (stoppable)
    lp_account_stop(stoppable);
}

static bool is_out_of_memory(const GLogField *fields, gsize count) {
  static const char *const words[] = {"failed to allocate", "a request for", "an output of more than"};
  for (gsize i = 0; i < count; i++)
    for (size_t j = 0; strcmp(fields[i].key, "MESSAGE") == 0 && j < G_N_ELEMENTS(words); j++)
      if (strstr(fields[i].value, words[j]))
        return true;
  return false;
}

static _Noreturn void end_without_memory(void) {
  static const char sentence[] = "letterpress: error: there is not enough memory [limit.memory-bytes]\n";
  if (lp_worker_pipe() >= 0) {
    lp_outcome_send_out_of_memory(lp_worker_pipe());
    _exit(0);
  }
  ssize_t ignored = write(STDERR_FILENO, sentence, sizeof sentence - 1);
  (void)ignored;
  _exit(LP_CLASS_LIMIT);
}

/* An allocation that fails reaches GLib's log as an error, after which the process is to end. Warnings are
   not printed: a library's complaint is no finding of ours, and may hold a draft's bytes. */
static GLogWriterOutput write_log(GLogLevelFlags level, const GLogField *fields, gsize count, gpointer data) {
  (void)data;
  if (level & G_LOG_FLAG_RECURSION || (level & G_LOG_LEVEL_ERROR && is_out_of_memory(fields, count)))
    end_without_memory();
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL))
    return g_log_writer_standard_streams(level, fields, count, NULL);
  return G_LOG_WRITER_HANDLED;
}

/* A closed standard descriptor would be taken by the next file that is opened. */
static void hold_standard_descriptors(void) {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF) {
      int nowhere = open("/dev/null", O_RDWR);
      if (nowhere >= 0 && nowhere != descriptor)
        close(nowhere);
    }
}

void lp_zygote_begin(void) {
  struct sigaction action;
  hold_standard_descriptors();
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  /* A write that fails says so; the caller reports it. */
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
  sigaction(SIGXFSZ, &action, NULL);
  action.sa_handler = SIG_DFL; /* a caller that ignores it would have us miss how a worker ended */
  sigaction(SIGCHLD, &action, NULL);
  sigemptyset(&signals_handled);
  action.sa_handler = interrupt;
  for (size_t i = 0; i < G_N_ELEMENTS(ending_signals); i++) {
    struct sigaction before;
    sigaction(ending_signals[i], NULL, &before);
    if (before.sa_handler == SIG_IGN)
      continue; /* nohup */
    sigaction(ending_signals[i], &action, NULL);
    sigaddset(&signals_handled, ending_signals[i]);
  }
  sigprocmask(SIG_SETMASK, NULL, &signals_before);
  umask_before = umask(0);
  umask(umask_before);
  g_log_set_writer_func(write_log, NULL, NULL);
}

void lp_zygote_end(void) {
  if (!interrupted_by)
    return;
  signal(interrupted_by, SIG_DFL);
  raise(interrupted_by);
}

void lp_zygote_stop_by_signal(LpAccount *account) {
  stoppable = account;
}

bool lp_zygote_interrupted(void) {
  return interrupted_by != 0;
}

void lp_zygote_reset_signals(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(ending_signals); i++)
    if (sigismember(&signals_handled, ending_signals[i]))
      signal(ending_signals[i], SIG_DFL);
  sigprocmask(SIG_SETMASK, &signals_before, NULL);
}

void lp_zygote_release_signals(void) {
  sigprocmask(SIG_SETMASK, &signals_before, NULL);
}

unsigned lp_zygote_file_mode(void) {
  return 0666 & ~(unsigned)umask_before;
}

int64_t lp_zygote_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int lp_zygote_poll(struct pollfd *wait, int64_t milliseconds) {
  struct timespec time = {(time_t)(milliseconds / 1000), (long)(milliseconds % 1000) * 1000000};
  return ppoll(wait, 1, &time, &signals_before);
}

bool lp_zygote_fork(LpWorker *worker, LpConversion *conversion) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return false;
  worker->seconds = lp_account_limit(conversion->account, LP_LIMIT_WALL_SECONDS);
  worker->deadline = lp_zygote_milliseconds() + MIN(worker->seconds, INT32_MAX) * 1000;
  pid_t self = getpid();
  /* Let through again only where we wait: none is missed, and none reaches a child that has our handlers. */
  sigprocmask(SIG_BLOCK, &signals_handled, NULL);
  worker->pid = fork();
  if (worker->pid == 0)
    lp_worker_run(conversion, ends[1], self);
  int error = errno;
  close(ends[1]);
  if (worker->pid < 0) {
    lp_zygote_release_signals();
    close(ends[0]);
    errno = error;
    return false;
  }
  setpgid(worker->pid,
          worker->pid); /* whichever of us comes first: it must be there when we kill the group */
  worker->pipe = ends[0];
  return true;
}
