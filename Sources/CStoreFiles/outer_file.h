#pragma once
#include <sqlite3.h>
#include <stddef.h>

/// The start of every open file of ours: what SQLite sees, and the file of the system's own that it stands for.
typedef struct {
  sqlite3_file asFile;
  sqlite3_file *inner;
} OuterFile;

/// Opens a file of the system's own in the room behind `size` bytes of ours. What SQLite sees gets its methods only where there is something
/// to close, since SQLite closes what has methods, whether it could be opened or not.
int sillage_open_inner(
  OuterFile *file, size_t size, const sqlite3_io_methods *methods, sqlite3_vfs *base, const char *name, int flags, int *outFlags);

// What is asked of the file of the system's own as it is.
int sillage_lock(sqlite3_file *file, int level);
int sillage_unlock(sqlite3_file *file, int level);
int sillage_is_reserved(sqlite3_file *file, int *answer);
int sillage_control(sqlite3_file *file, int operation, void *argument);
int sillage_sector(sqlite3_file *file);
int sillage_traits(sqlite3_file *file);
