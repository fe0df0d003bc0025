/* host/choose.h: which format reads a draft, which writes an output. Nothing is loaded. */
#ifndef LETTERPRESS_HOST_CHOOSE_H
#define LETTERPRESS_HOST_CHOOSE_H

#include "host/catalogue.h"

#include <letterpress/source.h>

enum { LP_CHOICE_MOST = 4 };

/* The formats that may read a draft: one, or those between which only their own sniff can tell. */
typedef struct LpChoice {
  const LpManifestFormat *formats[LP_CHOICE_MOST];
  size_t count;
} LpChoice;

/* Chooses the reader. wanted: "format" or "plugin:format" as given by -f, or NULL: by evidence. Of equal
   evidence, a name that fits decides, then the earlier folder. false: reported (LP_CLASS_FORMAT where the
   draft is of no known format, LP_CLASS_RESOURCE where no plugin reads the wanted one). */
bool lp_choose_reader(const LpCatalogue *catalogue, LpSource *source, const char *wanted, LpChoice *choice,
                      LpAccount *account);

/* The writer of "format" or "plugin:format"; NULL: reported. */
const LpManifestFormat *lp_choose_writer(const LpCatalogue *catalogue, const char *wanted,
                                         LpAccount *account);

/* The writer for a file of that name; NULL: its extension is no writer's (not reported). */
const LpManifestFormat *lp_choose_writer_of_name(const LpCatalogue *catalogue, const char *name);

#endif
