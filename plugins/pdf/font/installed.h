/* The fonts of this system, by family: first from fontconfig's caches of the usual folders, read without any
 * of its rules; on need from the user's full configuration as well. */
#ifndef PDF_FONT_INSTALLED_H
#define PDF_FONT_INSTALLED_H

#include "font/face.h"

typedef struct Installed Installed;

/* Lists the usual folders' faces from fontconfig's caches (all of the user's configuration when the
 * environment names one: FONTCONFIG_FILE, FONTCONFIG_PATH or FONTCONFIG_SYSROOT). NULL without memory. Free
 * with installed_free. */
Installed *installed_open(void);
void installed_free(Installed *installed);

/* Whether any font is there at all. */
bool installed_any(const Installed *installed);

/* The family's face that comes nearest to regular or bold, upright or italic; nothing is slanted or
 * emboldened in its stead. The name is compared without regard to case. A thorough search looks for a family
 * that the usual folders lack in the user's full configuration, which is then loaded. NULL when the family is
 * not installed. Owned by `installed`. */
Face *installed_face(Installed *installed, const char *family, bool bold, bool italic, bool thorough);

/* The face that the user's full configuration would take for a character in place of `family`; loads that
 * configuration at the first call. NULL when no font has the character. */
Face *installed_substitute(Installed *installed, uint32_t character, const char *family, const char *language,
                           bool bold, bool italic);

#endif
