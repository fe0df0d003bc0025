/* host/catalogue.h: which plugins there are, by their keyfiles alone. */
#ifndef LETTERPRESS_HOST_CATALOGUE_H
#define LETTERPRESS_HOST_CATALOGUE_H

#include "host/manifest.h"

typedef struct LpCatalogue LpCatalogue;

/* The search path, best folder first: LETTERPRESS_PLUGIN_PATH, the user's data folder, the installed folder.
   Free it with g_strfreev. */
char **lp_plugin_folders(void);

/* Reads the keyfiles of the folders (NULL at the end; absent ones are passed over). Findings: a keyfile that
   is no good ("host.manifest", a warning), a plugin that an earlier folder hides ("host.shadowed",
   information). */
LpCatalogue *lp_catalogue_new(const char *const *folders, LpAccount *account);

void lp_catalogue_free(LpCatalogue *catalogue);

/* The plugins in force, by folder and then by name; NULL past the last. */
const LpManifest *lp_catalogue_manifest(const LpCatalogue *catalogue, size_t index);

/* The place of the plugin's folder in the search path, from 0. */
unsigned lp_catalogue_folder(const LpCatalogue *catalogue, const LpManifest *manifest);

/* A walk over all formats of all plugins: NULL past the last. */
const LpManifestFormat *lp_catalogue_format(const LpCatalogue *catalogue, size_t index);

#endif
