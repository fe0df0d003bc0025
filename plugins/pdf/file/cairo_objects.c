#include "config.h"

#include "file/cairo_objects.h"
#include "file/syntax.h"

#include <string.h>

/* Arrays and dictionaries inside each other: cairo needs five. */
#define DEPTH_LIMIT 24

static bool refuse(const PdfDrawing *drawing, const char *what) {
  return pdf_fault_set(drawing->fault, PDF_FAULT_DRAWING, "the drawing is not what cairo writes: %s", what);
}

/* The offset of the cross-reference table, from the end of the file. */
static bool find_table(const PdfDrawing *drawing, size_t *table) {
  static const char end[] = "\n%%EOF\n", word[] = "\nstartxref\n";
  const size_t end_size = sizeof end - 1, word_size = sizeof word - 1;
  if (drawing->size < 64 || memcmp(drawing->bytes, "%PDF-1.", 7) != 0)
    return refuse(drawing, "no header");
  const char *p = drawing->bytes + drawing->size - end_size;
  if (memcmp(p, end, end_size) != 0)
    return refuse(drawing, "no end of file");
  size_t value = 0, scale = 1;
  while (p > drawing->bytes && p[-1] >= '0' && p[-1] <= '9' && scale < 1000000000000) {
    p--;
    value += (size_t)(*p - '0') * scale;
    scale *= 10;
  }
  if ((size_t)(p - drawing->bytes) < word_size || memcmp(p - word_size, word, word_size) != 0)
    return refuse(drawing, "no place of the cross-reference");
  if (value >= drawing->size)
    return refuse(drawing, "the cross-reference lies outside the file");
  *table = value;
  return true;
}

/* Reads the rows of the table, "0000000123 00000 n \n". */
static bool read_rows(PdfDrawing *drawing, const char *p, const char *end) {
  for (uint32_t i = 0; i < drawing->count; i++, p += 20) {
    if (end - p < 20 || p[10] != ' ' || p[19] != '\n' || (p[17] != 'n' && p[17] != 'f'))
      return refuse(drawing, "a row of the cross-reference table");
    uint64_t offset = 0;
    for (int digit = 0; digit < 10; digit++) {
      if (p[digit] < '0' || p[digit] > '9')
        return refuse(drawing, "a row of the cross-reference table");
      offset = offset * 10 + (uint64_t)(p[digit] - '0');
    }
    if (p[17] == 'f')
      continue;
    if (offset >= drawing->size)
      return refuse(drawing, "an object that lies outside the file");
    drawing->offsets[i] = (uint32_t)offset;
  }
  return true;
}

/* Reads the table and the trailer behind it; the catalogue's number is left in *catalogue. */
static bool read_table(PdfDrawing *drawing, size_t table, uint32_t *catalogue) {
  const char *p = drawing->bytes + table, *end = drawing->bytes + drawing->size;
  PdfToken token = pdf_token_next(&p, end);
  if (!pdf_token_is(&token, "xref"))
    return refuse(drawing, "no cross-reference table");
  const PdfToken first = pdf_token_next(&p, end), count = pdf_token_next(&p, end);
  if (first.kind != PDF_TOKEN_INTEGER || first.integer != 0 || count.kind != PDF_TOKEN_INTEGER ||
      count.integer < 2 || p == end || *p != '\n')
    return refuse(drawing, "the head of the cross-reference table");
  p++;
  if (count.integer > (size_t)(end - p) / 20)
    return refuse(drawing, "the length of the cross-reference table");
  drawing->count = count.integer;
  drawing->offsets = g_new0(uint32_t, drawing->count);
  drawing->numbers = g_new0(uint32_t, drawing->count);
  if (!read_rows(drawing, p, end))
    return false;
  p += (size_t)drawing->count * 20;
  token = pdf_token_next(&p, end);
  if (!pdf_token_is(&token, "trailer"))
    return refuse(drawing, "no trailer");
  for (token = pdf_token_next(&p, end); token.kind > PDF_TOKEN_BAD; token = pdf_token_next(&p, end)) {
    if (!pdf_token_is(&token, "/Root"))
      continue;
    token = pdf_token_next(&p, end);
    *catalogue = token.integer;
    return token.kind == PDF_TOKEN_INTEGER || refuse(drawing, "no catalogue");
  }
  return refuse(drawing, "no catalogue");
}

