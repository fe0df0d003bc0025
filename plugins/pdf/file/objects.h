#ifndef LP_PDF_FILE_OBJECTS_H
#define LP_PDF_FILE_OBJECTS_H

/* Writes the objects of a PDF file: small ones packed into object streams, then the cross-reference stream
 * with a file ID made of the content (ISO 32000-1, 7.5.7, 7.5.8, 14.4). A failed write breaks the writer;
 * later calls do nothing. */

#include "file/fault.h"
#include "file/finish.h"

#include <glib.h>
#include <libdeflate.h>

typedef struct PdfWriter {
  const PdfOutput *output;
  PdfFault *fault;
  struct libdeflate_compressor *compressor;
  uint64_t offset;       /* bytes written */
  GArray *entries;       /* PdfEntry by object number */
  GString *packed;       /* objects that wait for an object stream */
  GArray *packed_places; /* their numbers and offsets in turn, uint32_t */
  GString *text;         /* scratch of the writer */
  GByteArray *deflated;  /* scratch of the writer */
  GChecksum *identity;   /* of the streams written */
  uint32_t stream_crc;   /* of the stream that is being written */
} PdfWriter;

/* Begins the file. The fault and the output outlive the writer; pdf_writer_clear() frees what it holds. */
void pdf_writer_init(PdfWriter *writer, const PdfOutput *output, PdfFault *fault);
void pdf_writer_clear(PdfWriter *writer);
bool pdf_writer_is_sound(const PdfWriter *writer);

/* The number of a new object, which is then written once. */
uint32_t pdf_object_reserve(PdfWriter *writer);
/* Where to put the text of this object, until pdf_object_end(). No other call for an object in between. */
GString *pdf_object_begin(PdfWriter *writer, uint32_t object);
void pdf_object_end(PdfWriter *writer);

/* Writes a stream of `size` bytes that are as `entries` (dictionary entries, without Length) say: its bytes
 * in one or more calls, just so many, then its end. */
void pdf_stream_begin(PdfWriter *writer, uint32_t object, const char *entries, size_t size);
void pdf_stream_put(PdfWriter *writer, const void *bytes, size_t size);
void pdf_stream_end(PdfWriter *writer);
/* The same at once. */
void pdf_stream_write(PdfWriter *writer, uint32_t object, const char *entries, const void *bytes,
                      size_t size);
/* Deflates the bytes and adds the Filter. */
void pdf_stream_deflate(PdfWriter *writer, uint32_t object, const char *entries, const void *bytes,
                        size_t size);

/* Ends the file with its cross-reference stream. */
void pdf_writer_end(PdfWriter *writer, uint32_t catalogue, uint32_t information);

#endif
