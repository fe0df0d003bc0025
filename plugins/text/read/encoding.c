/* Which encoding a draft is in, and its text in UTF-8 with LF at line ends. */
#include "config.h"

#include "read/encoding.h"

#include <string.h>

typedef struct Decoding {
  GString *out;
  bool after_cr;
  size_t invalid, controls;
} Decoding;

static void put(Decoding *decoding, gunichar c) {
  bool line_feed = c == '\n' && decoding->after_cr; /* the second half of CRLF */
  decoding->after_cr = c == '\r';
  if (line_feed)
    return;
  if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    c = '\n';
  if ((c < 0x20 && c != '\n' && c != '\t' && c != '\f') || c == 0x7F || (c >= 0x80 && c < 0xA0)) {
    decoding->controls++;
    c = ' ';
  }
  g_string_append_unichar(decoding->out, c);
}

static void decode_utf8(Decoding *decoding, const uint8_t *bytes, size_t n) {
  for (size_t i = 0; i < n;) {
    if (bytes[i] < 0x80) {
      put(decoding, bytes[i++]);
      continue;
    }
    gunichar c = g_utf8_get_char_validated((const char *)bytes + i, (gssize)(n - i));
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      decoding->invalid++;
      c = 0xFFFD;
      i++;
    } else {
      i += (size_t)g_unichar_to_utf8(c, NULL);
    }
    put(decoding, c);
  }
}

static void decode_utf16(Decoding *decoding, const uint8_t *bytes, size_t n, bool big_endian) {
  size_t high = big_endian ? 0 : 1;
  for (size_t i = 0; i + 1 < n; i += 2) {
    gunichar c = (gunichar)bytes[i + high] << 8 | bytes[i + 1 - high];
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < n) {
      gunichar low = (gunichar)bytes[i + 2 + high] << 8 | bytes[i + 3 - high];
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) {
      decoding->invalid++;
      c = 0xFFFD;
    }
    put(decoding, c);
  }
  if (n % 2)
    decoding->invalid++;
}

static void decode_windows_1252(Decoding *decoding, const uint8_t *bytes, size_t n) {
  static const uint16_t high[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  for (size_t i = 0; i < n; i++) {
    gunichar c = bytes[i];
    if (c >= 0x80 && c < 0xA0)
      c = high[c - 0x80];
    if (c == 0 && bytes[i]) {
      decoding->invalid++;
      c = 0xFFFD;
    }
    put(decoding, c);
  }
}

/* UTF-16 without a mark: every other byte of most scripts' white space and punctuation is zero. 0: no. */
static int looks_like_utf16(const uint8_t *bytes, size_t n) {
  size_t zeros[2] = {0, 0}, seen = MIN(n, 4096) & ~(size_t)1;
  for (size_t i = 0; i < seen; i++)
    zeros[i % 2] += bytes[i] == 0;
  if (zeros[1] * 20 > seen && zeros[0] == 0)
    return 'l';
  return zeros[0] * 20 > seen && zeros[1] == 0 ? 'b' : 0;
}

/* Windows-1252 is the last resort: bytes that are no UTF-8 anywhere count for it, a few damaged ones in UTF-8
 * do not. */
static bool is_utf8_with_damage(const uint8_t *bytes, size_t n) {
  size_t good = 0, bad = 0;
  for (size_t i = 0; i < n;) {
    if (bytes[i] < 0x80) {
      i++;
      continue;
    }
    gunichar c = g_utf8_get_char_validated((const char *)bytes + i, (gssize)(n - i));
    bool valid = c != (gunichar)-1 && c != (gunichar)-2;
    good += valid;
    bad += !valid;
    i += valid ? (size_t)g_unichar_to_utf8(c, NULL) : 1;
  }
  return good > bad;
}

static void report(const Decoding *decoding, LpAccount *account) {
  if (decoding->invalid)
    lp_warn(account, "text.encoding-invalid", NULL,
            "%zu bytes or characters of the draft are not valid in its encoding; U+FFFD stands for each.",
            decoding->invalid);
  if (decoding->controls)
    lp_warn(account, "text.control-character", NULL, "%zu control characters were taken as spaces.",
            decoding->controls);
}

GString *decode(const uint8_t *bytes, size_t n, LpAccount *account) {
  Decoding decoding = {.out = g_string_sized_new(n + 1)};
  int guessed = 0;
  if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    decode_utf8(&decoding, bytes + 3, n - 3);
  } else if (n >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
    decode_utf16(&decoding, bytes + 2, n - 2, false);
  } else if (n >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
    decode_utf16(&decoding, bytes + 2, n - 2, true);
  } else if ((guessed = looks_like_utf16(bytes, n))) {
    lp_warn(account, "text.encoding-guessed", NULL,
            "The draft has no byte order mark; it was read as UTF-16.");
    decode_utf16(&decoding, bytes, n, guessed == 'b');
  } else if (memchr(bytes, 0, n)) {
    lp_fail(account, LP_CLASS_FORMAT, "text.binary", NULL, "The draft holds zero bytes: it is no text.");
    g_string_free(decoding.out, TRUE);
    return NULL;
  } else if (g_utf8_validate((const char *)bytes, (gssize)n, NULL) || is_utf8_with_damage(bytes, n)) {
    decode_utf8(&decoding, bytes, n);
  } else {
    lp_warn(account, "text.encoding-guessed", NULL,
            "The draft is not in UTF-8; it was read as Windows-1252.");
    decode_windows_1252(&decoding, bytes, n);
  }
  report(&decoding, account);
  return decoding.out;
}
