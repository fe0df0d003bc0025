/* mimetype, meta.xml, settings.xml, manifest.xml (ODF 1.3 part 2). */
#include "config.h"

#include "package.h"

#include "state.h"

#include <string.h>
#include <time.h>

static const char media_type[] = "application/vnd.oasis.opendocument.text";

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

static const char namespaces[] = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                                 " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                                 " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                                 " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                                 " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                                 " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                                 " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
                                 " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
                                 " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""
                                 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                 " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                                 /* of the names of LibreOffice's settings */
                                 " xmlns:ooo=\"http://openoffice.org/2004/office\" office:version=\"1.3\"";

void package_add_mimetype(OdtWriter *writer) {
  lp_package_writer_add(writer->package, "mimetype", media_type, sizeof media_type - 1, LP_PACKING_STORED);
}

LpSink *package_begin_part(const char *root) {
  LpSink *sink = lp_sink_new_memory();
  lp_sink_text(sink, declaration);
  lp_sink_format(sink, "<%s%s>", root, namespaces);
  return sink;
}

static void add(OdtWriter *writer, LpSink *sink, const char *name, LpPacking packing) {
  size_t n;
  const uint8_t *bytes = lp_sink_bytes(sink, &n);
  lp_package_writer_add(writer->package, name, bytes, n, packing);
  lp_sink_free(sink);
}

void package_end_part(OdtWriter *writer, LpSink *sink, const char *root, const char *name) {
  lp_sink_format(sink, "</%s>\n", root);
  /* meta.xml is stored as it is: by its generator we know a file of our own. */
  add(writer, sink, name, strcmp(name, "meta.xml") == 0 ? LP_PACKING_STORED : LP_PACKING_DEFLATED);
}

/* ---- metadata: made new; nothing of the draft's own comes along ---- */

static void write_element(LpMarkup *markup, const char *name, const char *text) {
  if (!text || !*text)
    return;
  lp_markup_open(markup, name);
  lp_markup_generated(markup, text);
  lp_markup_close(markup);
}

void package_add_metadata(OdtWriter *writer) {
  LpSink *sink = package_begin_part("office:document-meta");
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_XML);
  time_t seconds = (time_t)lp_writing_time(writer->writing);
  struct tm calendar = {0};
  char date[64];
  gmtime_r(&seconds, &calendar);
  if (strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &calendar) == 0)
    date[0] = '\0';
  const char *title = lp_letterhead_string(writer->letterhead, LP_LETTERHEAD_TITLE);
  lp_markup_open(markup, "office:meta");
  write_element(markup, "meta:generator", "Letterpress/" PACKAGE_VERSION);
  write_element(markup, "dc:title",
                title ? title : lp_document_metadata(writer->document, LP_METADATA_TITLE));
  write_element(markup, "dc:subject", lp_document_metadata(writer->document, LP_METADATA_SUBJECT));
  write_element(markup, "meta:keyword", lp_document_metadata(writer->document, LP_METADATA_KEYWORDS));
  write_element(markup, "meta:creation-date", date);
  write_element(markup, "dc:date", date);
  write_element(markup, "dc:language", writer->language);
  lp_markup_free(markup);
  package_end_part(writer, sink, "office:document-meta", "meta.xml");
}

/* ---- settings: how LibreOffice is to lay out, whatever its defaults ---- */

void package_add_settings(OdtWriter *writer) {
  static const struct {
    const char *name;
    const char *value;
  } items[] = {
      /* Of the spaces between two paragraphs the larger counts, and none does at the top of a page. */
      {"AddParaTableSpacing", "false"},
      {"AddParaTableSpacingAtStart", "false"},
      {"AddParaSpacingToTableCells", "true"},
      {"TabsRelativeToIndent", "true"},
      {"UseFormerLineSpacing", "false"},
      {"DoNotJustifyLinesWithManualBreak", "true"},
      {"EmbedFonts", "false"},
      {"LinkUpdateMode", NULL},
  };
  LpSink *sink = package_begin_part("office:document-settings");
  lp_sink_text(sink, "<office:settings><config:config-item-set config:name=\"ooo:configuration-settings\">");
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
    if (items[i].value)
      lp_sink_format(sink,
                     "<config:config-item config:name=\"%s\" config:type=\"boolean\">%s</config:config-item>",
                     items[i].name, items[i].value);
    else /* never fetch what a link names */
      lp_sink_format(sink,
                     "<config:config-item config:name=\"%s\" config:type=\"short\">0</config:config-item>",
                     items[i].name);
  }
  lp_sink_text(sink, "</config:config-item-set></office:settings>");
  package_end_part(writer, sink, "office:document-settings", "settings.xml");
}

/* ---- the manifest ---- */

static void write_entry(LpMarkup *markup, const char *path, const char *type) {
  lp_markup_open(markup, "manifest:file-entry");
  lp_markup_attribute(markup, "manifest:full-path", path);
  if (strcmp(path, "/") == 0)
    lp_markup_attribute(markup, "manifest:version", "1.3");
  lp_markup_attribute(markup, "manifest:media-type", type);
  lp_markup_close(markup);
}

void package_add_manifest(OdtWriter *writer) {
  static const char *const parts[] = {"content.xml", "styles.xml", "meta.xml", "settings.xml"};
  LpSink *sink = lp_sink_new_memory();
  lp_sink_text(sink, declaration);
  LpMarkup *markup = lp_markup_new(sink, NULL, LP_MARKUP_XML);
  lp_markup_open(markup, "manifest:manifest");
  lp_markup_attribute(markup, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  lp_markup_attribute(markup, "manifest:version", "1.3");
  write_entry(markup, "/", media_type);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    write_entry(markup, parts[i], "text/xml");
  size_t n;
  bool is_svg;
  if (lp_letterhead_emblem(writer->letterhead, &n, &is_svg))
    write_entry(markup, is_svg ? "Pictures/emblem.svg" : "Pictures/emblem.png",
                is_svg ? "image/svg+xml" : "image/png");
  for (size_t i = 0; i < writer->pictures.count; i++)
    write_entry(markup, writer->pictures.all[i].name, picture_mime_type(writer->pictures.all[i].type));
  lp_markup_free(markup);
  add(writer, sink, "META-INF/manifest.xml", LP_PACKING_DEFLATED);
}
