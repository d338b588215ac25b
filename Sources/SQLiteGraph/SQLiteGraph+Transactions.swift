public import GraphModel

extension SQLiteGraph {
  /// Opens a transaction that only reads: until ``endRead()`` everything is as of now.
  public func beginRead() throws(StoreError) {
    try begin(.begin, .reading)
  }

  /// Ends a transaction that only reads.
  ///
  /// Where a statement met damage, SQLite tells of it once more when the transaction ends. Who asked knows of it by then, and what others
  /// read in the same transaction is as good as before.
  public func endRead() throws(StoreError) {
    guard transaction == .reading else { throw StoreError(.misuse, "no read transaction is open") }
    transaction = .none
    interruption.clear()
    do throws(StoreError) { try statements[.commit].run() } catch {
      guard error.kind == .damaged else { throw error }
      if connection.isInTransaction { try statements[.rollback].run() }
    }
  }

  /// Opens a transaction that may write. Fails with `readOnly`, or with `busy` where another process writes for longer than
  /// the busy timeout.
  public func beginWrite() throws(StoreError) {
    guard access == .writing else { throw StoreError(.readOnly, "the database is open for reading only") }
    try begin(.beginImmediate, .writing)
  }

  /// Makes what the transaction wrote durable and visible to others. Fails with `constraintViolated` where a constraint is
  /// not kept. Where this fails, the caller rolls back.
  public func commit() throws(StoreError) {
    try checkWritable()
    guard savepointDepth == 0 else { throw StoreError(.misuse, "a commit within an atomic piece of work") }
    try checkConstraints()
    if isCompactionDue { try rebuildBase() }
    let isRebuilt = state.counters.generation != stateBefore.counters.generation
    if isRebuilt || state.endLabels?.edition != stateBefore.endLabels?.edition, let labels = state.endLabels {
      try write(labels.encoded, metadata: Self.endLabelsKey)
    }
    try storeCounters()
    try statements.waiting.insert(by: statements)
    try statements[.commit].run()
    transaction = .none
  }

  /// Undoes what the transaction wrote; ends a read transaction too.
  public func rollback() throws(StoreError) {
    guard transaction != .none else { throw StoreError(.misuse, "no transaction is open") }
    let wrote = transaction == .writing && changes != 0
    transaction = .none
    savepointDepth = 0
    interruption.clear()
    statements.waiting.removeAll()
    if wrote {
      state = stateBefore
      dropPages()
    }
    if connection.isInTransaction { try statements[.rollback].run() }
  }

  public func atomically<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(AtomicFailure<Failure>) -> Result {
    let before = state
    let changesBefore = changes
    let name = "s\(savepointDepth)"
    do throws(StoreError) {
      try checkWritable()
      try statements.waiting.insert(by: statements)
      try connection.execute("SAVEPOINT \(name)")
    } catch {
      throw .store(error)
    }
    savepointDepth += 1
    defer { savepointDepth = max(0, savepointDepth - 1) }
    let result: Result
    do throws(Failure) {
      result = try work()
    } catch {
      do throws(StoreError) {
        try undo(to: name, before, changesBefore)
      } catch {
        throw .store(error)
      }
      throw .work(error)
    }
    do throws(StoreError) {
      try connection.execute("RELEASE \(name)")
    } catch {
      throw .store(error)
    }
    return result
  }

  private func undo(to name: String, _ before: StoreState, _ changesBefore: Int) throws(StoreError) {
    statements.waiting.removeAll()
    if changes != changesBefore {
      state = before
      dropPages()
    }
    try connection.execute("ROLLBACK TO \(name); RELEASE \(name)")
  }

  /// Whether a transaction is open, of either kind.
  public var isInTransaction: Bool { transaction != .none }

  // MARK: Guards

  private func begin(_ query: StoreQuery, _ kind: Transaction) throws(StoreError) {
    guard transaction == .none else { throw StoreError(.misuse, "a transaction is open already") }
    interruption.clear()
    do throws(StoreError) { try start(query) } catch {
      guard try recover(from: error) else { throw error }
      try start(query)
    }
    transaction = kind
    stateBefore = state
    changes = 0
    touched = TouchedEntities()
  }

  private func start(_ query: StoreQuery) throws(StoreError) {
    do throws(StoreError) {
      try statements[query].run()
      try refresh()
    } catch {
      if connection.isInTransaction { _ = try? statements[.rollback].run() }
      throw error
    }
  }

  /// Takes the snapshot, and reads anew what other connections may have changed.
  private func refresh() throws(StoreError) {
    let statement = try statements[.dataVersion]
    defer { statement.reset() }
    guard try statement.step() else { throw StoreError(.misuse, "SQLite gives no data version") }
    let version = statement.integer(0)
    guard version != dataVersion else { return }
    // Another connection may have brought the file to this version.
    if !hasLabelParts { try checkHeader() }
    dropPages()
    state = try loadState()
    dataVersion = version
  }

  func checkReadable() throws(StoreError) {
    if transaction == .none { throw StoreError(.misuse, "no transaction is open") }
    if interruption.isRequested { throw StoreError(.interrupted, "the work was interrupted") }
  }

  func checkWritable() throws(StoreError) {
    try checkReadable()
    if transaction != .writing { throw StoreError(.readOnly, "the transaction may only read") }
  }

  func dropPages() {
    hiddenNodes = HiddenIDs()
    hiddenRelationships = HiddenIDs()
    entryDigests = EntryDigests()
    rowEnds = nil
    rowsScanned = 0
    statements.lastLabelParts.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    merged = nil
    mergeDemand = 0
    mergedNodes = nil
    nodeDemand = 0
    mergedValues = nil
    relationshipDemand = 0
    nodePages.dropAll()
    relationshipPages.dropAll()
  }
}
