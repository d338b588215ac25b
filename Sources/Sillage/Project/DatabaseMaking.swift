import Foundation

/// Lets one process at a time make a database that appears in one step: what is made beside it has one name, and two that
/// wrote there would put a half-written file in its place.
///
/// The lock is on a file beside the database. The system drops it with the process that holds it, however that ends, so that none is in
/// the way of the next; the file goes with the one who releases it.
enum DatabaseMaking {
  /// Waits until nobody else makes that database, then works. What the work finds is what the other left.
  static func alone<Result>(
    _ database: String, _ work: () throws(SillageError) -> Result
  ) throws(SillageError) -> Result {
    let path = database + ".lock"
    let file = try hold(path)
    defer {
      TextFile.remove(path)
      close(file)
    }
    return try work()
  }

  private static func hold(_ path: String) throws(SillageError) -> Int32 {
    while true {
      let file = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw .cannotWrite(path: path, reason: unsafe String(cString: strerror(errno))) }
      while flock(file, LOCK_EX) != 0 && errno == EINTR {}
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
