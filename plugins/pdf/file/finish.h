#ifndef LP_PDF_FILE_FINISH_H
#define LP_PDF_FILE_FINISH_H

/* Makes the archival and accessible file (PDF/A-2a with PDF/UA-1) of what cairo drew and the drawer recorded.
 */

#include "draw/tags.h"

/* What the file says of itself. Texts are UTF-8, borrowed for the call; those that are NULL or empty are not
 * written. */
typedef struct PdfMetadata {
  const char *title;    /* needed: the statement's own title, never a file name */
  const char *language; /* needed: of the document, BCP 47 */
  const char *const *authors;
  size_t author_count;
  const char *subject;
  const char *const *keywords;
  size_t keyword_count;
  const char *creator;  /* the program that drew: "Letterpress 0.1.0" */
  const char *producer; /* the program that wrote the file; NULL takes the creator */
  /* The one date of the file, as seconds since 1970 in UTC: SOURCE_DATE_EPOCH or the document's own date,
   * never the clock, so that the same input gives the same bytes. Without it no date is written (none is
   * required). */
  bool has_date;
  int64_t date;
} PdfMetadata;

/* Where the file goes. `write` takes all bytes or returns false, which ends the finishing. */
typedef struct PdfOutput {
  void *state;
  bool (*write)(void *state, const void *bytes, size_t size);
} PdfOutput;

/* Where the bytes of pictures come from. The finisher holds one picture at a time: `load` points `bytes` at
 * the whole PNG or JPEG of `key` (pdf_picture_new), valid until `unload`; false says that they cannot be had.
 */
typedef struct PdfPictureSource {
  void *state;
  bool (*load)(void *state, uint32_t key, const uint8_t **bytes, size_t *size);
  void (*unload)(void *state, uint32_t key); /* may be NULL */
  uint64_t pixel_limit; /* most pixels of one picture that has to be decoded; 0: 100 million */
} PdfPictureSource;

typedef enum PdfFaultCode {
  PDF_FAULT_NONE,
  PDF_FAULT_DRAWING, /* the bytes are not what cairo 1.16 to 1.18 writes */
  PDF_FAULT_MARKS,   /* content and records do not agree: nested pieces, unmarked ink; our own error */
  PDF_FAULT_RECORDS, /* a record that no valid file can be made of: figure without alternative, ID twice, no
                        title */
  PDF_FAULT_PICTURE, /* a picture that is damaged or of a kind that cannot be written; `picture` is its key */
  PDF_FAULT_LIMIT,   /* larger than a PDF/A file may be, or than a picture's limit */
  PDF_FAULT_OUTPUT   /* the output took no more bytes */
} PdfFaultCode;

typedef struct PdfFault {
  PdfFaultCode code;
  uint32_t picture;
  char sentence[240]; /* for a person, in English, without full stop */
} PdfFault;

/* Writes the finished file. `drawn` is what the surface of pdf_marked_surface_new() left; `pictures` may be
 * NULL when no picture was drawn. Returns false with `fault` filled; what was written by then is not a file.
 * The same arguments give the same bytes. */
bool pdf_finish(const uint8_t *drawn, size_t drawn_size, PdfTags *tags, const PdfMetadata *metadata,
                const PdfPictureSource *pictures, const PdfOutput *output, PdfFault *fault);

#endif
