#include "config.h"

#include "file/finisher.h"
#include "file/srgb_profile.h"
#include "file/syntax.h"

#include <string.h>
#include <time.h>

static bool has_text(const char *text) {
  return text != NULL && text[0] != '\0';
}

static const char *producer_of(const PdfMetadata *metadata) {
  return has_text(metadata->producer) ? metadata->producer : metadata->creator;
}

/* Text for XML: marks escaped, control characters that XML cannot hold left out, ill-formed UTF-8 replaced.
 */
static void put_xml_text(GString *out, const char *text) {
  char *valid = g_utf8_make_valid(text, -1);
  for (char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
    const gunichar character = g_utf8_get_char(p);
    switch (character) {
    case '&': g_string_append(out, "&amp;"); break;
    case '<': g_string_append(out, "&lt;"); break;
    case '>': g_string_append(out, "&gt;"); break;
    default:
      if (character >= ' ' && character != 0xFFFE && character != 0xFFFF)
        g_string_append_unichar(out, character);
      break;
    }
  }
  g_free(valid);
}

static void put_simple(GString *out, const char *name, const char *value) {
  if (!has_text(value))
    return;
  g_string_append_printf(out, "<%s>", name);
  put_xml_text(out, value);
  g_string_append_printf(out, "</%s>\n", name);
}

/* A text by language; the one that there is stands as the default, too. */
static void put_alternative(GString *out, const char *name, const char *value) {
  if (!has_text(value))
    return;
  g_string_append_printf(out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
  put_xml_text(out, value);
  g_string_append_printf(out, "</rdf:li></rdf:Alt></%s>\n", name);
}

static void put_list(GString *out, const char *name, const char *kind, const char *const *values,
                     size_t count) {
  if (count == 0)
    return;
  g_string_append_printf(out, "<%s><rdf:%s>", name, kind);
  for (size_t i = 0; i < count; i++) {
    g_string_append(out, "<rdf:li>");
    put_xml_text(out, values[i]);
    g_string_append(out, "</rdf:li>");
  }
  g_string_append_printf(out, "</rdf:%s></%s>\n", kind, name);
}

/* The values as one text, as the information dictionary has them. Free with g_free(). */
static char *joined(const char *const *values, size_t count, const char *separator) {
  GString *text = g_string_new(NULL);
  for (size_t i = 0; i < count; i++) {
    if (i > 0)
      g_string_append(text, separator);
    g_string_append(text, values[i]);
  }
  return g_string_free(text, FALSE);
}

/* The date in its parts; false when there is none, or none with a year of four digits. */
static bool date_parts(const PdfMetadata *metadata, struct tm *parts) {
  const time_t seconds = (time_t)metadata->date;
  return metadata->has_date && gmtime_r(&seconds, parts) != NULL && parts->tm_year >= -1899 &&
         parts->tm_year <= 8099;
}

static void put_xmp_dates(GString *out, const PdfMetadata *metadata) {
  struct tm parts;
  if (!date_parts(metadata, &parts))
    return;
  char date[40];
  if (strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
    return;
  put_simple(out, "xmp:CreateDate", date);
  put_simple(out, "xmp:ModifyDate", date);
  put_simple(out, "xmp:MetadataDate", date);
}

/* PDF/A wants each property that its own schemas do not have declared in the packet (ISO 19005-2, 6.6.2.3):
 * pdfuaid's. */
static const char extension_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char packet_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

uint32_t pdf_write_metadata(PdfFinisher *finisher) {
  const PdfMetadata *metadata = finisher->metadata;
  GString *packet = g_string_new(packet_head);
  put_alternative(packet, "dc:title", metadata->title);
  put_list(packet, "dc:creator", "Seq", metadata->authors, metadata->author_count);
  put_alternative(packet, "dc:description", metadata->subject);
  put_list(packet, "dc:subject", "Bag", metadata->keywords, metadata->keyword_count);
  put_list(packet, "dc:language", "Bag", &metadata->language, 1);
  put_simple(packet, "dc:format", "application/pdf");
  put_xmp_dates(packet, metadata);
  put_simple(packet, "xmp:CreatorTool", metadata->creator);
  put_simple(packet, "pdf:Producer", producer_of(metadata));
  char *keywords = joined(metadata->keywords, metadata->keyword_count, ", ");
  put_simple(packet, "pdf:Keywords", keywords);
  g_free(keywords);
  g_string_append(packet, extension_schema);
  g_string_append(packet, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  const uint32_t object = pdf_object_reserve(&finisher->writer);
  /* Not deflated, so that archives find it without reading PDF. */
  pdf_stream_write(&finisher->writer, object, "/Type/Metadata/Subtype/XML", packet->str, packet->len);
  g_string_free(packet, TRUE);
  return object;
}

uint32_t pdf_write_intent(PdfFinisher *finisher) {
  const uint32_t profile = pdf_object_reserve(&finisher->writer);
  pdf_stream_deflate(&finisher->writer, profile, "/N 3", pdf_srgb_profile, sizeof pdf_srgb_profile);
  const uint32_t object = pdf_object_reserve(&finisher->writer);
  GString *out = pdf_object_begin(&finisher->writer, object);
  g_string_append(out, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                       "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
  pdf_put_reference(out, profile);
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
  return object;
}

static void put_entry(GString *out, const char *key, const char *value) {
  if (!has_text(value))
    return;
  g_string_append(out, key);
  pdf_put_text_cut(out, value);
}

uint32_t pdf_write_information(PdfFinisher *finisher) {
  const PdfMetadata *metadata = finisher->metadata;
  char *authors = joined(metadata->authors, metadata->author_count, "; ");
  char *keywords = joined(metadata->keywords, metadata->keyword_count, ", ");
  const uint32_t object = pdf_object_reserve(&finisher->writer);
  GString *out = pdf_object_begin(&finisher->writer, object);
  g_string_append(out, "<<");
  put_entry(out, "/Title", metadata->title);
  put_entry(out, "/Author", authors);
  put_entry(out, "/Subject", metadata->subject);
  put_entry(out, "/Keywords", keywords);
  put_entry(out, "/Creator", metadata->creator);
  put_entry(out, "/Producer", producer_of(metadata));
  struct tm parts;
  char date[40];
  if (date_parts(metadata, &parts) && strftime(date, sizeof date, "D:%Y%m%d%H%M%SZ", &parts) != 0) {
    put_entry(out, "/CreationDate", date);
    put_entry(out, "/ModDate", date);
  }
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
  g_free(authors);
  g_free(keywords);
  return object;
}
