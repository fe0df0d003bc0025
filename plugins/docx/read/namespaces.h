/* The namespaces of WordprocessingML and what stands in it. Transitional and strict ones are one number. */
#ifndef DOCX_READ_NAMESPACES_H
#define DOCX_READ_NAMESPACES_H

#include <letterpress/xml.h>

enum {
  W = 1,   /* WordprocessingML: ECMA-376-1, 17 */
  R,       /* relationships from markup: 22.8 */
  WP,      /* DrawingML in a text: 20.4 */
  WP14,    /* its extension of 2010 */
  A,       /* DrawingML: 20.1 */
  PICTURE, /* pictures: 20.2 */
  WPS,     /* shapes of 2010 */
  WPG,     /* groups of 2010 */
  WPC,     /* canvases of 2010 */
  ADEC,    /* decorative pictures */
  MC,      /* markup compatibility: ECMA-376-3 */
  M,       /* Office Math: 22.1 */
  V,       /* VML: ECMA-376-4, 19 */
  O,       /* its Office part */
  W14,     /* extensions of WordprocessingML, 2010 */
  WX,      /* later extensions: 2012 to 2018 */
  C,       /* charts: 21.2 */
  OPC,     /* relationship parts: ECMA-376-2, 9 */
  CP,      /* core properties: ECMA-376-2, 11 */
  DC,      /* Dublin Core */
  NAMESPACE_END
};

extern const LpXmlNamespace docx_namespaces[];
extern const size_t docx_namespace_count;

/* Whether a branch of an alternative that requires this namespace can be read here. */
bool docx_understands(const char *address);

#endif
