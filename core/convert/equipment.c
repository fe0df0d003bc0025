/* Makes a run ready: each thing once, on first need. */
#include "config.h"

#include "convert/equipment.h"

#include "account/account.h"
#include "call/call.h"
#include "document/edit.h"
#include "host/load.h"

/* A format in hand. */
typedef struct Loaded {
  LpFormat *format;
  bool prepared;
} Loaded;

static void free_loaded(gpointer data) {
  Loaded *loaded = data;
  g_free(loaded->format);
  g_free(loaded);
}

LpEquipment *lp_equipment_new(const LpSettings *settings, bool is_batch) {
  LpEquipment *equipment = g_new0(LpEquipment, 1);
  equipment->settings = settings;
  equipment->is_batch = is_batch;
  equipment->folders = lp_plugin_folders();
  equipment->findings = lp_account_new();
  equipment->catalogue = lp_catalogue_new((const char *const *)equipment->folders, equipment->findings);
  equipment->formats = g_hash_table_new_full(NULL, NULL, NULL, free_loaded);
  return equipment;
}

void lp_equipment_free(LpEquipment *equipment) {
  if (!equipment)
    return;
  g_hash_table_destroy(equipment->formats);
  lp_document_free(equipment->sample);
  lp_definition_free(equipment->definition);
  lp_catalogue_free(equipment->catalogue);
  lp_account_free(equipment->findings);
  g_strfreev(equipment->folders);
  g_free(equipment);
}

bool lp_equipment_letterhead(LpEquipment *equipment, LpAccount *account) {
  if (equipment->definition)
    return true;
  equipment->definition = lp_letterhead_read(equipment->settings->letterhead, account);
  return equipment->definition != NULL;
}

/* The letterhead's values before any draft; the worker has its own, in the draft's language. */
static const LpLetterhead *sample_letterhead(LpEquipment *equipment) {
  if (!equipment->letterhead && equipment->definition) {
    LpOccasion occasion = {.paper = equipment->settings->paper};
    equipment->sample = lp_document_new(equipment->findings);
    equipment->letterhead = lp_letterhead_resolve(equipment->definition, equipment->sample, &occasion);
  }
  return equipment->letterhead;
}

static bool prepare(LpEquipment *equipment, Loaded *loaded, LpAccount *account) {
  if (loaded->prepared || !loaded->format->prepare)
    return true;
  LpPreparation preparation = {loaded->format, sample_letterhead(equipment), account, equipment->is_batch};
  LpVerdict verdict = loaded->format->prepare(&preparation);
  loaded->prepared = verdict == LP_DONE || verdict == LP_DONE_WITH_LOSSES;
  if (!loaded->prepared && !lp_account_failed(account))
    lp_fail(account, LP_CLASS_INTERNAL, "convert.no-reason", NULL,
            "The format %s could not be made ready and did not say why.", loaded->format->name);
  return loaded->prepared;
}

const LpFormat *lp_equipment_format(LpEquipment *equipment, const LpManifestFormat *format, bool to_write,
                                    LpAccount *account) {
  Loaded *loaded = g_hash_table_lookup(equipment->formats, format);
  if (!loaded) {
    LpFormat *opened = lp_load_format(format, account);
    if (!opened)
      return NULL;
    loaded = g_new0(Loaded, 1);
    loaded->format = opened;
    g_hash_table_insert(equipment->formats, (gpointer)(uintptr_t)format, loaded);
  }
  return !to_write || prepare(equipment, loaded, account) ? loaded->format : NULL;
}
