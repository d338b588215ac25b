#include <stddef.h>

#include "checked_pages.h"
#include "store_files.h"
#include "write_ahead_log.h"

static sqlite3_vfs *base;
static sqlite3_vfs files;

/// Any file but databases and logs is the system's own, with nothing in between.
static int openFile(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *outFlags) {
  (void)self;
  if (flags & SQLITE_OPEN_WAL) return sillage_open_log(base, name, file, flags, outFlags);
  if (flags & SQLITE_OPEN_MAIN_DB) return sillage_open_checked(base, name, file, flags, outFlags);
  return base->xOpen(base, name, file, flags, outFlags);
}

const char *sillage_register_file_system(void) {
  base = sqlite3_vfs_find(NULL);
  if (!base) return NULL;
  // All else is the system's: its functions look at nothing of the file system that they are called for but what is copied here.
  files = *base;
  files.pNext = NULL;
  files.zName = "sillage";
  files.szOsFile = base->szOsFile + (sillage_log_size > sillage_checked_file_size ? sillage_log_size : sillage_checked_file_size);
  files.xOpen = openFile;
  return sqlite3_vfs_register(&files, 0) == SQLITE_OK ? files.zName : NULL;
}

int sillage_reserve_checksums(sqlite3 *connection) {
  int room = sillage_checksum_size;
  return sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &room);
}
