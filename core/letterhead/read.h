/* letterhead/read.h: from a keyfile's bytes to a definition: the steps, and what they say of a line. */
#ifndef LETTERPRESS_LETTERHEAD_READ_H
#define LETTERPRESS_LETTERHEAD_READ_H

#include "letterhead/definition.h"

/* The keyfile in hand. */
typedef struct LpKeyfile {
  const char *name; /* for places */
  const char *text; /* n bytes of UTF-8 */
  size_t n;
  LpAccount *account;
  bool failed; /* an error was reported */
} LpKeyfile;

/* The line of a key in its group ("name[th]"), of the group's head where key is NULL; 0 if it is not there.
 */
uint32_t lp_keyfile_line(const LpKeyfile *keyfile, const char *group, const char *key);

/* Reports an error or a warning about a key (NULL: about the group) at its line. */
void lp_keyfile_error(LpKeyfile *keyfile, const char *code, const char *group, const char *key,
                      const char *format, ...) LP_PRINTF(5, 6);
void lp_keyfile_warning(LpKeyfile *keyfile, const char *code, const char *group, const char *key,
                        const char *format, ...) LP_PRINTF(5, 6);

/* Checks a definition that was read from keyfile: unknown groups and keys, values, colours, measures. */
void lp_definition_check(const LpDefinition *definition, LpKeyfile *keyfile);

/* Takes the emblem that the definition names; what is wrong with it is reported. bytes: from malloc, or NULL;
   they stay the caller's. */
LpEmblemFile lp_emblem_file(LpKeyfile *keyfile, const char *file, const uint8_t *bytes, size_t n);

/* Whether the emblem's file name stays in the keyfile's own folder; else it has been reported. */
bool lp_emblem_name_stays(LpKeyfile *keyfile, const char *file);

/* Of count names the one nearest to a misspelt one; NULL if none is near. */
const char *lp_nearest(const char *misspelt, const char *const *names, size_t count);

#endif
