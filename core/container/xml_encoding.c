/* The encoding of a part. libxml2 would take UTF-7 and EBCDIC, and load iconv's modules behind a shut fence;
   it is told to look at no declaration, and gets UTF-8 alone. */
#include "config.h"

#include "container/xml_encoding.h"

#include <string.h>

/* The value of encoding="..." in an XML declaration. */
static const char *declared(const char *bytes, size_t n, size_t *length) {
  const char *end = n >= 5 && memcmp(bytes, "<?xml", 5) == 0 ? memchr(bytes, '>', n) : NULL;
  const char *at = end ? g_strstr_len(bytes, end - bytes, "encoding") : NULL;
  if (!at)
    return NULL;
  at += strlen("encoding");
  while (at < end && (g_ascii_isspace(*at) || *at == '='))
    at++;
  if (at == end || (*at != '"' && *at != '\''))
    return NULL;
  const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
  *length = close ? (size_t)(close - at - 1) : 0;
  return close ? at + 1 : NULL;
}

static bool equals(const char *name, size_t length, const char *known) {
  return strlen(known) == length && g_ascii_strncasecmp(name, known, length) == 0;
}

LpXmlEncoding lp_xml_encoding(const char *bytes, size_t n, size_t *mark, char *name, size_t name_size) {
  static const char *const as_utf8[] = {"utf-8", "utf8", "us-ascii", "ascii"};
  g_strlcpy(name, "", name_size);
  *mark = 0;
  if (n >= 4 && (memcmp(bytes, "\0\0\xfe\xff", 4) == 0 || memcmp(bytes, "\xff\xfe\0\0", 4) == 0 ||
                 memcmp(bytes, "\0\0\0<", 4) == 0 || memcmp(bytes, "<\0\0\0", 4) == 0)) {
    g_strlcpy(name, "UTF-32", name_size);
    return LP_XML_OTHER_ENCODING;
  }
  if (n >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0)) {
    *mark = 2;
    return bytes[0] == '\xff' ? LP_XML_UTF16_LITTLE : LP_XML_UTF16_BIG;
  }
  if (n >= 2 && memcmp(bytes, "<\0", 2) == 0)
    return LP_XML_UTF16_LITTLE;
  if (n >= 2 && memcmp(bytes, "\0<", 2) == 0)
    return LP_XML_UTF16_BIG;
  if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
    *mark = 3;
  size_t length = 0;
  const char *encoding = declared(bytes + *mark, n - *mark, &length);
  if (!encoding)
    return LP_XML_UTF8;
  for (size_t i = 0; i < G_N_ELEMENTS(as_utf8); i++)
    if (equals(encoding, length, as_utf8[i]))
      return LP_XML_UTF8;
  length = MIN(name_size - 1, length); /* the bytes go on behind it and are ended by no 0 */
  memcpy(name, encoding, length);
  name[length] = '\0';
  return LP_XML_OTHER_ENCODING;
}

static void append_unit(LpXmlDecoder *decoder, guint32 unit, GString *out) {
  bool high = unit >= 0xd800 && unit < 0xdc00, low = unit >= 0xdc00 && unit < 0xe000;
  if ((decoder->high_surrogate != 0) != low)
    g_string_append_c(out, '\xff');
  if (low && decoder->high_surrogate)
    g_string_append_unichar(out, 0x10000 + ((decoder->high_surrogate - 0xd800) << 10) + (unit - 0xdc00));
  else if (!high && !low)
    g_string_append_unichar(out, unit);
  decoder->high_surrogate = high ? unit : 0;
}

void lp_xml_decode(LpXmlDecoder *decoder, const char *bytes, size_t n, GString *out) {
  for (size_t i = 0; i < n; i++) {
    unsigned byte = (unsigned char)bytes[i];
    if (decoder->pending < 0) {
      decoder->pending = (int)byte;
      continue;
    }
    unsigned first = (unsigned)decoder->pending;
    append_unit(decoder, decoder->encoding == LP_XML_UTF16_BIG ? first << 8 | byte : byte << 8 | first, out);
    decoder->pending = -1;
  }
}
