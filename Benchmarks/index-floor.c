// The machine's floor for an index: what it costs at least to find the terms of the pages and to invert them.
//
//   index-floor SITE [ROUNDS]
//
// One thread. Reads every Markdown file below SITE/content before any clock starts. Then, in each round: libcmark parses and
// renders all; the terms of all are counted, page by page; the pages are distributed to the terms. Terms are the words of
// ASCII letters and digits in small letters, ideographs, and pairs of these, taken from the Markdown as it stands: nothing is
// folded, stemmed or divided, nothing is known of fields, titles, formulas and references. Terms are told apart by 64 bits;
// nothing is sorted, coded or written. An index cannot be made with less than this. Prints the medians as one JSON object.

#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAXIMUM_ROUNDS = 99, AHEAD = 12 };

struct page {
  size_t start, length;
};

// A term, and where the page that is read has it among its own.
struct slot {
  uint64_t key;
  uint32_t number, place;
};

struct posting {
  uint32_t term, weight;
};

static char *bytes;
static size_t byte_count, byte_capacity;
static struct page *pages;
static size_t page_count, page_capacity;
static struct slot *slots;
static size_t slot_count;
static uint32_t term_count;
static struct posting *postings;
static size_t posting_count, posting_capacity;
static size_t *page_ends;
static uint32_t *lists;
static size_t *list_ends;
static uint64_t *keys;
static unsigned char small[256];

static _Noreturn void fail(const char *what, const char *path) {
  fprintf(stderr, "index-floor: %s %s: %s\n", what, path, strerror(errno));
  exit(1);
}

static void *resized(void *memory, size_t size) {
  memory = realloc(memory, size);
  if (!memory) fail("allocating", "memory");
  return memory;
}

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int add_page(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)place;
  size_t length = strlen(path), size = (size_t)status->st_size;
  if (kind != FTW_F || length < 4 || strcmp(path + length - 3, ".md") != 0) return 0;
  if (byte_count + size + 16 > byte_capacity) {
    byte_capacity = 2 * (byte_count + size + 16);
    bytes = resized(bytes, byte_capacity);
  }
  if (page_count == page_capacity) {
    page_capacity = 2 * page_capacity + 1024;
    pages = resized(pages, page_capacity * sizeof *pages);
  }
  FILE *file = fopen(path, "rb");
  if (!file || fread(bytes + byte_count, 1, size, file) != size) fail("reading", path);
  fclose(file);
  memset(bytes + byte_count + size, 0, 16);
  pages[page_count++] = (struct page){byte_count, size};
  byte_count += size + 16;
  return 0;
}

static void run_cmark(void) {
  for (size_t index = 0; index < page_count; index++) {
    cmark_node *document =
        cmark_parse_document(bytes + pages[index].start, pages[index].length, CMARK_OPT_DEFAULT);
    free(cmark_render_html(document, CMARK_OPT_DEFAULT));
    cmark_node_free(document);
  }
}

static size_t place_of(uint64_t key) { return (key * 0x9E3779B97F4A7C15u >> 32) & (slot_count - 1); }

static void grow(void) {
  struct slot *former = slots;
  size_t former_count = slot_count;
  slot_count = former_count ? 2 * former_count : 1 << 16;
  slots = calloc(slot_count, sizeof *slots);
  if (!slots) fail("allocating", "terms");
  for (size_t index = 0; index < former_count; index++) {
    if (!former[index].key) continue;
    size_t place = place_of(former[index].key);
    while (slots[place].key) place = (place + 1) & (slot_count - 1);
    slots[place] = former[index];
  }
  free(former);
}

// Writes the keys of a page's terms; gives how many they are.
static size_t read_keys(const unsigned char *text, size_t length) {
  size_t count = 0;
  uint64_t previous = 0;
  for (size_t index = 0; index < length;) {
    unsigned char byte = small[text[index]];
    if (byte) {
      uint64_t key = 0, hash = 0;
      size_t size = 0;
      do {
        key = key << 8 | byte;
        if (++size % 8 == 0) {
          hash = (hash ^ key) * 0x9E3779B97F4A7C15u;
          key = 0;
        }
        byte = small[text[++index]];
      } while (byte);
      keys[count++] = size < 8 ? key : (hash ^ key) * 0x9E3779B97F4A7C15u | 1ull << 63;
      previous = 0;
    } else if (text[index] >= 0xE3 && text[index] <= 0xED && index + 2 < length) {
      uint64_t character =
          (uint64_t)(text[index] & 15) << 12 | (uint64_t)(text[index + 1] & 63) << 6 | (text[index + 2] & 63);
      keys[count++] = character << 16 | 3ull << 62;
      if (previous) keys[count++] = previous << 16 | character | 3ull << 62;
      previous = character;
      index += 3;
    } else {
      previous = 0;
      index += 1;
    }
  }
  return count;
}

