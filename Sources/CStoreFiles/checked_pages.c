#include "checked_pages.h"

#include <string.h>

#include "page_checksum.h"

// The header of a database, in bytes (sqlite.org/fileformat2.html, section 1.3), and what Sillage writes there.
enum { headerSize = 100, pageSizeAt = 16, reservedAt = 20, versionAt = 60, applicationAt = 68 };
enum { smallestPage = 512, application = 0x53494c4c, versionWithChecksums = 7 };

/// A database file that is open.
typedef struct {
  OuterFile outer;
  /// In bytes; 0 where nothing was read or written yet.
  int pageSize;
  /// Whether there was nothing in the file when it was opened, so that all of it is of this program.
  int isNew;
  int isChecked;
} CheckedFile;

const int sillage_checked_file_size = sizeof(CheckedFile);

static CheckedFile *checkedOf(sqlite3_file *file) { return (CheckedFile *)file; }

static sqlite3_file *innerOf(sqlite3_file *file) { return checkedOf(file)->outer.inner; }

static uint32_t number(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/// Looks into the header. Two places in it say that pages have checksums, so that neither can go bad unnoticed.
static void learn(CheckedFile *file, const unsigned char *header) {
  int size = header[pageSizeAt] << 8 | header[pageSizeAt + 1];
  int hasChecksums = header[reservedAt] != 0 || number(header + versionAt) >= versionWithChecksums;
  file->pageSize = size == 1 ? 65536 : size;
  file->isChecked = hasChecksums && (file->isNew || number(header + applicationAt) == application);
}

/// The number of the page that a piece of the file is; 0 where it is none, or has no checksum.
static uint64_t pageNumber(CheckedFile *file, int count, sqlite3_int64 start) {
  int size = file->pageSize ? file->pageSize : count;
  int isPage = file->isChecked && count == size && size >= smallestPage && (size & (size - 1)) == 0 && start % size == 0;
  return isPage ? (uint64_t)(start / size) + 1 : 0;
}

static void store(unsigned char *bytes, uint64_t checksum) {
  for (int at = 0; at < sillage_checksum_size; at++) bytes[at] = (unsigned char)(checksum >> (8 * at));
}

static int readPage(sqlite3_file *asFile, void *bytes, int count, sqlite3_int64 start) {
  CheckedFile *file = checkedOf(asFile);
  int code = file->outer.inner->pMethods->xRead(file->outer.inner, bytes, count, start);
  if (start == 0 && count >= headerSize && code == SQLITE_OK) {
    if (!file->pageSize) file->isNew = 0;
    learn(file, bytes);
  }
  if (!file->pageSize || (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)) return code;
  uint64_t page = pageNumber(file, count, start);
  if (page == 0) return code;
  unsigned char checksum[sillage_checksum_size];
  store(checksum, sillage_page_checksum(bytes, count, page));
  int isSound = code == SQLITE_OK && memcmp(checksum, (unsigned char *)bytes + count - sillage_checksum_size, sillage_checksum_size) == 0;
  return isSound ? SQLITE_OK : SQLITE_CORRUPT;
}

/// Puts the checksum where SQLite has the page: its last bytes are ours there, too.
static int writePage(sqlite3_file *asFile, const void *bytes, int count, sqlite3_int64 start) {
  CheckedFile *file = checkedOf(asFile);
  if (start == 0 && count >= headerSize) learn(file, bytes);
  uint64_t page = pageNumber(file, count, start);
  if (page != 0) store((unsigned char *)bytes + count - sillage_checksum_size, sillage_page_checksum(bytes, count, page));
  return file->outer.inner->pMethods->xWrite(file->outer.inner, bytes, count, start);
}

static int closeFile(sqlite3_file *file) { return innerOf(file)->pMethods->xClose(innerOf(file)); }

static int truncateFile(sqlite3_file *file, sqlite3_int64 size) { return innerOf(file)->pMethods->xTruncate(innerOf(file), size); }

static int synchronizeFile(sqlite3_file *file, int flags) { return innerOf(file)->pMethods->xSync(innerOf(file), flags); }

static int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size) { return innerOf(file)->pMethods->xFileSize(innerOf(file), size); }

static int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **place) {
  return innerOf(file)->pMethods->xShmMap(innerOf(file), page, size, extend, place);
}

static int lockShared(sqlite3_file *file, int offset, int count, int flags) {
  return innerOf(file)->pMethods->xShmLock(innerOf(file), offset, count, flags);
}

static void fenceShared(sqlite3_file *file) { innerOf(file)->pMethods->xShmBarrier(innerOf(file)); }

static int unmapShared(sqlite3_file *file, int isDeleted) { return innerOf(file)->pMethods->xShmUnmap(innerOf(file), isDeleted); }

#define EVERYWHERE                                                                                                              \
  .xClose = closeFile, .xRead = readPage, .xWrite = writePage, .xTruncate = truncateFile, .xSync = synchronizeFile,             \
  .xFileSize = sizeOfFile, .xLock = sillage_lock, .xUnlock = sillage_unlock, .xCheckReservedLock = sillage_is_reserved,         \
  .xFileControl = sillage_control, .xSectorSize = sillage_sector, .xDeviceCharacteristics = sillage_traits

/// Version 2 has no mapping of pages into memory, which would not be looked at.
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  EVERYWHERE,
  .xShmMap = mapShared,
  .xShmLock = lockShared,
  .xShmBarrier = fenceShared,
  .xShmUnmap = unmapShared,
};

/// For places where the system's files have no memory that processes share, such as some folders of a network.
static const sqlite3_io_methods methodsWithoutSharing = {.iVersion = 1, EVERYWHERE};

int sillage_open_checked(sqlite3_vfs *base, const char *name, sqlite3_file *asFile, int flags, int *outFlags) {
  CheckedFile *file = checkedOf(asFile);
  memset(file, 0, sizeof *file);
  file->isNew = 1;
  file->isChecked = 1;
  int code = sillage_open_inner(&file->outer, sizeof *file, &methods, base, name, flags, outFlags);
  sqlite3_file *inner = file->outer.inner;
  if (inner->pMethods && inner->pMethods->iVersion < 2) asFile->pMethods = &methodsWithoutSharing;
  return code;
}
