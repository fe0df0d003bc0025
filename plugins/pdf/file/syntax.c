#include "config.h"

#include "file/syntax.h"

#include <string.h>

void pdf_put_number(GString *out, uint64_t number) {
  char digits[20];
  size_t first = sizeof digits;
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number != 0);
  g_string_append_len(out, digits + first, (gssize)(sizeof digits - first));
}

void pdf_put_real(GString *out, double value) {
  /* No coordinate of a page is near this; what is not a number becomes nought. */
  if (!(value > -1e9 && value < 1e9))
    value = 0;
  const bool is_negative = value < 0;
  const uint64_t size = (uint64_t)((is_negative ? -value : value) * 1000 + 0.5);
  if (is_negative && size > 0)
    g_string_append_c(out, '-');
  pdf_put_number(out, size / 1000);
  const unsigned fraction = (unsigned)(size % 1000);
  if (fraction == 0)
    return;
  g_string_append_c(out, '.');
  g_string_append_c(out, (char)('0' + fraction / 100));
  if (fraction % 100 == 0)
    return;
  g_string_append_c(out, (char)('0' + fraction / 10 % 10));
  if (fraction % 10 != 0)
    g_string_append_c(out, (char)('0' + fraction % 10));
}

void pdf_put_reference(GString *out, uint32_t object) {
  pdf_put_number(out, object);
  g_string_append_len(out, " 0 R", 4);
}

static void put_escaped(GString *out, unsigned char byte) {
  switch (byte) {
  case '(':
  case ')':
  case '\\': g_string_append_c(out, '\\'); break;
  case '\r':
    g_string_append_c(out, '\\');
    byte = 'r';
    break;
  case '\n':
    g_string_append_c(out, '\\');
    byte = 'n';
    break;
  default: break;
  }
  g_string_append_c(out, (char)byte);
}

void pdf_put_bytes(GString *out, const char *bytes, size_t size) {
  g_string_append_c(out, '(');
  for (size_t i = 0; i < size && i < PDF_STRING_LIMIT; i++)
    put_escaped(out, (unsigned char)bytes[i]);
  g_string_append_c(out, ')');
}

/* Whether PDFDocEncoding reads these bytes as the same characters. */
static bool is_printable_ascii(const char *text) {
  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~')
      return false;
  return true;
}

/* The character at *at, moving it on; U+FFFD for each byte that is not UTF-8. */
static gunichar next_character(const char **at) {
  const gunichar character = g_utf8_get_char_validated(*at, -1);
  if (character == (gunichar)-1 || character == (gunichar)-2) {
    ++*at;
    return 0xFFFD;
  }
  *at += g_utf8_skip[(unsigned char)**at];
  return character;
}

static void put_unit(GString *out, unsigned unit) {
  put_escaped(out, (unsigned char)(unit >> 8));
  put_escaped(out, (unsigned char)(unit & 0xFF));
}

/* Puts what fits of the text in UTF-16; returns whether all did. */
static bool put_utf16(GString *out, const char *utf8) {
  size_t bytes = 2;
  bool whole = true;
  g_string_append_c(out, '(');
  g_string_append_len(out, "\xFE\xFF", 2);
  while (*utf8 != '\0') {
    const gunichar character = next_character(&utf8);
    bytes += character > 0xFFFF ? 4 : 2;
    if (bytes > PDF_STRING_LIMIT) {
      whole = false;
      break;
    }
    if (character > 0xFFFF) {
      put_unit(out, 0xD800 + ((character - 0x10000) >> 10));
      put_unit(out, 0xDC00 + ((character - 0x10000) & 0x3FF));
    } else {
      put_unit(out, character);
    }
  }
  g_string_append_c(out, ')');
  return whole;
}

bool pdf_put_text(GString *out, const char *utf8) {
  const size_t before = out->len;
  if (is_printable_ascii(utf8)) {
    const size_t size = strlen(utf8);
    if (size > PDF_STRING_LIMIT)
      return false;
    pdf_put_bytes(out, utf8, size);
    return true;
  }
  if (put_utf16(out, utf8))
    return true;
  g_string_truncate(out, before);
  return false;
}

