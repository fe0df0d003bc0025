/* letterpress/sink.h: where an output goes.

   A write takes all bytes or breaks the sink; later writes to a broken sink do nothing. So a writer writes
   without asking, and the verdict is asked for once, at the end. */
#ifndef LETTERPRESS_SINK_H
#define LETTERPRESS_SINK_H

#include <letterpress/types.h>

LP_BEGIN_DECLS

typedef struct LpSink LpSink;

/* Writes n bytes. */
void lp_sink_write(LpSink *sink, const void *bytes, size_t n);

/* Writes a string without its 0. */
void lp_sink_text(LpSink *sink, const char *text);

/* Writes as printf does. Only %d, %i, %u, %x, %c, %s, %zu, %lld and their kin: no floating point (it follows
 * the locale). */
void lp_sink_format(LpSink *sink, const char *format, ...) LP_PRINTF(2, 3);

/* Writes value thousandths as a decimal number without trailing zeros: 1500 is 1.5. */
void lp_sink_thousandths(LpSink *sink, int64_t value);

/* Writes n bytes as base64 (RFC 4648, 4), padded. */
void lp_sink_base64(LpSink *sink, const void *bytes, size_t n);

/* Bytes written so far. */
int64_t lp_sink_position(const LpSink *sink);

/* Whether a write has failed. */
bool lp_sink_broken(const LpSink *sink);

/* A sink into memory, for parts of a package. Free it with lp_sink_free. */
LpSink *lp_sink_new_memory(void);

/* The bytes of a memory sink; valid until the next write. *n gets their number. */
const uint8_t *lp_sink_bytes(LpSink *sink, size_t *n);

/* Frees a sink that the caller made; NULL is allowed. */
void lp_sink_free(LpSink *sink);

LP_END_DECLS
#endif
