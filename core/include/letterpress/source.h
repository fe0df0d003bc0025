/* letterpress/source.h: the bytes of a draft, or of a part of it. */
#ifndef LETTERPRESS_SOURCE_H
#define LETTERPRESS_SOURCE_H

#include <letterpress/types.h>

LP_BEGIN_DECLS

/* Bytes that can be read at any offset. A plugin is given one and never learns its path. */
typedef struct LpSource LpSource;

/* What a person calls it: the name of the file, or "standard input". */
const char *lp_source_name(const LpSource *source);

/* Its size in bytes. */
int64_t lp_source_size(const LpSource *source);

/* Copies at most n bytes from offset into buffer. Returns their number, 0 at the end, -1 if reading failed
   (the sticky reason is reported by the host when the reader has ended). */
int64_t lp_source_read_at(LpSource *source, int64_t offset, void *buffer, size_t n);

/* All bytes, loaded at the first call, followed by a 0 byte that is not counted; owned by the source, valid
   as long as it. NULL if reading failed. *n gets the number of bytes. */
const uint8_t *lp_source_bytes(LpSource *source, size_t *n);

/* A source over n bytes that stay the caller's and must outlive it. name is copied. Free it with
 * lp_source_free. */
LpSource *lp_source_new_bytes(const char *name, const void *bytes, size_t n);

/* Frees a source that the caller owns; NULL is allowed. */
void lp_source_free(LpSource *source);

LP_END_DECLS
#endif
