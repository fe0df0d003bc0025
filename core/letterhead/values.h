/* letterhead/values.h: the values for one document, as they are kept. All memory is the document's. */
#ifndef LETTERPRESS_LETTERHEAD_VALUES_H
#define LETTERPRESS_LETTERHEAD_VALUES_H

#include "letterhead/definition.h"
#include "letterhead/emblem.h"

enum {
  LP_LETTERHEAD_KEY_COUNT = LP_LETTERHEAD_EMBARGO + 1,
  LP_BODY_ROLE_COUNT = LP_ROLE_EMBARGO + 1, /* roles are numbered in two runs */
  LP_ROLE_COUNT = LP_BODY_ROLE_COUNT + LP_ROLE_CLASSIFICATION - LP_ROLE_NAME + 1
};

struct LpScriptGroup {
  const char *script, *language; /* language: NULL for all */
  const char *const *families;
  size_t family_count;
  int32_t value[LP_SCRIPT_FIELD_COUNT];
};

/* The numbers of [style ...], and the style that they come to, made when it is first asked for. */
typedef struct LpRoleValues {
  int32_t value[LP_ROLE_FIELD_COUNT];
  bool is_set[LP_ROLE_FIELD_COUNT];
  const LpStyle *style;
} LpRoleValues;

struct LpLetterhead {
  LpDocument *document;
  int32_t integer[LP_LETTERHEAD_KEY_COUNT];
  const char *string[LP_LETTERHEAD_KEY_COUNT];
  int32_t colour[2][LP_COLOUR_COUNT]; /* for paper, for dark screens */
  const LpScriptGroup *groups;
  size_t group_count;
  LpRoleValues *roles; /* LP_ROLE_COUNT of them */
  LpEmblemFile emblem;
  LpOutline **outline; /* made when it is first asked for */
};

/* Fills in the groups of fonts: the definition's own, then those built in that it does not replace. */
void lp_letterhead_take_scripts(LpLetterhead *letterhead, const LpDefinition *definition);

/* Fills in the numbers of all roles. */
void lp_letterhead_take_roles(LpLetterhead *letterhead, const LpDefinition *definition);

#endif
