import GraphModel

extension SQLiteGraph {
  /// Gives a file of an older version the tables of this version, in one transaction.
  ///
  /// Its pages have no room for checksums, and get none.
  func migrate() throws(StoreError) {
    let old = try connection.number("PRAGMA user_version") ?? 0
    guard old < TableLayout.lastVersionWithoutChecksums else { return }
    try connection.execute("BEGIN IMMEDIATE")
    do throws(StoreError) {
      try connection.execute(TableLayout.additions(since: old))
      if old < TableLayout.versionWithLabelParts { try moveLabels() }
      try connection.execute("PRAGMA user_version = \(TableLayout.lastVersionWithoutChecksums); COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
    hasLabelParts = true
  }

  private func moveLabels() throws(StoreError) {
    for label in try connection.numbers("SELECT DISTINCT label FROM node_label ORDER BY label") {
      try statements.insertLabel(label, of: try connection.numbers("SELECT node FROM node_label WHERE label = \(label) ORDER BY node"))
    }
    try connection.execute("DROP TABLE node_label")
  }
}
