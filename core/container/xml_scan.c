/* A scan ahead of libxml2. libxml2's time grows with the square of a tag's attributes, and it holds a tag
   whole before it tells of it: both must be refused before they are fed. The same look finds where each tag
   begins, which libxml2 does not tell. What is not well-formed may be misread here; libxml2 refuses it. */
#include "config.h"

#include "container/xml_scan.h"

#include <string.h>

void lp_xml_scan_begin(LpXmlScan *scan, int64_t most_tag_bytes, int64_t most_attributes) {
  *scan = (LpXmlScan){.most_tag_bytes = most_tag_bytes, .most_attributes = most_attributes, .line = 1};
  scan->starts = g_array_new(FALSE, FALSE, sizeof(int64_t));
  scan->newlines = g_array_new(FALSE, FALSE, sizeof(int64_t));
}

void lp_xml_scan_end(LpXmlScan *scan) {
  g_array_free(scan->starts, TRUE);
  g_array_free(scan->newlines, TRUE);
}

static void drop_passed(GArray *offsets, size_t *next) {
  if (*next > 0)
    g_array_remove_range(offsets, 0, (guint)*next);
  *next = 0;
}

static void note_newlines(LpXmlScan *scan, const char *bytes, size_t n) {
  drop_passed(scan->newlines, &scan->next_newline);
  const char *at = bytes, *end = bytes + n;
  while ((at = memchr(at, '\n', (size_t)(end - at)))) {
    int64_t offset = scan->offset + (at - bytes);
    g_array_append_val(scan->newlines, offset);
    at++;
  }
}

/* Behind '<': what kind of markup begins? true once that is known. */
static bool classify(LpXmlScan *scan, char byte) {
  scan->opening[scan->opening_n++] = byte;
  const char *opening = scan->opening;
  if (opening[0] == '?') {
    scan->closing = "?>";
  } else if (opening[0] == '!') {
    size_t n = scan->opening_n;
    if (n == 1)
      return false;
    if (opening[1] == '-') {
      if (n < 3)
        return false;
      scan->closing = "-->";
    } else if (opening[1] == '[') {
      if (n < 8)
        return false;
      scan->closing = "]]>";
    } else {
      scan->state = LP_XML_IN_TAG;
      return true;
    }
  } else {
    if (opening[0] != '/')
      g_array_append_val(scan->starts, scan->tag_start);
    scan->state = LP_XML_IN_TAG;
    return true;
  }
  scan->state = LP_XML_IN_SECTION;
  scan->matched = 0;
  return true;
}

/* Within a tag, not in a value: the first byte that means something; end if none does. */
static const char *in_tag(const char *at, const char *end) {
  static const bool means_something[256] = {['>'] = true, ['"'] = true, ['\''] = true};
  while (at < end && !means_something[(unsigned char)*at])
    at++;
  return at;
}

/* Within a section: behind its end; NULL if it goes on. */
static const char *in_section(LpXmlScan *scan, const char *at, const char *end) {
  size_t length = strlen(scan->closing);
  for (; at < end; at++) {
    if (*at == scan->closing[scan->matched]) {
      if (++scan->matched == length)
        return at + 1;
    } else if (!(scan->matched == length - 1 && scan->matched > 1 && *at == scan->closing[0])) {
      /* "--->" and "]]]>": the sign before '>' may repeat */
      scan->matched = *at == scan->closing[0] ? 1 : 0;
    }
  }
  return NULL;
}

/* One step from `at`; returns where the next begins; NULL when the bytes are used up. */
static const char *step(LpXmlScan *scan, const char *bytes, const char *at, const char *end) {
  switch (scan->state) {
  case LP_XML_IN_TEXT:
    at = memchr(at, '<', (size_t)(end - at));
    if (!at)
      return NULL;
    scan->state = LP_XML_AFTER_BRACKET;
    scan->tag_start = scan->offset + (at - bytes);
    scan->opening_n = 0;
    scan->attributes = 0;
    return at + 1;
  case LP_XML_AFTER_BRACKET:
    if (*at == '>') {
      scan->state = LP_XML_IN_TEXT;
      return at + 1;
    }
    return classify(scan, *at) && scan->state == LP_XML_IN_TAG ? at : at + 1;
  case LP_XML_IN_TAG:
    at = in_tag(at, end);
    if (at == end)
      return NULL;
    if (*at == '>') {
      scan->state = LP_XML_IN_TEXT;
    } else {
      scan->state = LP_XML_IN_VALUE;
      scan->quote = *at;
      scan->attributes++;
    }
    return at + 1;
  case LP_XML_IN_VALUE:
    at = memchr(at, scan->quote, (size_t)(end - at));
    if (!at)
      return NULL;
    scan->state = LP_XML_IN_TAG;
    return at + 1;
  case LP_XML_IN_SECTION:
    at = in_section(scan, at, end);
    if (at)
      scan->state = LP_XML_IN_TEXT;
    return at;
  default: return NULL;
  }
}

/* The short way past text and tags without attributes, which most are. Returns where it stopped: at text, at
   the last byte, or at the '<' of another tag. */
static const char *plain_tags(LpXmlScan *scan, const char *bytes, const char *at, const char *end) {
  for (;;) {
    if (*at != '<') {
      const char *next = memchr(at, '<', (size_t)(end - at));
      if (!next)
        return end - 1;
      at = next;
    }
    if (end - at < 2 || at[1] == '!' || at[1] == '?')
      return at;
    const char *closing = in_tag(at + 1, end);
    if (closing + 1 >= end || *closing != '>' || closing - at >= scan->most_tag_bytes)
      return at;
    if (at[1] != '/' && at[1] != '>') {
      int64_t offset = scan->offset + (at - bytes);
      g_array_append_val(scan->starts, offset);
    }
    at = closing + 1;
  }
}

LpXmlScanResult lp_xml_scan_feed(LpXmlScan *scan, const char *bytes, size_t n) {
  drop_passed(scan->starts, &scan->next_start);
  note_newlines(scan, bytes, n);
  const char *at = bytes, *end = bytes + n;
  while (at && at < end) {
    if (scan->state == LP_XML_IN_TEXT)
      at = plain_tags(scan, bytes, at, end);
    bool in_a_tag = scan->state == LP_XML_IN_TAG || scan->state == LP_XML_IN_VALUE;
    at = step(scan, bytes, at, end);
    if (scan->attributes > scan->most_attributes)
      return LP_XML_SCAN_ATTRIBUTES;
    if (in_a_tag && scan->offset + ((at ? at : end) - bytes) - scan->tag_start > scan->most_tag_bytes)
      return LP_XML_SCAN_TAG_BYTES;
  }
  scan->offset += (int64_t)n;
  return LP_XML_SCAN_FINE;
}

void lp_xml_scan_place(LpXmlScan *scan, int64_t offset, uint32_t *line, uint32_t *column) {
  while (scan->next_newline < scan->newlines->len) {
    int64_t newline = g_array_index(scan->newlines, int64_t, scan->next_newline);
    if (newline >= offset)
      break;
    scan->line += scan->line < UINT32_MAX;
    scan->line_start = newline + 1;
    scan->next_newline++;
  }
  int64_t before = offset - scan->line_start;
  *line = scan->line;
  *column = before < UINT32_MAX ? (uint32_t)before + 1 : UINT32_MAX;
}

void lp_xml_scan_next_start(LpXmlScan *scan, uint32_t *line, uint32_t *column) {
  *line = *column = 0;
  if (scan->next_start < scan->starts->len)
    lp_xml_scan_place(scan, g_array_index(scan->starts, int64_t, scan->next_start++), line, column);
}
