/* container/directory.h: the directory of a ZIP file (PKWARE APPNOTE 4.3), checked before libzip believes it.
 */
#ifndef LETTERPRESS_CONTAINER_DIRECTORY_H
#define LETTERPRESS_CONTAINER_DIRECTORY_H

#include <letterpress/account.h>
#include <letterpress/source.h>

/* Finds the directory and checks that there is one only, that it is within the limit of entries, that each
   entry leads to a local header of the same name, and that none is encrypted or packed by another way than
   deflate. Returns the number of entries; -1 if refused and reported. */
int64_t lp_directory_check(LpSource *source, LpAccount *account);

#endif
