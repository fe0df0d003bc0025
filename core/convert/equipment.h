/* convert/equipment.h: what all conversions of a run share, made ready before any draft is seen: the plugins
   loaded, the letterhead read, writers prepared. */
#ifndef LETTERPRESS_CONVERT_EQUIPMENT_H
#define LETTERPRESS_CONVERT_EQUIPMENT_H

#include "convert/letterheads.h"
#include "convert/settings.h"
#include "host/catalogue.h"

#include <letterpress/plugin.h>

typedef struct LpEquipment {
  const LpSettings *settings; /* the caller's */
  bool is_batch;
  char **folders;      /* the search path of plugins */
  LpAccount *findings; /* about keyfiles: told when asked for, or when a plugin is missed */
  LpCatalogue *catalogue;
  LpDefinition *definition;       /* NULL until lp_equipment_letterhead */
  LpDocument *sample;             /* an empty document: the letterhead's values before any draft */
  const LpLetterhead *letterhead; /* of the sample; NULL until a writer is prepared */
  GHashTable *formats;            /* LpManifestFormat to LpFormat */
} LpEquipment;

/* Reads the keyfiles of the search path. */
LpEquipment *lp_equipment_new(const LpSettings *settings, bool is_batch);
void lp_equipment_free(LpEquipment *equipment);

/* Reads the letterhead of the settings, once. false: reported to the account. */
bool lp_equipment_letterhead(LpEquipment *equipment, LpAccount *account);

/* Loads a format, once; to_write: prepares it too, for the letterhead. NULL: reported. */
const LpFormat *lp_equipment_format(LpEquipment *equipment, const LpManifestFormat *format, bool to_write,
                                    LpAccount *account);

#endif
