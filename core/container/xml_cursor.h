/* container/xml_cursor.h: where the reading of an XML part stands. */
#ifndef LETTERPRESS_CONTAINER_XML_CURSOR_H
#define LETTERPRESS_CONTAINER_XML_CURSOR_H

#include "container/xml_scan.h"

#include <glib.h>
#include <letterpress/xml.h>
#include <libxml/parser.h>

typedef struct LpXmlCursor LpXmlCursor;

struct LpXmlElement {
  LpXmlCursor *cursor;
  const LpXmlRow *row;   /* NULL: none */
  const char *name;      /* local; like prefix and address owned by the parser, equal ones are one pointer */
  const char *prefix;    /* NULL: none */
  const char *address;   /* NULL: none */
  int number;            /* of the namespace */
  uint32_t line, column; /* of its start tag */
  guint bindings;        /* how many entries of the cursor's bindings are in scope */
};

/* An attribute of the element being entered, as libxml2 hands it over. */
typedef struct LpXmlAttributes {
  const xmlChar **raw; /* five entries each: local name, prefix, address, value, its end */
  size_t count;
  const char **values; /* decoded, or NULL: not asked for yet; count of them */
  size_t values_size;
  char *text; /* room for all values */
  size_t text_size, text_used;
} LpXmlAttributes;

enum { LP_XML_ROW_CACHE = 512, LP_XML_ADDRESS_CACHE = 64 };

typedef struct LpXmlFound {
  const char *name, *address; /* by pointer */
  const LpXmlRow *row;
  int number;
} LpXmlFound;

struct LpXmlCursor {
  LpAccount *account;
  const LpXmlRows *rows;
  void *state;
  const char *part;
  xmlParserCtxt *parser;
  LpXmlScan scan;

  LpXmlElement *stack; /* [0] is a sentinel, the root is [1] */
  size_t depth, stack_size;
  int64_t most_depth, most_text_bytes; /* limits */
  size_t left_depth;                   /* of the element that is left out; 0: none is */
  LpReason reason;
  int64_t text_bytes; /* of the text node, so far */
  const char *piece;  /* of text, being given; NULL: an element is entered or left */
  size_t piece_bytes;
  LpXmlAttributes attributes;
  GArray *bindings;       /* LpXmlBinding, innermost last */
  GString *qualified;     /* answer of lp_xml_qualified_name */
  const LpXmlRow **table; /* rows by a hash of number and name; table_mask + 1 entries */
  size_t table_mask;
  LpXmlFound found[LP_XML_ROW_CACHE];
  struct {
    const char *address;
    int number;
  } numbers[LP_XML_ADDRESS_CACHE];
  bool failed; /* reported, or stopped by a row */
};

typedef struct LpXmlBinding {
  const char *prefix, *address;
} LpXmlBinding;

void lp_xml_cursor_begin(LpXmlCursor *cursor, LpAccount *account, const char *part, const LpXmlRows *rows,
                         void *state);
void lp_xml_cursor_end(LpXmlCursor *cursor);

/* The reader's number of an address. address comes from the parser. */
int lp_xml_cursor_number(LpXmlCursor *cursor, const char *address);

/* The byte that the parser has come to. */
int64_t lp_xml_cursor_offset(const LpXmlCursor *cursor);

/* Ends the parsing; nothing more is called. */
void lp_xml_cursor_stop(LpXmlCursor *cursor);

/* ---- xml_rows.c: what the parser calls ---- */

void lp_xml_rows_index(LpXmlCursor *cursor);
void lp_xml_start(void *cursor, const xmlChar *name, const xmlChar *prefix, const xmlChar *address,
                  int binding_count, const xmlChar **bindings, int attribute_count, int defaulted_count,
                  const xmlChar **attributes);
void lp_xml_end(void *cursor, const xmlChar *name, const xmlChar *prefix, const xmlChar *address);
void lp_xml_characters(void *cursor, const xmlChar *text, int n);

#endif
