#ifndef LP_PDF_FILE_PICTURE_H
#define LP_PDF_FILE_PICTURE_H

/* PNG and JPEG bytes as images of a PDF file. JPEG goes through as it is, and so does PNG without alpha and
 * interlace; other PNG is decoded and split into colours and a soft mask. What else the bytes hold (places,
 * comments, other pictures) is left out. */

#include "file/fault.h"
#include "file/objects.h"

typedef struct PdfPictureFacts {
  uint32_t width, height;
  bool is_decoded; /* when written: it costs its pixels */
} PdfPictureFacts;

/* Says whether the bytes are a picture that can be written, before it is placed. False: the fault says why
 * not (damaged, CMYK, more than `pixel_limit` pixels, 0 for the default of PdfPictureSource). */
bool pdf_picture_inspect(const uint8_t *bytes, size_t size, uint64_t pixel_limit, PdfPictureFacts *facts,
                         PdfFault *fault);

/* Writes the bytes as the image `object`. */
bool pdf_picture_write(PdfWriter *writer, uint32_t object, const uint8_t *bytes, size_t size,
                       uint64_t pixel_limit);

#endif
