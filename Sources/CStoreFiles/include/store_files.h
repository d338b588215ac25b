#pragma once
#include <sqlite3.h>

/// Makes known to SQLite a file system under this name, which is the system's own but for two things.
///
/// Pages of a database that belongs to Sillage, whose header gives eight bytes at their end to nobody, end in a checksum of the rest of
/// them and of their number. It is written with each page of the database file and looked at when such a page is read: one that is not
/// as it was written, is another's or is not all there is `SQLITE_CORRUPT`. Databases without such room are read and written as they
/// are. What is in a log or a journal has checksums of SQLite's instead.
///
/// What a transaction appends to a write-ahead log, two writes a page, is written at once. Nobody else can tell: a reader learns of pages
/// by the index of the log, which is changed after the page that ends a transaction is written.
///
/// To be called once, before the first connection. Returns NULL where SQLite has no file system to build on or no memory.
const char *sillage_register_file_system(void);

/// Lets the pages of a database that this connection is going to make have room for a checksum; one that exists stays as it is. Copies
/// that `VACUUM` makes of it have that room, too. Every connection that may make or copy files has to ask for it. Returns a code of SQLite.
int sillage_reserve_checksums(sqlite3 *connection);
