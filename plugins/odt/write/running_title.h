/* write/running_title.h: the title in the running head. */
#ifndef ODT_WRITE_RUNNING_TITLE_H
#define ODT_WRITE_RUNNING_TITLE_H

struct OdtWriter;

/* The title, cut at a word with an ellipsis where it would come near the name; NULL: none. The widths are
   rough ones: only the program that shows the document knows the fonts. */
const char *running_title(struct OdtWriter *writer);

#endif
