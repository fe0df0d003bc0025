/* The order of parts: is it a package; is it encrypted; styles, text, metadata. */
#include "config.h"

#include "read.h"

#include "read/changes.h"
#include "read/metadata.h"
#include "read/state.h"

#include <stdlib.h>
#include <string.h>

/* ---- services for the files of the reader ---- */

void odt_collect(Reader *reader, LpReason reason) {
  if (!reader->collected)
    reader->collected = g_string_new(NULL);
  reader->collect_reason = (int)reason;
}

char *odt_collected(Reader *reader) {
  char *text = reader->collected ? g_string_free(reader->collected, FALSE) : NULL;
  reader->collected = NULL;
  return text;
}

static int32_t top_ground(const Reader *reader) {
  enum { PAPER = 0xFFFFFF };
  return reader->grounds->len ? g_array_index(reader->grounds, int32_t, reader->grounds->len - 1) : PAPER;
}

void odt_push_ground(Reader *reader, const LpStyle *block) {
  int32_t ground = lp_style_has(block, LP_PROPERTY_GROUND) ? lp_style_integer(block, LP_PROPERTY_GROUND)
                                                           : top_ground(reader);
  g_array_append_val(reader->grounds, ground);
}

void odt_pop_ground(Reader *reader) {
  if (reader->grounds->len)
    g_array_set_size(reader->grounds, reader->grounds->len - 1);
}

bool odt_is_invisible(const Reader *reader, const LpStyle *style) {
  int32_t ground = lp_style_has(style, LP_PROPERTY_BACKGROUND)
                       ? lp_style_integer(style, LP_PROPERTY_BACKGROUND)
                       : top_ground(reader);
  return lp_style_has(style, LP_PROPERTY_COLOUR) && lp_style_integer(style, LP_PROPERTY_COLOUR) == ground;
}

const char *odt_keep(Reader *reader, const char *text) {
  return text ? lp_document_intern(reader->document, text, strlen(text)) : NULL;
}

bool odt_flag(const LpXmlElement *element, int namespace_number, const char *name, bool absent) {
  const char *value = lp_xml_attribute(element, namespace_number, name);
  return value ? strcmp(value, "true") == 0 : absent;
}

int odt_integer(const LpXmlElement *element, int namespace_number, const char *name, int least, int most,
                int absent) {
  const char *value = lp_xml_attribute(element, namespace_number, name);
  int64_t integer = absent;
  if (value)
    lp_integer_parse(value, least, most, &integer);
  return (int)integer;
}

/* ---- the order ---- */

static void begin(Reader *reader, LpReading *reading) {
  reader->reading = reading;
  reader->account = lp_reading_account(reading);
  reader->builder = lp_reading_builder(reading);
  reader->document = lp_builder_document(reader->builder);
  reader->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reader->list_styles = g_hash_table_new(g_str_hash, g_str_equal);
  reader->fonts = g_hash_table_new(g_str_hash, g_str_equal);
  reader->list_counters = g_hash_table_new(g_str_hash, g_str_equal);
  reader->changes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, odt_free_change);
  reader->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  reader->text_styles = g_array_new(FALSE, FALSE, sizeof(const LpStyle *));
  reader->grounds = g_array_new(FALSE, FALSE, sizeof(int32_t));
  reader->paragraphs = g_array_new(FALSE, FALSE, sizeof(OpenParagraph));
  reader->sections = g_array_new(FALSE, FALSE, sizeof(uint8_t));
  reader->shapes = g_array_new(FALSE, FALSE, sizeof(uint8_t));
  reader->lists = g_array_new(FALSE, FALSE, sizeof(OpenList));
  reader->tables = g_array_new(FALSE, FALSE, sizeof(OpenTable));
}

static void end(Reader *reader) {
  GHashTable *tables[] = {reader->styles,        reader->list_styles, reader->fonts,
                          reader->list_counters, reader->changes,     reader->unknown};
  for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
    g_hash_table_destroy(tables[i]);
  for (guint i = 0; i < reader->tables->len; i++) { /* left open by a part that broke off */
    g_array_free(g_array_index(reader->tables, OpenTable, i).widths, TRUE);
    g_array_free(g_array_index(reader->tables, OpenTable, i).shares, TRUE);
  }
  GArray *arrays[] = {reader->text_styles, reader->grounds, reader->paragraphs, reader->sections,
                      reader->shapes,      reader->lists,   reader->tables};
  for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
  g_free(odt_collected(reader));
  g_free(reader->note_name);
}

/* ODF 1.3 part 2, 3.3: what the package says it is. */
static LpVerdict check_type(Reader *reader) {
  static const char prefix[] = "application/vnd.oasis.opendocument.";
  size_t n;
  if (!lp_package_has(reader->package, "mimetype"))
    return LP_DONE; /* its text may be there all the same */
  char *type = (char *)lp_package_read(reader->package, "mimetype", &n);
  if (!type)
    return LP_FAILED;
  g_strstrip(type);
  bool is_text = g_str_has_prefix(type, prefix) && g_str_has_prefix(type + strlen(prefix), "text");
  if (!is_text)
    lp_fail(reader->account, LP_CLASS_FORMAT, "odt.not-text", NULL,
            "The file is no OpenDocument text but \"%.80s\".", type);
  else if (g_str_has_suffix(type, "text-master"))
    lp_warn(reader->account, "odt.master", NULL,
            "A master document: the documents that it links to are not read.");
  free(type);
  return is_text ? LP_DONE : LP_FAILED;
}

static LpVerdict read_part(Reader *reader, const char *part) {
  LpXmlRows rows = odt_rows();
  return lp_xml_read_part(reader->package, part, &rows, reader);
}

static LpVerdict read_package(Reader *reader, LpSource *source) {
  reader->package = lp_package_open(source, reader->account);
  if (!reader->package)
    return LP_FAILED;
  lp_builder_keep(reader->builder, reader->package,
                  lp_package_close); /* pictures are read when a writer asks */
  LpVerdict verdict = check_type(reader);
  if (verdict == LP_DONE)
    verdict = odt_check_manifest(reader);
  if (verdict == LP_DONE && !lp_package_has(reader->package, "content.xml"))
    verdict = lp_fail(reader->account, LP_CLASS_FORMAT, "odt.no-content", NULL,
                      "The package has no content.xml: it is no OpenDocument text.");
  if (verdict == LP_DONE && lp_package_has(reader->package, "styles.xml"))
    verdict = read_part(reader, "styles.xml");
  if (verdict == LP_DONE)
    verdict = read_part(reader, "content.xml");
  if (verdict == LP_DONE && lp_package_has(reader->package, "meta.xml"))
    verdict = read_part(reader, "meta.xml");
  return verdict;
}

static bool is_flat(LpSource *source) {
  char head[16] = "";
  int64_t n = lp_source_read_at(source, 0, head, sizeof head - 1);
  const char *start = head;
  if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
    start += 3;
  while (*start == ' ' || *start == '\n' || *start == '\r' || *start == '\t')
    start++;
  return *start == '<';
}

LpVerdict read_odt(LpReading *reading) {
  Reader reader = {0};
  begin(&reader, reading);
  LpSource *source = lp_reading_source(reading);
  LpXmlRows rows = odt_rows();
  LpVerdict verdict = is_flat(source) ? lp_xml_read_source(source, NULL, reader.account, &rows, &reader)
                                      : read_package(&reader, source);
  end(&reader);
  return verdict;
}
