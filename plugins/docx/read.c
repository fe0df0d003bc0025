/* The order of the parts: first what a draft is made with, then its text, then what the text leads to. */
#include "config.h"

#include "read.h"

#include "read/effective.h"
#include "read/elements.h"
#include "read/parts.h"
#include "read/recognise.h"
#include "read/sections.h"
#include "read/table.h"

#include <string.h>

/* ---- state ---- */

static void begin(DocxReader *reader, LpReading *reading, LpPackage *package) {
  *reader = (DocxReader){.reading = reading,
                         .account = lp_reading_account(reading),
                         .builder = lp_reading_builder(reading),
                         .document = lp_builder_document(lp_reading_builder(reading)),
                         .package = package,
                         .styles = docx_styles_new(),
                         .numbering = docx_numbering_new()};
  reader->white = g_string_new(NULL);
  reader->piece = g_string_new(NULL);
  reader->containers = g_array_new(FALSE, FALSE, sizeof(DocxContainer));
  reader->paragraphs = g_array_new(FALSE, FALSE, sizeof(DocxParagraph));
  reader->wrappers = g_array_new(FALSE, FALSE, sizeof(DocxWrapper));
  reader->elements = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  reader->waiting = g_array_new(FALSE, FALSE, sizeof(DocxWaiting));
  reader->tables = g_array_new(FALSE, FALSE, sizeof(DocxTable));
  reader->fields = g_array_new(FALSE, FALSE, sizeof(DocxField));
  reader->choices = g_array_new(FALSE, FALSE, sizeof(bool));
  reader->headers = g_array_new(FALSE, FALSE, sizeof(DocxHeader));
  reader->pictures = g_array_new(FALSE, FALSE, sizeof(DocxPicture));
  reader->anchors = g_hash_table_new(NULL, NULL);
  reader->note_ids = g_hash_table_new(NULL, NULL);
  reader->header_parts = g_hash_table_new(NULL, NULL);
  reader->reported = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  docx_effective_begin(reader);
}

static void end_fields(DocxReader *reader) {
  for (guint i = 0; i < reader->fields->len; i++) {
    const DocxField *field = &g_array_index(reader->fields, DocxField, i);
    g_string_free(field->code, TRUE);
    g_string_free(field->shown, TRUE);
  }
}

/* Also after a reading that failed midway, with much still open. */
static void end(DocxReader *reader) {
  end_fields(reader);
  for (guint i = 0; i < reader->tables->len; i++)
    docx_free_table(&g_array_index(reader->tables, DocxTable, i));
  GArray *arrays[] = {reader->containers, reader->paragraphs, reader->wrappers, reader->elements,
                      reader->waiting,    reader->tables,     reader->fields,   reader->choices,
                      reader->headers,    reader->pictures};
  for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_free(arrays[i], TRUE);
  GString *texts[] = {reader->white, reader->piece, reader->ruby, reader->ruby_text};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    if (texts[i])
      g_string_free(texts[i], TRUE);
  GHashTable *tables[] = {reader->anchors, reader->note_ids, reader->header_parts, reader->reported};
  for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
    g_hash_table_destroy(tables[i]);
  docx_effective_end(reader);
  docx_styles_free(reader->styles);
  docx_numbering_free(reader->numbering);
  docx_relationships_free(reader->main_relationships);
}

/* ---- the parts ---- */

static LpVerdict read_if_there(DocxReader *reader, const char *type,
                               LpVerdict (*read_part)(DocxReader *reader, const char *part)) {
  const DocxRelationship *relationship = docx_relationship_of_type(reader->main_relationships, type);
  return relationship ? read_part(reader, relationship->target) : LP_DONE;
}

/* A part with text of its own, read with its own relationships. */
static LpVerdict read_aside(DocxReader *reader, const char *part, LpKind kind) {
  DocxRelationships *relationships = docx_relationships_read(reader->package, reader->account, part);
  reader->relationships = relationships;
  LpVerdict verdict = lp_account_failed(reader->account) ? LP_FAILED : docx_read_story(reader, part, kind);
  reader->relationships = reader->main_relationships;
  docx_relationships_free(relationships);
  return verdict;
}

