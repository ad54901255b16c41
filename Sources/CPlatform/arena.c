#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct chunk {
  struct chunk *next;
  size_t capacity;
  size_t used;
  max_align_t bytes[];
} chunk;

struct quaestio_arena {
  /// The chunk allocations come from, and behind it those that are full.
  chunk *chunks;
};

/// Stands before every block, and keeps it aligned.
typedef union {
  size_t size;
  max_align_t alignment;
} header;

// Larger requests would make malloc ask the system for fresh pages each time.
enum { smallest_chunk = 8 * 1024, largest_chunk = 96 * 1024 };

static _Thread_local quaestio_arena *in_use;

static chunk *add_chunk(quaestio_arena *arena, size_t capacity) {
  if (capacity > SIZE_MAX - sizeof(chunk)) return NULL;
  chunk *added = malloc(sizeof(chunk) + capacity);
  if (!added) return NULL;
  added->next = arena->chunks;
  added->capacity = capacity;
  added->used = 0;
  arena->chunks = added;
  return added;
}

static size_t clamp(size_t size) {
  return size < smallest_chunk ? smallest_chunk : size > largest_chunk ? largest_chunk : size;
}

quaestio_arena *quaestio_arena_new(size_t expected) {
  quaestio_arena *arena = malloc(sizeof *arena);
  if (!arena) return NULL;
  arena->chunks = NULL;
  if (!add_chunk(arena, clamp(expected))) {
    free(arena);
    return NULL;
  }
  return arena;
}

void quaestio_arena_free(quaestio_arena *arena) {
  for (chunk *each = arena->chunks; each;) {
    chunk *next = each->next;
    free(each);
    each = next;
  }
  free(arena);
}

quaestio_arena *quaestio_arena_use(quaestio_arena *arena) {
  quaestio_arena *before = in_use;
  in_use = arena;
  return before;
}

/// The size of a block with its header, rounded up to the alignment; 0 when it is too large to be.
static size_t footprint(size_t size) {
  size_t unit = sizeof(header);
  return size > SIZE_MAX - 2 * unit ? 0 : unit + (size + unit - 1) / unit * unit;
}

static void *allocate(size_t size) {
  size_t needed = footprint(size);
  if (!in_use || !needed) abort();
  chunk *top = in_use->chunks;
  if (top->capacity - top->used < needed) {
    top = add_chunk(in_use, needed > largest_chunk / 4 ? needed : largest_chunk);
    if (!top) abort();
  }
  header *block = (header *)((char *)top->bytes + top->used);
  top->used += needed;
  block->size = size;
  return block + 1;
}

void *quaestio_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *block = allocate(count * size);
  memset(block, 0, count * size);
  return block;
}

void *quaestio_arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  header *old = (header *)block - 1;
  if (size <= old->size) return block;
  // The newest block grows where it stands.
  chunk *top = in_use ? in_use->chunks : NULL;
  size_t occupied = footprint(old->size);
  size_t needed = footprint(size);
  if (top && needed && (char *)old + occupied == (char *)top->bytes + top->used
      && needed - occupied <= top->capacity - top->used) {
    top->used += needed - occupied;
    old->size = size;
    return block;
  }
  void *moved = allocate(size);
  memcpy(moved, block, old->size);
  return moved;
}

void quaestio_arena_release(void *block) {
  // The newest block is given back, so that buffers that are filled and freed in turn take no room.
  if (!block || !in_use) return;
  header *old = (header *)block - 1;
  chunk *top = in_use->chunks;
  size_t occupied = footprint(old->size);
  if ((char *)old + occupied == (char *)top->bytes + top->used) top->used -= occupied;
}
