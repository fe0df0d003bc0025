/* The fence of a worker: descriptors, limits held by the kernel, privileges. */
#include "config.h"

#include "fence/shut.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
  DESCRIPTORS = 64,
  /* The processor limit ends a worker by SIGXCPU; if a library has caught that, by SIGKILL this much later.
   */
  GRACE_SECONDS = 2
};

static int compare_descriptors(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

static void close_between(int first, int last) {
  if (first > last || close_range((unsigned)first, (unsigned)last, 0) == 0)
    return;
  /* Before Linux 5.9 there is no close_range. */
  int most = (int)MIN(last, sysconf(_SC_OPEN_MAX) - 1);
  for (int descriptor = first; descriptor <= most; descriptor++)
    close(descriptor);
}

void lp_fence_close(int *kept, size_t count) {
  int next = STDERR_FILENO + 1;
  qsort(kept, count, sizeof *kept, compare_descriptors);
  for (size_t i = 0; i < count; i++) {
    if (kept[i] < next)
      continue;
    close_between(next, kept[i] - 1);
    next = kept[i] + 1;
  }
  close_between(next, INT_MAX);
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0)
    return;
  dup2(nowhere, STDIN_FILENO);
  dup2(nowhere, STDOUT_FILENO);
#ifndef LP_SANITIZED /* a sanitizer's report is worth more than silence */
  dup2(nowhere, STDERR_FILENO);
#endif
  close(nowhere);
}

/* Sets a limit, or what the caller's own hard limit leaves of it. */
static bool limit(__rlimit_resource_t resource, int64_t soft, int64_t grace) {
  struct rlimit before;
  if (getrlimit(resource, &before) != 0)
    return false;
  struct rlimit after = {MIN((rlim_t)soft, before.rlim_max), MIN((rlim_t)(soft + grace), before.rlim_max)};
  if (setrlimit(resource, &after) == 0)
    return true;
  after.rlim_max = before.rlim_max; /* valgrind lets nobody lower the hard limit on descriptors */
  return errno == EPERM && setrlimit(resource, &after) == 0;
}

static bool limit_resources(const LpAccount *account) {
#ifndef LP_SANITIZED /* the shadow of the address sanitizer is larger than any limit */
  int64_t memory = lp_account_limit(account, LP_LIMIT_MEMORY_BYTES);
  if (memory > 0 && !limit(RLIMIT_AS, memory, 0))
    return false;
#endif
  int64_t seconds = MIN(lp_account_limit(account, LP_LIMIT_PROCESSOR_SECONDS), INT32_MAX);
  return limit(RLIMIT_CPU, seconds, GRACE_SECONDS) &&
         limit(RLIMIT_FSIZE, lp_account_limit(account, LP_LIMIT_OUTPUT_BYTES), 0) &&
         limit(RLIMIT_NOFILE, DESCRIPTORS, 0) && limit(RLIMIT_CORE, 0, 0);
}

bool lp_fence_shut(const LpAccount *account) {
#ifndef LP_SANITIZED /* the leak sanitizer looks at its own process as a debugger does */
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return false;
#endif
  return limit_resources(account) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}
