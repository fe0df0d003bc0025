/* write/xml_text.h: the properties of a style in the making, as XML. */
#ifndef ODT_WRITE_XML_TEXT_H
#define ODT_WRITE_XML_TEXT_H

#include <letterpress/types.h>

/* A piece of XML. What does not fit is left out whole, so that the piece stays well-formed. */
typedef struct XmlText {
  size_t n;
  bool full;
  char bytes[3070];
} XmlText;

void xml_clear(XmlText *text);

/* Adds bytes as they are: names of elements, finished pieces. */
void xml_raw(XmlText *text, const char *bytes);

/* Adds an attribute, its value escaped. NULL adds nothing. */
void xml_attribute(XmlText *text, const char *name, const char *value);

/* The same in printf's way; only %d, %u, %X and %s. */
void xml_attribute_format(XmlText *text, const char *name, const char *format, ...) LP_PRINTF(3, 4);

/* A length in points, with at most three decimals: "11.25pt". */
void xml_attribute_points(XmlText *text, const char *name, int32_t length_emu);

/* A colour 0xRRGGBB: "#12395b". */
void xml_attribute_colour(XmlText *text, const char *name, int32_t colour);

/* A border: width, solid, colour; "none" where it has no width. */
void xml_attribute_border(XmlText *text, const char *name, int32_t width_emu, int32_t colour);

/* Adds <name attributes/>, if there are attributes. */
void xml_element(XmlText *text, const char *name, const XmlText *attributes);

#endif
