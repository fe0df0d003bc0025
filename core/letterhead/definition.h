/* letterhead/definition.h: a keyfile as read: entries by group, own ones before those built in. */
#ifndef LETTERPRESS_LETTERHEAD_DEFINITION_H
#define LETTERPRESS_LETTERHEAD_DEFINITION_H

#include "letterhead/keys.h"
#include "letterhead/resolve.h"

/* key[locale]=value; locale "" for a key without brackets. */
typedef struct LpEntry {
  const char *key, *locale, *value;
} LpEntry;

/* A group and its entries, in the order of the file. */
typedef struct LpEntryGroup {
  const char *name;
  const LpEntry *entries;
  size_t count;
} LpEntryGroup;

typedef struct LpEmblemFile {
  const uint8_t *bytes; /* NULL: none */
  size_t n;
  bool is_svg;
} LpEmblemFile;

struct LpDefinition {
  const LpEntryGroup *groups;
  size_t group_count;
  LpEmblemFile emblem;
  struct LpKnown *known; /* names and taglines to recognise */
  struct LpOwned *owned; /* what a definition from a file holds; NULL for the built-in one */
};

/* What the built-in keyfile holds; made at build time. */
extern const LpEntryGroup lp_built_in_groups[];
extern const size_t lp_built_in_group_count;
extern const LpDefinition lp_definition_standard; /* over these: what other definitions fall back to */
extern const unsigned char lp_built_in_keyfile_bytes[];
extern const size_t lp_built_in_keyfile_size;
extern const unsigned char lp_built_in_emblem_bytes[];
extern const size_t lp_built_in_emblem_size;

/* A definition over groups that stay the caller's, nothing known yet; free it with lp_definition_free. */
LpDefinition *lp_definition_new(const LpEntryGroup *groups, size_t count);

/* Collects the names and taglines to recognise, and frees them. */
void lp_definition_know(LpDefinition *definition);
void lp_definition_forget(LpDefinition *definition);

const LpEntryGroup *lp_definition_group(const LpDefinition *definition, const char *group);

/* The value of an entry of the definition itself; NULL if it has none. locale: "" for none, case is ignored.
 */
const char *lp_definition_entry(const LpDefinition *definition, const char *group, const char *key,
                                const char *locale);

/* The built-in definition where the key's default is built in and this one is another; else NULL. */
const LpDefinition *lp_definition_fallback(const LpDefinition *definition, const char *group,
                                           const char *key);

/* The value of a key that is not localised, own before built in; NULL if there is none. */
const char *lp_definition_text(const LpDefinition *definition, const char *group, const char *key);

/* The same as a number, flag, colour or word (see lp_key_value); 0 if there is none. The file was checked. */
int32_t lp_definition_value(const LpDefinition *definition, const char *group, const LpKey *key);

/* The language of keys without brackets. */
const char *lp_definition_language(const LpDefinition *definition);

#endif
