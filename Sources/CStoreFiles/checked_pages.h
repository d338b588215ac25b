#pragma once
#include "outer_file.h"

/// In bytes, at the end of each page.
enum { sillage_checksum_size = 8 };

/// How many bytes of ours an open database file takes; the file of the system's own follows them.
extern const int sillage_checked_file_size;

/// Opens a database file whose pages end in checksums, or do not: its header tells.
int sillage_open_checked(sqlite3_vfs *base, const char *name, sqlite3_file *file, int flags, int *outFlags);
