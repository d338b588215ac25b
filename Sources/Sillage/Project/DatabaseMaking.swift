import Foundation

/// Lets one process at a time make a database that appears in one step: what is made beside it has one name, and two that
/// wrote there would put a half-written file in its place.
///
/// The lock is on a file beside the database. The system drops it with the process that holds it, however that ends, so that none is in
/// the way of the next; the file goes with the one who releases it.
enum DatabaseMaking {
  /// Waits until nobody else makes that database, which `report` is told of, then works. What the work finds is what the other left.
  static func alone<Result>(
    _ database: String, report: (String) -> Void = { _ in }, _ work: () throws(SillageError) -> Result
  ) throws(SillageError) -> Result {
    let path = database + ".lock"
    let file = try hold(path, of: database, report)
    defer {
      TextFile.remove(path)
      close(file)
    }
    return try work()
  }

  private static func hold(_ path: String, of database: String, _ report: (String) -> Void) throws(SillageError) -> Int32 {
    while true {
      let file = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw .cannotWrite(path: database, reason: unsafe String(cString: strerror(errno))) }
      if flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
        report("waiting for another process that makes \(database)")
        while flock(file, LOCK_EX) != 0 && errno == EINTR {}
      }
      if isNamed(path, file) { return file }
      close(file)
    }
  }

  /// Whether the path still names the file: the one who held it before has removed it.
  private static func isNamed(_ path: String, _ file: Int32) -> Bool {
    var (held, named) = (stat(), stat())
    guard unsafe fstat(file, &held) == 0, unsafe stat(path, &named) == 0 else { return false }
    return held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }
}
