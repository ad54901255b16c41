#ifndef QUAESTIO_ARENA_H
#define QUAESTIO_ARENA_H

#include <stddef.h>

/// Memory that is given back all at once: what is allocated from an arena costs a few instructions, and freeing one
/// block does nothing.
typedef struct quaestio_arena quaestio_arena;

/// An empty arena that is to hold about so many bytes; NULL when memory is exhausted.
quaestio_arena *quaestio_arena_new(size_t expected);

/// Gives back all memory of an arena.
void quaestio_arena_free(quaestio_arena *arena);

/// Makes the functions below allocate from an arena on this thread, or, with NULL, from none; returns the one before.
quaestio_arena *quaestio_arena_use(quaestio_arena *arena);

/// calloc, realloc and free on the arena in use; without one, or without memory, the program is aborted, as by
/// libcmark's own allocator. What they allocated may be read without an arena in use.
void *quaestio_arena_calloc(size_t count, size_t size);
void *quaestio_arena_realloc(void *block, size_t size);
void quaestio_arena_release(void *block);

#endif
