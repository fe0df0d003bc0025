/* write/content.h: content.xml and styles.xml. */
#ifndef ODT_WRITE_CONTENT_H
#define ODT_WRITE_CONTENT_H

struct OdtWriter;

/* Writes the body, then content.xml with the automatic styles that it came to, which stand before it.
   Pictures are put into the package on the way. */
void content_add(struct OdtWriter *writer);

/* Writes styles.xml: named styles and the letterhead's master pages. */
void content_add_styles(struct OdtWriter *writer);

#endif
