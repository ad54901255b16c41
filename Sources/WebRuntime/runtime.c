// What Swift expects of a C library on bare WebAssembly: memory, and nothing else. JavaScript reserves room with
// the same allocator, for the bytes it hands over.
//
// The allocator keeps a free list for every power of two from 16 bytes. A block is preceded by 16 bytes that
// hold its class, so every address is a multiple of 16. Memory comes from the end of linear memory and is used
// again, never given back: a page of the wiki lives for minutes.

#include <stddef.h>
#include <stdint.h>

#define PAGE 65536u
#define HEADER 16u
#define LEAST_CLASS 4u
#define CLASSES 28u

extern unsigned char __heap_base;

struct block {
  struct block *next;
};

static struct block *free_lists[CLASSES];
static uintptr_t heap_next;

// Fresh memory; 0 when the browser gives no more.
static uintptr_t grow(uintptr_t size) {
  if (heap_next == 0) heap_next = ((uintptr_t)&__heap_base + 15u) & ~(uintptr_t)15u;
  uintptr_t end = heap_next + size;
  if (end < heap_next) return 0;
  uintptr_t available = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE;
  if (end > available) {
    uintptr_t pages = (end - available + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
  }
  uintptr_t start = heap_next;
  heap_next = end;
  return start;
}

__attribute__((export_name("quaestio_alloc"))) void *malloc(size_t size) {
  uint32_t class = LEAST_CLASS;
  while (class < CLASSES && ((size_t)1 << class) < size) class++;
  if (class == CLASSES) return 0;
  struct block *block = free_lists[class];
  if (block) {
    free_lists[class] = block->next;
    return block;
  }
  uintptr_t start = grow(HEADER + ((uintptr_t)1 << class));
  if (!start) return 0;
  *(uint32_t *)start = class;
  return (void *)(start + HEADER);
}

__attribute__((export_name("quaestio_free"))) void free(void *pointer) {
  if (!pointer) return;
  uint32_t class = *(uint32_t *)((uintptr_t)pointer - HEADER);
  struct block *block = pointer;
  block->next = free_lists[class];
  free_lists[class] = block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment > HEADER) return 22;
  void *pointer = malloc(size);
  if (!pointer) return 12;
  *result = pointer;
  return 0;
}

// Bulk memory operations are too young for the oldest supported browsers: plain loops, a word at a time where
// both ends allow it.
void *memcpy(void *restrict target, const void *restrict source, size_t count) {
  unsigned char *to = target;
  const unsigned char *from = source;
  while (count >= 8) {
    uint64_t word;
    __builtin_memcpy_inline(&word, from, 8);
    __builtin_memcpy_inline(to, &word, 8);
    to += 8, from += 8, count -= 8;
  }
  while (count--) *to++ = *from++;
  return target;
}

void *memmove(void *target, const void *source, size_t count) {
  unsigned char *to = target;
  const unsigned char *from = source;
  if (to == from) return target;
  if (to < from) {
    while (count--) *to++ = *from++;
  } else {
    while (count--) to[count] = from[count];
  }
  return target;
}

void *memset(void *target, int value, size_t count) {
  unsigned char *to = target;
  uint64_t word = (unsigned char)value * 0x0101010101010101u;
  while (count >= 8) {
    __builtin_memcpy_inline(to, &word, 8);
    to += 8, count -= 8;
  }
  while (count--) *to++ = (unsigned char)value;
  return target;
}

int memcmp(const void *first, const void *second, size_t count) {
  const unsigned char *one = first, *other = second;
  for (size_t index = 0; index < count; index++) {
    if (one[index] != other[index]) return one[index] < other[index] ? -1 : 1;
  }
  return 0;
}
