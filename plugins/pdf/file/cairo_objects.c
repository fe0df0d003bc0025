#include "config.h"

#include "file/cairo_objects.h"
#include "file/cross_reference.h"
#include "file/syntax.h"

#include <string.h>

/* Arrays and dictionaries inside each other: cairo needs five. */
#define DEPTH_LIMIT 24

/* Moves over one value that begins with `token`. */
static bool skip_value(const PdfDrawing *drawing, PdfToken token, const char **at, const char *end) {
  for (unsigned depth = 0;; token = pdf_token_next(at, end)) {
    switch (token.kind) {
    case PDF_TOKEN_END:
    case PDF_TOKEN_BAD: return pdf_drawing_refuse(drawing, "an unfinished object");
    case PDF_TOKEN_ARRAY_OPEN:
    case PDF_TOKEN_DICTIONARY_OPEN:
      if (++depth > DEPTH_LIMIT)
        return pdf_drawing_refuse(drawing, "an object that is nested too deep");
      continue;
    case PDF_TOKEN_ARRAY_CLOSE:
    case PDF_TOKEN_DICTIONARY_CLOSE:
      if (depth == 0)
        return pdf_drawing_refuse(drawing, "a bracket that closes nothing");
      depth--;
      break;
    default: break;
    }
    if (depth > 0)
      continue;
    if (token.kind != PDF_TOKEN_INTEGER)
      return true;
    /* "N 0 R" is one value. */
    const char *behind = *at;
    const PdfToken generation = pdf_token_next(&behind, end), word = pdf_token_next(&behind, end);
    if (generation.kind == PDF_TOKEN_INTEGER && pdf_token_is(&word, "R"))
      *at = behind;
    return true;
  }
}

bool pdf_dictionary_next(const PdfDrawing *drawing, const char **at, const char *end,
                         PdfDictionaryEntry *entry) {
  const PdfToken key = pdf_token_next(at, end);
  *entry = (PdfDictionaryEntry){.key = NULL};
  if (key.kind == PDF_TOKEN_DICTIONARY_CLOSE)
    return true;
  if (key.kind != PDF_TOKEN_NAME)
    return pdf_drawing_refuse(drawing, "a dictionary's key");
  const PdfToken first = pdf_token_next(at, end);
  if (!skip_value(drawing, first, at, end))
    return false;
  *entry = (PdfDictionaryEntry){.key = key.start,
                                .key_size = key.size,
                                .value = first.start,
                                .value_size = (size_t)(*at - first.start)};
  return true;
}

static bool read_dictionary(const PdfDrawing *drawing, PdfCairoObject *object, const char **at,
                            const char *end) {
  for (;;) {
    PdfDictionaryEntry entry;
    if (!pdf_dictionary_next(drawing, at, end, &entry))
      return false;
    if (entry.key == NULL)
      return true;
    if (object->entry_count == PDF_DICTIONARY_LIMIT)
      return pdf_drawing_refuse(drawing, "a dictionary that is too large");
    object->entries[object->entry_count++] = entry;
  }
}

/* The integer that a Length is, itself or by reference. */
static bool read_length(const PdfDrawing *drawing, const PdfDictionaryEntry *length, size_t *size) {
  const char *p = length->value, *end = drawing->bytes + drawing->size;
  const uint32_t number = pdf_entry_reference(length);
  if (number != 0) {
    if (!pdf_drawing_has(drawing, number))
      return pdf_drawing_refuse(drawing, "a stream's length");
    const PdfPlace *place = &drawing->places[number];
    p = place->start;
    end = place->end;
    for (int head = 0; head < 3 && !place->is_packed; head++)
      (void)pdf_token_next(&p, end);
  }
  const PdfToken token = pdf_token_next(&p, end);
  *size = token.integer;
  return token.kind == PDF_TOKEN_INTEGER || pdf_drawing_refuse(drawing, "a stream's length");
}

static bool read_stream(const PdfDrawing *drawing, PdfCairoObject *object, const char *p) {
  const PdfDictionaryEntry *length = pdf_dictionary_entry(object, "/Length");
  const size_t left = drawing->size - (size_t)(p - drawing->bytes);
  static const char tail[] = "\nendstream\n";
  size_t size = 0;
  if (length == NULL || left < 1 || *p != '\n')
    return pdf_drawing_refuse(drawing, "a stream's head");
  if (!read_length(drawing, length, &size))
    return false;
  if (size > left - 1 || left - 1 - size < sizeof tail - 1 ||
      memcmp(p + 1 + size, tail, sizeof tail - 1) != 0)
    return pdf_drawing_refuse(drawing, "a stream's end");
  object->stream = (const uint8_t *)p + 1;
  object->stream_size = size;
  return true;
}

