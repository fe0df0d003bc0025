/* convert/conversion.h: one draft on its way to its outputs, from the first stage to the last. */
#ifndef LETTERPRESS_CONVERT_CONVERSION_H
#define LETTERPRESS_CONVERT_CONVERSION_H

#include "account/account.h"
#include "convert/equipment.h"
#include "host/choose.h"

#include <letterpress/source.h>

enum { LP_OUTPUTS_MOST = 16 };

/* Where a conversion is: what is said when it ends there. */
typedef enum LpStage {
  LP_STAGE_START = 0,
  LP_STAGE_READ = 1,
  LP_STAGE_PASSES = 2,
  LP_STAGE_WRITE = 3,
  LP_STAGE_END = 4,
  LP_STAGE_COUNT = 5
} LpStage;

/* One output: what writes it, where, and what came of it. */
typedef struct LpOutput {
  const LpManifestFormat *manifest; /* as planned */
  int descriptor;                   /* where to */
  const LpFormat *format;
  LpOptionValue *options;
  size_t option_count;
  int64_t size; /* bytes written */
  LpLedger ledger;
} LpOutput;

typedef struct LpConversion {
  LpEquipment *equipment;
  LpAccount *account;
  const char *name; /* of the draft, for people */
  int descriptor;   /* of the draft */
  LpSource *source;
  LpChoice choice;
  const LpFormat *readers[LP_CHOICE_MOST];
  const LpFormat *reader;
  LpOptionValue *options; /* of the reader */
  size_t option_count;
  LpDocument *document;
  const LpLetterhead *letterhead;
  LpOutput outputs[LP_OUTPUTS_MOST];
  size_t output_count;
  /* Told of each stage; plugin: whose code runs in it, NULL: ours. */
  void (*entered)(void *state, LpStage stage, const char *plugin);
  void *state;
} LpConversion;

/* The stages before the fence is shut: the draft opened, its format chosen, plugins loaded and prepared. */
bool lp_stages_before_fence(LpConversion *conversion);

/* The stages behind the fence, the draft's bytes to the outputs' bytes. true: all is written. What went wrong
   is in the account. */
bool lp_stages_behind_fence(LpConversion *conversion);

/* Frees what the stages made; account and equipment stay the caller's. */
void lp_conversion_clear(LpConversion *conversion);

#endif
