#pragma once
#include <sqlite3.h>

/// Makes known to SQLite a file system under this name, which is the system's own but for write-ahead logs: what a transaction
/// appends to one, two writes a page, is written at once. Nobody else can tell: a reader learns of pages by the index of the log,
/// which is changed after the page that ends a transaction is written.
///
/// To be called once, before the first connection. Returns NULL where SQLite has no file system to build on or no memory.
const char *sillage_register_write_ahead_log(void);
