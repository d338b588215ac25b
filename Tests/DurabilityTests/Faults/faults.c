// Lets the n-th write, sync or cut of a database file fail, for the tests of this folder: FAULT_AT says which, FAULT_LOG names
// a file that tells afterwards whether it came to that. Loaded before the C library with LD_PRELOAD.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int is_database(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, "/faulty.db") != NULL;
}

static int fails(int file) {
  static int calls = 0;
  const char *wanted = getenv("FAULT_AT"), *log = getenv("FAULT_LOG");
  if (!wanted || !is_database(file)) return 0;
  if (++calls != atoi(wanted)) return 0;
  if (log) {
    FILE *told = fopen(log, "w");
    if (told) { fputs("failed\n", told); fclose(told); }
  }
  errno = EIO;
  return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return fails(file) ? -1 : NEXT(pwrite)(file, bytes, count, at); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) { return fails(file) ? -1 : NEXT(pwrite64)(file, bytes, count, at); }
ssize_t write(int file, const void *bytes, size_t count) { return fails(file) ? -1 : NEXT(write)(file, bytes, count); }
int fsync(int file) { return fails(file) ? -1 : NEXT(fsync)(file); }
int fdatasync(int file) { return fails(file) ? -1 : NEXT(fdatasync)(file); }
int ftruncate(int file, off_t size) { return fails(file) ? -1 : NEXT(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) { return fails(file) ? -1 : NEXT(ftruncate64)(file, size); }
