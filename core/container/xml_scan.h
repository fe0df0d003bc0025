/* container/xml_scan.h: what must be known of XML before libxml2 sees it: how large a tag is, how many
   attributes it has, where it begins. */
#ifndef LETTERPRESS_CONTAINER_XML_SCAN_H
#define LETTERPRESS_CONTAINER_XML_SCAN_H

#include <glib.h>
#include <letterpress/types.h>

typedef enum LpXmlScanState {
  LP_XML_IN_TEXT = 0,
  LP_XML_AFTER_BRACKET, /* behind '<' */
  LP_XML_IN_TAG,
  LP_XML_IN_VALUE,
  LP_XML_IN_SECTION /* comment, CDATA section, processing instruction */
} LpXmlScanState;

typedef struct LpXmlScan {
  int64_t most_tag_bytes;
  int64_t most_attributes;
  LpXmlScanState state;
  char quote;          /* of the value */
  const char *closing; /* what ends the section: "-->", "]]>" or "?>" */
  size_t matched;      /* bytes of closing met so far */
  char opening[8];     /* behind '<', as far as it is known */
  size_t opening_n;
  int64_t offset; /* of the next byte */
  int64_t tag_start;
  int64_t attributes;
  GArray *starts;    /* int64_t: offsets of start tags whose elements are not yet open */
  size_t next_start; /* the first of them that is still to come */
  GArray *newlines;  /* int64_t: offsets of line feeds that are not yet passed */
  size_t next_newline;
  uint32_t line; /* where the last start tag stands */
  int64_t line_start;
} LpXmlScan;

typedef enum LpXmlScanResult {
  LP_XML_SCAN_FINE,
  LP_XML_SCAN_TAG_BYTES,
  LP_XML_SCAN_ATTRIBUTES
} LpXmlScanResult;

void lp_xml_scan_begin(LpXmlScan *scan, int64_t most_tag_bytes, int64_t most_attributes);

/* Looks through n bytes of UTF-8. What is refused must not be fed. */
LpXmlScanResult lp_xml_scan_feed(LpXmlScan *scan, const char *bytes, size_t n);

/* Takes the next start tag and gives its line and its column in bytes, from 1; 0 if there is none (the text
   is not well-formed, libxml2 will say so). */
void lp_xml_scan_next_start(LpXmlScan *scan, uint32_t *line, uint32_t *column);

/* Where the byte at offset stands, which must not lie before the last start tag taken. */
void lp_xml_scan_place(LpXmlScan *scan, int64_t offset, uint32_t *line, uint32_t *column);

void lp_xml_scan_end(LpXmlScan *scan);

#endif
