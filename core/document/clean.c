/* Text from outside becomes text of the tree: valid UTF-8 without control characters. */
#include "config.h"

#include "document/clean.h"

#include <string.h>

/* Whether all n bytes are printable ASCII: the usual case, without a look at each. */
static bool is_plain(const unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (p[i] < 0x20 || p[i] >= 0x7F)
      return false;
  return true;
}

/* The length of the valid sequence at p (RFC 3629), 0 if there is none. */
static size_t sequence_length(const unsigned char *p, size_t n) {
  unsigned char c = p[0];
  size_t length = c < 0x80                ? 1
                  : c >= 0xC2 && c < 0xE0 ? 2
                  : c >= 0xE0 && c < 0xF0 ? 3
                  : c >= 0xF0 && c < 0xF5 ? 4
                                          : 0;
  if (length < 2 || length > n)
    return length > n ? 0 : length;
  for (size_t i = 1; i < length; i++)
    if ((p[i] & 0xC0) != 0x80)
      return 0;
  if ((c == 0xE0 && p[1] < 0xA0) || (c == 0xED && p[1] >= 0xA0) || (c == 0xF0 && p[1] < 0x90) ||
      (c == 0xF4 && p[1] >= 0x90))
    return 0;
  return length;
}

Cleaned clean_text(GString *out, const char *text, size_t n) {
  Cleaned cleaned = {0};
  const unsigned char *p = (const unsigned char *)text;
  if (is_plain(p, n)) {
    g_string_append_len(out, text, (gssize)n);
    return cleaned;
  }
  for (size_t i = 0; i < n;) {
    size_t length = sequence_length(p + i, n - i);
    if (!length) {
      g_string_append(out, "\xEF\xBF\xBD");
      cleaned.invalid++;
      i++;
    } else if (p[i] == '\n' || p[i] == '\r' || p[i] == '\t') {
      g_string_append_c(out, ' ');
      i++;
    } else if (p[i] < 0x20 || p[i] == 0x7F) {
      cleaned.controls++;
      i++;
    } else if (p[i] == 0xC2 &&
               p[i + 1] < 0xA0) { /* C1 controls: characters of the ledger, so one stands for one */
      g_string_append(out, p[i + 1] == 0x85 ? " " : "\xEF\xBF\xBD");
      cleaned.controls += p[i + 1] != 0x85;
      i += 2;
    } else {
      g_string_append_len(out, text + i, (gssize)length);
      i += length;
    }
  }
  return cleaned;
}
