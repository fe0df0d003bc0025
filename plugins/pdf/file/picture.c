#include "config.h"

#include "file/finisher.h"
#include "file/jpeg.h"
#include "file/picture.h"
#include "file/png.h"

#define PIXEL_LIMIT_DEFAULT 100000000

typedef struct Picture {
  PdfPictureFacts facts;
  JpegFacts jpeg;
  PngFacts png;
  bool is_png;
} Picture;

static bool read_picture(const uint8_t *bytes, size_t size, uint64_t pixel_limit, Picture *picture,
                         PdfFault *fault) {
  PdfPictureFacts *facts = &picture->facts;
  *facts = (PdfPictureFacts){0};
  picture->is_png = png_is(bytes, size);
  if (picture->is_png) {
    if (!png_read_facts(bytes, size, &picture->png, fault))
      return false;
    facts->width = picture->png.width;
    facts->height = picture->png.height;
    facts->is_decoded = !png_passes_through(&picture->png);
  } else if (jpeg_is(bytes, size)) {
    if (!jpeg_read_facts(bytes, size, &picture->jpeg, fault))
      return false;
    facts->width = picture->jpeg.width;
    facts->height = picture->jpeg.height;
  } else {
    return pdf_fault_set(fault, PDF_FAULT_PICTURE, "the picture is neither PNG nor JPEG");
  }
  const uint64_t limit = pixel_limit != 0 ? pixel_limit : PIXEL_LIMIT_DEFAULT;
  if (facts->is_decoded && (uint64_t)facts->width * facts->height > limit)
    return pdf_fault_set(fault, PDF_FAULT_LIMIT, "the picture has more than %" G_GUINT64_FORMAT " pixels",
                         limit);
  return true;
}

bool pdf_picture_inspect(const uint8_t *bytes, size_t size, uint64_t pixel_limit, PdfPictureFacts *facts,
                         PdfFault *fault) {
  *fault = (PdfFault){.code = PDF_FAULT_NONE};
  Picture picture;
  const bool done = read_picture(bytes, size, pixel_limit, &picture, fault);
  *facts = picture.facts;
  return done;
}

bool pdf_picture_write(PdfWriter *writer, uint32_t object, const uint8_t *bytes, size_t size,
                       uint64_t pixel_limit) {
  Picture picture;
  if (!read_picture(bytes, size, pixel_limit, &picture, writer->fault))
    return false;
  if (!picture.is_png)
    return jpeg_write_through(writer, object, &picture.jpeg);
  return picture.facts.is_decoded ? png_write_decoded(writer, object, &picture.png)
                                  : png_write_through(writer, object, &picture.png);
}

bool pdf_write_picture(PdfFinisher *finisher, uint32_t object, const PdfPicture *picture) {
  const PdfPictureSource *source = finisher->pictures;
  const uint8_t *bytes = NULL;
  size_t size = 0;
  finisher->fault->picture = picture->key;
  if (source == NULL || !source->load(source->state, picture->key, &bytes, &size))
    return pdf_fault_set(finisher->fault, PDF_FAULT_PICTURE, "the picture cannot be read");
  const bool done = pdf_picture_write(&finisher->writer, object, bytes, size, source->pixel_limit);
  if (source->unload != NULL)
    source->unload(source->state, picture->key);
  if (done)
    finisher->fault->picture = 0;
  return done;
}
