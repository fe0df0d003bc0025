/* write/letterhead.h: the letterhead as master pages First and Following. */
#ifndef ODT_WRITE_LETTERHEAD_H
#define ODT_WRITE_LETTERHEAD_H

#include <letterpress/sink.h>

struct OdtWriter;

/* Writes the automatic styles of styles.xml (page layouts, headers, footers) and the master pages. Positions
   are met in LibreOffice, which puts the baseline of a line of fixed height at four fifths of it. */
void letterhead_write(struct OdtWriter *writer, LpSink *sink);

/* Adds the emblem to the package. */
void letterhead_add_emblem(struct OdtWriter *writer);

#endif
