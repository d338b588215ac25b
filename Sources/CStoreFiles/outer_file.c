#include "outer_file.h"

static sqlite3_file *innerOf(sqlite3_file *file) { return ((OuterFile *)file)->inner; }

int sillage_open_inner(
  OuterFile *file, size_t size, const sqlite3_io_methods *methods, sqlite3_vfs *base, const char *name, int flags, int *outFlags
) {
  file->inner = (sqlite3_file *)((char *)file + size);
  int code = base->xOpen(base, name, file->inner, flags, outFlags);
  file->asFile.pMethods = file->inner->pMethods ? methods : NULL;
  return code;
}

int sillage_lock(sqlite3_file *file, int level) { return innerOf(file)->pMethods->xLock(innerOf(file), level); }

int sillage_unlock(sqlite3_file *file, int level) { return innerOf(file)->pMethods->xUnlock(innerOf(file), level); }

int sillage_is_reserved(sqlite3_file *file, int *answer) {
  return innerOf(file)->pMethods->xCheckReservedLock(innerOf(file), answer);
}

int sillage_control(sqlite3_file *file, int operation, void *argument) {
  return innerOf(file)->pMethods->xFileControl(innerOf(file), operation, argument);
}

int sillage_sector(sqlite3_file *file) { return innerOf(file)->pMethods->xSectorSize(innerOf(file)); }

int sillage_traits(sqlite3_file *file) { return innerOf(file)->pMethods->xDeviceCharacteristics(innerOf(file)); }
