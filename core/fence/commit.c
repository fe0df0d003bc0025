/* Puts finished outputs in their places. Steps that can fail for want of space come first; what can only fail
   for odder reasons comes last, and is undone. */
#include "config.h"

#include "fence/commit.h"

#include "fence/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool refuse(const LpTarget *target, LpOutcome *outcome, int error) {
  lp_outcome_fail(outcome, LP_CLASS_OUTPUT, "fence.output", "%s cannot be written: %s.", target->path,
                  error == EEXIST ? "another process has just made it" : g_strerror(error));
  return false;
}

/* ---- streams ---- */

static bool copy_stream(const LpTarget *target) {
  char buffer[65536];
  ssize_t n;
  if (lseek(target->descriptor, 0, SEEK_SET) != 0)
    return false;
  while ((n = read(target->descriptor, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return false;
    for (ssize_t done = 0; done < n;) {
      ssize_t written = write(target->stream, buffer + done, (size_t)(n - done));
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return false;
      done += written;
    }
  }
  return true;
}

/* ---- files ---- */

static bool set_mode(const LpTarget *target) {
  mode_t mode = target->exists ? target->before.st_mode & 0777 : lp_zygote_file_mode();
  /* Where root replaces another's file, it stays theirs if the file system has it so. */
  if (target->exists && geteuid() == 0 &&
      fchown(target->descriptor, target->before.st_uid, target->before.st_gid) != 0)
    errno = 0;
  return fchmod(target->descriptor, mode) == 0;
}

/* Gives the file a hidden name in its folder, where it has none yet. */
static bool name_temporarily(LpTarget *target) {
  if (target->temporary)
    return true;
  char source[32];
  char *folder = g_path_get_dirname(target->path);
  char *name = g_path_get_basename(target->path);
  bool good = false;
  lp_descriptor_path(target->descriptor, source);
  for (int attempt = 0; attempt < 100 && !good; attempt++) {
    char *temporary = g_strdup_printf("%s/.%.200s.%d-%d.part", folder, name, (int)getpid(), attempt);
    good = linkat(AT_FDCWD, source, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0;
    if (good)
      target->temporary = temporary;
    else
      g_free(temporary);
    if (!good && errno != EEXIST)
      break;
  }
  int error = errno;
  g_free(folder);
  g_free(name);
  errno = error;
  return good;
}

/* How a target got its place: what undoes it. */
typedef enum Placed { PLACED_NOT, PLACED_NEW, PLACED_EXCHANGED, PLACED_OVER } Placed;

/* A new name never replaces anything: link and RENAME_NOREPLACE refuse what has come in between. */
static Placed place_new(LpTarget *target) {
  if (!target->temporary) {
    char source[32];
    lp_descriptor_path(target->descriptor, source);
    return linkat(AT_FDCWD, source, AT_FDCWD, target->path, AT_SYMLINK_FOLLOW) == 0 ? PLACED_NEW : PLACED_NOT;
  }
  int failed = renameat2(AT_FDCWD, target->temporary, AT_FDCWD, target->path, RENAME_NOREPLACE);
  if (failed && errno == EINVAL)
    failed = rename(target->temporary, target->path); /* NFS, FAT */
  if (failed)
    return PLACED_NOT;
  g_clear_pointer(&target->temporary, g_free);
  return PLACED_NEW;
}

/* Over an old file: where others may still fail, the two are exchanged, so that it can be undone. */
static Placed place_over(LpTarget *target, bool undoable) {
  if (!name_temporarily(target))
    return PLACED_NOT;
  if (undoable && renameat2(AT_FDCWD, target->temporary, AT_FDCWD, target->path, RENAME_EXCHANGE) == 0)
    return PLACED_EXCHANGED; /* the old file has the hidden name now: lp_target_end removes it */
  if (rename(target->temporary, target->path) != 0)
    return PLACED_NOT;
  g_clear_pointer(&target->temporary, g_free);
  return PLACED_OVER;
}

static Placed place(LpTarget *target, bool undoable) {
  if (target->may_replace)
    return place_over(target, undoable);
  Placed placed = place_new(target);
  /* A name that the user typed is theirs to replace, even if it has come since we looked. */
  if (placed == PLACED_NOT && errno == EEXIST && !target->is_derived)
    return place_over(target, undoable);
  return placed;
}

static void undo(LpTarget *target, Placed placed) {
  if (placed == PLACED_NEW)
    unlink(target->path);
  if (placed == PLACED_EXCHANGED)
    renameat2(AT_FDCWD, target->temporary, AT_FDCWD, target->path, RENAME_EXCHANGE);
}

/* The folders of the targets, each once where they follow one another: a new name is on the disk with its
 * folder. */
static void sync_folders(const LpTarget *targets, size_t count) {
  char *last = NULL;
  for (size_t i = 0; i < count; i++) {
    if (targets[i].kind == LP_TARGET_STREAM)
      continue;
    char *folder = g_path_get_dirname(targets[i].path);
    int descriptor = g_strcmp0(folder, last) == 0 ? -1 : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
      fsync(descriptor);
      close(descriptor);
    }
    g_free(last);
    last = folder;
  }
  g_free(last);
}

bool lp_commit(LpTarget *targets, size_t count, bool sync, LpOutcome *outcome) {
  Placed placed[LP_OUTPUTS_MOST] = {PLACED_NOT};
  for (size_t i = 0; i < count; i++) {
    LpTarget *target = &targets[i];
    if (target->kind == LP_TARGET_STREAM) {
      if (!copy_stream(target))
        return refuse(target, outcome, errno);
    } else if (!set_mode(target) || (sync && fsync(target->descriptor) != 0)) {
      return refuse(target, outcome, errno);
    }
  }
  for (size_t i = 0; i < count; i++) {
    if (targets[i].kind == LP_TARGET_STREAM)
      continue;
    placed[i] = place(&targets[i], count > 1);
    if (placed[i] != PLACED_NOT)
      continue;
    int error = errno;
    while (i-- > 0)
      undo(&targets[i], placed[i]);
    return refuse(&targets[i + 1], outcome, error);
  }
  if (sync)
    sync_folders(targets, count);
  return true;
}