void pdf_put_text_cut(GString *out, const char *utf8) {
  if (is_printable_ascii(utf8))
    pdf_put_bytes(out, utf8, strlen(utf8));
  else
    (void)put_utf16(out, utf8);
}

static bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_regular(char c) {
  switch (c) {
  case '(':
  case ')':
  case '<':
  case '>':
  case '[':
  case ']':
  case '{':
  case '}':
  case '/':
  case '%': return false;
  default: return !is_white(c);
  }
}

static const char *skip_white(const char *p, const char *end) {
  while (p < end) {
    if (*p == '%') {
      const char *line_end = memchr(p, '\n', (size_t)(end - p));
      p = line_end != NULL ? line_end + 1 : end;
    } else if (is_white(*p)) {
      p++;
    } else {
      break;
    }
  }
  return p;
}

/* Behind a literal string that begins at p, or NULL. cairo does not balance what it writes of font families
 * otherwise than by escapes; nested brackets are counted all the same. */
static const char *string_end(const char *p, const char *end) {
  size_t depth = 0;
  for (; p < end; p++) {
    if (*p == '\\')
      p++;
    else if (*p == '(')
      depth++;
    else if (*p == ')' && --depth == 0)
      return p + 1;
  }
  return NULL;
}

static uint32_t integer_of(const char *p, size_t size, bool *is_integer) {
  uint32_t value = 0;
  *is_integer = size > 0 && size <= 9;
  for (size_t i = 0; i < size && *is_integer; i++) {
    if (p[i] < '0' || p[i] > '9')
      *is_integer = false;
    else
      value = value * 10 + (uint32_t)(p[i] - '0');
  }
  return value;
}

/* The kind of a token that begins with a delimiter, and where it ends; NULL when it does not. */
static PdfTokenKind delimited(const char *p, const char *end, const char **behind) {
  *behind = p + 1;
  switch (*p) {
  case '[': return PDF_TOKEN_ARRAY_OPEN;
  case ']': return PDF_TOKEN_ARRAY_CLOSE;
  case '(': *behind = string_end(p, end); return PDF_TOKEN_STRING;
  case '<':
    if (p + 1 < end && p[1] == '<') {
      *behind = p + 2;
      return PDF_TOKEN_DICTIONARY_OPEN;
    }
    *behind = memchr(p, '>', (size_t)(end - p));
    if (*behind != NULL)
      ++*behind;
    return PDF_TOKEN_STRING;
  case '>':
    if (p + 1 < end && p[1] == '>') {
      *behind = p + 2;
      return PDF_TOKEN_DICTIONARY_CLOSE;
    }
    return PDF_TOKEN_BAD;
  case '/':
    while (*behind < end && is_regular(**behind))
      ++*behind;
    return PDF_TOKEN_NAME;
  default: return PDF_TOKEN_BAD;
  }
}

PdfToken pdf_token_next(const char **at, const char *end) {
  const char *p = skip_white(*at, end);
  PdfToken token = {.kind = PDF_TOKEN_END, .start = p};
  const char *behind = p;
  if (p < end && is_regular(*p)) {
    while (behind < end && is_regular(*behind))
      behind++;
    bool is_integer = false;
    token.integer = integer_of(p, (size_t)(behind - p), &is_integer);
    token.kind = is_integer ? PDF_TOKEN_INTEGER : PDF_TOKEN_WORD;
  } else if (p < end) {
    token.kind = delimited(p, end, &behind);
    if (behind == NULL) {
      token.kind = PDF_TOKEN_BAD;
      behind = end;
    }
  }
  token.size = (size_t)(behind - p);
  *at = behind;
  return token;
}

bool pdf_token_is(const PdfToken *token, const char *text) {
  return strlen(text) == token->size && memcmp(token->start, text, token->size) == 0;
}
