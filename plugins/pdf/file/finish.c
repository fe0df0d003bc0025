#include "config.h"

#include "file/finish.h"
#include "file/finisher.h"
#include "file/syntax.h"

/* The catalogue: all that makes the file what it says it is (PDF.md 3). */
static uint32_t write_catalogue(PdfFinisher *finisher, const PdfRoots *roots) {
  const uint32_t object = pdf_object_reserve(&finisher->writer);
  GString *out = pdf_object_begin(&finisher->writer, object);
  g_string_append(out, "<</Type/Catalog/Pages ");
  pdf_put_reference(out, finisher->pages_object);
  g_string_append(out, "/Lang");
  pdf_put_text_cut(out, finisher->metadata->language);
  g_string_append(out,
                  "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ");
  pdf_put_reference(out, roots->structure);
  g_string_append(out, "/Metadata ");
  pdf_put_reference(out, roots->metadata);
  g_string_append(out, "/OutputIntents[");
  pdf_put_reference(out, roots->intent);
  g_string_append_c(out, ']');
  if (roots->destinations != 0) {
    g_string_append(out, "/Names<</Dests ");
    pdf_put_reference(out, roots->destinations);
    g_string_append(out, ">>");
  }
  if (roots->outline != 0) {
    g_string_append(out, "/Outlines ");
    pdf_put_reference(out, roots->outline);
    g_string_append(out, "/PageMode/UseOutlines");
  }
  g_string_append(out, ">>");
  pdf_object_end(&finisher->writer);
  return object;
}

/* The order of the file. What is numbered before it is written is so because something earlier names it. */
static bool write_file(PdfFinisher *finisher, const uint8_t *drawn, size_t drawn_size) {
  PdfRoots roots = {0};
  if (!pdf_drawing_init(&finisher->drawing, drawn, drawn_size, &finisher->writer))
    return false;
  if (!pdf_measure_pages(finisher) || !pdf_settle_records(finisher))
    return false;
  pdf_number_annotations(finisher);
  if (!pdf_write_pages(finisher))
    return false;
  pdf_number_elements(finisher);
  roots.structure = pdf_write_structure(finisher);
  if (!pdf_write_annotations(finisher))
    return false;
  roots.destinations = pdf_write_destinations(finisher);
  roots.outline = pdf_write_outline(finisher);
  roots.metadata = pdf_write_metadata(finisher);
  roots.intent = pdf_write_intent(finisher);
  roots.information = pdf_write_information(finisher);
  const uint32_t catalogue = write_catalogue(finisher, &roots);
  pdf_writer_end(&finisher->writer, catalogue, roots.information);
  return pdf_finisher_is_sound(finisher);
}

bool pdf_finish(const uint8_t *drawn, size_t drawn_size, PdfTags *tags, const PdfMetadata *metadata,
                const PdfPictureSource *pictures, const PdfOutput *output, PdfFault *fault) {
  *fault = (PdfFault){.code = PDF_FAULT_NONE};
  PdfFinisher finisher = {.tags = tags, .metadata = metadata, .pictures = pictures, .fault = fault};
  pdf_writer_init(&finisher.writer, output, fault);
  const bool done = pdf_finisher_is_sound(&finisher) && write_file(&finisher, drawn, drawn_size);
  pdf_drawing_clear(&finisher.drawing);
  pdf_writer_clear(&finisher.writer);
  g_free(finisher.pages);
  g_free(finisher.content.bytes);
  return done;
}
