/* statement/compounds.h: the words that a draft spells with a hyphen. */
#ifndef LETTERPRESS_STATEMENT_COMPOUNDS_H
#define LETTERPRESS_STATEMENT_COMPOUNDS_H

#include "document/edit.h"

/* The words with hyphens within them in the whole text, found when first asked for. Start with zeros. */
typedef struct LpCompounds {
  const LpDocument *document;
  struct _GHashTable *words;
} LpCompounds;

/* Whether the draft has that word, in lower case ("co-chaired"). compounds: an LpCompounds. */
bool lp_compounds_have(void *compounds, const char *word);

void lp_compounds_free(LpCompounds *compounds);

#endif
