/* fence/target.h: where an output is to appear, and the unnamed file in which it comes about. */
#ifndef LETTERPRESS_FENCE_TARGET_H
#define LETTERPRESS_FENCE_TARGET_H

#include "fence/outcome.h"

#include <sys/stat.h>

/* As planned, before the work. */
typedef struct LpTargetPlan {
  const char *path; /* "-": standard output */
  bool is_derived;  /* the name is ours, not the user's */
  const char *mark; /* by which a file that we wrote is known; NULL: none */
} LpTargetPlan;

typedef enum LpTargetKind {
  LP_TARGET_FILE,  /* appears by a link or a rename */
  LP_TARGET_STREAM /* standard output, a pipe, a device: copied to once all is well */
} LpTargetKind;

typedef struct LpTarget {
  LpTargetKind kind;
  char *path;      /* as planned, links resolved */
  int descriptor;  /* of the file in the making; -1: none */
  char *temporary; /* its name where it must have one; NULL */
  int stream;      /* of a stream: where to copy */
  bool is_derived;
  bool exists;        /* something of that name was there */
  bool may_replace;   /* it may be replaced */
  struct stat before; /* of it */
} LpTarget;

/* Identities of files that no output may replace. */
typedef struct LpFileId {
  dev_t device;
  ino_t inode;
} LpFileId;

/* Opens the file in the making. inputs: count of them. force: files of derived names may be replaced that we
   did not write. false: reported to the outcome (LP_CLASS_OUTPUT), nothing is left. */
bool lp_target_begin(LpTarget *target, const LpTargetPlan *plan, const LpFileId *inputs, size_t count,
                     bool force, LpOutcome *outcome);

/* Lets go of a target: whatever was not committed is gone. */
void lp_target_end(LpTarget *target);

/* The inner name of an open descriptor, for linkat. */
void lp_descriptor_path(int descriptor, char path[32]);

#endif
