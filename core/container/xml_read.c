/* libxml2's push parser, fed piece by piece, and what it may not do: no declarations, no entities, nothing
   loaded, no recovery, no encoding but UTF-8. */
#include "config.h"

#include "container/package_stream.h"
#include "container/xml_cursor.h"
#include "container/xml_encoding.h"

#include <string.h>

enum { PIECE_BYTES = 32 << 10, ENCODING_NAME_BYTES = 32 };

typedef struct Feed {
  LpXmlCursor cursor;
  LpXmlDecoder decoder;
  GString *decoded; /* UTF-16 as UTF-8 */
  bool begun;
} Feed;

static LpPlace here(LpXmlCursor *cursor) {
  LpPlace place = {.part = cursor->part};
  lp_xml_scan_place(&cursor->scan, lp_xml_cursor_offset(cursor), &place.line, &place.column);
  return place;
}

/* ---- what is refused within the parser ---- */

static void refuse(void *user, const char *code, const char *what) {
  LpXmlCursor *cursor = user;
  if (cursor->failed)
    return;
  LpPlace place = here(cursor);
  lp_report(cursor->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, code, &place,
            "The XML %s, which no draft needs; it is not read further.", what);
  lp_xml_cursor_stop(cursor);
}

static xmlEntity *refuse_entity(void *user, const xmlChar *name) {
  (void)name;
  refuse(user, "xml.entity", "uses an entity");
  return NULL;
}

static void refuse_reference(void *user, const xmlChar *name) {
  refuse_entity(user, name);
}

static void refuse_entity_declaration(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                                      const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  refuse(user, "xml.declaration", "declares an entity");
}

static void refuse_attribute_declaration(void *user, const xmlChar *element, const xmlChar *name, int type,
                                         int def, const xmlChar *value, xmlEnumeration *tree) {
  (void)element, (void)name, (void)type, (void)def, (void)value;
  xmlFreeEnumeration(tree);
  refuse(user, "xml.declaration", "declares an attribute");
}

static void refuse_element_declaration(void *user, const xmlChar *name, int type,
                                       xmlElementContent *content) {
  (void)name, (void)type, (void)content;
  refuse(user, "xml.declaration", "declares an element");
}

static void refuse_notation(void *user, const xmlChar *name, const xmlChar *public_id,
                            const xmlChar *system_id) {
  (void)name, (void)public_id, (void)system_id;
  refuse(user, "xml.declaration", "declares a notation");
}

static void refuse_unparsed(void *user, const xmlChar *name, const xmlChar *public_id,
                            const xmlChar *system_id, const xmlChar *notation) {
  (void)name, (void)public_id, (void)system_id, (void)notation;
  refuse(user, "xml.declaration", "declares an entity");
}

static void on_error(void *user, xmlError *error) {
  LpXmlCursor *cursor = user;
  if (cursor->failed || error->level != XML_ERR_FATAL)
    return;
  cursor->failed = true;
  LpPlace place = here(cursor);
  g_autofree char *message = g_strchomp(g_strdup(error->message ? error->message : "unknown fault"));
  lp_report(cursor->account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "xml.malformed", &place,
            "The XML is damaged: %s.", message);
}

static xmlParserInput *load_nothing(const char *url, const char *id, xmlParserCtxt *parser) {
  (void)url, (void)id, (void)parser;
  return NULL;
}

static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = lp_xml_start,
    .endElementNs = lp_xml_end,
    .characters = lp_xml_characters,
    .ignorableWhitespace = lp_xml_characters,
    .cdataBlock = lp_xml_characters,
    .getEntity = refuse_entity,
    .getParameterEntity = refuse_entity,
    .reference = refuse_reference,
    .entityDecl = refuse_entity_declaration,
    .attributeDecl = refuse_attribute_declaration,
    .elementDecl = refuse_element_declaration,
    .notationDecl = refuse_notation,
    .unparsedEntityDecl = refuse_unparsed,
    .serror = on_error,
};

/* ---- feeding ---- */

