/* What any reader of a DOCX or ODT by libzip and libxml2 must cost: SAX over the main part, all text pulled
 * out. */
#include "config.h"

#include "statement_text.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

typedef struct Pulled {
  char *text;
  size_t length, room;
} Pulled;

static void pull(void *state, const xmlChar *text, int n) {
  Pulled *pulled = state;
  if (pulled->room - pulled->length < (size_t)n) {
    pulled->room = pulled->room * 2 + (size_t)n;
    pulled->text = realloc(pulled->text, pulled->room);
    if (pulled->text == NULL)
      abort();
  }
  memcpy(pulled->text + pulled->length, text, (size_t)n);
  pulled->length += (size_t)n;
}

static int parse(const char *path, Pulled *pulled) {
  zip_t *package = zip_open(path, ZIP_RDONLY, NULL);
  if (package == NULL)
    return 1;
  zip_file_t *part = zip_fopen(package, "word/document.xml", 0);
  if (part == NULL)
    part = zip_fopen(package, "content.xml", 0);
  xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .characters = pull};
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, pulled, NULL, 0, NULL);
  char chunk[1 << 14];
  int failed = part == NULL || parser == NULL;
  for (zip_int64_t n; !failed && (n = zip_fread(part, chunk, sizeof chunk)) > 0;)
    failed = xmlParseChunk(parser, chunk, (int)n, 0) != 0;
  failed = failed || xmlParseChunk(parser, NULL, 0, 1) != 0;
  xmlFreeParserCtxt(parser);
  zip_fclose(part);
  zip_discard(package);
  return failed;
}

int main(int argc, char **argv) {
  const FloorArguments arguments = floor_arguments(argc, argv);
  for (long i = 0; i < arguments.times; i++) {
    Pulled pulled = {0};
    const int failed = parse(arguments.in, &pulled);
    FILE *out = fopen(arguments.out, "wb");
    if (failed || out == NULL || fwrite(pulled.text, 1, pulled.length, out) != pulled.length ||
        fclose(out) != 0) {
      fprintf(stderr, "%s: not read to %s\n", arguments.in, arguments.out);
      return 1;
    }
    free(pulled.text);
  }
  xmlCleanupParser();
  return 0;
}
