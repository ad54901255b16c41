// The machine's floor for a build: what it costs to read the sources, run libcmark over them and write the site.
//
//   floor SITE PUBLIC OUTPUT
//
// One thread, one reused buffer. Reads every Markdown file below SITE/content, parses and renders it with libcmark
// as plain CommonMark, and writes into the new folder OUTPUT as many files of the same names and sizes as PUBLIC
// holds. Prints one JSON object. PUBLIC is listed before the clock starts: the floor is about the work itself.

#define _GNU_SOURCE
#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAXIMUM_DEPTH = 64, MAXIMUM_PATH = 4096 };

struct buffer {
  char *bytes;
  size_t capacity;
};

// A folder (size -1) or file of the published site, its path relative to the site's root.
struct output {
  char *path;
  off_t size;
};

struct outputs {
  struct output *items;
  size_t count, capacity;
  off_t largest;
};

struct reading {
  struct buffer *buffer;
  size_t files, source_bytes, html_bytes;
};

static _Noreturn void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s %s: %s\n", what, path, strerror(errno));
  exit(1);
}

static void *checked(void *memory) {
  if (!memory) fail("allocating", "memory");
  return memory;
}

static void reserve(struct buffer *buffer, size_t capacity) {
  if (capacity <= buffer->capacity) return;
  buffer->bytes = checked(realloc(buffer->bytes, capacity));
  memset(buffer->bytes + buffer->capacity, 'x', capacity - buffer->capacity);
  buffer->capacity = capacity;
}

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int is_folder(int parent, const struct dirent *entry) {
  if (entry->d_type != DT_UNKNOWN) return entry->d_type == DT_DIR;
  struct stat status;
  return fstatat(parent, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

static void read_document(int folder, const char *name, struct reading *reading) {
  int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) fail("opening", name);
  struct stat status;
  if (fstat(file, &status) < 0) fail("reading", name);
  reserve(reading->buffer, (size_t)status.st_size + 1);
  size_t length = 0;
  for (;;) {
    reserve(reading->buffer, length + 1);
    ssize_t count = read(file, reading->buffer->bytes + length, reading->buffer->capacity - length);
    if (count < 0) fail("reading", name);
    if (count == 0) break;
    length += (size_t)count;
  }
  close(file);

  cmark_node *document = cmark_parse_document(reading->buffer->bytes, length, CMARK_OPT_DEFAULT);
  if (!document) fail("parsing", name);
  char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
  reading->files += 1;
  reading->source_bytes += length;
  reading->html_bytes += strlen(html);
  free(html);
  cmark_node_free(document);
}

// Takes ownership of `folder`.
static void read_documents(int folder, int depth, struct reading *reading) {
  DIR *stream = fdopendir(folder);
  if (!stream) fail("listing", "content");
  for (struct dirent *entry; (entry = readdir(stream));) {
    const char *name = entry->d_name;
    if (name[0] == '.') continue;
    if (is_folder(folder, entry)) {
      if (depth == MAXIMUM_DEPTH) continue;
      int child = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (child < 0) fail("opening", name);
      read_documents(child, depth + 1, reading);
    } else {
      size_t length = strlen(name);
      if (length > 3 && strcmp(name + length - 3, ".md") == 0) read_document(folder, name, reading);
    }
  }
  closedir(stream);
}

static void add_output(struct outputs *outputs, const char *path, off_t size) {
  if (outputs->count == outputs->capacity) {
    outputs->capacity = outputs->capacity ? 2 * outputs->capacity : 1024;
    outputs->items = checked(realloc(outputs->items, outputs->capacity * sizeof *outputs->items));
  }
  outputs->items[outputs->count++] = (struct output){checked(strdup(path)), size};
  if (size > outputs->largest) outputs->largest = size;
}

// Takes ownership of `folder`; a folder comes before what it holds.
static void list_outputs(int folder, char *path, size_t length, int depth, struct outputs *outputs) {
  DIR *stream = fdopendir(folder);
  if (!stream) fail("listing", path);
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    int added = snprintf(path + length, MAXIMUM_PATH - length, "%s%s", length ? "/" : "", entry->d_name);
    if (added < 0 || length + (size_t)added >= MAXIMUM_PATH) {
      errno = ENAMETOOLONG;
      fail("listing", entry->d_name);
    }
    struct stat status;
    if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0) fail("reading", path);
    if (S_ISDIR(status.st_mode) && depth < MAXIMUM_DEPTH) {
      add_output(outputs, path, -1);
      int child = openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (child < 0) fail("opening", path);
      list_outputs(child, path, length + (size_t)added, depth + 1, outputs);
    } else if (S_ISREG(status.st_mode)) {
      add_output(outputs, path, status.st_size);
    }
    path[length] = '\0';
  }
  closedir(stream);
}

static void write_output(int root, const struct output *output, const struct buffer *buffer) {
  if (output->size < 0) {
    if (mkdirat(root, output->path, 0755) < 0) fail("creating", output->path);
    return;
  }
  int file = openat(root, output->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) fail("creating", output->path);
  for (off_t written = 0; written < output->size;) {
    ssize_t count = write(file, buffer->bytes + written, (size_t)(output->size - written));
    if (count < 0) fail("writing", output->path);
    written += count;
  }
  close(file);
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: floor SITE PUBLIC OUTPUT\n");
    return 2;
  }
  int site = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (site < 0) fail("opening", argv[1]);
  int public = open(argv[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (public < 0) fail("opening", argv[2]);

  struct outputs outputs = {0};
  char path[MAXIMUM_PATH] = "";
  list_outputs(public, path, 0, 0, &outputs);

  double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
  struct buffer buffer = {0};
  struct reading reading = {.buffer = &buffer};
  int content = openat(site, "content", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (content < 0) fail("opening", "content");
  read_documents(content, 0, &reading);
  double read_cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, read_wall = seconds(CLOCK_MONOTONIC) - wall;

  if (mkdir(argv[3], 0755) < 0) fail("creating", argv[3]);
  int root = open(argv[3], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (root < 0) fail("opening", argv[3]);
  reserve(&buffer, (size_t)outputs.largest);
  size_t files = 0;
  off_t bytes = 0;
  for (size_t index = 0; index < outputs.count; index++) {
    write_output(root, &outputs.items[index], &buffer);
    if (outputs.items[index].size < 0) continue;
    files += 1;
    bytes += outputs.items[index].size;
  }
  cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  wall = seconds(CLOCK_MONOTONIC) - wall;

  printf("{\"documents\":%zu,\"source_bytes\":%zu,\"html_bytes\":%zu,\"files_written\":%zu,\"bytes_written\":%lld,"
         "\"cpu_seconds\":%.6f,\"wall_seconds\":%.6f,\"stages\":["
         "{\"name\":\"read and libcmark\",\"cpu_seconds\":%.6f,\"wall_seconds\":%.6f},"
         "{\"name\":\"write\",\"cpu_seconds\":%.6f,\"wall_seconds\":%.6f}]}\n",
         reading.files, reading.source_bytes, reading.html_bytes, files, (long long)bytes, cpu, wall, read_cpu,
         read_wall, cpu - read_cpu, wall - read_wall);
  return 0;
}
