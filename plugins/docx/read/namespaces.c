#include "config.h"

#include "read/namespaces.h"

#include <glib.h>
#include <string.h>

#define OPEN "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define WORD "http://schemas.microsoft.com/office/word/"

const LpXmlNamespace docx_namespaces[] = {
    {OPEN "wordprocessingml/2006/main", W},
    {STRICT "wordprocessingml/main", W},
    {OPEN "officeDocument/2006/relationships", R},
    {STRICT "officeDocument/relationships", R},
    {OPEN "drawingml/2006/wordprocessingDrawing", WP},
    {STRICT "drawingml/wordprocessingDrawing", WP},
    {WORD "2010/wordprocessingDrawing", WP14},
    {OPEN "drawingml/2006/main", A},
    {STRICT "drawingml/main", A},
    {OPEN "drawingml/2006/picture", PICTURE},
    {STRICT "drawingml/picture", PICTURE},
    {WORD "2010/wordprocessingShape", WPS},
    {WORD "2010/wordprocessingGroup", WPG},
    {WORD "2010/wordprocessingCanvas", WPC},
    {"http://schemas.microsoft.com/office/drawing/2017/decorative", ADEC},
    {OPEN "markup-compatibility/2006", MC},
    {OPEN "officeDocument/2006/math", M},
    {STRICT "officeDocument/math", M},
    {"urn:schemas-microsoft-com:vml", V},
    {"urn:schemas-microsoft-com:office:office", O},
    {"urn:schemas-microsoft-com:office:word", WX},
    {WORD "2010/wordml", W14},
    {WORD "2012/wordml", WX},
    {WORD "2015/wordml/symex", WX},
    {WORD "2016/wordml/cid", WX},
    {WORD "2018/wordml", WX},
    {WORD "2018/wordml/cex", WX},
    {OPEN "drawingml/2006/chart", C},
    {STRICT "drawingml/chart", C},
    {OPEN "package/2006/relationships", OPC},
    {OPEN "package/2006/metadata/core-properties", CP},
    {STRICT "package/metadata/core-properties", CP},
    {"http://purl.org/dc/elements/1.1/", DC},
};
const size_t docx_namespace_count = G_N_ELEMENTS(docx_namespaces);

bool docx_understands(const char *address) {
  for (size_t i = 0; i < docx_namespace_count; i++)
    if (strcmp(docx_namespaces[i].address, address) == 0)
      return true;
  return false;
}
