/* document/arena.h: memory that lives as long as a document. */
#ifndef LETTERPRESS_DOCUMENT_ARENA_H
#define LETTERPRESS_DOCUMENT_ARENA_H

#include <stddef.h>

typedef struct LpArena LpArena;

LpArena *lp_arena_new(void);
void lp_arena_free(LpArena *arena);

/* n bytes, zeroed, aligned for any type; never NULL. */
void *lp_arena_allocate(LpArena *arena, size_t n);

/* A copy of n bytes and a 0 behind them. */
char *lp_arena_copy(LpArena *arena, const char *text, size_t n);

#endif
