public import GraphModel

extension SQLiteGraph {
  /// Opens a database that exists.
  ///
  /// For reading, no file is created or changed, and the folder need not be writable, unless a writer ended in the middle of
  /// entering or leaving the use of a log. Fails with `cannotOpen`,
  /// `notADatabase`, `otherVersion` or `damaged`; for writing also with `busy`, where another process holds the database
  /// for longer than `busyTimeout` milliseconds.
  public static func open(
    _ path: String, for access: Access, busyTimeout: Int32 = 5_000
  ) throws(StoreError) -> SQLiteGraph {
    guard StoreFile.exists(path) else { throw StoreError(.cannotOpen, "there is no database at \(path)") }
    guard !StoreFile.isFolder(path) else { throw StoreError(.cannotOpen, "\(path) is a folder") }
    do throws(StoreError) {
      let graph = SQLiteGraph(
        try Connection(place(of: path, for: access), busyTimeout: busyTimeout), access: access, path: path)
      do throws(StoreError) { try graph.checkHeader() } catch {
        guard try graph.recover(from: error) else { throw error }
        try graph.checkHeader()
      }
      try graph.configure()
      if access == .writing {
        try graph.enterLogMode()
        try graph.migrate()
      }
      try graph.beginRead()
      try graph.endRead()
      return graph
    } catch {
      throw error.message.contains(path) ? error : StoreError(error.kind, "\(path): \(error.message)")
    }
  }

  /// Makes a new, empty database and opens it for writing. Fails with `cannotOpen` where there is a file already.
  public static func create(_ path: String, busyTimeout: Int32 = 5_000) throws(StoreError) -> SQLiteGraph {
    try StoreFile.create(path)
    do throws(StoreError) {
      let graph = SQLiteGraph(
        try Connection(.file(path, writable: true), busyTimeout: busyTimeout), access: .writing, path: path)
      try graph.configure()
      try graph.enterLogMode()
      try graph.layOut()
      return graph
    } catch {
      StoreFile.remove(path)
      throw StoreError(error.kind, "\(path): \(error.message)")
    }
  }

  /// A graph in memory, open for writing, gone when it is closed.
  public static func inMemory() throws(StoreError) -> SQLiteGraph {
    let graph = SQLiteGraph(try Connection(.memory, busyTimeout: 0), access: .writing, path: nil)
    try graph.configure()
    try graph.layOut()
    return graph
  }

  /// The same graph in memory, open for writing; what happens to it does not touch the file. Cost: the size of the file.
  public func copiedToMemory() throws(StoreError) -> SQLiteGraph {
    let copy = SQLiteGraph(try Connection(.memory, busyTimeout: 0), access: .writing, path: nil)
    try copy.connection.copy(from: connection)
    try copy.configure()
    try copy.checkHeader()
    try copy.migrate()
    try copy.beginRead()
    try copy.endRead()
    return copy
  }

  /// Ends the use of the database; an open transaction is rolled back. Closing twice is harmless.
  ///
  /// The last one to close a database that was written leaves a single file: the log is merged into it.
  public func close() {
    guard connection.isOpen else { return }
    if transaction != .none { try? rollback() }
    statements.removeAll()
    if access == .writing, path != nil {
      connection.setBusyTimeout(milliseconds: 0)
      // Fails where others have the database open; the last of them does it then.
      _ = try? connection.execute("PRAGMA journal_mode = DELETE")
    }
    connection.close()
  }

  /// A database whose changes go through a log would get files beside it from a mere reader. In a folder where that
  /// cannot be, and where no log is waiting, nobody is writing either.
  private static func place(of path: String, for access: Access) -> Connection.Place {
    guard access == .reading else { return .file(path, writable: true) }
    let isAtRest = !StoreFile.exists(path + "-wal")
    if isAtRest, !StoreFile.isFolderWritable(of: path), StoreFile.hasLogMode(path) { return .unchangingFile(path) }
    return .file(path, writable: false)
  }

  func checkHeader() throws(StoreError) {
    guard try connection.number("PRAGMA application_id") == TableLayout.applicationID else {
      throw StoreError(.notADatabase, "this is not a Sillage database")
    }
    let version = try connection.number("PRAGMA user_version") ?? 0
    guard version >= TableLayout.oldestVersion, version <= TableLayout.version else {
      throw StoreError(
        .otherVersion,
        "the database has format version \(version), and this program reads version \(TableLayout.version)")
    }
    hasLabelParts = version >= TableLayout.versionWithLabelParts
  }

  func configure() throws(StoreError) {
    try connection.execute(
      "PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL")
  }

  /// The file says so in its first page, which is not flushed here, since that might flush all of a file that was just copied: SQLite
  /// reads a log that is beside a file whatever the file says, and the first commit makes the log and its name durable.
  private func enterLogMode() throws(StoreError) {
    try connection.execute("PRAGMA synchronous = OFF")
    guard try connection.texts("PRAGMA journal_mode = WAL") == ["wal"] else {
      throw StoreError(.cannotOpen, "the database cannot be switched to a write-ahead log here")
    }
    // Pages that a compaction gives up are not written again with zeros.
    try connection.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST")
  }

  func layOut() throws(StoreError) {
    try connection.execute("BEGIN IMMEDIATE")
    try connection.execute(TableLayout.tables)
    try connection.execute(TableLayout.relationshipIndexes)
    try connection.execute("COMMIT")
    try beginRead()
    try endRead()
  }
}
