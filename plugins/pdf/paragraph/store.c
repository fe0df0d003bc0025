#include "config.h"

#include "paragraph/store.h"

#include <glib.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

/* The first block is small, each next twice as large: a table has a paragraph in each cell. */
enum { FIRST_BLOCK_BYTES = 1024, BLOCK_BYTES = 16 * 1024 };

typedef struct Block {
  struct Block *next;
  size_t size, used;
  alignas(max_align_t) unsigned char bytes[];
} Block;

struct Store {
  Block *blocks; /* the one that is being filled comes first */
  size_t next;   /* bytes of the next block */
};

Store *store_new(void) {
  Store *store = g_new0(Store, 1);
  store->next = FIRST_BLOCK_BYTES;
  return store;
}

static void free_blocks(Block *block) {
  while (block) {
    Block *next = block->next;
    g_free(block);
    block = next;
  }
}

void store_free(Store *store) {
  if (!store)
    return;
  free_blocks(store->blocks);
  g_free(store);
}

static Block *add_block(Store *store, size_t bytes) {
  size_t size = bytes > store->next ? bytes : store->next;
  if (store->next < BLOCK_BYTES)
    store->next *= 2;
  if (size > SIZE_MAX - sizeof(Block))
    g_error("out of memory");
  Block *block = g_malloc(sizeof(Block) + size);
  block->size = size;
  block->used = 0;
  block->next = store->blocks;
  store->blocks = block;
  return block;
}

void *store_take(Store *store, size_t count, size_t size) {
  size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX - alignof(max_align_t))
    g_error("out of memory");
  bytes = (bytes + 7) & ~(size_t)7;
  Block *block = store->blocks;
  if (!block || block->size - block->used < bytes)
    block = add_block(store, bytes);
  void *taken = block->bytes + block->used;
  block->used += bytes;
  return memset(taken, 0, bytes);
}

void store_reset(Store *store) {
  if (!store->blocks)
    return;
  Block *last = store->blocks;
  free_blocks(last->next);
  last->next = NULL;
  last->used = 0;
}
