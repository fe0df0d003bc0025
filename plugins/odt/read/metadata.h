/* read/metadata.h: meta.xml (ODF 1.3, 4.3), and whether the package is encrypted (ODF 1.3 part 2, 3.4). */
#ifndef ODT_READ_METADATA_H
#define ODT_READ_METADATA_H

#include "read/state.h"

/* Rows of a flat file's own metadata. */
LpXmlInto odt_enter_metadata(void *state, const LpXmlElement *element);
void odt_leave_metadata(void *state, const LpXmlElement *element);

/* Reads META-INF/manifest.xml for encrypted parts. */
LpVerdict odt_check_manifest(Reader *reader);

#endif
