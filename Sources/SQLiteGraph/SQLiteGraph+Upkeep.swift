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
      try StoreFile.flush(path)
    } catch {
      StoreFile.remove(path)
      throw error
    }
  }

  /// What is wrong with the file, a sentence each; empty where all is well.
  ///
  /// Cost: reads the whole file. A read transaction must be open.
  public func integrityFaults() throws(StoreError) -> [String] {
    try checkReadable()
    let faults = try connection.texts("PRAGMA integrity_check(100)").filter { $0 != "ok" }
    return faults.isEmpty ? try contentFaults() : faults
  }

  /// What is wrong although SQLite finds nothing: counts that are not kept, relationships without ends.
  private func contentFaults() throws(StoreError) -> [String] {
    var faults: [String] = []
    let nodes = try connection.number("SELECT count(*) FROM node") ?? 0
    if nodes != Int64(state.counters.nodes) {
      faults.append("\(nodes) nodes are stored and \(state.counters.nodes) are counted")
    }
    let relationships = try connection.number("SELECT count(*) FROM relationship") ?? 0
    if relationships != Int64(state.counters.relationships) {
      faults.append("\(relationships) relationships are stored and \(state.counters.relationships) are counted")
    }
    let loose =
      try connection.number(
        """
        SELECT count(*) FROM relationship WHERE start NOT IN (SELECT id FROM node)
          OR "end" NOT IN (SELECT id FROM node)
        """) ?? 0
    if loose > 0 { faults.append("\(loose) relationships have an end that does not exist") }
    let labels = try connection.number("SELECT count(*) FROM node_label") ?? 0
    let counted = state.counters.nodesByLabel.reduce(0, +)
    if labels != Int64(counted) { faults.append("\(labels) labels are stored and \(counted) are counted") }
    return faults
  }
}
