#pragma once
#include <sqlite3.h>

/// `SQLITE_TRANSIENT` is a cast in a macro, which the importer cannot read.
static inline sqlite3_destructor_type sillage_sqlite_transient(void) { return SQLITE_TRANSIENT; }
