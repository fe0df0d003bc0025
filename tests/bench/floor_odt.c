/* What any ODT of a statement by libzip must cost: its text in content.xml, the least other parts, one
 * package. */
#include "config.h"

#include "statement_text.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

static const char MIMETYPE[] = "application/vnd.oasis.opendocument.text";
static const char MANIFEST[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" "
    "manifest:media-type=\"text/xml\"/></manifest:manifest>";
static const char HEAD[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "office:version=\"1.3\"><office:body><office:text>";
static const char TAIL[] = "</office:text></office:body></office:document-content>";

static GString *content_of(const StatementText *statement) {
  GString *content = g_string_new(HEAD);
  for (size_t i = 0; i < statement->count; i++) {
    char *escaped = g_markup_escape_text(statement->paragraphs[i].text, -1);
    g_string_append_printf(content, "<text:p>%s</text:p>", escaped);
    g_free(escaped);
  }
  return g_string_append(content, TAIL);
}

static void add(zip_t *package, const char *name, const char *bytes, size_t n, int method) {
  zip_source_t *source = zip_source_buffer(package, bytes, n, 0);
  const zip_int64_t index = zip_file_add(package, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    zip_source_free(source);
  else
    zip_set_file_compression(package, (zip_uint64_t)index, method, 0);
}

/* The package in memory: libzip's own file output starts OpenSSL to name a temporary file. */
static int write_package(const GString *content, const char *path) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
  zip_source_keep(memory);
  zip_t *package = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  if (package == NULL)
    return 1;
  add(package, "mimetype", MIMETYPE, sizeof MIMETYPE - 1, ZIP_CM_STORE);
  add(package, "content.xml", content->str, content->len, ZIP_CM_DEFLATE);
  add(package, "META-INF/manifest.xml", MANIFEST, sizeof MANIFEST - 1, ZIP_CM_DEFLATE);
  FILE *out = fopen(path, "wb");
  int failed = zip_close(package) != 0 || out == NULL || zip_source_open(memory) != 0;
  char chunk[1 << 14];
  for (zip_int64_t n; !failed && (n = zip_source_read(memory, chunk, sizeof chunk)) > 0;)
    failed = fwrite(chunk, 1, (size_t)n, out) != (size_t)n;
  zip_source_free(memory);
  if (out != NULL)
    failed |= fclose(out) != 0;
  return failed;
}

int main(int argc, char **argv) {
  const FloorArguments arguments = floor_arguments(argc, argv);
  for (long i = 0; i < arguments.times; i++) {
    StatementText statement = statement_text_read(arguments.in);
    GString *content = content_of(&statement);
    const int failed = write_package(content, arguments.out);
    g_string_free(content, TRUE);
    statement_text_free(&statement);
    if (failed) {
      fprintf(stderr, "%s: not written\n", arguments.out);
      return 1;
    }
  }
  return 0;
}
