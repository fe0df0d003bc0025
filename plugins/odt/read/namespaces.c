/* ODF 1.3, part 3, 1.4. */
#include "config.h"

#include "read/namespaces.h"

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

const LpXmlNamespace odt_namespaces[] = {
    {ODF "office:1.0", NS_OFFICE},
    {ODF "style:1.0", NS_STYLE},
    {ODF "text:1.0", NS_TEXT},
    {ODF "table:1.0", NS_TABLE},
    {ODF "drawing:1.0", NS_DRAW},
    {ODF "xsl-fo-compatible:1.0", NS_FO},
    {ODF "svg-compatible:1.0", NS_SVG},
    {"http://www.w3.org/1999/xlink", NS_XLINK},
    {"http://purl.org/dc/elements/1.1/", NS_DC},
    {ODF "meta:1.0", NS_META},
    {ODF "datastyle:1.0", NS_NUMBER},
    {"http://www.w3.org/1998/Math/MathML", NS_MATH},
    {ODF "form:1.0", NS_FORM},
    {ODF "manifest:1.0", NS_MANIFEST},
    {"http://www.w3.org/XML/1998/namespace", NS_XML},
    {ODF "presentation:1.0", NS_PRESENTATION},
    {ODF "chart:1.0", NS_CHART},
    {ODF "script:1.0", NS_SCRIPT},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", NS_LOEXT},
};

const size_t odt_namespace_count = sizeof odt_namespaces / sizeof odt_namespaces[0];
