/* convert/letterheads.h: where letterheads are found, by name or by file. */
#ifndef LETTERPRESS_CONVERT_LETTERHEADS_H
#define LETTERPRESS_CONVERT_LETTERHEADS_H

#include "letterhead/resolve.h"

#include <letterpress/account.h>

/* Folders that hold NAME.letterhead: the user's data folder, then the system's. Free it with g_strfreev. */
char **lp_letterhead_folders(void);

/* The names in the folders and the built-in one's, sorted, each once. Free it with g_strfreev. */
char **lp_letterhead_names(void);

/* The file of a letterhead: wanted itself if it holds a '/' or ends in ".letterhead", else the first of that
   name in the folders; NULL: the built-in one. Free it with g_free. */
char *lp_letterhead_file(const char *wanted);

/* Reads a letterhead: wanted as above, or NULL: the built-in one. NULL: reported (LP_CLASS_RESOURCE). */
LpDefinition *lp_letterhead_read(const char *wanted, LpAccount *account);

#endif