/* Reads "N 0 obj". */
static bool read_head(const PdfDrawing *drawing, uint32_t number, const char **at, const char *end) {
  const PdfToken own = pdf_token_next(at, end), generation = pdf_token_next(at, end);
  const PdfToken word = pdf_token_next(at, end);
  return (own.kind == PDF_TOKEN_INTEGER && own.integer == number && generation.integer == 0 &&
          pdf_token_is(&word, "obj")) ||
         pdf_drawing_refuse(drawing, "an object that is not where the cross-reference has it");
}

bool pdf_object_read(const PdfDrawing *drawing, const PdfPlace *place, uint32_t number,
                     PdfCairoObject *object) {
  object->entry_count = 0;
  object->value = NULL;
  object->value_size = 0;
  object->stream = NULL;
  object->stream_size = 0;
  const char *p = place->start, *end = place->end;
  if (!place->is_packed && !read_head(drawing, number, &p, end))
    return false;
  PdfToken token = pdf_token_next(&p, end);
  if (token.kind == PDF_TOKEN_DICTIONARY_OPEN) {
    if (!read_dictionary(drawing, object, &p, end))
      return false;
  } else {
    object->value = token.start;
    if (!skip_value(drawing, token, &p, end))
      return false;
    object->value_size = (size_t)(p - token.start);
  }
  token = pdf_token_next(&p, end);
  if (place->is_packed)
    return token.kind == PDF_TOKEN_END || pdf_drawing_refuse(drawing, "an object's end");
  if (pdf_token_is(&token, "stream"))
    return read_stream(drawing, object, p);
  return pdf_token_is(&token, "endobj") || pdf_drawing_refuse(drawing, "an object's end");
}

bool pdf_drawing_has(const PdfDrawing *drawing, uint32_t number) {
  return number < drawing->count && drawing->places[number].start != NULL;
}

bool pdf_drawing_read(const PdfDrawing *drawing, uint32_t number, PdfCairoObject *object) {
  if (!pdf_drawing_has(drawing, number))
    return pdf_drawing_refuse(drawing, "a reference to an object that is not there");
  return pdf_object_read(drawing, &drawing->places[number], number, object);
}

bool pdf_dictionary_read(const PdfDrawing *drawing, const PdfDictionaryEntry *entry,
                         PdfCairoObject *dictionary) {
  *dictionary = (PdfCairoObject){0};
  const char *p = entry->value, *end = entry->value + entry->value_size;
  const PdfToken open = pdf_token_next(&p, end);
  if (open.kind != PDF_TOKEN_DICTIONARY_OPEN)
    return pdf_drawing_refuse(drawing, "something else than a dictionary");
  return read_dictionary(drawing, dictionary, &p, end);
}

const PdfDictionaryEntry *pdf_dictionary_entry(const PdfCairoObject *object, const char *key) {
  const size_t size = strlen(key);
  for (size_t i = 0; i < object->entry_count; i++) {
    const PdfDictionaryEntry *entry = &object->entries[i];
    if (entry->key_size == size && memcmp(entry->key, key, size) == 0)
      return entry;
  }
  return NULL;
}

bool pdf_entry_is(const PdfDictionaryEntry *entry, const char *value) {
  return entry != NULL && entry->value_size == strlen(value) &&
         memcmp(entry->value, value, entry->value_size) == 0;
}

uint32_t pdf_entry_reference(const PdfDictionaryEntry *entry) {
  const char *p = entry->value, *end = entry->value + entry->value_size;
  const PdfToken number = pdf_token_next(&p, end), generation = pdf_token_next(&p, end);
  const PdfToken word = pdf_token_next(&p, end);
  return number.kind == PDF_TOKEN_INTEGER && generation.kind == PDF_TOKEN_INTEGER && pdf_token_is(&word, "R")
             ? number.integer
             : 0;
}

/* Our number of cairo's object, which is needed from now on. */
static uint32_t our_number(PdfDrawing *drawing, uint32_t number) {
  if (drawing->numbers[number] == 0) {
    drawing->numbers[number] = pdf_object_reserve(drawing->writer);
    g_array_append_val(drawing->needed, number);
  }
  return drawing->numbers[number];
}

