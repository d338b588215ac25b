#pragma once
#include <sqlite3.h>
#ifdef __linux__
#include <malloc.h>
#endif

/// `SQLITE_TRANSIENT` is a cast in a macro, which the importer cannot read.
static inline sqlite3_destructor_type sillage_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Lets the allocator keep what was freed. The header of glibc that declares this is in no module.
static inline void sillage_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}
