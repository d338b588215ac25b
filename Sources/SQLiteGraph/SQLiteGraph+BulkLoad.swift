public import GraphModel

extension SQLiteGraph {
  /// Makes a new database file with what `load` writes, and closes it.
  ///
  /// The file is compact and on the disk when this returns, and the same calls make the same bytes. Until then it is not
  /// safe against a crash, so a caller that replaces a database loads into another file and renames it. Where this fails
  /// there is no file. Within `load` a write transaction is open.
  /// Cost: a few microseconds a node and relationship, and at the end a pass over the file.
  public static func bulkLoad<Failure: Error>(
    creating path: String, _ load: (SQLiteGraph) throws(Failure) -> Void
  ) throws(AtomicFailure<Failure>) {
    let graph: SQLiteGraph
    do throws(StoreError) {
      graph = try startBulkLoad(path)
    } catch {
      throw .store(error)
    }
    do throws(Failure) {
      try load(graph)
    } catch {
      graph.abandonBulkLoad()
      throw .work(error)
    }
    do throws(StoreError) {
      try graph.endBulkLoad()
    } catch {
      graph.abandonBulkLoad()
      throw .store(error)
    }
  }

  private static func startBulkLoad(_ path: String) throws(StoreError) -> SQLiteGraph {
    try StoreFile.create(path)
    do throws(StoreError) {
      let graph = SQLiteGraph(
        try Connection(.file(path, writable: true), busyTimeout: 0), access: .writing, path: path)
      try graph.configure()
      // A page that is given up is written with zeros: left out of a new file, it would be a hole without a checksum.
      try graph.connection.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON")
      try graph.connection.execute(TableLayout.tables)
      graph.hasRelationshipIndexes = false
      try graph.beginWrite()
      return graph
    } catch {
      StoreFile.remove(path)
      throw StoreError(error.kind, "\(path): \(error.message)")
    }
  }

  private func endBulkLoad() throws(StoreError) {
    try makeRelationshipIndexes()
    let wasRows = state.counters.generation == 0
    try commit()
    // Rows come in any order and leave gaps; a base alone is written compactly.
    if wasRows { try connection.execute("VACUUM") }
    close()
    if let path { try StoreFile.flush(path) }
  }

  private func abandonBulkLoad() {
    close()
    if let path { StoreFile.remove(path) }
  }

  /// During a bulk load the indexes are made last, or when something first needs them.
  func makeRelationshipIndexes() throws(StoreError) {
    guard !hasRelationshipIndexes else { return }
    try statements.waiting.insert(by: statements)
    try connection.execute(TableLayout.relationshipIndexes)
    hasRelationshipIndexes = true
  }
}