/* Moves over one value that begins with `token`. */
static bool skip_value(const PdfDrawing *drawing, PdfToken token, const char **at, const char *end) {
  for (unsigned depth = 0;; token = pdf_token_next(at, end)) {
    switch (token.kind) {
    case PDF_TOKEN_END:
    case PDF_TOKEN_BAD: return refuse(drawing, "an unfinished object");
    case PDF_TOKEN_ARRAY_OPEN:
    case PDF_TOKEN_DICTIONARY_OPEN:
      if (++depth > DEPTH_LIMIT)
        return refuse(drawing, "an object that is nested too deep");
      continue;
    case PDF_TOKEN_ARRAY_CLOSE:
    case PDF_TOKEN_DICTIONARY_CLOSE:
      if (depth == 0)
        return refuse(drawing, "a bracket that closes nothing");
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
    return refuse(drawing, "a dictionary's key");
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
      return refuse(drawing, "a dictionary that is too large");
    object->entries[object->entry_count++] = entry;
  }
}

/* The integer that a Length is, itself or by reference. */
static bool read_length(const PdfDrawing *drawing, const PdfDictionaryEntry *length, size_t *size) {
  const char *p = length->value, *end = drawing->bytes + drawing->size;
  const uint32_t number = pdf_entry_reference(length);
  if (number != 0) {
    if (number >= drawing->count || drawing->offsets[number] == 0)
      return refuse(drawing, "a stream's length");
    p = drawing->bytes + drawing->offsets[number];
    for (int head = 0; head < 3; head++)
      (void)pdf_token_next(&p, end);
  }
  const PdfToken token = pdf_token_next(&p, end);
  *size = token.integer;
  return token.kind == PDF_TOKEN_INTEGER || refuse(drawing, "a stream's length");
}

static bool read_stream(const PdfDrawing *drawing, PdfCairoObject *object, const char *p) {
  const PdfDictionaryEntry *length = pdf_dictionary_entry(object, "/Length");
  const size_t left = drawing->size - (size_t)(p - drawing->bytes);
  static const char tail[] = "\nendstream\n";
  size_t size = 0;
  if (length == NULL || left < 1 || *p != '\n')
    return refuse(drawing, "a stream's head");
  if (!read_length(drawing, length, &size))
    return false;
  if (size > left - 1 || left - 1 - size < sizeof tail - 1 ||
      memcmp(p + 1 + size, tail, sizeof tail - 1) != 0)
    return refuse(drawing, "a stream's end");
  object->stream = (const uint8_t *)p + 1;
  object->stream_size = size;
  return true;
}

bool pdf_drawing_read(PdfDrawing *drawing, uint32_t number, PdfCairoObject *object) {
  object->entry_count = 0;
  object->value = NULL;
  object->value_size = 0;
  object->stream = NULL;
  object->stream_size = 0;
  if (number >= drawing->count || drawing->offsets[number] == 0)
    return refuse(drawing, "a reference to an object that is not there");
  const char *p = drawing->bytes + drawing->offsets[number], *end = drawing->bytes + drawing->size;
  const PdfToken own = pdf_token_next(&p, end), generation = pdf_token_next(&p, end);
  PdfToken token = pdf_token_next(&p, end);
  if (own.kind != PDF_TOKEN_INTEGER || own.integer != number || generation.integer != 0 ||
      !pdf_token_is(&token, "obj"))
    return refuse(drawing, "an object that is not where the cross-reference has it");
  token = pdf_token_next(&p, end);
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
  if (pdf_token_is(&token, "stream"))
    return read_stream(drawing, object, p);
  return pdf_token_is(&token, "endobj") || refuse(drawing, "an object's end");
}

bool pdf_dictionary_read(const PdfDrawing *drawing, const PdfDictionaryEntry *entry,
                         PdfCairoObject *dictionary) {
  *dictionary = (PdfCairoObject){0};
  const char *p = entry->value, *end = entry->value + entry->value_size;
  const PdfToken open = pdf_token_next(&p, end);
  if (open.kind != PDF_TOKEN_DICTIONARY_OPEN)
    return refuse(drawing, "something else than a dictionary");
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
      return refuse(drawing, "a value");
    if (is_open_ended(token.kind) && (is_open_ended(before) || before == PDF_TOKEN_NAME))
      g_string_append_c(out, ' ');
    before = token.kind;
    if (token.kind == PDF_TOKEN_INTEGER) {
      const char *behind = p;
      const PdfToken generation = pdf_token_next(&behind, end), word = pdf_token_next(&behind, end);
      if (generation.kind == PDF_TOKEN_INTEGER && pdf_token_is(&word, "R")) {
        if (token.integer >= drawing->count || drawing->offsets[token.integer] == 0)
          return refuse(drawing, "a reference to an object that is not there");
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
    return refuse(drawing, "no pages");
  if (!pdf_drawing_read(drawing, pdf_entry_reference(pages), &object))
    return false;
  const PdfDictionaryEntry *kids = pdf_dictionary_entry(&object, "/Kids");
  if (kids == NULL || kids->value[0] != '[')
    return refuse(drawing, "no pages");
  const char *p = kids->value + 1, *end = kids->value + kids->value_size;
  for (;;) {
    const PdfToken number = pdf_token_next(&p, end);
    if (number.kind == PDF_TOKEN_ARRAY_CLOSE)
      break;
    const PdfToken generation = pdf_token_next(&p, end), word = pdf_token_next(&p, end);
    if (number.kind != PDF_TOKEN_INTEGER || generation.kind != PDF_TOKEN_INTEGER ||
        !pdf_token_is(&word, "R") || number.integer >= drawing->count)
      return refuse(drawing, "the list of pages");
    g_array_append_val(drawing->pages, number.integer);
  }
  return drawing->pages->len > 0 || refuse(drawing, "no pages");
}

bool pdf_drawing_init(PdfDrawing *drawing, const uint8_t *bytes, size_t size, PdfWriter *writer) {
  *drawing =
      (PdfDrawing){.bytes = (const char *)bytes, .size = size, .fault = writer->fault, .writer = writer};
  drawing->needed = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  drawing->pages = g_array_new(FALSE, FALSE, sizeof(uint32_t));
  if (size > UINT32_MAX)
    return pdf_fault_set(drawing->fault, PDF_FAULT_LIMIT, "the drawing is larger than 4 GiB");
  size_t table = 0;
  uint32_t catalogue = 0;
  return find_table(drawing, &table) && read_table(drawing, table, &catalogue) &&
         read_pages(drawing, catalogue);
}

void pdf_drawing_clear(PdfDrawing *drawing) {
  g_free(drawing->offsets);
  g_free(drawing->numbers);
  g_clear_pointer(&drawing->needed, g_array_unref);
  g_clear_pointer(&drawing->pages, g_array_unref);
}
