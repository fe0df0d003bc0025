/* Opens outputs before the work, so that what cannot be written is known in the first millisecond. */
#include "config.h"

#include "fence/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MARK_BYTES = 256 * 1024, NAME_BYTES = 200 };

static bool refuse(LpTarget *target, LpOutcome *outcome, const char *reason) {
  lp_outcome_fail(outcome, LP_CLASS_OUTPUT, "fence.output", "%s cannot be written: %s.", target->path,
                  reason);
  lp_target_end(target);
  return false;
}

void lp_descriptor_path(int descriptor, char path[32]) {
  g_snprintf(path, 32, "/proc/self/fd/%d", descriptor);
}

static bool region_has(int descriptor, off_t offset, const char *mark) {
  char *buffer = g_malloc(MARK_BYTES);
  ssize_t n = pread(descriptor, buffer, MARK_BYTES, offset);
  bool found = n > 0 && memmem(buffer, (size_t)n, mark, strlen(mark));
  g_free(buffer);
  return found;
}

/* Whether the file holds our mark near one of its ends. */
static bool is_ours(const LpTarget *target, const char *mark) {
  if (!mark)
    return false;
  int descriptor = open(target->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0)
    return false;
  off_t tail = target->before.st_size - MARK_BYTES;
  bool found = region_has(descriptor, 0, mark) || (tail > 0 && region_has(descriptor, tail, mark));
  close(descriptor);
  return found;
}

/* A file for a stream, in memory: it never has a name. */
static bool open_spool(LpTarget *target, LpOutcome *outcome) {
  const char *folder = getenv("TMPDIR");
  target->descriptor = open(folder && *folder ? folder : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (target->descriptor < 0)
    target->descriptor = memfd_create("letterpress-output", MFD_CLOEXEC);
  return target->descriptor >= 0 || refuse(target, outcome, g_strerror(errno));
}

static bool open_temporary(LpTarget *target, const char *folder, const char *name, LpOutcome *outcome) {
  target->temporary = g_strdup_printf("%s/.%.*s.XXXXXX.part", folder, NAME_BYTES, name);
  target->descriptor = mkostemps(target->temporary, (int)strlen(".part"), O_CLOEXEC);
  if (target->descriptor >= 0)
    return true;
  int error = errno;
  g_clear_pointer(&target->temporary, g_free);
  return refuse(target, outcome, g_strerror(error));
}

/* A file without a name in the target's folder: SIGKILL leaves no litter. It gets its name through /proc;
   where that, or the file system, does not do it, a hidden name. */
static bool open_unnamed(LpTarget *target, LpOutcome *outcome) {
  char *folder = g_path_get_dirname(target->path);
  char *name = g_path_get_basename(target->path);
  bool good = true;
  target->descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (target->descriptor >= 0 && access("/proc/self/fd", X_OK) != 0) {
    close(target->descriptor);
    target->descriptor = -1;
    errno = EOPNOTSUPP;
  }
  if (target->descriptor < 0) {
    bool unsupported =
        errno == EOPNOTSUPP || errno == EISDIR || (errno == ENOENT && access(folder, F_OK) == 0);
    good = unsupported ? open_temporary(target, folder, name, outcome)
                       : refuse(target, outcome, g_strerror(errno));
  }
  g_free(folder);
  g_free(name);
  return good;
}

/* Looks at what stands at the path, through links. */
static bool look(LpTarget *target, LpOutcome *outcome) {
  struct stat status;
  if (lstat(target->path, &status) != 0) {
    if (errno != ENOENT)
      return refuse(target, outcome, g_strerror(errno));
    return true;
  }
  if (S_ISLNK(status.st_mode)) {
    char *resolved = realpath(target->path, NULL);
    if (!resolved)
      return refuse(target, outcome, "it is a link to nothing");
    g_free(target->path);
    target->path = g_strdup(resolved);
    free(resolved);
    if (stat(target->path, &status) != 0)
      return refuse(target, outcome, g_strerror(errno));
  }
  target->exists = true;
  target->before = status;
  if (S_ISDIR(status.st_mode))
    return refuse(target, outcome, "it is a folder");
  if (!S_ISREG(status.st_mode))
    target->kind = LP_TARGET_STREAM;
  return true;
}

static bool may_replace(LpTarget *target, const LpTargetPlan *plan, const LpFileId *inputs, size_t count,
                        bool force, LpOutcome *outcome) {
  for (size_t i = 0; i < count; i++)
    if (inputs[i].device == target->before.st_dev && inputs[i].inode == target->before.st_ino)
      return refuse(target, outcome, "it is a draft of this command");
  if (plan->is_derived && !force && !is_ours(target, plan->mark)) {
    lp_outcome_fail(outcome, LP_CLASS_OUTPUT, "fence.exists",
                    "%s is there already and was not written by Letterpress; --force replaces it.",
                    target->path);
    lp_target_end(target);
    return false;
  }
  target->may_replace = true;
  return true;
}

bool lp_target_begin(LpTarget *target, const LpTargetPlan *plan, const LpFileId *inputs, size_t count,
                     bool force, LpOutcome *outcome) {
  *target = (LpTarget){.descriptor = -1, .stream = -1, .is_derived = plan->is_derived};
  target->path = g_strdup(plan->path);
  if (strcmp(plan->path, "-") == 0) {
    target->kind = LP_TARGET_STREAM;
    target->stream = STDOUT_FILENO;
    return open_spool(target, outcome);
  }
  if (!look(target, outcome))
    return false;
  if (target->kind == LP_TARGET_STREAM) {
    target->stream = open(target->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (target->stream < 0)
      return refuse(target, outcome, g_strerror(errno));
    return open_spool(target, outcome);
  }
  if (target->exists && !may_replace(target, plan, inputs, count, force, outcome))
    return false;
  return open_unnamed(target, outcome);
}

void lp_target_end(LpTarget *target) {
  if (target->descriptor >= 0)
    close(target->descriptor);
  if (target->stream > STDERR_FILENO)
    close(target->stream);
  if (target->temporary)
    unlink(target->temporary);
  g_clear_pointer(&target->temporary, g_free);
  g_clear_pointer(&target->path, g_free);
  target->descriptor = -1;
  target->stream = -1;
}