/* Whether a token needs white space between it and what stands before or behind it. */
static bool is_open_ended(PdfTokenKind kind) {
  return kind == PDF_TOKEN_INTEGER || kind == PDF_TOKEN_WORD;
}

bool pdf_drawing_put_value(PdfDrawing *drawing, GString *out, const char *value, size_t size) {
  const char *p = value, *end = value + size;
  PdfTokenKind before = PDF_TOKEN_END;
  for (;;) {
    const PdfToken token = pdf_token_next(&p, end);
    if (token.kind == PDF_TOKEN_END)
      return true;
    if (token.kind == PDF_TOKEN_BAD)
      return pdf_drawing_refuse(drawing, "a value");
    if (is_open_ended(token.kind) && (is_open_ended(before) || before == PDF_TOKEN_NAME))
      g_string_append_c(out, ' ');
    before = token.kind;
    if (token.kind == PDF_TOKEN_INTEGER) {
      const char *behind = p;
      const PdfToken generation = pdf_token_next(&behind, end), word = pdf_token_next(&behind, end);
      if (generation.kind == PDF_TOKEN_INTEGER && pdf_token_is(&word, "R")) {
        if (!pdf_drawing_has(drawing, token.integer))
          return pdf_drawing_refuse(drawing, "a reference to an object that is not there");
        pdf_put_reference(out, our_number(drawing, token.integer));
        p = behind;
        before = PDF_TOKEN_WORD;
        continue;
      }
    }
    g_string_append_len(out, token.start, (gssize)token.size);
  }
}

/* Takes the numbers of the pages from the flat array of kids. */
static bool read_pages(PdfDrawing *drawing, uint32_t catalogue) {
  PdfCairoObject object;
  if (!pdf_drawing_read(drawing, catalogue, &object))
    return false;
  const PdfDictionaryEntry *pages = pdf_dictionary_entry(&object, "/Pages");
  if (pages == NULL)
    return pdf_drawing_refuse(drawing, "no pages");
  if (!pdf_drawing_read(drawing, pdf_entry_reference(pages), &object))
    return false;
  const PdfDictionaryEntry *kids = pdf_dictionary_entry(&object, "/Kids");
  if (kids == NULL || kids->value[0] != '[')
    return pdf_drawing_refuse(drawing, "no pages");
  const char *p = kids->value + 1, *end = kids->value + kids->value_size;
  for (;;) {
    const PdfToken number = pdf_token_next(&p, end);
    if (number.kind == PDF_TOKEN_ARRAY_CLOSE)
      break;
    const PdfToken generation = pdf_token_next(&p, end), word = pdf_token_next(&p, end);
    if (number.kind != PDF_TOKEN_INTEGER || generation.kind != PDF_TOKEN_INTEGER ||
        !pdf_token_is(&word, "R") || number.integer >= drawing->count)
      return pdf_drawing_refuse(drawing, "the list of pages");
    g_array_append_val(drawing->pages, number.integer);
  }
  return drawing->pages->len > 0 || pdf_drawing_refuse(drawing, "no pages");
}

bool pdf_drawing_init(PdfDrawing *drawing, const uint8_t *bytes, size_t size, PdfWriter *writer) {
  *drawing =
      (PdfDrawing){.bytes = (const char *)bytes, .size = size, .fault = writer->fault, .writer = writer};
  drawing->unpacked = g_ptr_array_new_with_free_func(g_free);
  drawing->needed = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  drawing->pages = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  if (size > UINT32_MAX)
    return pdf_fault_set(drawing->fault, PDF_FAULT_LIMIT, "the drawing is larger than 4 GiB");
  drawing->decompressor = libdeflate_alloc_decompressor();
  if (drawing->decompressor == NULL)
    return pdf_fault_set(drawing->fault, PDF_FAULT_LIMIT, "no memory is left to inflate with");
  uint32_t catalogue = 0;
  return pdf_cross_reference_read(drawing, &catalogue) && read_pages(drawing, catalogue);
}

void pdf_drawing_clear(PdfDrawing *drawing) {
  g_free(drawing->places);
  g_free(drawing->numbers);
  g_clear_pointer(&drawing->unpacked, g_ptr_array_unref);
  g_clear_pointer(&drawing->needed, g_array_unref);
  g_clear_pointer(&drawing->pages, g_array_unref);
  g_clear_pointer(&drawing->decompressor, libdeflate_free_decompressor);
}
