#pragma once
#include "outer_file.h"

/// How many bytes of ours an open log takes; the file of the system's own follows them.
extern const int sillage_log_size;

/// Opens a write-ahead log to which the pages of a transaction are written at once.
int sillage_open_log(sqlite3_vfs *base, const char *name, sqlite3_file *file, int flags, int *outFlags);
