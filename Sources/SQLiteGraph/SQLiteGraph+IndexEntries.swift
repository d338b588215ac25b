import GraphModel

/// The entries of the property indexes: who holds a value, kept as nodes and relationships change.
extension SQLiteGraph {
  func holders(of value: IndexedValue, in index: PropertyIndex) throws(StoreError) -> [Int64] {
    var ids: [Int64] = []
    try appendHolders(of: value, in: index, to: &ids)
    return ids
  }

  /// Those of the base and those with an entry that is a row, ascending.
  func appendHolders(of value: IndexedValue, in index: PropertyIndex, to ids: inout [Int64]) throws(StoreError) {
    guard let base = try base, let entries = base.index(index.number) else {
      return try appendRowHolders(of: value, in: index, to: &ids)
    }
    let first = ids.count
    for candidate in try entries.candidates(value.digest) {
      let id = Int64(candidate)
      if try base.holds(value, index, Int(candidate)), try !isHidden(id, index, base) { ids.append(id) }
    }
    guard (index.isOnNodes ? state.counters.rowNodes : state.counters.rowRelationships) > 0 else { return }
    let middle = ids.count
    try appendRowHolders(of: value, in: index, to: &ids)
    if first < middle, middle < ids.count { ids[first...].sort() }
  }

  private func isHidden(_ id: Int64, _ index: PropertyIndex, _ base: Base) throws(StoreError) -> Bool {
    index.isOnNodes ? try isHidden(NodeID(id), base) : try isHidden(RelationshipID(id), base)
  }

  private func appendRowHolders(
    of value: IndexedValue, in index: PropertyIndex, to ids: inout [Int64]
  ) throws(StoreError) {
    let rows = try statements[.entries].bind(1, index.number)
    try value.bind(to: rows, 2)
    defer { rows.reset() }
    while try rows.step() { ids.append(rows.integer(0)) }
  }

  func fill(_ index: PropertyIndex) throws(StoreError) {
    try eachBatch(of: index.subject, index.key) { ids, values throws(StoreError) in
      for (row, id) in ids.enumerated() { try change(.insertEntry, index, values[row], id) }
    }
  }

  // MARK: Keeping the entries

  /// Inserts or deletes the entries of a node in the indexes of these labels.
  func changeEntries(
    _ query: StoreQuery, _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    noteText(node, labels)
    for index in state.indexes where index.subject.concerns(labels) {
      for (key, value) in properties where key == index.key { try change(query, index, value, node.rawValue) }
    }
  }

  /// Inserts or deletes the entries of a relationship.
  func changeEntries(
    _ query: StoreQuery, _ relationship: RelationshipID, _ type: RelationshipTypeID,
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    for index in state.indexes where index.subject.concerns(type) {
      for (key, value) in properties where key == index.key {
        try change(query, index, value, relationship.rawValue)
      }
    }
  }

  private func change(
    _ query: StoreQuery, _ index: PropertyIndex, _ value: Value, _ id: Int64
  ) throws(StoreError) {
    guard case .indexed(let value) = try IndexedValue.kind(of: value) else { return }
    changes += 1
    let statement = try statements[query].bind(1, index.number)
    try value.bind(to: statement, 2)
    try statement.bind(3, id).run()
  }

  // MARK: Unique values

  /// Fails where another node holds one of the values in a unique index of these labels.
  func checkUnique(
    _ node: NodeID, _ labels: [LabelID], _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) {
    for index in state.indexes where index.isUnique && index.subject.concerns(labels) {
      for (key, value) in properties where key == index.key {
        guard case .indexed(let value) = try IndexedValue.kind(of: value) else { continue }
        if let other = try holders(of: value, in: index).first(where: { $0 != node.rawValue }) {
          throw notUnique(other, index)
        }
      }
    }
  }

  func checkUnique(allOf index: PropertyIndex) throws(StoreError) {
    if let base = try base, base.index(index.number) != nil { return try checkUnique(byLookingAt: index) }
    let rows = try statements[.equalEntries].bind(1, index.number)
    defer { rows.reset() }
    if try rows.step() { throw notUnique(rows.integer(0), index) }
  }

  /// Where the base has entries: a look-up for each node with the label.
  private func checkUnique(byLookingAt index: PropertyIndex) throws(StoreError) {
    try eachBatch(of: index.subject, index.key) { ids, values throws(StoreError) in
      for row in ids.indices {
        guard case .indexed(let value) = try IndexedValue.kind(of: values[row]) else { continue }
        let holders = try holders(of: value, in: index)
        if holders.count > 1, let first = holders.first { throw notUnique(first, index) }
      }
    }
  }

  private func notUnique(_ other: Int64, _ index: PropertyIndex) -> StoreError {
    StoreError(
      .notUnique, "node \(other) with label `\(name(of: index.subject))` already has this `\(name(of: index.key))`")
  }
}