static LpVerdict read_notes(DocxReader *reader, const char *part) {
  return read_aside(reader, part, LP_KIND_NOTE);
}

static LpVerdict read_comments(DocxReader *reader, const char *part) {
  return read_aside(reader, part, LP_KIND_COMMENT);
}

/* A header is read where some section shows it. */
static bool is_shown(const DocxReader *reader, const DocxHeader *header) {
  if (strcmp(header->type, "first") == 0)
    return reader->has_first_headers;
  return strcmp(header->type, "even") != 0 || reader->has_even_headers;
}

static LpVerdict read_headers(DocxReader *reader) {
  for (reader->header = 0; reader->header < reader->headers->len; reader->header++) {
    const DocxHeader *header = &g_array_index(reader->headers, DocxHeader, reader->header);
    LpKind kind = header->kind;
    if (!is_shown(reader, header))
      continue;
    docx_open_header(reader, header);
    if (read_aside(reader, header->part, kind) != LP_DONE)
      return LP_FAILED;
    lp_builder_close(reader->builder, kind);
  }
  return LP_DONE;
}

static LpVerdict read_definitions(DocxReader *reader) {
  if (read_if_there(reader, "theme", docx_read_theme) != LP_DONE ||
      read_if_there(reader, "settings", docx_read_settings) != LP_DONE ||
      read_if_there(reader, "styles", docx_read_definitions) != LP_DONE)
    return LP_FAILED;
  return read_if_there(reader, "numbering", docx_read_definitions);
}

static LpVerdict read_text(DocxReader *reader) {
  if (docx_read_story(reader, reader->main_part, LP_KIND_DOCUMENT) != LP_DONE ||
      read_if_there(reader, "footnotes", read_notes) != LP_DONE ||
      read_if_there(reader, "endnotes", read_notes) != LP_DONE ||
      read_if_there(reader, "comments", read_comments) != LP_DONE)
    return LP_FAILED;
  return read_headers(reader);
}

static LpVerdict read_parts(DocxReader *reader, const DocxRelationships *of_package) {
  const DocxRelationship *core = docx_relationship_of_type(of_package, "core-properties");
  reader->main_relationships = reader->relationships =
      docx_relationships_read(reader->package, reader->account, reader->main_part);
  if (lp_account_failed(reader->account) || read_definitions(reader) != LP_DONE ||
      read_text(reader) != LP_DONE)
    return LP_FAILED;
  return core ? docx_read_metadata(reader, core->target) : LP_DONE;
}

/* The main part: what the package leads to; where that is lost, its usual name. NULL: reported. */
static const char *main_part(const DocxRelationships *of_package, LpPackage *package, LpAccount *account) {
  const DocxRelationship *relationship = docx_relationship_of_type(of_package, "officeDocument");
  const char *part = relationship ? relationship->target : lp_package_find(package, "word/document.xml");
  if (part && !g_str_has_prefix(part, "xl/") && !g_str_has_prefix(part, "ppt/") &&
      !lp_account_failed(account))
    return part;
  docx_report_other_package(package, account);
  return NULL;
}

LpVerdict docx_read(LpReading *reading) {
  LpAccount *account = lp_reading_account(reading);
  if (!docx_is_package(lp_reading_source(reading), account))
    return LP_FAILED;
  LpPackage *package = lp_package_open(lp_reading_source(reading), account);
  if (!package)
    return LP_FAILED;
  lp_builder_keep(lp_reading_builder(reading), package, lp_package_close);
  DocxRelationships *of_package = docx_relationships_read(package, account, "");
  LpVerdict verdict = LP_FAILED;
  const char *part = main_part(of_package, package, account);
  if (part) {
    DocxReader reader;
    begin(&reader, reading, package);
    reader.main_part = part;
    verdict = read_parts(&reader, of_package);
    end(&reader);
  }
  docx_relationships_free(of_package);
  return verdict;
}
