/* container/xml_encoding.h: UTF-8 and UTF-16 only (XML 1.0, 4.3.3 asks for no more). */
#ifndef LETTERPRESS_CONTAINER_XML_ENCODING_H
#define LETTERPRESS_CONTAINER_XML_ENCODING_H

#include <glib.h>
#include <stdbool.h>

typedef enum LpXmlEncoding {
  LP_XML_UTF8 = 0,
  LP_XML_UTF16_LITTLE,
  LP_XML_UTF16_BIG,
  LP_XML_OTHER_ENCODING
} LpXmlEncoding;

/* Tells the encoding by the first n bytes of a part (at best its first 1,024, or all of it). *mark gets the
   length of the byte order mark; name, of name_size bytes, what the declaration says where it is another
   encoding. */
LpXmlEncoding lp_xml_encoding(const char *bytes, size_t n, size_t *mark, char *name, size_t name_size);

/* UTF-16 made UTF-8, in pieces of any length. */
typedef struct LpXmlDecoder {
  LpXmlEncoding encoding;
  int pending;            /* the first byte of a unit; -1: none */
  guint32 high_surrogate; /* 0: none */
} LpXmlDecoder;

/* Appends n more bytes as UTF-8; a lone surrogate comes out as a byte that is no UTF-8, which the parser
 * refuses. */
void lp_xml_decode(LpXmlDecoder *decoder, const char *bytes, size_t n, GString *out);

#endif
