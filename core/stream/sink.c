/* Where bytes go: a descriptor behind a buffer, or memory. Failure is sticky. */
#include "config.h"

#include "stream/open.h"

#include <errno.h>
#include <glib.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

enum { BUFFER_SIZE = 64 * 1024 };

struct LpSink {
  uint8_t *buffer;
  size_t used;
  size_t capacity;
  int64_t flushed;
  int64_t limit;
  int descriptor; /* -1: memory */
  int error;      /* errno of the first failure */
};

LpSink *lp_sink_new_descriptor(int descriptor, int64_t limit) {
  LpSink *sink = g_new0(LpSink, 1);
  sink->descriptor = descriptor;
  sink->limit = limit;
  sink->capacity = BUFFER_SIZE;
  sink->buffer = g_malloc(BUFFER_SIZE);
  return sink;
}

LpSink *lp_sink_new_memory(void) {
  LpSink *sink = g_new0(LpSink, 1);
  sink->descriptor = -1;
  sink->limit = INT64_MAX;
  return sink;
}

void lp_sink_free(LpSink *sink) {
  if (!sink)
    return;
  g_free(sink->buffer);
  g_free(sink);
}

static void write_out(LpSink *sink, const uint8_t *bytes, size_t n) {
  while (n > 0 && !sink->error) {
    ssize_t written = write(sink->descriptor, bytes, n);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      sink->error = written < 0 ? errno : EIO;
      return;
    }
    bytes += written;
    n -= (size_t)written;
    sink->flushed += written;
  }
}

static void flush(LpSink *sink) {
  write_out(sink, sink->buffer, sink->used);
  sink->used = 0;
}

static void grow(LpSink *sink, size_t n) {
  size_t wanted;
  if (!g_size_checked_add(&wanted, sink->used, n))
    g_error("an output of more than %zu bytes in memory", sink->used);
  if (wanted <= sink->capacity)
    return;
  size_t capacity = MAX(sink->capacity, 256);
  while (capacity < wanted)
    capacity = capacity > SIZE_MAX / 2 ? wanted : capacity * 2;
  sink->buffer = g_realloc(sink->buffer, capacity);
  sink->capacity = capacity;
}

void lp_sink_write(LpSink *sink, const void *bytes, size_t n) {
  if (sink->error || n == 0)
    return;
  if (sink->limit - lp_sink_position(sink) < (int64_t)MIN(n, (size_t)INT64_MAX)) {
    sink->error = EFBIG;
    return;
  }
  if (sink->descriptor < 0) {
    grow(sink, n);
  } else if (n > sink->capacity - sink->used) {
    flush(sink);
    if (n >= sink->capacity) {
      write_out(sink, bytes, n);
      return;
    }
  }
  memcpy(sink->buffer + sink->used, bytes, n);
  sink->used += n;
}

void lp_sink_text(LpSink *sink, const char *text) {
  lp_sink_write(sink, text, strlen(text));
}

void lp_sink_format(LpSink *sink, const char *format, ...) {
  char small[256];
  va_list arguments;
  va_start(arguments, format);
  int n = g_vsnprintf(small, sizeof small, format, arguments);
  va_end(arguments);
  if (n >= 0 && (size_t)n < sizeof small) {
    lp_sink_write(sink, small, (size_t)n);
    return;
  }
  va_start(arguments, format);
  char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  lp_sink_text(sink, text);
  g_free(text);
}

void lp_sink_thousandths(LpSink *sink, int64_t value) {
  char digits[32];
  uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
  unsigned fraction = (unsigned)(magnitude % 1000);
  int n = g_snprintf(digits, sizeof digits, "%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "",
                     (guint64)(magnitude / 1000));
  if (fraction) {
    n += g_snprintf(digits + n, sizeof digits - (size_t)n, ".%03u", fraction);
    while (digits[n - 1] == '0')
      n--;
  }
  lp_sink_write(sink, digits, (size_t)n);
}

void lp_sink_base64(LpSink *sink, const void *bytes, size_t n) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const uint8_t *from = bytes;
  char text[4096];
  size_t used = 0;
  for (size_t i = 0; i < n; i += 3) {
    size_t left = n - i;
    uint32_t three = (uint32_t)from[i] << 16 | (left > 1 ? (uint32_t)from[i + 1] << 8 : 0) |
                     (left > 2 ? (uint32_t)from[i + 2] : 0);
    text[used++] = digits[three >> 18];
    text[used++] = digits[three >> 12 & 63];
    text[used++] = left > 1 ? digits[three >> 6 & 63] : '=';
    text[used++] = left > 2 ? digits[three & 63] : '=';
    if (used == sizeof text) {
      lp_sink_write(sink, text, used);
      used = 0;
    }
  }
  lp_sink_write(sink, text, used);
}

int64_t lp_sink_position(const LpSink *sink) {
  return sink->flushed + (int64_t)sink->used;
}

bool lp_sink_broken(const LpSink *sink) {
  return sink->error != 0;
}

int lp_sink_finish(LpSink *sink) {
  if (sink->descriptor >= 0 && !sink->error)
    flush(sink);
  return sink->error;
}

const uint8_t *lp_sink_bytes(LpSink *sink, size_t *n) {
  *n = sink->used;
  return sink->buffer ? sink->buffer : (const uint8_t *)"";
}
