#include "write_ahead_log.h"

#include <string.h>

// Sizes in bytes, from "The WAL file format" in the file format of SQLite (sqlite.org/fileformat2.html#walformat).
enum { frameHeader = 24, room = 128 << 10 };

/// A log that is open.
typedef struct {
  OuterFile outer;
  /// What is appended and not written yet, the last of the log; `room` bytes, made when first needed.
  unsigned char *waiting;
  int waitingBytes;
  /// Where the log ends, what waits included. What is written before it is not held back.
  sqlite3_int64 end;
  /// Whether the page to come is the last one of its transaction.
  int endsTransaction;
} Log;

const int sillage_log_size = sizeof(Log);

static Log *logOf(sqlite3_file *file) { return (Log *)file; }

/// Writes what waits. Where that fails it is forgotten, and SQLite undoes the transaction.
static int writeWaiting(Log *log) {
  int count = log->waitingBytes;
  log->waitingBytes = 0;
  return count == 0 ? SQLITE_OK : log->outer.inner->pMethods->xWrite(log->outer.inner, log->waiting, count, log->end - count);
}

static int writeAtOnce(Log *log, const void *bytes, int count, sqlite3_int64 start) {
  int code = writeWaiting(log);
  log->endsTransaction = 0;
  if (start == 0 || start + count > log->end) log->end = start + count;
  return code == SQLITE_OK ? log->outer.inner->pMethods->xWrite(log->outer.inner, bytes, count, start) : code;
}

static int append(Log *log, const void *bytes, int count) {
  if (log->waitingBytes + count > room) {
    int code = writeWaiting(log);
    if (code != SQLITE_OK) return code;
  }
  memcpy(log->waiting + log->waitingBytes, bytes, count);
  log->waitingBytes += count;
  log->end += count;
  if (count == frameHeader) {
    // The size of the database after the transaction, which only its last page has.
    log->endsTransaction = memcmp((const char *)bytes + 4, "\0\0\0\0", 4) != 0;
    return SQLITE_OK;
  }
  if (!log->endsTransaction) return SQLITE_OK;
  log->endsTransaction = 0;
  return writeWaiting(log);
}

// MARK: What SQLite asks of an open log

/// What waits belongs to a transaction that did not end.
static int closeLog(sqlite3_file *file) {
  Log *log = logOf(file);
  sqlite3_free(log->waiting);
  return log->outer.inner->pMethods->xClose(log->outer.inner);
}

static int readLog(sqlite3_file *file, void *bytes, int count, sqlite3_int64 start) {
  Log *log = logOf(file);
  int code = start + count > log->end - log->waitingBytes ? writeWaiting(log) : SQLITE_OK;
  return code == SQLITE_OK ? log->outer.inner->pMethods->xRead(log->outer.inner, bytes, count, start) : code;
}

static int writeLog(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 start) {
  Log *log = logOf(file);
  if (!log->waiting) log->waiting = sqlite3_malloc(room);
  int isAppended = start != 0 && start == log->end && count <= room && log->waiting;
  return isAppended ? append(log, bytes, count) : writeAtOnce(log, bytes, count, start);
}

static int truncateLog(sqlite3_file *file, sqlite3_int64 size) {
  Log *log = logOf(file);
  int code = writeWaiting(log);
  if (log->end > size) log->end = size;
  return code == SQLITE_OK ? log->outer.inner->pMethods->xTruncate(log->outer.inner, size) : code;
}

static int synchronizeLog(sqlite3_file *file, int flags) {
  Log *log = logOf(file);
  int code = writeWaiting(log);
  return code == SQLITE_OK ? log->outer.inner->pMethods->xSync(log->outer.inner, flags) : code;
}

static int sizeOfLog(sqlite3_file *file, sqlite3_int64 *size) {
  Log *log = logOf(file);
  int code = writeWaiting(log);
  return code == SQLITE_OK ? log->outer.inner->pMethods->xFileSize(log->outer.inner, size) : code;
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = closeLog,
  .xRead = readLog,
  .xWrite = writeLog,
  .xTruncate = truncateLog,
  .xSync = synchronizeLog,
  .xFileSize = sizeOfLog,
  .xLock = sillage_lock,
  .xUnlock = sillage_unlock,
  .xCheckReservedLock = sillage_is_reserved,
  .xFileControl = sillage_control,
  .xSectorSize = sillage_sector,
  .xDeviceCharacteristics = sillage_traits,
};

int sillage_open_log(sqlite3_vfs *base, const char *name, sqlite3_file *file, int flags, int *outFlags) {
  Log *log = logOf(file);
  memset(log, 0, sizeof *log);
  return sillage_open_inner(&log->outer, sizeof *log, &methods, base, name, flags, outFlags);
}
