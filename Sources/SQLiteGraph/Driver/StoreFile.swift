import GraphModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What has to be known of a database file before SQLite opens it, and done after. It has no state to guard.
enum StoreFile {
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool { unsafe access(path + "/.", F_OK) == 0 }

  /// Whether files can be made in the folder that holds the path.
  static func isFolderWritable(of path: String) -> Bool {
    unsafe access(folder(of: path), W_OK) == 0
  }

  /// Makes an empty file, and fails where there is one already.
  static func create(_ path: String) throws(StoreError) {
    let file = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      if errno == EEXIST { throw StoreError(.cannotOpen, "\(path) exists already") }
      throw StoreError(.cannotOpen, "cannot create \(path): \(reason())")
    }
    _ = close(file)
  }

  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// Whether the file says that its changes go through a write-ahead log: bytes 18 and 19 of the header
  /// (https://www.sqlite.org/fileformat2.html, section 1.3.3).
  static func hasLogMode(_ path: String) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = close(file) }
    var header = [UInt8](filledWith: 0, count: 20)
    let count = unsafe header.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    return count == 20 && header[18] == 2 && header[19] == 2
  }

  /// Waits until the file and its name in the folder are on the disk.
  static func flush(_ path: String) throws(StoreError) {
    for place in [path, folder(of: path)] {
      let file = unsafe open(place, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw StoreError(.inputOutput, "cannot open \(place): \(reason())") }
      defer { _ = close(file) }
      guard fsync(file) == 0 else { throw StoreError(.inputOutput, "cannot flush \(place): \(reason())") }
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
