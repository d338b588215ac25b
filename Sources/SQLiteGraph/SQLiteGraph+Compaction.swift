public import GraphModel

extension SQLiteGraph {
  /// Brings everything that was written since the last compaction into the base, in one transaction.
  ///
  /// Others may go on reading. Commits do this by themselves once the rows are many, in absolute numbers and compared with
  /// the base. Nothing of the graph changes, ids included. No transaction may be open.
  /// Cost: a pass over the whole graph.
  public func compact() throws(StoreError) {
    try beginWrite()
    do throws(StoreError) {
      if state.counters.waiting > 0 { try rebuildBase() }
      try commit()
    } catch {
      if isInTransaction { try? rollback() }
      throw error
    }
  }

  /// Whether the rows have become so many that reading through them costs more than a compaction now and then.
  var isCompactionDue: Bool {
    let counters = state.counters
    let base = counters.nodes + counters.relationships - counters.rowNodes - counters.rowRelationships
    return counters.waiting > max(rowsBeforeCompaction, base / 5)
  }

  func rebuildBase() throws(StoreError) {
    try makeRelationshipIndexes()
    try write(BaseWriter(DraftReader.draft(of: self)))
  }

  /// Replaces base and rows by a new base that holds the same, or, in an empty graph, all there is.
  func write(_ writer: BaseWriter) throws(StoreError) {
    changes += 1
    try statements.waiting.insert(by: statements)
    try connection.execute(TableLayout.clearing)
    for chunk in writer.chunks {
      try statements[.insertChunk].bind(1, chunk.key).bind(2, chunk.bytes).run()
    }
    state.counters.generation += 1
    state.counters.rowNodes = 0
    state.counters.rowRelationships = 0
    state.counters.hiddenNodes = 0
    state.counters.hiddenRelationships = 0
    state.counters.lastNoted = state.counters.nextNode - 1
    state.endLabels = writer.endLabels
    dropPages()
  }
}
