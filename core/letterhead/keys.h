/* letterhead/keys.h: the one table of a letterhead's keys: group, name, type, range, default, and where the
   value goes. Reading, checking, resolving and the manual go by it. */
#ifndef LETTERPRESS_LETTERHEAD_KEYS_H
#define LETTERPRESS_LETTERHEAD_KEYS_H

#include <letterpress/letterhead.h>

typedef enum LpKeyType {
  LP_KEY_TEXT,   /* a line of text, maybe with placeholders */
  LP_KEY_LIST,   /* texts separated by ; */
  LP_KEY_LENGTH, /* points, or a number with a unit; the value is EMU */
  LP_KEY_RATIO,  /* a number without a unit; the value is thousandths */
  LP_KEY_COUNT,  /* a whole number */
  LP_KEY_FLAG,   /* true or false */
  LP_KEY_COLOUR, /* #RRGGBB */
  LP_KEY_PAINT,  /* #RRGGBB, or a key of [colours]: the value is then -1 - LpLetterheadColour */
  LP_KEY_WORD    /* one of words; the value is its index */
} LpKeyType;

/* Where a key without a value gets one: from the built-in letterhead, or nowhere. */
typedef enum LpKeyDefault { LP_DEFAULT_BUILT_IN, LP_DEFAULT_NONE } LpKeyDefault;

typedef struct LpKey {
  const char *group; /* its name, or the first word of it: "page" is [page A4], [page Letter] ... */
  const char *name;
  const char *const *words; /* of LP_KEY_WORD, NULL at the end */
  LpKeyType type;
  LpKeyDefault standard;
  int32_t least, most; /* of the value, both allowed */
  int field; /* by group: an LpLetterheadKey, LpLetterheadColour, LpScriptField, LpRoleField; -1: read by name
              */
  bool localised; /* may be key[LANGUAGE] */
} LpKey;

/* Fields of [script ...]. */
typedef enum LpScriptField {
  LP_SCRIPT_FAMILY,
  LP_SCRIPT_SCALE,
  LP_SCRIPT_LEADING,
  LP_SCRIPT_ALIGN,
  LP_SCRIPT_HYPHENATE,
  LP_SCRIPT_ITALIC,
  LP_SCRIPT_SPREAD,
  LP_SCRIPT_FIELD_COUNT
} LpScriptField;

/* Fields of [style ...]. */
typedef enum LpRoleField {
  LP_FIELD_SIZE,
  LP_FIELD_LEADING,
  LP_FIELD_COLOUR,
  LP_FIELD_WEIGHT,
  LP_FIELD_SLANT,
  LP_FIELD_CASE,
  LP_FIELD_TRACKING,
  LP_FIELD_SPACE_BEFORE,
  LP_FIELD_SPACE_AFTER,
  LP_FIELD_INDENT,
  LP_FIELD_ALIGN,
  LP_ROLE_FIELD_COUNT
} LpRoleField;

/* All rows, in the order of the manual. */
const LpKey *lp_keys(size_t *count);

/* The row of a key in a group of that full name ("style title"); NULL if there is none. */
const LpKey *lp_key_find(const char *group, const char *name);

/* Whether there is such a group: a fixed name, or a family's first word and what must follow it. */
bool lp_key_group_known(const char *group);

/* The value of a text of any type but LP_KEY_TEXT and LP_KEY_LIST. false: no such value, or out of its range.
 */
bool lp_key_value(const LpKey *key, const char *text, int32_t *value);

/* What the key takes, for a person ("a number from 4 to 96"); to be freed. */
char *lp_key_accepts(const LpKey *key);

#endif
