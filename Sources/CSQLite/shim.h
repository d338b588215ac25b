#pragma once
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#endif

/// `SQLITE_TRANSIENT` is a cast in a macro, which the importer cannot read.
static inline sqlite3_destructor_type sillage_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Spares SQLite counting its memory under a lock at each piece. To be called before the first connection; later nothing changes.
static inline void sillage_forgo_memory_counts(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// Lets the allocator keep what was freed. The header of glibc that declares this is in no module.
static inline void sillage_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

/// Takes so much room for the heap of the main thread, untouched, and asks for large pages in it. Where the system has none, or no such
/// room, nothing changes. Kept below the threshold above, lest it be given back at once.
static inline void sillage_use_large_pages(size_t room) {
#ifdef __GLIBC__
  const uintptr_t page = 2 << 20;
  mallopt(M_TOP_PAD, (int)room);
  void *first = malloc(page);
  mallopt(M_TOP_PAD, 128 << 10);
  uintptr_t start = ((uintptr_t)first + page - 1) & ~(page - 1), end = (uintptr_t)sbrk(0) & ~(page - 1);
  if (first && start < end && end - start <= 2 * room) madvise((void *)start, end - start, MADV_HUGEPAGE);
  free(first);
#endif
}

/// Zeros from the system, in large pages where they are many and that is wanted; NULL where there is no room.
static inline void *sillage_zeros(size_t size, bool inLargePages) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
#ifdef MADV_HUGEPAGE
  if (inLargePages && size >= 4 << 20) madvise(memory, size, MADV_HUGEPAGE);
#endif
  return memory;
}

/// How many bytes a program had better not exceed: half the memory of the machine, and a third of the addresses that it may use, since a
/// list that grows is copied into room of twice its size. Nothing is said, by the highest number, where the use of it cannot be told.
static inline uint64_t sillage_sensible_memory(void) {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  uint64_t sensible = (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE) / 2;
  struct rlimit addresses;
  if (getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur != RLIM_INFINITY && addresses.rlim_cur / 3 < sensible)
    sensible = addresses.rlim_cur / 3;
  return sensible;
#else
  return UINT64_MAX;
#endif
}

/// Milliseconds of a clock that only goes forward, exact to some four of them. Cost: some nanoseconds.
static inline uint64_t sillage_milliseconds(void) {
  struct timespec now = {0};
#ifdef CLOCK_MONOTONIC_COARSE
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
#else
  clock_gettime(CLOCK_MONOTONIC, &now);
#endif
  return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/// Whether the allocator has handed out more bytes than that. It is only asked, which may take a while, where the addresses that the
/// program uses are more.
static inline bool sillage_uses_more(uint64_t limit) {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  char text[32] = {0};
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file >= 0) {
    bool isRead = read(file, text, sizeof text - 1) > 0;
    close(file);
    if (isRead && strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) <= limit) return false;
  }
  struct mallinfo2 use = mallinfo2();
  return use.uordblks + use.hblkhd > limit;
#else
  return false;
#endif
}
