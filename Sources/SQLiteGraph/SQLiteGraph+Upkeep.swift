public import GraphModel

extension SQLiteGraph {
  /// Writes a compact copy of the database, as of now, to a file that does not exist yet. Others may go on reading and
  /// writing meanwhile. No transaction may be open.
  public func backup(to path: String) throws(StoreError) {
    guard transaction == .none else { throw StoreError(.misuse, "a backup within a transaction") }
    try StoreFile.create(path)
    do throws(StoreError) {
      let statement = try connection.prepare("VACUUM INTO ?1")
      try statement.bind(1, path.hasPrefix("/") ? path : "./" + path).run()
      try Self.tellChecksums(of: path)
      try StoreFile.flush(path)
    } catch {
      StoreFile.remove(path)
      throw error
    }
  }

  /// The pages of a copy have checksums, whether those of the original had or not.
  private static func tellChecksums(of path: String) throws(StoreError) {
    let copy = try Connection(.file(path, writable: true), busyTimeout: 0)
    defer { copy.close() }
    let version = try copy.number("PRAGMA user_version") ?? 0
    guard version < TableLayout.version, version >= TableLayout.versionWithLabelParts else { return }
    try copy.execute("PRAGMA user_version = \(TableLayout.version)")
  }

  /// What is wrong with the file, a sentence each; empty where all is well.
  ///
  /// Cost: reads the whole file. A read transaction must be open.
  public func integrityFaults() throws(StoreError) -> [String] {
    try checkReadable()
    let faults = try pageFaults()
    return faults.isEmpty ? try contentFaults() : faults
  }

  /// What SQLite finds. It lists what it came upon, and at the end fails of it.
  private func pageFaults() throws(StoreError) -> [String] {
    var faults: [String] = []
    do throws(StoreError) {
      let rows = try connection.prepare("PRAGMA integrity_check(100)")
      while try rows.step() { faults.append(rows.text(0)) }
    } catch {
      guard error.kind == .damaged else { throw error }
      if faults.isEmpty { faults = [error.message] }
    }
    return faults == ["ok"] ? [] : faults
  }

  /// What is wrong although SQLite finds nothing: chunks that are not as they were written, counts that are not kept,
  /// relationships without ends.
  private func contentFaults() throws(StoreError) -> [String] {
    var faults = try chunkFaults()
    guard faults.isEmpty else { return faults }
    var nodes = 0
    var labels = 0
    var last: NodeID?
    while true {
      var found: [NodeID] = []
      try scanNodes(labels: [], after: last, limit: Batch.capacity, into: &found)
      nodes += found.count
      labels += try self.labels(of: found).reduce(0) { $0 + $1.count }
      guard found.count == Batch.capacity else { break }
      last = found.last
    }
    if nodes != state.counters.nodes {
      faults.append("\(nodes) nodes are stored and \(state.counters.nodes) are counted")
    }
    let counted = state.counters.nodesByLabel.reduce(0, +)
    if labels != counted { faults.append("\(labels) labels are stored and \(counted) are counted") }
    return try faults + relationshipFaults()
  }

  private func relationshipFaults() throws(StoreError) -> [String] {
    var faults: [String] = []
    var count = 0
    var loose = 0
    var found = Adjacency()
    repeat {
      let last = found.relationships.last
      found.removeAll()
      try scanRelationships(types: nil, after: last, limit: Batch.capacity, into: &found)
      count += found.count
      let exist = (try self.exist(found.sources), try self.exist(found.neighbours))
      loose += zip(exist.0, exist.1).count { !$0 || !$1 }
    } while found.count == Batch.capacity
    if count != state.counters.relationships {
      faults.append("\(count) relationships are stored and \(state.counters.relationships) are counted")
    }
    if loose > 0 { faults.append("\(loose) relationships have an end that does not exist") }
    return faults
  }

  private func chunkFaults() throws(StoreError) -> [String] {
    guard state.counters.generation > 0 else { return [] }
    var keys: [Int64] = []
    let rows = try connection.prepare("SELECT key FROM chunk")
    while try rows.step() { keys.append(rows.integer(0)) }
    var damaged = 0
    for key in keys {
      do throws(StoreError) { _ = try chunks.read(rawKey: key) } catch {
        guard error.kind == .damaged else { throw error }
        damaged += 1
      }
    }
    return damaged > 0 ? ["\(damaged) of \(keys.count) chunks are not as they were written"] : []
  }
}
