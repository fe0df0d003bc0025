/* One arena a document: chunks that grow with it, freed at once. */
#include "config.h"

#include "document/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { FIRST_CHUNK = 8 * 1024, LARGEST_CHUNK = 256 * 1024 };

typedef struct Chunk {
  struct Chunk *next;
  size_t size;
  size_t used;
  alignas(max_align_t) unsigned char bytes[];
} Chunk;

struct LpArena {
  Chunk *chunks; /* the one that is filled stands first */
  size_t next_size;
};

LpArena *lp_arena_new(void) {
  LpArena *arena = g_new0(LpArena, 1);
  arena->next_size = FIRST_CHUNK;
  return arena;
}

void lp_arena_free(LpArena *arena) {
  if (!arena)
    return;
  for (Chunk *chunk = arena->chunks; chunk;) {
    Chunk *next = chunk->next;
    g_free(chunk);
    chunk = next;
  }
  g_free(arena);
}

static Chunk *add_chunk(LpArena *arena, size_t n) {
  size_t size = MAX(n, arena->next_size);
  size_t bytes;
  if (!g_size_checked_add(&bytes, size, sizeof(Chunk)))
    g_error("a request for %zu bytes", n);
  Chunk *chunk = g_malloc0(bytes);
  chunk->size = size;
  if (n > arena->next_size && arena->chunks) {
    /* A large thing gets a chunk of its own; the one that is filled stays first. */
    chunk->next = arena->chunks->next;
    arena->chunks->next = chunk;
  } else {
    chunk->next = arena->chunks;
    arena->chunks = chunk;
  }
  arena->next_size = MIN(arena->next_size * 2, (size_t)LARGEST_CHUNK);
  return chunk;
}

static void *take(LpArena *arena, size_t n, size_t alignment) {
  Chunk *chunk = arena->chunks;
  if (chunk) {
    size_t start = (chunk->used + alignment - 1) & ~(alignment - 1);
    if (start <= chunk->size && n <= chunk->size - start) {
      chunk->used = start + n;
      return chunk->bytes + start;
    }
  }
  chunk = add_chunk(arena, n);
  chunk->used = n;
  return chunk->bytes;
}

void *lp_arena_allocate(LpArena *arena, size_t n) {
  return take(arena, n, alignof(max_align_t));
}

char *lp_arena_copy(LpArena *arena, const char *text, size_t n) {
  if (n == SIZE_MAX)
    g_error("a request for %zu bytes", n);
  char *copy = take(arena, n + 1, 1);
  memcpy(copy, text, n);
  copy[n] = 0;
  return copy;
}
