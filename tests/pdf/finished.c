#include "config.h"

#include "pdf/finished.h"

#include <libdeflate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* All that the file says, inflated: its own bytes, then every stream that is deflated. Free with
 * g_string_free(). */
static GString *plain_text(const GByteArray *file) {
  GString *plain = g_string_new_len((const char *)file->data, file->len);
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  const char *p = (const char *)file->data, *end = p + file->len;
  static const char head[] = ">>\nstream\n";
  uint8_t *room = g_malloc(1 << 20);
  while ((p = memmem(p, (size_t)(end - p), head, sizeof head - 1)) != NULL) {
    p += sizeof head - 1;
    size_t size = 0;
    if (libdeflate_zlib_decompress(decompressor, p, (size_t)(end - p), room, 1 << 20, &size) ==
        LIBDEFLATE_INSUFFICIENT_SPACE)
      fail();
    size_t used = 0;
    if (libdeflate_zlib_decompress_ex(decompressor, p, (size_t)(end - p), room, 1 << 20, &used, &size) ==
        LIBDEFLATE_SUCCESS)
      g_string_append_len(plain, (const char *)room, (gssize)size);
  }
  g_free(room);
  libdeflate_free_decompressor(decompressor);
  return plain;
}

size_t count_in(const GString *plain, const char *text) {
  size_t count = 0;
  const char *p = plain->str, *end = plain->str + plain->len;
  while ((p = memmem(p, (size_t)(end - p), text, strlen(text))) != NULL) {
    count++;
    p += strlen(text);
  }
  return count;
}

GString *finished(Sample *sample) {
  PdfFault fault;
  GByteArray *file = sample_finish(sample, &fault);
  if (file == NULL) {
    print_error("%s\n", fault.sentence);
    fail();
    return NULL;
  }
  GString *plain = plain_text(file);
  g_byte_array_unref(file);
  sample_free(sample);
  return plain;
}

void refused(Sample *sample, PdfFaultCode code, const char *words) {
  PdfFault fault;
  GByteArray *file = sample_finish(sample, &fault);
  assert_null(file);
  assert_int_equal(fault.code, code);
  assert_non_null(strstr(fault.sentence, words));
  sample_free(sample);
}
