#ifndef LP_PDF_FILE_CAIRO_OBJECTS_H
#define LP_PDF_FILE_CAIRO_OBJECTS_H

/* Reads what cairo 1.16 to 1.18 writes as PDF 1.5: objects, which 1.18 packs into others, and a flat tree of
 * pages. What is not so is refused, never guessed at. Only what the pages need is copied; cairo's catalogue
 * and information fall away. */

#include "file/fault.h"
#include "file/objects.h"

/* Most entries of a dictionary whose keys the standard names. */
#define PDF_DICTIONARY_LIMIT 40

/* Entries of a dictionary: key (with its slash) and value as they stand in cairo's bytes. */
typedef struct PdfDictionaryEntry {
  const char *key, *value;
  size_t key_size, value_size;
} PdfDictionaryEntry;

typedef struct PdfCairoObject {
  PdfDictionaryEntry entries[PDF_DICTIONARY_LIMIT];
  size_t entry_count;
  const char *value; /* when it is no dictionary */
  size_t value_size;
  const uint8_t *stream; /* NULL: none */
  size_t stream_size;
} PdfCairoObject;

/* Where an object lies. */
typedef struct PdfPlace {
  const char *start, *end; /* start is NULL: there is none */
  bool is_packed;          /* within an object stream: without a head, and no stream */
} PdfPlace;

typedef struct PdfDrawing {
  const char *bytes;
  size_t size;
  PdfFault *fault;
  PdfWriter *writer;
  struct libdeflate_decompressor *decompressor;
  GPtrArray *unpacked; /* uint8_t *: what was inflated of the cross-reference */
  PdfPlace *places;    /* by cairo's object number */
  uint32_t *numbers;   /* ours; 0: not needed so far */
  uint32_t count;
  GArray *needed; /* uint32_t: cairo's numbers in the order in which they were asked for */
  GArray *pages;  /* uint32_t: cairo's numbers */
} PdfDrawing;

/* Opens what cairo wrote; `bytes` outlive the drawing. Free with pdf_drawing_clear() in either case. */
bool pdf_drawing_init(PdfDrawing *drawing, const uint8_t *bytes, size_t size, PdfWriter *writer);
void pdf_drawing_clear(PdfDrawing *drawing);

/* Whether there is an object of cairo's number; reads it. False: not what cairo writes; the fault says so. */
bool pdf_drawing_has(const PdfDrawing *drawing, uint32_t number);
bool pdf_drawing_read(const PdfDrawing *drawing, uint32_t number, PdfCairoObject *object);
/* Reads the object of this number at a place. */
bool pdf_object_read(const PdfDrawing *drawing, const PdfPlace *place, uint32_t number,
                     PdfCairoObject *object);
/* Fills the fault with "the drawing is not what cairo writes: ..." and returns false. */
static inline bool pdf_drawing_refuse(const PdfDrawing *drawing, const char *what) {
  (void)pdf_fault_set(drawing->fault, PDF_FAULT_DRAWING, "the drawing is not what cairo writes: %s", what);
  return false;
}
/* Reads a dictionary that is the value of an entry. */
bool pdf_dictionary_read(const PdfDrawing *drawing, const PdfDictionaryEntry *entry,
                         PdfCairoObject *dictionary);
/* The next entry of a dictionary that is being walked, behind its "<<"; its key is NULL at the end. For those
 * that may have more entries than an object: what a page names. */
bool pdf_dictionary_next(const PdfDrawing *drawing, const char **at, const char *end,
                         PdfDictionaryEntry *entry);
/* The entry of this key (with its slash), or NULL. */
const PdfDictionaryEntry *pdf_dictionary_entry(const PdfCairoObject *object, const char *key);
bool pdf_entry_is(const PdfDictionaryEntry *entry, const char *value);
/* The number in a value that is a reference; 0 when it is none. */
uint32_t pdf_entry_reference(const PdfDictionaryEntry *entry);

/* Puts a value with all its references in our numbers; what it refers to becomes needed. */
bool pdf_drawing_put_value(PdfDrawing *drawing, GString *out, const char *value, size_t size);

#endif
