/* read/namespaces.h: the namespaces of OpenDocument, by small numbers. */
#ifndef ODT_READ_NAMESPACES_H
#define ODT_READ_NAMESPACES_H

#include <letterpress/xml.h>

enum {
  NS_NONE = 0,
  NS_OFFICE = 1,
  NS_STYLE,
  NS_TEXT,
  NS_TABLE,
  NS_DRAW,
  NS_FO,
  NS_SVG,
  NS_XLINK,
  NS_DC,
  NS_META,
  NS_NUMBER,
  NS_MATH,
  NS_FORM,
  NS_MANIFEST,
  NS_XML,
  NS_PRESENTATION,
  NS_CHART,
  NS_SCRIPT,
  NS_LOEXT
};

extern const LpXmlNamespace odt_namespaces[];
extern const size_t odt_namespace_count;

#endif
