/* cli/command.h: a command line, read; and what a verb is. */
#ifndef LETTERPRESS_CLI_COMMAND_H
#define LETTERPRESS_CLI_COMMAND_H

#include "convert/settings.h"
#include "report/sentence.h"

typedef struct LpCommand {
  LpSettings *settings;
  LpAccount *account;  /* of what is wrong with the command line */
  GPtrArray *operands; /* of char *, owned by the caller of main; the verb is not among them */
  const char *verb;    /* NULL: none, the operands are drafts */
  bool help;
  bool version;
  bool json;
} LpCommand;

/* A word that is a verb when it is the first operand. */
typedef struct LpVerb {
  const char *name;
  int (*run)(LpCommand *command); /* the exit code; NULL: the word is kept for a verb to come */
  bool takes_json;
  const char *usage; /* operands and options of its own */
  const char *help;  /* one line */
} LpVerb;

/* The rows of the table of verbs; NULL past the last. */
const LpVerb *lp_verb(size_t index);
const LpVerb *lp_verb_by_name(const char *name);

/* Reads a command line. false: reported to the command's account. */
bool lp_command_read(LpCommand *command, int count, char **words);

/* Sets what the configuration files, then the environment say; the command line comes after. false: reported.
 */
bool lp_configuration_read(LpSettings *settings, LpAccount *account);

/* Tells what the command's account holds; returns the class of its first error, 0 if there is none. */
int lp_command_tell(const LpCommand *command);

/* Reports a wrong use of a verb, tells it and returns LP_CLASS_USAGE. */
int lp_command_refuse(LpCommand *command, const char *format, ...) LP_PRINTF(2, 3);

/* Writes a text to standard output. Returns the exit code: 0, or LP_CLASS_OUTPUT if it could not be written.
 */
int lp_command_print(LpCommand *command, const GString *text);

/* The verbs. */
int lp_verb_convert(LpCommand *command);
int lp_verb_explain(LpCommand *command);
int lp_verb_formats(LpCommand *command);
int lp_verb_help(LpCommand *command);
int lp_verb_letterhead(LpCommand *command);
int lp_verb_plugin(LpCommand *command);

#endif
