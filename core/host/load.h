/* host/load.h: loading a format. The only place that opens a shared object. */
#ifndef LETTERPRESS_HOST_LOAD_H
#define LETTERPRESS_HOST_LOAD_H

#include "host/manifest.h"

#include <letterpress/plugin.h>

/* Loads the plugin of a format and finds the format in it. A plugin is never unloaded; loading it again costs
   little and gives the same. The result is a copy whose members beyond the plugin's own size are NULL; free
   it with g_free. NULL: refused, with its path, the reason and both numbers ("host.refused",
   LP_CLASS_RESOURCE). */
LpFormat *lp_load_format(const LpManifestFormat *format, LpAccount *account);

#endif
