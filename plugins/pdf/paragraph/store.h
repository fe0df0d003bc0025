/* Memory that is taken in small pieces and given back as a whole. */
#ifndef PDF_PARAGRAPH_STORE_H
#define PDF_PARAGRAPH_STORE_H

#include <stddef.h>

typedef struct Store Store;

Store *store_new(void);
void store_free(Store *store);

/* Zeroed memory for `count` things of `size` bytes, aligned for any of ours; never NULL: without memory the
 * program ends, as with GLib. */
void *store_take(Store *store, size_t count, size_t size);

/* Forgets all that was taken but keeps one block for the next use. */
void store_reset(Store *store);

#endif
