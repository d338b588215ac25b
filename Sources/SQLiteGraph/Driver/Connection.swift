import CSQLite
import CStoreFiles
import GraphModel

/// One connection to one SQLite database.
///
/// Guarded by its owner: a connection, its statements and the graph on top of it are used by one thread at a time. Only
/// ``interruption`` may be used from elsewhere, and it guards itself.
@safe
final class Connection {
  /// What is opened, and how.
  enum Place {
    case memory
    /// A file that exists. It is never created here, and with `writable` false never changed.
    case file(String, writable: Bool)
    /// A file that nobody can change while it is open: read without locks and without files beside it.
    case unchangingFile(String)
  }

  private var handle: OpaquePointer?
  /// What is to be done once, before the first connection.
  private static let setUp: Void = sillage_forgo_memory_counts()
  /// The file system of all files; nil where SQLite could not take it in.
  nonisolated(unsafe) private static let files = unsafe sillage_register_file_system()
  let interruption = Interruption()

  init(_ place: Place, busyTimeout milliseconds: Int32) throws(StoreError) {
    Self.setUp
    let name: String
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var fileSystem: UnsafePointer<CChar>?
    switch place {
    case .memory:
      name = ":memory:"
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    case .file(let path, let writable):
      // A relative path gets `./`, since SQLite takes names such as `:memory:` for something else.
      name = path.hasPrefix("/") ? path : "./" + path
      flags |= writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
      unsafe fileSystem = try Self.fileSystem()
    case .unchangingFile(let path):
      name = "file:" + Self.percentEncoded(path) + "?immutable=1"
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      unsafe fileSystem = try Self.fileSystem()
    }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(name, &opened, flags, fileSystem)
    unsafe handle = opened
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let error = unsafe Self.error(code, opened)
      close()
      throw error
    }
    if unsafe fileSystem != nil { unsafe sillage_reserve_checksums(opened) }
    unsafe sqlite3_busy_timeout(opened, milliseconds)
    unsafe interruption.attach(opened)
  }

  deinit { close() }

  /// The one of all files: another would write pages without checksums.
  private static func fileSystem() throws(StoreError) -> UnsafePointer<CChar> {
    guard let files = unsafe files else { throw StoreError(.cannotOpen, "SQLite cannot take in a file system") }
    return unsafe files
  }

  /// Ends the connection; every statement must be gone by then. A transaction that is open is rolled back.
  func close() {
    interruption.detach()
    if let open = unsafe handle { unsafe sqlite3_close_v2(open) }
    unsafe handle = nil
  }

  /// Runs statements that have no values and whose rows are of no interest.
  func execute(_ sql: String) throws(StoreError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe Self.error(code, handle) }
  }

  func prepare(_ sql: String) throws(StoreError) -> Statement {
    var pointer: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard code == SQLITE_OK, let pointer = unsafe pointer else { throw unsafe Self.error(code, handle) }
    return unsafe Statement(pointer)
  }

  /// The first column of the first row, as a number; nil where there is no row.
  func number(_ sql: String) throws(StoreError) -> Int64? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The first column of all rows.
  func numbers(_ sql: String) throws(StoreError) -> [Int64] {
    let statement = try prepare(sql)
    var numbers: [Int64] = []
    while try statement.step() { numbers.append(statement.integer(0)) }
    return numbers
  }

  /// The first column of all rows, as text.
  func texts(_ sql: String) throws(StoreError) -> [String] {
    let statement = try prepare(sql)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0)) }
    return texts
  }

  /// Takes over all that another database holds.
  func copy(from other: Connection) throws(StoreError) {
    guard let backup = unsafe sqlite3_backup_init(handle, "main", other.handle, "main") else {
      throw unsafe Self.error(sqlite3_errcode(handle), handle)
    }
    unsafe sqlite3_backup_step(backup, -1)
    let code = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_OK else { throw unsafe Self.error(code, handle) }
  }

  /// Whether a transaction is open. Some errors, such as a full disk, end it.
  var isInTransaction: Bool {
    guard let open = unsafe handle else { return false }
    return unsafe sqlite3_get_autocommit(open) == 0
  }

  var isOpen: Bool { unsafe handle != nil }

  func setBusyTimeout(milliseconds: Int32) {
    if let open = unsafe handle { unsafe sqlite3_busy_timeout(open, milliseconds) }
  }

  /// An error of the store in place of an error code of SQLite, with SQLite's own message where it says more than that.
  static func error(_ code: Int32, _ handle: OpaquePointer?) -> StoreError {
    let text =
      if let handle = unsafe handle { unsafe String(cString: sqlite3_errmsg(handle)) } else {
        unsafe String(cString: sqlite3_errstr(code))
      }
    let kind: StoreError.Kind =
      switch code & 0xff {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_READONLY: .readOnly
      case SQLITE_IOERR, SQLITE_FULL: .inputOutput
      case SQLITE_CORRUPT: .damaged
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
      case SQLITE_INTERRUPT: .interrupted
      default: .misuse
      }
    let isPlainDamage = unsafe kind == .damaged && text == String(cString: sqlite3_errstr(SQLITE_CORRUPT))
    return StoreError(kind, isPlainDamage ? "the database is damaged: a page is not as it was written" : text)
  }

  /// The path as part of a `file:` URI.
  private static func percentEncoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var out = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "/-._~".unicodeScalars.contains(scalar)
      if isPlain {
        out.unicodeScalars.append(scalar)
      } else {
        out.append("%")
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return out
  }
}