static void feed_begin(Feed *feed, LpAccount *account, const char *part, const LpXmlRows *rows, void *state) {
  *feed = (Feed){.decoder.pending = -1};
  lp_xml_cursor_begin(&feed->cursor, account, part, rows, state);
  xmlInitParser();
  xmlSetExternalEntityLoader(load_nothing);
  xmlSAXHandler copy = handler;
  feed->cursor.parser = xmlCreatePushParserCtxt(&copy, &feed->cursor, NULL, 0, NULL);
  if (!feed->cursor.parser)
    g_error("no memory for an XML parser");
  xmlCtxtUseOptions(feed->cursor.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
}

static void too_large(LpXmlCursor *cursor, LpXmlScanResult result) {
  LpPlace place = {.part = cursor->part};
  lp_xml_scan_place(&cursor->scan, cursor->scan.tag_start, &place.line, &place.column);
  LpLimit limit = result == LP_XML_SCAN_ATTRIBUTES ? LP_LIMIT_XML_ATTRIBUTES : LP_LIMIT_XML_TAG_BYTES;
  lp_account_within(cursor->account, limit, lp_account_limit(cursor->account, limit) + 1, &place);
  cursor->failed = true;
}

static void feed_utf8(LpXmlCursor *cursor, const char *bytes, size_t n) {
  if (n == 0)
    return;
  LpXmlScanResult result = lp_xml_scan_feed(&cursor->scan, bytes, n);
  if (result != LP_XML_SCAN_FINE) {
    too_large(cursor, result);
    return;
  }
  xmlParseChunk(cursor->parser, bytes, (int)n, 0);
}

/* The first piece tells the encoding; returns the bytes of its mark, which are not fed. */
static size_t begin_encoding(Feed *feed, const char *bytes, size_t n) {
  char name[ENCODING_NAME_BYTES];
  size_t mark = 0;
  feed->decoder.encoding = lp_xml_encoding(bytes, n, &mark, name, sizeof name);
  if (feed->decoder.encoding == LP_XML_OTHER_ENCODING) {
    LpPlace place = {.part = feed->cursor.part, .line = 1, .column = 1};
    lp_report(feed->cursor.account, LP_LEVEL_ERROR, LP_CLASS_FORMAT, "xml.encoding", &place,
              "The XML is written in %s; UTF-8 and UTF-16 can be read.", name);
    feed->cursor.failed = true;
  } else if (feed->decoder.encoding != LP_XML_UTF8) {
    feed->decoded = g_string_new(NULL);
  }
  feed->begun = true;
  return mark;
}

static void feed_piece(Feed *feed, const char *bytes, size_t n) {
  if (!feed->begun) {
    size_t mark = begin_encoding(feed, bytes, n);
    bytes += mark;
    n -= mark;
  }
  if (feed->cursor.failed)
    return;
  if (!feed->decoded) {
    feed_utf8(&feed->cursor, bytes, n);
    return;
  }
  g_string_truncate(feed->decoded, 0);
  lp_xml_decode(&feed->decoder, bytes, n, feed->decoded);
  feed_utf8(&feed->cursor, feed->decoded->str, feed->decoded->len);
}

static bool may_go_on(const Feed *feed) {
  return !feed->cursor.failed && !lp_should_stop(feed->cursor.account);
}

static LpVerdict feed_end(Feed *feed, bool read_whole) {
  LpXmlCursor *cursor = &feed->cursor;
  bool whole = read_whole && may_go_on(feed);
  if (whole && (feed->decoder.pending >= 0 || feed->decoder.high_surrogate))
    feed_utf8(cursor, "\xff", 1);
  if (whole)
    xmlParseChunk(cursor->parser, NULL, 0, 1);
  whole = whole && !cursor->failed;
  if (cursor->parser->myDoc)
    xmlFreeDoc(cursor->parser->myDoc);
  cursor->parser->myDoc = NULL;
  xmlFreeParserCtxt(cursor->parser);
  lp_xml_cursor_end(cursor);
  if (feed->decoded)
    g_string_free(feed->decoded, TRUE);
  return whole ? LP_DONE : LP_FAILED;
}

/* Fills the buffer as far as the part goes, so that the first piece is enough to tell the encoding by. */
static int64_t fill(LpPackageStream *stream, char *buffer) {
  size_t n = 0;
  while (n < PIECE_BYTES) {
    int64_t got = lp_package_stream_read(stream, buffer + n, PIECE_BYTES - n);
    if (got < 0)
      return -1;
    if (got == 0)
      break;
    n += (size_t)got;
  }
  return (int64_t)n;
}

LpVerdict lp_xml_read_part(LpPackage *package, const char *part, const LpXmlRows *rows, void *state) {
  LpPackageStream stream;
  if (!lp_package_stream_open(&stream, package, part))
    return LP_FAILED;
  Feed *feed = g_new(Feed, 1);
  feed_begin(feed, package->account, stream.part->name, rows, state);
  char *buffer = g_malloc(PIECE_BYTES);
  int64_t got = 0;
  while (may_go_on(feed) && (got = fill(&stream, buffer)) > 0)
    feed_piece(feed, buffer, (size_t)got);
  LpVerdict verdict = feed_end(feed, got == 0);
  lp_package_stream_close(&stream);
  g_free(buffer);
  g_free(feed);
  return verdict;
}

LpVerdict lp_xml_read_source(LpSource *source, const char *part, LpAccount *account, const LpXmlRows *rows,
                             void *state) {
  Feed *feed = g_new(Feed, 1);
  feed_begin(feed, account, part, rows, state);
  char *buffer = g_malloc(PIECE_BYTES);
  int64_t offset = 0, got = 0;
  while (may_go_on(feed) && (got = lp_source_read_at(source, offset, buffer, PIECE_BYTES)) > 0) {
    feed_piece(feed, buffer, (size_t)got);
    offset += got;
  }
  LpVerdict verdict = feed_end(feed, got == 0);
  g_free(buffer);
  g_free(feed);
  return verdict;
}
