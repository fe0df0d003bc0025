/* write/properties.h: from computed styles to formatting properties (ODF 1.3, 17 and 20). */
#ifndef ODT_WRITE_PROPERTIES_H
#define ODT_WRITE_PROPERTIES_H

#include <letterpress/plugin.h>

#include "xml_text.h"

struct OdtWriter;

/* What a style is compared to: its own parent first, that one's role then. Both NULL: all that is set is
 * said. */
typedef struct Base {
  const LpStyle *own;
  const LpStyle *role;
} Base;

typedef enum PropertySkip {
  SKIP_NOTHING = 0,
  SKIP_INDENTS = 1, /* the list, the note says them */
  SKIP_SPACES = 2,  /* the cell's padding says them */
  SKIP_LEADING = 4, /* a line is as high as what is in it */
  SKIP_BREAK = 8    /* there is a break anyway */
} PropertySkip;

/* Adds style:paragraph-properties with what style sets and base has not alike. further: more attributes; may
   be NULL. tabs: tab stops as LP_PROPERTY_TABS has them, where style sets none; may be NULL. */
void properties_add_paragraph(XmlText *text, const LpStyle *style, Base base, unsigned skip,
                              const XmlText *further, const char *tabs);

/* Adds style:text-properties likewise. */
void properties_add_text(struct OdtWriter *writer, XmlText *text, const LpStyle *style, Base base);

/* Attributes of ground and borders, as they are set. rtl: their start is the right side. */
void properties_add_box(XmlText *attributes, const LpStyle *style, bool rtl);

/* The value of a property of a base. */
int32_t base_integer(Base base, LpProperty property);

#endif
