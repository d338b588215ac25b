#include "write_ahead_log.h"

#include <string.h>

// Sizes in bytes, from "The WAL file format" in the file format of SQLite (sqlite.org/fileformat2.html#walformat).
enum { frameHeader = 24, room = 128 << 10 };

/// A log that is open. SQLite's own file follows it in memory.
typedef struct {
  sqlite3_file asFile;
  sqlite3_file *file;
  /// What is appended and not written yet, the last of the log; `room` bytes, made when first needed.
  unsigned char *waiting;
  int waitingBytes;
  /// Where the log ends, what waits included. What is written before it is not held back.
  sqlite3_int64 end;
  /// Whether the page to come is the last one of its transaction.
  int endsTransaction;
} Log;

static sqlite3_vfs *base;
static sqlite3_vfs logging;

static Log *logOf(sqlite3_file *file) { return (Log *)file; }

/// Writes what waits. Where that fails it is forgotten, and SQLite undoes the transaction.
static int writeWaiting(Log *log) {
  int count = log->waitingBytes;
  log->waitingBytes = 0;
  return count == 0 ? SQLITE_OK : log->file->pMethods->xWrite(log->file, log->waiting, count, log->end - count);
}

static int writeAtOnce(Log *log, const void *bytes, int count, sqlite3_int64 start) {
  int code = writeWaiting(log);
  log->endsTransaction = 0;
  if (start == 0 || start + count > log->end) log->end = start + count;
  return code == SQLITE_OK ? log->file->pMethods->xWrite(log->file, bytes, count, start) : code;
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
  return log->file->pMethods->xClose(log->file);
}

static int readLog(sqlite3_file *file, void *bytes, int count, sqlite3_int64 start) {
  Log *log = logOf(file);
  int code = start + count > log->end - log->waitingBytes ? writeWaiting(log) : SQLITE_OK;
  return code == SQLITE_OK ? log->file->pMethods->xRead(log->file, bytes, count, start) : code;
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
  return code == SQLITE_OK ? log->file->pMethods->xTruncate(log->file, size) : code;
}

static int synchronizeLog(sqlite3_file *file, int flags) {
  Log *log = logOf(file);
  int code = writeWaiting(log);
  return code == SQLITE_OK ? log->file->pMethods->xSync(log->file, flags) : code;
}

static int sizeOfLog(sqlite3_file *file, sqlite3_int64 *size) {
  Log *log = logOf(file);
  int code = writeWaiting(log);
  return code == SQLITE_OK ? log->file->pMethods->xFileSize(log->file, size) : code;
}

static int lockLog(sqlite3_file *file, int level) { return logOf(file)->file->pMethods->xLock(logOf(file)->file, level); }

static int unlockLog(sqlite3_file *file, int level) {
  return logOf(file)->file->pMethods->xUnlock(logOf(file)->file, level);
}

static int isLogReserved(sqlite3_file *file, int *answer) {
  return logOf(file)->file->pMethods->xCheckReservedLock(logOf(file)->file, answer);
}

static int controlLog(sqlite3_file *file, int operation, void *argument) {
  return logOf(file)->file->pMethods->xFileControl(logOf(file)->file, operation, argument);
}

static int sectorOfLog(sqlite3_file *file) { return logOf(file)->file->pMethods->xSectorSize(logOf(file)->file); }

static int traitsOfLog(sqlite3_file *file) {
  return logOf(file)->file->pMethods->xDeviceCharacteristics(logOf(file)->file);
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = closeLog,
  .xRead = readLog,
  .xWrite = writeLog,
  .xTruncate = truncateLog,
  .xSync = synchronizeLog,
  .xFileSize = sizeOfLog,
  .xLock = lockLog,
  .xUnlock = unlockLog,
  .xCheckReservedLock = isLogReserved,
  .xFileControl = controlLog,
  .xSectorSize = sectorOfLog,
  .xDeviceCharacteristics = traitsOfLog,
};

// MARK: The file system

/// Any file but a log is the system's own, with nothing in between.
static int openFile(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *outFlags) {
  (void)self;
  if (!(flags & SQLITE_OPEN_WAL)) return base->xOpen(base, name, file, flags, outFlags);
  Log *log = logOf(file);
  memset(log, 0, sizeof *log);
  log->file = (sqlite3_file *)(log + 1);
  int code = base->xOpen(base, name, log->file, flags, outFlags);
  // SQLite closes what has methods, whether it could be opened or not.
  if (log->file->pMethods) log->asFile.pMethods = &methods;
  return code;
}

const char *sillage_register_write_ahead_log(void) {
  base = sqlite3_vfs_find(NULL);
  if (!base) return NULL;
  // All else is the system's: its functions look at nothing of the file system that they are called for but what is copied here.
  logging = *base;
  logging.pNext = NULL;
  logging.zName = "sillage";
  logging.szOsFile = (int)sizeof(Log) + base->szOsFile;
  logging.xOpen = openFile;
  return sqlite3_vfs_register(&logging, 0) == SQLITE_OK ? logging.zName : NULL;
}
