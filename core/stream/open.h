/* stream/open.h: sources and sinks over files, for the program. */
#ifndef LETTERPRESS_STREAM_OPEN_H
#define LETTERPRESS_STREAM_OPEN_H

#include <letterpress/account.h>
#include <letterpress/sink.h>
#include <letterpress/source.h>

/* A source over a descriptor, which stays the caller's. A pipe is spooled into an unnamed file first. Refuses
   what is over LP_LIMIT_INPUT_BYTES or unreadable: reported, NULL. name is copied. */
LpSource *lp_source_new_descriptor(const char *name, int descriptor, LpAccount *account);

/* A source over n bytes from malloc, which it frees. name is copied. */
LpSource *lp_source_new_owned(const char *name, uint8_t *bytes, size_t n);

/* The descriptor that it reads: the caller's, or that of its spool; -1: it reads from memory. */
int lp_source_descriptor(const LpSource *source);

/* The errno of the first read that failed; 0 if none did. */
int lp_source_error(const LpSource *source);

/* A buffered sink over a descriptor, which stays the caller's. limit: bytes at most (beyond: broken, EFBIG).
 */
LpSink *lp_sink_new_descriptor(int descriptor, int64_t limit);

/* Writes out what is buffered. Returns the errno of the first failure; 0 if all is written. */
int lp_sink_finish(LpSink *sink);

#endif
