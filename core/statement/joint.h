/* statement/joint.h: whether two texts on both sides of a page's end are one sentence, and how they join. */
#ifndef LETTERPRESS_STATEMENT_JOINT_H
#define LETTERPRESS_STATEMENT_JOINT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum LpJoint {
  LP_JOINT_APART = 0,      /* two texts */
  LP_JOINT_DOUBTFUL = 1,   /* left apart, though the first does not end: to be warned of */
  LP_JOINT_SPACE = 2,      /* joined with a space */
  LP_JOINT_CLOSE = 3,      /* joined without one: scripts without spaces, and behind a hyphen that stays */
  LP_JOINT_HYPHEN_GOES = 4 /* joined, the hyphen at the end was a line's */
} LpJoint;

typedef struct LpJointQuestion {
  const char *before, *after; /* the texts, note marks left out */
  const char *language;
  bool may_join;     /* both are of one kind and level */
  bool in_list;      /* before ends a list item */
  bool looks_headed; /* after looks like a heading, or begins a list, a caption, a table */
  bool runs_in_bold; /* before ends in bold, after begins in bold */
  bool is_running;   /* running text has begun: before is no title */
  int32_t line_fill; /* thousandths that before's last hard line filled; 0: not known */
  bool (*is_spelt)(void *state, const char *word); /* whether the draft spells a word so elsewhere */
  void *state;
} LpJointQuestion;

LpJoint lp_joint(const LpJointQuestion *question);

/* Whether a text ends its sentence: a full stop or its like, closing marks behind it ignored. */
bool lp_text_ends_sentence(const char *text);

/* Whether a text begins with a mark of a list: "(a)", "1.", "-", "•". */
bool lp_text_begins_item(const char *text);

#endif
