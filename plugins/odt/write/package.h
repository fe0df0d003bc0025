/* write/package.h: the parts of the package. */
#ifndef ODT_WRITE_PACKAGE_H
#define ODT_WRITE_PACKAGE_H

#include <letterpress/sink.h>

struct OdtWriter;

/* Adds the entry "mimetype": first and stored (ODF 1.3 part 2, 3.3). */
void package_add_mimetype(struct OdtWriter *writer);

/* Begins a part: an XML declaration and its root element, left open. */
LpSink *package_begin_part(const char *root);

/* Ends it, adds it to the package and frees the sink. */
void package_end_part(struct OdtWriter *writer, LpSink *sink, const char *root, const char *name);

/* Adds meta.xml, settings.xml and META-INF/manifest.xml. */
void package_add_metadata(struct OdtWriter *writer);
void package_add_settings(struct OdtWriter *writer);
void package_add_manifest(struct OdtWriter *writer);

#endif
