/* The fonts that may set a statement: the letterhead's families by script, looked up in a private fontconfig.
 *
 * Only the wanted families are taken from fontconfig's caches; no rules, no substitution, no thread. Two
 * files of Debian 12 that claim a false weight are left out. A character that no wanted family has is looked
 * for in the user's full configuration (the second tier), which is loaded at that moment and not before.
 *
 * A configuration is read-only once made, but for caches inside it: one thread, any number of documents. It
 * survives a fork: nothing in it owns a thread or a descriptor.
 */
#ifndef PDF_FONT_CONFIGURATION_H
#define PDF_FONT_CONFIGURATION_H

#include <stdbool.h>
#include <stddef.h>

/* One [script] group of a letterhead. */
typedef struct FontGroup {
  const char *script; /* ISO 15924: "Latn", "Arab" ...; for Han by language "Hans", "Hant", "Jpan", "Kore" */
  const char *language;        /* BCP 47 tag that narrows the group, or NULL */
  const char *const *families; /* NULL-terminated; the first that is installed sets the text */
  double scale;                /* multiplies every size; 0 counts as 1 */
  double leading;              /* multiplies every line distance; 0 counts as 1 */
  bool upright;                /* italic=none: italic text is set upright */
  bool hyphenate;              /* words may be hyphenated where the paragraph allows it */
} FontGroup;

typedef struct FontConfiguration FontConfiguration;

/* Opens the families that `groups` name. All strings are copied. Families that are not installed are passed
 * over; that is no error (see font_group_family). NULL when fontconfig finds no font at all. Free with
 * font_configuration_free. */
FontConfiguration *font_configuration_new(const FontGroup *groups, size_t count);

/* Frees the configuration; paragraphs made with it must be gone. NULL is allowed. */
void font_configuration_free(FontConfiguration *configuration);

/* Opens the regular, bold and italic faces of a script's first family, so that a later fork finds them warm.
 * Unknown scripts are ignored. */
void font_configuration_warm(FontConfiguration *configuration, const char *script);

/* The group that sets text of `script` (ISO 15924; Hani is resolved by language) in `language` (BCP 47 or
 * NULL): the narrowest that fits, else the Latn group, else the first. Never NULL; owned by the
 * configuration. */
const FontGroup *font_group_for(const FontConfiguration *configuration, const char *script,
                                const char *language);

/* The family that sets the group's text: the first of its list that is installed; NULL when none is (then the
 * second tier sets its text and the paragraph names the substitute). */
const char *font_group_family(const FontConfiguration *configuration, const FontGroup *group);

#endif