static void count_terms(void) {
  free(slots);
  slots = NULL;
  slot_count = term_count = 0;
  posting_count = 0;
  grow();
  for (size_t index = 0; index < page_count; index++) {
    size_t count = read_keys((unsigned char *)bytes + pages[index].start, pages[index].length);
    size_t first = posting_count;
    if (posting_count + count > posting_capacity) {
      posting_capacity = 2 * (posting_count + count);
      postings = resized(postings, posting_capacity * sizeof *postings);
    }
    while (2 * (term_count + count) > slot_count) grow();
    for (size_t place = 0; place < count; place++) {
      if (place + AHEAD < count) __builtin_prefetch(&slots[place_of(keys[place + AHEAD])]);
      uint64_t key = keys[place];
      size_t slot = place_of(key);
      while (slots[slot].key && slots[slot].key != key) slot = (slot + 1) & (slot_count - 1);
      if (!slots[slot].key) slots[slot] = (struct slot){key, term_count++, UINT32_MAX};
      size_t own = first + slots[slot].place;
      if (own < posting_count && postings[own].term == slots[slot].number) {
        postings[own].weight++;
      } else {
        slots[slot].place = (uint32_t)(posting_count - first);
        postings[posting_count++] = (struct posting){slots[slot].number, 1};
      }
    }
    page_ends[index] = posting_count;
  }
}

static void invert(void) {
  list_ends = resized(list_ends, (term_count + 1) * sizeof *list_ends);
  memset(list_ends, 0, (term_count + 1) * sizeof *list_ends);
  for (size_t place = 0; place < posting_count; place++) list_ends[postings[place].term + 1]++;
  for (uint32_t term = 0; term < term_count; term++) list_ends[term + 1] += list_ends[term];
  lists = resized(lists, posting_count * sizeof *lists);
  size_t place = 0;
  for (size_t page = 0; page < page_count; page++) {
    for (; place < page_ends[page]; place++) {
      uint32_t weight = postings[place].weight < 15 ? postings[place].weight : 15;
      lists[list_ends[postings[place].term]++] = weight << 28 | (uint32_t)page;
    }
  }
}

static int compare(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, compare);
  return values[count / 2];
}

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[2]) : 7;
  if (argc < 2 || rounds < 1 || rounds > MAXIMUM_ROUNDS) {
    fprintf(stderr, "usage: index-floor SITE [ROUNDS]\n");
    return 2;
  }
  char content[4096];
  snprintf(content, sizeof content, "%s/content", argv[1]);
  if (nftw(content, add_page, 64, FTW_PHYS) != 0) fail("reading", content);
  size_t longest = 0;
  for (size_t index = 0; index < page_count; index++) {
    if (pages[index].length > longest) longest = pages[index].length;
  }
  keys = resized(NULL, (longest + 1) * sizeof *keys);
  page_ends = resized(NULL, (page_count + 1) * sizeof *page_ends);
  for (int byte = 0; byte < 256; byte++) {
    int letter = byte | 0x20;
    small[byte] = (unsigned char)((letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9') ? letter : 0);
  }
  double parsing[MAXIMUM_ROUNDS], counting[MAXIMUM_ROUNDS], inverting[MAXIMUM_ROUNDS];
  for (int round = 0; round < rounds; round++) {
    double start = seconds();
    run_cmark();
    double parsed = seconds();
    count_terms();
    double counted = seconds();
    invert();
    parsing[round] = parsed - start;
    counting[round] = counted - parsed;
    inverting[round] = seconds() - counted;
  }
  double cmark = median(parsing, rounds), terms = median(counting, rounds), lists_cpu = median(inverting, rounds);
  printf("{\"pages\":%zu,\"bytes\":%zu,\"terms\":%u,\"postings\":%zu,\"cmark\":%.4f,\"counting\":%.4f,\"inversion\":%.4f,"
         "\"ratio\":%.3f}\n",
         page_count, byte_count, term_count, posting_count, cmark, terms, lists_cpu, (terms + lists_cpu) / cmark);
  return 0;
}
