/* convert/settings.h: the one table of settings: what may be set on the command line, in the environment and
   in a configuration file. Command line, manual, help and tests read it. */
#ifndef LETTERPRESS_CONVERT_SETTINGS_H
#define LETTERPRESS_CONVERT_SETTINGS_H

#include "host/options.h"

#include <glib.h>
#include <letterpress/account.h>

typedef enum LpStatus { LP_STATUS_FINAL = 0, LP_STATUS_DRAFT = 1 } LpStatus;
typedef enum LpHouse { LP_HOUSE_HOUSE = 0, LP_HOUSE_DRAFT = 1 } LpHouse;
typedef enum LpRevisionsChoice {
  LP_REVISIONS_REFUSE = 0,
  LP_REVISIONS_ACCEPT = 1,
  LP_REVISIONS_REJECT = 2,
  LP_REVISIONS_SHOW = 3
} LpRevisionsChoice;
typedef enum LpReviewChoice { LP_REVIEW_REFUSE = 0, LP_REVIEW_DROP = 1, LP_REVIEW_SHOW = 2 } LpReviewChoice;
typedef enum LpTelling { LP_TELLING_HUMAN = 0, LP_TELLING_SHORT = 1, LP_TELLING_JSON = 2 } LpTelling;

/* The values in force. Strings are owned; lists are of char *, in the order given. */
typedef struct LpSettings {
  char *from;          /* NULL: by evidence */
  GPtrArray *to;       /* empty: by the output's name, else PDF */
  char *output;        /* NULL: beside the draft */
  char *output_dir;    /* NULL: likewise */
  char *letterhead;    /* NULL: the built-in one */
  char *paper;         /* NULL: the letterhead's first */
  GPtrArray *metadata; /* "key=value" */
  GPtrArray *options;  /* "format.name=value" */
  GPtrArray *levels;   /* "code=level" */
  int status;          /* LpStatus */
  int style;           /* LpHouse */
  int revisions;       /* LpRevisionsChoice */
  int comments;        /* LpReviewChoice */
  int hidden;          /* LpReviewChoice */
  bool strict;
  bool force;
  bool no_sync;
  bool quiet;
  bool verbose;
  int diagnostics;   /* LpTelling */
  char *report;      /* NULL: none */
  GPtrArray *limits; /* "name=amount" */
  char *timeout;
  char *memory;
  LpFormatOptions *format_options; /* what options says, parsed */
  int to_rank;                     /* LpOrigin that set the formats */
} LpSettings;

/* Where a value comes from: a later one is stronger. */
typedef enum LpOrigin { LP_ORIGIN_SYSTEM, LP_ORIGIN_USER, LP_ORIGIN_ENVIRONMENT, LP_ORIGIN_COMMAND } LpOrigin;

typedef enum LpSettingType {
  LP_SETTING_FLAG,   /* bool */
  LP_SETTING_STRING, /* char * */
  LP_SETTING_CHOICE, /* int: index of choices */
  LP_SETTING_AMOUNT, /* char *, checked: a number, K, M or G may follow */
  LP_SETTING_LIST    /* GPtrArray *; each use adds to it; ';' parts members, but on the command line */
} LpSettingType;

/* Whether a list takes a member. */
typedef bool (*LpMemberCheck)(LpSettings *settings, const char *member);

typedef struct LpSetting {
  const char *key; /* "output-dir": --output-dir, LETTERPRESS_OUTPUT_DIR, output-dir= */
  char letter;     /* 'O', or 0 */
  LpSettingType type;
  size_t offset;        /* in LpSettings */
  const char *argument; /* for help; NULL of a flag */
  const char *choices;  /* of a choice: "a|b", the first is the default; of a list: what a member may be */
  LpMemberCheck takes;  /* of a list */
  bool of_command_only; /* neither from the environment nor from a file */
  const char *help;
} LpSetting;

/* The rows of the table; NULL past the last. */
const LpSetting *lp_setting(size_t index);

/* The row of a key of n bytes, or of a letter; NULL: none. */
const LpSetting *lp_setting_by_key(const char *key, size_t n);
const LpSetting *lp_setting_by_letter(char letter);

LpSettings *lp_settings_new(void);
void lp_settings_free(LpSettings *settings);

/* Sets one. value: NULL of a flag means true. name: as the person knows it ("--status", "LETTERPRESS_STATUS",
   "/etc/xdg/letterpress/config: status"). Formats to write replace those of a weaker origin. false: reported.
 */
bool lp_settings_set(LpSettings *settings, const LpSetting *setting, const char *value, LpOrigin origin,
                     const char *name, LpAccount *account);

/* An account for one conversion under these settings: its limits, --strict, -W. */
LpAccount *lp_settings_account(const LpSettings *settings);

/* "512M" to a number. false: no amount. */
bool lp_amount_parse(const char *text, int64_t *amount);

#endif
